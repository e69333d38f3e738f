using Gongtui.Activities.Elections;
using Gongtui.Activities.Planning;
using Gongtui.Activities.Rules;
using Gongtui.Activities.Rules.Plan;

namespace Gongtui.Activities.Investigation;

/// <summary>The list of people to investigate.</summary>
/// <param name="Lists">By post.</param>
/// <param name="Basis">On what the choice rests: figures of recommendation and assessment, structure of the team.</param>
public sealed record InvestigationListForm(IReadOnlyList<PostList> Lists, string Basis);

/// <summary>The team's report.</summary>
/// <param name="Team">Names of the investigators.</param>
public sealed record InvestigationForm(IReadOnlyList<string> Team, IReadOnlyList<InvestigationReport> Reports);

/// <summary>Whether a list and a report of the investigation hold.</summary>
public static class InvestigationDecision
{
    /// <summary>R24.</summary>
    public const int LeastInvestigators = 2;

    /// <summary>Posts for which there are too few nominees to investigate (F3), with the inequality; null when there are enough.</summary>
    public static FieldTooSmall? TooSmall(Election election)
    {
        var shortPosts = election.Posts
            .Where(post => election.NomineesOf(post.Post).Count() < election.ToInvestigate(post))
            .ToArray();
        return shortPosts.Length == 0 ? null : new("investigation", [.. shortPosts.Select(post => post.Post)],
            [.. shortPosts.Select(post => Proof(election, post, election.NomineesOf(post.Post).Count()))]);
    }

    public static Decided<InvestigationListed> List(Election election, InvestigationListForm form, Actor actor)
    {
        var problem = FormRules.EachPostOnce(election, form.Lists.Select(list => list.Post), "lists")
            ?? FormRules.Filled(form.Basis, "basis", new("确定考察对象的依据", "basis of the choice"))
            ?? form.Lists.Select((list, index) => Check(election, list, index)).FirstOrDefault(refusal => refusal is not null);
        if (problem is not null)
        {
            return problem;
        }

        return new InvestigationListed(form.Lists,
            [.. form.Lists.Select(list => Proof(election, election.Post(list.Post), list.People.Count))], form.Basis, actor.Id);
    }

    public static Decided<InvestigationReported> Report(Election election, InvestigationForm form, Actor actor)
    {
        var people = election.Investigation!.Lists.SelectMany(list => list.People).Distinct(StringComparer.Ordinal).ToArray();
        var problem = Team(election, people, form.Team)
            ?? FormRules.Covers(election, people, form.Reports.Select(report => report.Person), "reports")
            ?? form.Reports.Select((report, index) => Complete(election, report, index)).FirstOrDefault(refusal => refusal is not null);
        if (problem is not null)
        {
            return problem;
        }

        return new InvestigationReported(form.Team, form.Reports, actor.Id);
    }

    private static Refusal? Check(Election election, PostList list, int index)
    {
        var field = $"lists[{index}].people";
        var post = election.Post(list.Post);
        if (FormRules.OnRoll(election, list.People, field) is { } refusal)
        {
            return refusal;
        }

        if (list.People.Except(election.NomineesOf(post.Post), StringComparer.Ordinal).FirstOrDefault() is { } stranger)
        {
            return new(RefusalKinds.Unknown,
                new($"{election.NameOf(stranger)}不是通过资格审查的{post.Name.Zh}被推荐人。", $"{election.NameOf(stranger)} is not a nominee for {post.Name.En} who passed the review."),
                Found: stranger, NextStep: new("请从推荐汇总表中选择。", "Choose from the nominees."), Field: field);
        }

        var proof = Proof(election, post, list.People.Count);
        return proof.Holds ? null : Refusal.Of(proof, new("请增加考察对象。", "Add people to the list."), field);
    }

    private static Verdict Proof(Election election, PostPlan post, int people)
    {
        var needed = election.ToInvestigate(post);
        if (post.Mode == CandidateMode.Differential && election.Parameters.InvestigationBase == InvestigationBase.Seats && post.Investigated is null)
        {
            return Differential.CheckInvestigation(post.Seats, people, election.Parameters.InvestigationRatio);
        }

        var holds = people >= needed;
        return new(holds, "F3", post.Mode == CandidateMode.Equal ? Articles.EqualNumber : Articles.Investigation, $"{people} ≥ {needed}", holds
            ? new($"{post.Name.Zh}：考察 {people} 人，不少于 {needed} 人。", $"{post.Name.En}: {people} investigated, at least {needed}.")
            : new($"{post.Name.Zh}：考察 {people} 人，须有 {needed} 人。", $"{post.Name.En}: {people} investigated, {needed} are needed."));
    }

    private static Refusal? Team(Election election, IReadOnlyList<string> people, IReadOnlyList<string> team)
    {
        var names = team.Select(name => name.Trim()).Where(name => name.Length > 0).Distinct(StringComparer.Ordinal).ToArray();
        if (names.Length < LeastInvestigators)
        {
            return new(RefusalKinds.Rule,
                new($"考察组 {names.Length} 人，至少须 {LeastInvestigators} 人。", $"{names.Length} investigator(s); at least {LeastInvestigators} are needed."),
                Expected: $"≥ {LeastInvestigators}", Found: $"{names.Length}",
                Article: new("《党政领导干部选拔任用工作条例》(2019) 第33条", "Regulations on Selection of Officials (2019), Art. 33"),
                Field: "team");
        }

        return names.FirstOrDefault(name => people.Any(person => election.NameOf(person) == name)) is { } judge
            ? new(RefusalKinds.Excluded,
                new($"{judge}是考察对象，不能参加考察组。", $"{judge} is under investigation and cannot be on the team."),
                Found: judge, NextStep: new("请更换考察组成员。", "Name another investigator."), Field: "team")
            : null;
    }

    private static Refusal? Complete(Election election, InvestigationReport report, int index)
    {
        var name = election.NameOf(report.Person);
        return FormRules.Filled(report.Findings, $"reports[{index}].findings", new($"{name}的考察情况（德能勤绩廉）", $"findings on {name}"))
            ?? FormRules.Filled(report.Merits, $"reports[{index}].merits", new($"{name}的主要优点", $"merits of {name}"))
            ?? FormRules.Filled(report.Defects, $"reports[{index}].defects", new($"{name}的不足", $"defects of {name}"));
    }
}
