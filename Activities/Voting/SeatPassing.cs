using Gongtui.Activities.Elections;
using Gongtui.Activities.Rules;

namespace Gongtui.Activities.Voting;

/// <summary>One person, one seat, across rounds (F14): whoever wins a higher post later leaves the lower seat, and the next
/// by votes of those over half moves up; among equals a vote decides.</summary>
public static class SeatPassing
{
    /// <summary>The seats that a round's winners leave.</summary>
    public static IReadOnlyList<SeatPassedOn> After(Election election, IReadOnlyList<CountedContest> contests)
    {
        // 书记 and 副书记 who come from the elected 委员 remain 委员.
        if (election.Parameters.Counting.SeatPolicy == SeatPolicy.Separate || election.Voting.Stage.FromElected())
        {
            return [];
        }

        var winners = contests.SelectMany(contest => contest.Elected).ToHashSet(StringComparer.Ordinal);
        return [.. election.Voting.Posts.SelectMany(post => Leave(election, post, winners))];
    }

    private static IEnumerable<SeatPassedOn> Leave(Election election, PostStanding post, HashSet<string> winners)
    {
        string[] leaving = [.. post.Elected.Select(holder => holder.Person).Where(winners.Contains)];
        var seated = election.Voting.Posts.SelectMany(other => other.Elected).Select(holder => holder.Person).ToHashSet(StringComparer.Ordinal);
        RunnerUp[] next = [.. post.RunnersUp.Where(runner => runner.HasMajority && !winners.Contains(runner.Person) && !seated.Contains(runner.Person))];
        int[] votes = [.. next.Select(runner => runner.Votes)];
        var choice = Selection.ByVotes(votes, leaving.Length);
        for (var i = 0; i < leaving.Length; i++)
        {
            yield return i < choice.Elected.Count
                ? new(post.Post, leaving[i], next[choice.Elected[i]].Person, next[choice.Elected[i]].Votes, [])
                : new(post.Post, leaving[i], null, 0, [.. choice.Tied.Select(index => next[index].Person)]);
        }
    }
}
