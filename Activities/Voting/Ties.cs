using Gongtui.Activities.Elections;
using Gongtui.Activities.Rules;

namespace Gongtui.Activities.Voting;

/// <summary>What happens after a tie (F11).</summary>
public static class Ties
{
    /// <summary>Tied posts for which the plan's number of votes among the tied is used up: people must decide.</summary>
    public static IReadOnlyList<PostStanding> ToDecide(Election election) =>
    [
        .. Rounds.Pending(election.Voting, PendingKind.Tie)
            .Where(post => !Runoff.VotesAgain(post.TieRounds, election.Parameters.TieLoops)),
    ];

    public static Decided<TieDecided> Decide(Election election, bool again, TieForm form, Actor actor)
    {
        if (FormRules.Filled(form.Reason, "reason", new("理由", "reason"), 2000) is { } missing)
        {
            return missing with { Article = election.Pack.Article("F11").Display };
        }

        return new TieDecided([.. ToDecide(election).Select(post => post.Post)], again, form.Reason, actor.Id);
    }
}
