using System.Security.Cryptography;
using System.Text;
using Gongtui.Activities.Elections;
using Gongtui.Activities.Ratification;
using Gongtui.Activities.Speech;
using Gongtui.Activities.Tenure;
using Gongtui.Engine.Journal;
using Gongtui.Engine.State;
using Gongtui.Host.Elections;
using Gongtui.Host.Mediation;
using Gongtui.Host.Persistence;
using Microsoft.EntityFrameworkCore;
using Refusal = Gongtui.Activities.Elections.Refusal;
using Words = Gongtui.Activities.Text;

namespace Gongtui.Host.Tenure;

/// <summary>A procedure that can be begun from another with one click.</summary>
/// <param name="Procedure">Definition id.</param>
/// <param name="Instance">Id that it will have: a second click finds the first one's run.</param>
/// <param name="Title">What it will be called.</param>
/// <param name="Label">Text of the button.</param>
/// <param name="About">What it takes over.</param>
public sealed record FollowUp(string Procedure, string Instance, string Title, Words Label, Words About);

/// <summary>After the election as a chain (DOMAIN §1.9 P3, P5–P7): the term follows from the election, an exit from the term.
/// The by-election is started by the exit itself.</summary>
public sealed class FollowUps(GongtuiDb db, ElectionDesk desk, ElectionBook book, JournalReader journals)
{
    /// <summary>Definition id of the term's procedure.</summary>
    public const string Term = "renqi";

    /// <summary>Definition id of the exit.</summary>
    public const string Exit = "tuichu";

    private const int LongestId = 40;
    private const int LongestSuffix = 14;
    private const int LongestTitle = 100;
    private const int TermsLookedAt = 20;

    /// <summary>What can be begun from a run as it stands.</summary>
    public IReadOnlyList<FollowUp> Next(ElectionRow row, InstanceState run)
    {
        var election = run.Election();
        var unit = election.Unit?.Name ?? "";
        if (Elected(run))
        {
            return [new(Term, Id(row.Instance, "term"), Short($"{row.TitleZh}：任期管理"), new("建立任期台账", "Open the term's ledger"),
                new("带入当选人、任职日期、批复文号和竞职承诺。", "Takes over those elected, their dates, the approval and the commitments."))];
        }

        return election.Term is not null && run.End is null
            ? [new(Exit, Id(row.Instance, $"exit-{desk.Now.ToUnixTimeSeconds():x}"), Short($"{unit}班子成员退出"), new("办理退出", "Somebody leaves a post"),
                new("带入在任人员和职务；出缺后决定补选。", "Takes over who holds which post; a vacancy leads to a by-election."))]
            : [];
    }

    /// <summary>Runs that were begun from it, the oldest first.</summary>
    public async Task<IReadOnlyList<ElectionRow>> BegunAsync(ElectionRow row, CancellationToken cancellationToken)
    {
        var (clicked, started) = (Stem(row.Instance) + "-", row.Instance + ".");
        return await db.Elections.AsNoTracking()
            .Where(other => other.Unit == row.Unit && (other.Instance.StartsWith(clicked) || other.Instance.StartsWith(started)))
            .OrderBy(other => other.StartedAt).ToListAsync(cancellationToken);
    }

    /// <summary>What a procedure takes over from a run, or why it cannot.</summary>
    public async Task<Result<CarriedOver>> CarriedOverAsync(string from, string unit, string procedure, CancellationToken cancellationToken)
    {
        var found = await book.FindAsync(from, cancellationToken);
        if (!found.Accepted) return found.Refusal;
        if (found.Value.Unit != unit || await desk.FindAsync(from, cancellationToken) is not { } run) return KernelRefusals.UnknownElection(from);
        var election = run.Election();
        if (procedure == Term && Elected(run)) return await ToTermAsync(from, election, cancellationToken);
        if (procedure == Exit && election.Term is not null) return CarryOver.ToExit(from, election);
        return new Refusal(
            Kinds.Conflict,
            new("现在还不能从这次选举接续这个程序。", "That procedure cannot follow this run now."),
            Expected: "已批复或备案的选举 → 任期管理；已建台账的任期 → 退出", Found: $"{from} → {procedure}",
            NextStep: new("请先办结前一程序；补选由退出程序中的“空缺处理”启动。", "Finish the procedure before it; a by-election is started by the decision about the vacancy."), Field: "from");
    }

    private async Task<CarriedOver> ToTermAsync(string from, Election election, CancellationToken cancellationToken)
    {
        var facts = (await journals.EntriesAsync(from, 0, long.MaxValue, cancellationToken)).OfType<Logged>().ToLookup(entry => entry.Event, StringComparer.Ordinal);
        var running = election.Plan?.Form.Incumbents is { Count: > 0 } ? await RunningTermAsync(election.Unit!.Id, cancellationToken) : null;
        return CarryOver.ToTerm(from, election, new(Last<ResultAnnounced>()!, Last<Ratified>(), Last<Filed>(), Last<SpeechesHeld>()), running);

        T? Last<T>() where T : class => facts[typeof(T).Name].LastOrDefault() is { Payload: { } payload } ? FormReader.ReadFact<T>(payload) : null;
    }

    /// <summary>When the unit's newest term ends; null when none is on the books.</summary>
    private async Task<DateOnly?> RunningTermAsync(string unit, CancellationToken cancellationToken)
    {
        var newest = await db.Elections.AsNoTracking().Where(row => row.Unit == unit).OrderByDescending(row => row.StartedAt)
            .Select(row => row.Instance).Take(TermsLookedAt).ToListAsync(cancellationToken);
        foreach (var instance in newest)
        {
            if ((await desk.FindAsync(instance, cancellationToken))?.Election().Term is { } term && term.Ends >= desk.Today) return term.Ends;
        }

        return null;
    }

    private static bool Elected(InstanceState run) =>
        run.End is not null && run.Election().Ratification is { Refused: false } result && (result.Ratified ?? result.Filed) is not null;

    private static string Id(string from, string suffix) => $"{Stem(from)}-{suffix}";

    /// <summary>The beginning that the ids of all followers share; a long id is stood for by its hash.</summary>
    private static string Stem(string from) => from.Length + LongestSuffix < LongestId && !from.Contains('.', StringComparison.Ordinal)
        ? from
        : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(from)))[..16];

    private static string Short(string title) => title.Length <= LongestTitle ? title : title[..LongestTitle];
}
