using Gongtui.Activities.Assessment;
using Gongtui.Activities.Elections;

namespace Gongtui.Activities.Tenure;

/// <summary>What staff fill in when a term begins.</summary>
/// <param name="Commitments">Their ids are given here, not by the person.</param>
public sealed record TakeOfficeForm(IReadOnlyList<TermPost> Posts, DateOnly ElectedOn, DateOnly Ends, IReadOnlyList<CommitmentLine> Commitments);

/// <summary>One commitment of a campaign speech.</summary>
public sealed record CommitmentLine(string Person, string What, DateOnly Due);

/// <summary>What a person reports on a commitment.</summary>
public sealed record CommitmentForm(bool Kept, string Result);

/// <summary>What becomes of a commitment whose maker left office.</summary>
/// <param name="To">Who takes it over; needed to hand it over.</param>
public sealed record SettlementForm(string Reason, string? To = null);

/// <summary>The superior's review of everybody in office.</summary>
public sealed record ReviewForm(IReadOnlyList<ReviewResult> Results);

/// <summary>What staff propose.</summary>
public sealed record ExitForm(string Person, string Post, ExitGround Ground, string Reason);

/// <summary>What the superior decides on it.</summary>
/// <param name="Number">文号; needed to approve.</param>
/// <param name="Reason">Needed to decline.</param>
public sealed record ExitApprovalForm(string? Number = null, string? Reason = null);

/// <summary>Whether the records of a term hold.</summary>
public static class TermDecision
{
    /// <summary>No primary organisation has a longer term (R10).</summary>
    public const int LongestYears = 5;

    /// <summary>Years in which a term can begin: not before there were elections to record, not so late that a calendar ends.</summary>
    private const int FirstYear = 1949;

    private const int LastYear = 2999;

    public static Decided<TermOpened> Open(Election election, TakeOfficeForm form, Actor actor)
    {
        var holders = form.Posts.SelectMany(post => post.People).ToHashSet(StringComparer.Ordinal);
        var problem = (holders.Count == 0 ? Missing() : null)
            ?? AsElected(election, form)
            ?? form.Posts.Select((post, index) => FormRules.OnRoll(election, post.People, $"posts[{index}].people")).FirstOrDefault(refusal => refusal is not null)
            ?? Ends(form)
            ?? form.Commitments.Select((line, index) => Commitment(election, form, holders, line, $"commitments[{index}]")).FirstOrDefault(refusal => refusal is not null);
        return problem is null
            ? new TermOpened(election.Origin?.Posts ?? form.Posts, form.ElectedOn, form.Ends,
                [.. form.Commitments.Select((line, index) => new Commitment($"commitment-{index + 1}", line.Person, line.What, line.Due))], actor.Id)
            : problem;
    }

    public static Decided<CommitmentReported> Report(Election election, string id, CommitmentForm form, Actor actor, DateOnly today)
    {
        var commitment = election.Term!.Commitments.First(known => known.Id == id);
        return FormRules.Filled(form.Result, "result", new("履行情况", "what was done"), 2000) is { } missing
            ? missing
            : new CommitmentReported(id, form.Kept, form.Result, today > commitment.Due, actor.Id);
    }

    public static Decided<TermReviewed> Review(Election election, ReviewForm form, Actor actor, DateOnly today)
    {
        var term = election.Term!;
        var problem = FormRules.Covers(election, term.People(), form.Results.Select(result => result.Person), "results")
            ?? form.Results.Select((result, index) => result.Level == Level.Abstain
                ? new Refusal(RefusalKinds.Incomplete,
                    new($"请评定{election.NameOf(result.Person)}的等次。", $"Give {election.NameOf(result.Person)} a level."), Field: $"results[{index}].level")
                : FormRules.Filled(result.Opinion, $"results[{index}].opinion", new($"对{election.NameOf(result.Person)}的评语", $"an opinion on {election.NameOf(result.Person)}"), 2000))
                .FirstOrDefault(refusal => refusal is not null);
        return problem is null ? new TermReviewed(term.Reviews + 1, today, form.Results, actor.Id) : problem;
    }

