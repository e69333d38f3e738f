using Gongtui.Activities.Elections;
using Gongtui.Engine.State;
using Gongtui.Host.Elections;
using Gongtui.Host.Mediation;
using MediatR;

namespace Gongtui.Host.Reports;

/// <summary>The result of an election, once it is announced.</summary>
[AllowedTo]
public sealed record ShowResults(string Instance) : IQuery<ElectionResults>;

public sealed class ShowResultsHandler(ElectionBook book, JournalReader reader, ResultMemory memory) : IRequestHandler<ShowResults, Result<ElectionResults>>
{
    public async Task<Result<ElectionResults>> Handle(ShowResults request, CancellationToken cancellationToken)
    {
        var found = await book.FindAsync(request.Instance, cancellationToken);
        if (!found.Accepted) return found.Refusal;
        var newest = (await reader.LoadAsync(request.Instance, cancellationToken))!;
        var election = newest.State.Election();
        if (!election.Voting.Announced) return Held();
        if (memory.Find(request.Instance, newest.State.Sequence) is { } known) return known;

        var fold = new ResultFold();
        foreach (var entry in await reader.EntriesAsync(request.Instance, 0, newest.State.Sequence, cancellationToken)) fold.Apply(entry);
        return memory.Keep(request.Instance, new ElectionResults(
            election, fold.Announced!.Posts, fold.Announced.On, fold.Rounds, fold.Ratified, fold.Filed, fold.NotRatified,
            Convert.ToHexStringLower(newest.Hash), newest.State.Sequence));
    }

    /// <summary>Whether there is anything to announce yet is not told either.</summary>
    private static Refusal Held() => new(
        RefusalKinds.Time,
        new("选举结果还没有宣布。", "The result has not been announced yet."),
        NextStep: new("请等待大会宣布结果。", "Wait until the meeting announces it."));
}
