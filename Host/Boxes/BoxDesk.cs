using System.Collections.Concurrent;
using System.Text.Json;
using Gongtui.Activities.Boxes;
using Gongtui.Activities.Elections;
using Gongtui.Host.Elections;
using Gongtui.Host.Mediation;

namespace Gongtui.Host.Boxes;

/// <summary>Between the election, which says that a box is open, and the store, which holds the sheets.</summary>
/// <remarks>A box is made in the store on its first use, from the fact in the journal; doing it again changes nothing, so a crash
/// between the two loses nothing.</remarks>
public sealed class BoxDesk(IBoxStore store, ElectionDesk desk, OpenPapers papers, IEnumerable<ISheetKind> kinds)
{
    /// <summary>The sheets of a purpose.</summary>
    public ISheetKind KindOf(BoxPurpose purpose) => kinds.First(kind => kind.Purpose == purpose);

    /// <summary>Casts a sheet for a person who is known to be the one who casts.</summary>
    public async Task<Result<SheetReceipt>> CastAsync(
        string box, string person, JsonElement sheet, string attempt, CancellationToken cancellationToken)
    {
        if (await PaperAsync(box, cancellationToken) is not { } paper) return BoxRefusals.Unknown(box);
        var written = Write(paper, sheet);
        if (!written.Accepted) return written.Refusal;
        if (written.Value.Length > Boxes.LargestSheet) return BoxRefusals.TooLarge(written.Value.Length);
        var answer = await store.CastAsync(box, person, written.Value, attempt, cancellationToken);
        return answer switch
        {
            { Status: CastStatus.Accepted, Receipt: { } receipt } => new SheetReceipt(box, receipt.ToString()),
            { Status: CastStatus.AlreadyCast } => BoxRefusals.AlreadyCast,
            { Status: CastStatus.NotEligible } => BoxRefusals.NotEligible,
            { Status: CastStatus.Closed } => BoxRefusals.Closed(box),
            _ => BoxRefusals.Busy,
        };
    }

    /// <summary>Seals a box of an election. Again: the same answer. Null when the election never opened it.</summary>
    public async Task<SealedBox?> SealAsync(BoxState box, CancellationToken cancellationToken)
    {
        if (box.Eligible is { } electors) await store.OpenAsync(box.Id, [.. electors], cancellationToken);
        return await store.CloseAsync(box.Id, cancellationToken);
    }

    /// <summary>How many may cast and have cast. The count of an open box is public, its sheets are not.</summary>
    public async Task<Turnout> TurnoutAsync(BoxState box, CancellationToken cancellationToken) => box.IsOpen
        ? await store.TurnoutAsync(box.Id, cancellationToken) ?? new(box.EligibleCount, 0)
        : new(box.EligibleCount, box.Submitted);

    public Task<bool> HasCastAsync(string box, string person, CancellationToken cancellationToken) =>
        store.HasCastAsync(box, person, cancellationToken);

    private Result<byte[]> Write(OpenPaper paper, JsonElement sheet)
    {
        if (TypedText.Check(sheet) is { } untypeable) return untypeable;
        try
        {
            return KindOf(paper.Purpose).Write(paper.Form, sheet);
        }
        catch (JsonException problem)
        {
            return FormReader.Malformed(problem);
        }
    }

    /// <summary>The form of an open box. On the first question the box is made in the store.</summary>
    private async Task<OpenPaper?> PaperAsync(string box, CancellationToken cancellationToken)
    {
        if (papers.Find(box) is { } known) return known;
        using var turn = await papers.TurnAsync(cancellationToken);
        if (papers.Find(box) is { } meanwhile) return meanwhile;
        var instance = box.LastIndexOf('/') is > 0 and var slash ? box[..slash] : box;
        var election = (await desk.FindAsync(instance, cancellationToken))?.Election();
        if (election?.Boxes.GetValueOrDefault(box) is not { IsOpen: true, Form: { } form, Eligible: { } electors } open) return null;
        await store.OpenAsync(box, [.. electors], cancellationToken);
        return papers.Keep(box, new OpenPaper(open.Purpose, form));
    }
}

/// <summary>The form of an open box.</summary>
public sealed record OpenPaper(BoxPurpose Purpose, JsonElement Form);

/// <summary>Forms of boxes that were asked for lately. A form never changes, so many people can cast without anybody reading the journal.</summary>
public sealed class OpenPapers : IDisposable
{
    private const int Most = 1024;
    private readonly SemaphoreSlim _one = new(1, 1);
    private readonly ConcurrentDictionary<string, OpenPaper> _papers = new(StringComparer.Ordinal);

    public OpenPaper? Find(string box) => _papers.GetValueOrDefault(box);

    /// <summary>One at a time makes a box: hundreds may cast into it in the moment when it opens, and its electors may be a hundred thousand.</summary>
    public async Task<IDisposable> TurnAsync(CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        return new Turn(_one);
    }

    public void Dispose() => _one.Dispose();

    public OpenPaper Keep(string box, OpenPaper paper)
    {
        if (_papers.Count >= Most) _papers.Clear();
        return _papers[box] = paper;
    }

    private sealed class Turn(SemaphoreSlim one) : IDisposable
    {
        public void Dispose() => one.Release();
    }
}
