using Gongtui.Activities;
using Gongtui.Activities.Approval;
using Gongtui.Activities.Elections;
using Gongtui.Activities.Tasks;
using Gongtui.Activities.Voting;
using Gongtui.Host.Verbs.Pilot;

namespace Gongtui.Host.Procedures.Rehearsing;

/// <summary>A way in which a rehearsed election goes: what somebody does instead of what is usual.</summary>
/// <param name="Instead">What is handed in instead; null for the usual. The number says how often a task of this kind was done before.</param>
/// <param name="Needs">A kind of task without which the way says nothing about a diagram; null: every diagram has it.</param>
internal sealed record RehearsalWay(Text Name, Func<Election, OpenTask, int, Handed, Handed?> Instead, string? Needs = null)
{
    private const string Reason = "演练";

    /// <summary>The happy way and the unhappy ones from which an election must recover.</summary>
    public static IReadOnlyList<RehearsalWay> All { get; } =
    [
        new(new("一路顺利", "All goes well"), (_, _, _, _) => null),
        new(new("上级先退回一次", "The superior sends everything back once"),
            (_, task, before, _) => task.Kind == TaskKinds.Approval && before == 0 ? Of(Decisions.Return, new ApprovalForm(Reason: Reason)) : null, TaskKinds.Approval),
        new(new("第一次大会未达法定人数", "The first meeting has no quorum"),
            (_, task, before, usual) => task.Kind == TaskKinds.Attendance && before == 0
                ? Of(Decisions.Adjourn, FormReader.Read<AttendanceForm>(usual.Form) is var form ? form with { Present = [.. form.Present.Take(3)], Reason = Reason } : form) : null, TaskKinds.Attendance),
        new(new("第一次投票宣布无效", "The first vote is declared void"),
            (_, task, before, usual) => task.Kind == TaskKinds.CloseBallot && before == 0
                ? Of(Decisions.Void, FormReader.Read<BallotAccountForm>(usual.Form) with { Reason = Reason }) : null, TaskKinds.CloseBallot),
    ];

    private static Handed Of<T>(string decision, T form) => new(decision, FormReader.Write(form));
}

/// <summary>How a rehearsed election went.</summary>
/// <param name="Steps">Ids of the nodes in the order in which they were completed.</param>
/// <param name="Entries">Entries of its journal.</param>
/// <param name="Days">Days by the rehearsal's own clock.</param>
/// <param name="Stuck">Why it did not come to an end; null when it did.</param>
/// <param name="At">Id of the node at which it stuck.</param>
public sealed record RehearsedWay(Text Name, IReadOnlyList<string> Steps, long Entries, int Days, bool Elected, Text? Stuck, string? At);
