namespace Gongtui.Activities.Rules.Plan;

/// <summary>F1–F3, F14 and F15 on the posts of a plan.</summary>
internal static class PostChecks
{
    private const int MostSeats = 1000;

    public static IEnumerable<ChecklistItem> Of(PlanParameters plan, RulePack pack)
    {
        if (plan.Posts.Count == 0)
        {
            yield return new("posts", new("职务", "Posts"), new("无", "none"), null, "F14", Severity.Block,
                new("方案没有职务。", "The plan has no post."), new("请至少列出一项职务和名额。", "List at least one post with its seats."));
        }

        foreach (var double_ in plan.Posts.GroupBy(post => post.Post, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            yield return new($"{double_.Key}.post", double_.First().Name, new(double_.Key, double_.Key), null, "F14", Severity.Block,
                new("同一职务列了两次。", "The same post is listed twice."), new("合并为一项并合计名额。", "Merge them and add up the seats."));
        }

        if (plan.Mode == VotingMode.TwoRounds && plan.Posts.Count > 0)
        {
            yield return Rounds(plan.Posts);
        }

        foreach (var post in plan.Posts)
        {
            yield return Seats(post);
            if (post.Seats is < 1 or > MostSeats)
            {
                continue;
            }

            if (plan.Mode == VotingMode.NoCandidates)
            {
                yield return Vacuous(post);
                continue;
            }

            yield return Candidates(post, pack);
            if (post.Mode == CandidateMode.Differential)
            {
                yield return Investigated(post, plan);
            }
        }
    }

    private static ChecklistItem Seats(PostPlan post)
    {
        var right = post.Seats is >= 1 and <= MostSeats;
        return new(
            $"{post.Post}.seats", With(post, "名额", "seats"), Number(post.Seats), null, "F1",
            right ? Severity.Note : Severity.Block,
            right ? new("应选名额。", "Seats to fill.") : new($"名额须在 1 至 {MostSeats} 之间。", $"Seats must be between 1 and {MostSeats}."),
            right ? null : new("改正名额，或删去该职务。", "Correct the seats or remove the post."));
    }

    private static ChecklistItem Rounds(IReadOnlyList<PostPlan> posts)
    {
        var second = posts.Take(posts.Count - 1).Sum(post => (long)post.Seats);
        var first = posts[^1].Seats;
        var possible = posts.Count > 1 && second <= first;
        return new(
            "mode", new("选举方式", "Voting mode"), Words.Of(VotingMode.TwoRounds), Words.Of(VotingMode.Combined), "F13",
            possible ? Severity.Note : Severity.Block,
            new($"第二轮 {second} 个名额从第一轮的 {first} 名当选人中产生。", $"The {second} seats of round two are filled from the {first} elected in round one."),
            possible ? null : new("把委员列为最后一项职务，名额不少于其余职务之和。", "List the members as the last post, with at least as many seats as the other posts together."));
    }

    private static ChecklistItem Candidates(PostPlan post, RulePack pack)
    {
        var equal = post.Mode == CandidateMode.Equal;
        var minimum = equal ? post.Seats : Differential.MinimumCandidates(post.Seats, pack);
        var planned = post.Candidates ?? minimum;
        var proof = equal ? Differential.CheckEqual(post.Seats, planned) : Differential.Check(post.Seats, planned, pack);
        return new(
            $"{post.Post}.candidates", With(post, "候选人数", "candidates"), Number(planned), Number(minimum), proof.Rule,
            proof.Holds ? Severity.Note : Severity.Block, proof.Sentence,
            proof.Holds ? null : new($"名额 {post.Seats} 须有 {minimum} 名候选人，不是 {planned} 名。", $"{post.Seats} seats need {minimum} candidates, not {planned}."),
            proof) { Fix = proof.Holds ? null : $"{minimum}" };
    }

    private static ChecklistItem Investigated(PostPlan post, PlanParameters plan)
    {
        var name = With(post, "考察人数", "people investigated");
        if (plan.InvestigationBase == InvestigationBase.Recommended)
        {
            return new($"{post.Post}.investigated", name, post.Investigated is { } fixedNumber ? Number(fixedNumber) : new("待定", "open"), null, "F3", Severity.Warn,
                new("考察差额以被推荐人数为基数，须在推荐汇总后核定。", "The investigation's share is of the people recommended: fix it after the recommendation."));
        }

        var minimum = Differential.Minimum(post.Seats, plan.InvestigationRatio);
        var planned = post.Investigated ?? minimum;
        var proof = Differential.CheckInvestigation(post.Seats, planned, plan.InvestigationRatio);
        return new(
            $"{post.Post}.investigated", name, Number(planned), Number(minimum), "F3",
            proof.Holds ? Severity.Note : Severity.Block, proof.Sentence,
            proof.Holds ? null : new($"名额 {post.Seats} 须考察 {minimum} 人，不是 {planned} 人。", $"{post.Seats} seats need {minimum} people investigated, not {planned}."),
            proof) { Fix = proof.Holds ? null : $"{minimum}" };
    }

    private static ChecklistItem Vacuous(PostPlan post) => new(
        $"{post.Post}.candidates", With(post, "候选人数", "candidates"), new("无候选人", "no candidates"), null, "F15", Severity.Warn,
        new("无候选人的选票上差额比例无从适用；开会时按有被选举权人数与名额之比报告。",
            "On a ballot without candidates no differential applies; report those eligible against the seats at the meeting."));

    private static Text With(PostPlan post, string zh, string en) => new($"{post.Name.Zh}{zh}", $"{post.Name.En}: {en}");

    private static Text Number(int value) => new($"{value}", $"{value}");
}
