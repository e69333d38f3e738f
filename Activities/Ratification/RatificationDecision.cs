using Gongtui.Activities.Elections;
using Gongtui.Activities.Rules;
using Gongtui.Activities.Voting;

namespace Gongtui.Activities.Ratification;

/// <summary>Nothing for people to fill in: the result follows from the count.</summary>
/// <param name="Ages">What the host knows of the ages of the elected.</param>
public sealed record AnnounceForm(IReadOnlyList<ElectedAge>? Ages = null);

/// <summary>What the superior fills in.</summary>
/// <param name="Number">文号 of the approval; needed when a post needs approval.</param>
/// <param name="FilingNumber">Number of the filing; needed when a post is filed.</param>
/// <param name="Reason">Needed to decline.</param>
public sealed record RatifyForm(string? Number = null, string? FilingNumber = null, string? Reason = null);

/// <summary>The result as it is announced, approved and filed (R51, R60).</summary>
public static class RatificationDecision
{
    /// <summary>R60.</summary>
    public static Text Article { get; } = new(
        "《中国共产党章程》第31条；《基层组织选举工作条例》(2020) 第五章（条号待核）",
        "Party Constitution, Art. 31; Regulations on Elections in Primary Organisations (2020), ch. 5 (number not verified)");

    /// <summary>Everybody elected: posts that the superior ordered in that order, the others by strokes of the surname.</summary>
    public static ResultAnnounced Announce(Election election, Actor actor, DateOnly today, IReadOnlyList<ElectedAge>? ages = null) => new(
    [
        .. election.Voting.Posts.Select(standing => new PostHolders(
            standing.Post, Ordered(election, standing.Post, [.. standing.Elected.Select(holder => holder.Person)]), standing.Vacant)),
    ],
        today, actor.Id, ages);

    /// <summary>Posts that the plan submits for approval; the others are filed.</summary>
    public static IReadOnlyList<PostHolders> ToRatify(Election election) => Part(election, approved: true);

    public static IReadOnlyList<PostHolders> ToFile(Election election) => Part(election, approved: false);

    public static Decided<Ratified> Ratify(Election election, RatifyForm form, Actor actor, DateOnly today)
    {
        if (FormRules.Filled(form.Number, "number", new("批复文号", "number of the approval"), 100) is { } missing)
        {
            return missing with { Article = Article };
        }

        return new Ratified(ToRatify(election), form.Number!, today, actor.Id);
    }

    public static Decided<Filed> File(Election election, RatifyForm form, Actor actor, DateOnly today)
    {
        if (FormRules.Filled(form.FilingNumber, "filingNumber", new("备案编号", "number of the filing"), 100) is { } missing)
        {
            return missing with { Article = Article };
        }

        return new Filed(ToFile(election), form.FilingNumber!, today, actor.Id);
    }

    public static Decided<NotRatified> Decline(RatifyForm form, Actor actor)
    {
        if (FormRules.Filled(form.Reason, "reason", new("不予批复的理由", "reason for declining")) is { } missing)
        {
            return missing with { Article = Article };
        }

        return new NotRatified(form.Reason!, actor.Id);
    }

    private static IReadOnlyList<PostHolders> Part(Election election, bool approved) =>
    [
        .. election.Ratification!.Announced.Where(post =>
            election.Parameters.Approvals.Any(duty => duty.Subject == post.Post) == approved && post.People.Count > 0),
    ];

    private static IReadOnlyList<string> Ordered(Election election, string post, IReadOnlyList<string> elected)
    {
        if (election.Post(post).Mode == Rules.Plan.CandidateMode.Differential)
        {
            return [.. elected.Select(id => election.People[id]).InStrokes().Select(person => person.Id)];
        }

        var lists = election.Voting.Stage.FromElected() ? election.Voting.Officers : election.Shortlist?.Lists ?? [];
        var printed = lists.FirstOrDefault(list => list.Post == post)?.People ?? [];
        return [.. printed.Where(elected.Contains), .. elected.Except(printed, StringComparer.Ordinal)];
    }
}
