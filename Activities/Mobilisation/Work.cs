using Gongtui.Activities.Elections;
using Gongtui.Activities.Rules;

namespace Gongtui.Activities.Mobilisation;

/// <summary>宣传发动 as it is put on record.</summary>
/// <param name="On">When it was done.</param>
/// <param name="Documents">Titles of what was handed out; needed for a document pack.</param>
/// <param name="Attended">How many took part; null where nobody was counted.</param>
public sealed record WorkForm(DateOnly On, string Title, string Record, IReadOnlyList<string> Documents, int? Attended = null);

/// <summary>One level of the publicity work was done (DOMAIN §1.3).</summary>
/// <param name="Level">1 to 4.</param>
/// <param name="Notice">The notice whose readers confirm; null for the first two levels.</param>
public sealed record WorkDone(
    int Level, DateOnly On, string Title, string Record, IReadOnlyList<string> Documents, int? Attended, string? Notice, string By);

/// <summary>The receipts of a document pack or of the plan were closed.</summary>
/// <param name="Addressed">To how many it was addressed.</param>
/// <param name="Read">How many confirmed.</param>
public sealed record ReceiptsClosed(int Level, string Notice, int Addressed, int Read, string By);

/// <summary>Nothing to fill in: the figures follow from the receipts.</summary>
public sealed record CloseReceiptsForm;

/// <summary>Whether the record of the publicity work is complete.</summary>
public static class WorkDecision
{
    /// <summary>Levels whose artefact is a record; the fifth is the survey.</summary>
    public const int Records = 4;

    /// <summary>The first level whose papers people confirm to have read.</summary>
    public const int FirstWithReceipts = 3;

    internal static readonly Article Levels = new(
        "seed L6 / §1.3", new("范例材料（五个层面的宣传发动）", "Seed (five levels of publicity work)"), Certainty.Sure, true);

    public static Decided<WorkDone> Do(int level, WorkForm form, string? notice, Actor actor, DateOnly today)
    {
        var problem = FormRules.Filled(form.Title, "title", new("名称", "title"), 200)
            ?? FormRules.Filled(form.Record, "record", new("记录", "record"))
            ?? (form.On <= today ? null : new Refusal(RefusalKinds.Time,
                new("还没有进行，请在进行之后登记。", "It is still to come: record it afterwards."), Expected: $"≤ {today:yyyy-MM-dd}", Found: $"{form.On:yyyy-MM-dd}", Field: "on"))
            ?? (form.Attended is null or >= 0 ? null : new Refusal(RefusalKinds.Arithmetic,
                new("参加人数不能为负数。", "The number cannot be negative."), Expected: "≥ 0", Found: $"{form.Attended}", Field: "attended"))
            ?? (level == FirstWithReceipts && form.Documents.Count == 0 ? new Refusal(RefusalKinds.Incomplete,
                new("请列出印发的文件。", "List the documents handed out."), Field: "documents") : null);
        return problem is null ? new WorkDone(level, form.On, form.Title, form.Record, form.Documents, form.Attended, notice, actor.Id) : problem;
    }

    public static ReceiptsClosed Close(Election election, WorkDone work, Actor actor)
    {
        var notice = election.Notices[work.Notice!];
        return new(work.Level, notice.Id, election.People.Values.Count(notice.Addresses), notice.Readers.Count, actor.Id);
    }
}

internal static class WorkFold
{
    public static Election Apply(Election state, WorkDone fact) => state with { Work = [.. state.Work, fact] };

    public static Election Apply(Election state, SurveyTallied fact) => state with { Survey = fact };
}
