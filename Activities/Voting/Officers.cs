using Gongtui.Activities.Elections;
using Gongtui.Activities.Planning;
using Gongtui.Activities.Rules;

namespace Gongtui.Activities.Voting;

/// <summary>第二轮候选人 as the superior names them when the shortlist no longer suffices.</summary>
/// <param name="Lists">By post; the order is the one to be printed (R35).</param>
/// <param name="Number">文号 of the superior's consent.</param>
public sealed record OfficersForm(IReadOnlyList<PostList> Lists, string Number);

/// <summary>Who is printed on the second ballot.</summary>
/// <param name="Gate">F13: the first round is settled.</param>
/// <param name="Number">文号; null when all stood on the approved shortlist.</param>
public sealed record OfficersNamed(IReadOnlyList<PostList> Lists, Verdict Gate, string? Number, string? By);

/// <summary>Candidates of the second round: the shortlisted who were elected in the first, else whom the superior names among
/// the elected.</summary>
public static class Officers
{
    /// <summary>The shortlist as far as it was elected.</summary>
    public static IReadOnlyList<PostList> Shortlisted(Election election)
    {
        var elected = Stages.ElectedFirst(election);
        return
        [
            .. Stages.OfficerPosts(election).Select(post => new PostList(post.Post,
                [.. (election.Shortlist?.Lists.FirstOrDefault(list => list.Post == post.Post)?.People ?? []).Where(elected.Contains)])),
        ];
    }

    /// <summary>The shortlist, when it still fills the second ballot; null when somebody must be named.</summary>
    public static OfficersNamed? Unchanged(Election election)
    {
        var lists = Shortlisted(election);
        return lists.All(list => list.People.Count >= election.OnBallot(election.Post(list.Post)))
            ? new(lists, Stages.Gate(election), null, null)
            : null;
    }

    public static Decided<OfficersNamed> Name(Election election, OfficersForm form, Actor actor)
    {
        var posts = Stages.OfficerPosts(election);
        if (!form.Lists.Select(list => list.Post).Order(StringComparer.Ordinal)
            .SequenceEqual(posts.Select(post => post.Post).Order(StringComparer.Ordinal)))
        {
            return new Refusal(RefusalKinds.Incomplete,
                new("须为第二轮的每个职务各填一份名单。", "Give one list for each post of the second round."),
                Expected: string.Join(", ", posts.Select(post => post.Post)), Found: string.Join(", ", form.Lists.Select(list => list.Post)), Field: "lists");
        }

        var problem = FormRules.Filled(form.Number, "number", new("上级同意的文号", "number of the superior's consent"), 100)
            ?? FormRules.OnRoll(election, form.Lists.SelectMany(list => list.People), "lists")
            ?? form.Lists.Select((list, index) => Check(election, list, $"lists[{index}].people")).FirstOrDefault(refusal => refusal is not null);
        return problem is null ? new OfficersNamed(form.Lists, Stages.Gate(election), form.Number, actor.Id) : problem;
    }

    private static Refusal? Check(Election election, PostList list, string field)
    {
        var elected = Stages.ElectedFirst(election);
        if (list.People.FirstOrDefault(person => !elected.Contains(person)) is { } stranger)
        {
            return Refusal.Of(
                RoundTwo.CheckEligible(election.NameOf(stranger), [.. elected.Select(election.NameOf)]),
                new("请从第一轮当选的委员中确定。", "Choose among those elected in the first round."), field);
        }

        var post = election.Post(list.Post);
        var enough = post.Mode == Rules.Plan.CandidateMode.Equal
            ? Differential.CheckEqual(post.Seats, list.People.Count)
            : Differential.Check(post.Seats, list.People.Count, election.Pack);
        return enough.Holds ? null : Refusal.Of(enough, new("请调整候选人数。", "Change the number of candidates."), field);
    }
}