    /// <summary>Somebody left: only who holds that post by the ledger can leave it.</summary>
    public static Decided<HolderLeft> Hear(Election election, HolderLeft news) =>
        election.Term!.Posts.Any(post => post.Name.Zh == news.Post && post.People.Contains(news.Person))
            ? news
            : new Refusal(RefusalKinds.Unknown,
                new($"按任期台账，{election.NameOf(news.Person)}不担任{news.Post}。", $"By the ledger of the term {election.NameOf(news.Person)} does not hold the post {news.Post}."),
                Expected: string.Join('；', election.Term.Posts.Select(post => $"{post.Name.Zh}：{string.Join('、', post.People.Select(election.NameOf))}")),
                Found: $"{news.Post}：{election.NameOf(news.Person)}", Field: "post");

    public static Decided<CommitmentSettled> Settle(Election election, string id, string decision, SettlementForm form, Actor actor)
    {
        var term = election.Term!;
        var heir = decision == Tasks.Decisions.HandOver ? form.To ?? "" : null;
        var problem = (heir is null || term.People().Contains(heir) ? null : new Refusal(RefusalKinds.Unknown,
                new("接办人须是在任人员。", "Whoever takes it over must be in office."),
                Expected: string.Join('、', term.People().Select(election.NameOf)), Found: election.NameOf(heir),
                NextStep: new("请从在任人员中选择，或者决定终止。", "Choose somebody in office, or let it end."), Field: "to"))
            ?? FormRules.Filled(form.Reason, "reason", new("处理理由", "reason"), 2000);
        return problem is null
            ? new CommitmentSettled(id, term.Commitments.First(known => known.Id == id).Person, heir, form.Reason, actor.Id)
            : problem;
    }

    public static Decided<ExitProposed> Propose(Election election, ExitForm form, Actor actor)
    {
        var problem = FormRules.OnRoll(election, [form.Person], "person")
            ?? FormRules.Filled(form.Post, "post", new("职务", "post"), 100)
            ?? Holds(election, form)
            ?? FormRules.Filled(form.Reason, "reason", new("理由", "reason"), 2000);
        return problem is null ? new ExitProposed(form.Person, form.Post, form.Ground, form.Reason, actor.Id) : problem;
    }

    public static Decided<PostLeft> Leave(ExitProposed exit, ExitApprovalForm form, Actor actor, DateOnly today) =>
        FormRules.Filled(form.Number, "number", new("批复文号", "number of the decision"), 100) is { } missing
            ? missing
            : new PostLeft(exit.Person, exit.Post, exit.Ground, form.Number!, today, actor.Id);

    public static Decided<ExitDeclined> Stay(ExitProposed exit, ExitApprovalForm form, Actor actor) =>
        FormRules.Filled(form.Reason, "reason", new("不同意的理由", "reason"), 2000) is { } missing
            ? missing
            : new ExitDeclined(exit.Person, form.Reason!, actor.Id);

    private static Refusal Missing() => new(
        RefusalKinds.Incomplete, new("请填写在任人员。", "Name those in office."), Field: "posts");

    /// <summary>A ledger that follows an election says what that election said: the same holders, the same day, every commitment.</summary>
    private static Refusal? AsElected(Election election, TakeOfficeForm form)
    {
        if (election.Origin is not { } origin)
        {
            return null;
        }

        foreach (var post in origin.Posts)
        {
            var named = form.Posts.FirstOrDefault(known => known.Post == post.Post)?.People ?? [];
            if (!named.ToHashSet(StringComparer.Ordinal).SetEquals(post.People))
            {
                return Differs(new($"“{origin.Title}”当选的{post.Name.Zh}", $"the {post.Name.En} elected in “{origin.Title}”"), "posts",
                    string.Join('、', post.People.Select(election.NameOf)), string.Join('、', named.Select(election.NameOf)));
            }
        }

        return form.ElectedOn != origin.ElectedOn
            ? Differs(new("当选日期", "the day of the election"), "electedOn", $"{origin.ElectedOn:yyyy-MM-dd}", $"{form.ElectedOn:yyyy-MM-dd}")
            : origin.Promises.FirstOrDefault(promise => !form.Commitments.Any(line => line.Person == promise.Person && line.What == promise.What)) is { } lost
                ? new(RefusalKinds.Incomplete,
                    new($"{election.NameOf(lost.Person)}在竞职演说中承诺“{lost.What}”，请列入台账并定出期限。", $"{election.NameOf(lost.Person)} promised “{lost.What}” in the campaign speech: enter it with a day."),
                    Expected: lost.What, Field: "commitments")
                : null;
    }

