using Gongtui.Activities;
using Gongtui.Activities.Approval;
using Gongtui.Activities.Elections;
using Gongtui.Activities.Publicity;
using Gongtui.Activities.Tasks;
using Gongtui.Activities.Voting;
using Gongtui.Host.Verbs.Pilot;

namespace Gongtui.Host.Procedures.Rehearsing;

/// <summary>A way in which a rehearsed election goes: what somebody does instead of what is usual, or how the votes fall.</summary>
/// <param name="Instead">What is handed in instead; null for the usual. The number says how often a task of this kind was done before.</param>
internal sealed record RehearsalWay(Text Name, Func<Election, OpenTask, int, Handed?, Handed?> Instead)
{
    private const string Reason = "演练";

    /// <summary>Whether the way leads to a result at all; else it must end without one.</summary>
    public bool Elects { get; init; } = true;

    /// <summary>How the votes fall in an organisation; null: everybody is elected at once.</summary>
    public Func<Variety, string, Variety>? Votes { get; init; }

    /// <summary>The happy way and the unhappy ones from which an election must recover, or which it must not survive.</summary>
    public static IReadOnlyList<RehearsalWay> All { get; } =
    [
        new(new("一路顺利", "All goes well"), Usual),
        new(new("上级先退回一次", "The superior sends everything back once"),
            (_, task, before, _) => task.Kind == TaskKinds.Approval && before == 0 ? Of(Decisions.Return, new ApprovalForm(Reason: Reason)) : null),
        new(new("上级不予批准", "The superior declines"),
            (_, task, _, _) => task.Kind == TaskKinds.Approval ? Of(Decisions.Decline, new ApprovalForm(Reason: Reason)) : null) { Elects = false },
        new(new("公示期间异议成立", "An objection is upheld"), Objecting),
        new(new("第一次大会未达法定人数", "The first meeting has no quorum"),
            (_, task, before, usual) => task.Kind == TaskKinds.Attendance && before == 0 && usual is not null
                ? Of(Decisions.Adjourn, FormReader.Read<AttendanceForm>(usual.Form) is var form ? form with { Present = [.. form.Present.Take(3)], Reason = Reason } : form) : null),
        new(new("第一次投票宣布无效", "The first vote is declared void"),
            (_, task, before, usual) => task.Kind == TaskKinds.CloseBallot && before == 0 && usual is not null
                ? Of(Decisions.Void, FormReader.Read<BallotAccountForm>(usual.Form) with { Reason = Reason }) : null),
        new(new("末位票数相等", "The last seat is tied"), Usual) { Votes = (usual, organisation) => usual with { Tie = [organisation] } },
        new(new("有一席未过半数", "One seat finds no majority"), Usual) { Votes = (usual, organisation) => usual with { Shortage = [organisation] } },
    ];

    private static Handed? Usual(Election election, OpenTask task, int before, Handed? usual) => null;

    /// <summary>Somebody objects to the last name of the shortlist, and the superior finds it true.</summary>
    private static Handed? Objecting(Election election, OpenTask task, int before, Handed? usual) => task.Kind switch
    {
        TaskKinds.Objection when before == 0 && election.Shortlist?.Lists is [.., { People: [.., var last] }] => Of(Decisions.Submit, new ObjectionForm(last, Reason)),
        TaskKinds.Inquiry => Of(Decisions.Uphold, new InquiryForm(Reason)),
        _ => null,
    };

    private static Handed Of<T>(string decision, T form) => new(decision, FormReader.Write(form));
}

/// <summary>How a rehearsed election went.</summary>
/// <param name="Steps">Ids of the nodes in the order in which they were completed.</param>
/// <param name="Entries">Entries of its journal.</param>
/// <param name="Days">Days by the rehearsal's own clock.</param>
/// <param name="Stuck">Why it did not come to an end; null when it did.</param>
/// <param name="At">Id of the node at which it stuck.</param>
/// <param name="Elects">Whether the way was to lead to a result.</param>
public sealed record RehearsedWay(Text Name, IReadOnlyList<string> Steps, long Entries, int Days, bool Elected, Text? Stuck, string? At, bool Elects = true);