    private static Refusal Differs(Text what, string field, string expected, string found) => new(
        RefusalKinds.Rule, new($"{what.Zh}与选举记录不符。", $"{what.En[..1].ToUpperInvariant()}{what.En[1..]} differs from the record of the election."), expected, found,
        NextStep: new("台账以选举记录为准；任职有变动的，请另行办理退出或补选。", "The record counts; who leaves or joins later does so by an exit or a by-election."), Field: field);

    private static Refusal? Holds(Election election, ExitForm form) =>
        election.Origin is not { } origin || origin.Posts.Any(post => post.Name.Zh == form.Post && post.People.Contains(form.Person))
            ? null
            : new(RefusalKinds.Unknown,
                new($"按任期台账，{election.NameOf(form.Person)}不担任{form.Post}。", $"By the ledger of the term {election.NameOf(form.Person)} does not hold the post {form.Post}."),
                Expected: string.Join('；', origin.Posts.Select(post => $"{post.Name.Zh}：{string.Join('、', post.People.Select(election.NameOf))}")),
                Found: $"{form.Post}：{election.NameOf(form.Person)}",
                NextStep: new("请按台账选择人员和职务。", "Choose person and post as the ledger has them."), Field: "post");

    private static Refusal? Ends(TakeOfficeForm form) => form.ElectedOn.Year is < FirstYear or > LastYear
        ? new(RefusalKinds.Time,
            new($"当选日期 {form.ElectedOn:yyyy-MM-dd} 不可能。", $"Nobody was elected on {form.ElectedOn:yyyy-MM-dd}."),
            Expected: $"{FirstYear}–{LastYear}", Found: $"{form.ElectedOn.Year}", Field: "electedOn")
        : form.Ends > form.ElectedOn && form.Ends <= form.ElectedOn.AddYears(LongestYears)
        ? null
        : new(RefusalKinds.Time,
            new($"任期至 {form.Ends:yyyy-MM-dd}，须在当选之后且不超过 {LongestYears} 年。", $"A term to {form.Ends:yyyy-MM-dd} must end after the election and within {LongestYears} years."),
            Expected: $"{form.ElectedOn:yyyy-MM-dd} – {form.ElectedOn.AddYears(LongestYears):yyyy-MM-dd}", Found: $"{form.Ends:yyyy-MM-dd}",
            Article: new("《关于党的基层组织任期的意见》(2018)", "Opinion on the terms of primary organisations (2018)"), Field: "ends");

    private static Refusal? Commitment(Election election, TakeOfficeForm form, HashSet<string> holders, CommitmentLine line, string field) =>
        !holders.Contains(line.Person)
            ? new(RefusalKinds.Unknown,
                new($"{election.NameOf(line.Person)}不在任，承诺无法兑现。", $"{election.NameOf(line.Person)} is not in office."), Found: line.Person, Field: $"{field}.person")
            : line.Due < form.ElectedOn || line.Due > form.Ends
                ? new(RefusalKinds.Time,
                    new($"兑现期限 {line.Due:yyyy-MM-dd} 不在任期内。", $"{line.Due:yyyy-MM-dd} is outside the term."),
                    Expected: $"{form.ElectedOn:yyyy-MM-dd} – {form.Ends:yyyy-MM-dd}", Found: $"{line.Due:yyyy-MM-dd}", Field: $"{field}.due")
                : FormRules.Filled(line.What, $"{field}.what", new("承诺事项", "what was promised"), 2000);
}
