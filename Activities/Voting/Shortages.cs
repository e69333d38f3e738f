using Gongtui.Activities.Elections;
using Gongtui.Activities.Rules;
using Gongtui.Activities.Rules.Plan;

namespace Gongtui.Activities.Voting;

/// <summary>What can be done about a post with open seats, for the page that asks.</summary>
/// <param name="Seats">Seats nobody won.</param>
/// <param name="Candidates">Who would stand in another election.</param>
/// <param name="Suffice">F1 or F2 on those candidates; another election needs it.</param>
/// <param name="Close">Whether the elected are close to the seats; reducing needs it.</param>
/// <param name="ConsentsNeeded">Votes needed to reduce.</param>
public sealed record ShortageOption(
    string Post, int Seats, IReadOnlyList<string> Candidates, Verdict Suffice, Verdict Close, int ConsentsNeeded);

/// <summary>F12: another election, fewer seats, or a vacancy; never anybody who was not over half.</summary>
public static class Shortages
{
    /// <summary>Every post that is short, with its options.</summary>
    public static IReadOnlyList<ShortageOption> Options(Election election) =>
        [.. Rounds.Pending(election.Voting, PendingKind.Shortage).Select(post => Option(election, post))];

    public static Decided<ShortageDecided> Decide(Election election, ShortageForm form, Actor actor)
    {
        var options = Options(election);
        if (!options.Select(option => option.Post).Order(StringComparer.Ordinal)
            .SequenceEqual(form.Answers.Select(answer => answer.Post).Order(StringComparer.Ordinal)))
        {
            return new Refusal(RefusalKinds.Incomplete,
                new("须对每个缺额职务各作一项决定。", "Decide once for each post that is short."),
                Expected: string.Join(", ", options.Select(option => option.Post)),
                Found: string.Join(", ", form.Answers.Select(answer => answer.Post)), Field: "answers");
        }

        var decisions = new List<ShortageDecision>();
        foreach (var (index, answer) in form.Answers.Index())
        {
            var option = options.First(known => known.Post == answer.Post);
            Verdict[] proofs = [.. Proofs(election, option, answer)];
            var problem = FormRules.Filled(answer.Reason, $"answers[{index}].reason", new("理由", "reason"), 2000)
                ?? Votes(election, option, answer, $"answers[{index}].yes")
                ?? proofs.Where(proof => !proof.Holds).Select(proof => Refusal.Of(
                    proof, new("请选择其他处理方式。", "Choose another way."), $"answers[{index}].choice")).FirstOrDefault();
            if (problem is not null)
            {
                return problem;
            }

            decisions.Add(new(answer.Post, answer.Choice, option.Seats, answer.Yes, answer.Reason, proofs,
                answer.Choice == ShortageChoice.Again ? option.Candidates : []));
        }

        return new ShortageDecided(decisions, actor.Id);
    }

    private static IEnumerable<Verdict> Proofs(Election election, ShortageOption option, ShortageAnswer answer) => answer.Choice switch
    {
        ShortageChoice.Again => [option.Suffice],
        ShortageChoice.Reduce => [option.Close, Shortage.CheckConsent(answer.Yes ?? 0, Present(election), election.Pack)],
        _ => [],
    };

    private static Refusal? Votes(Election election, ShortageOption option, ShortageAnswer answer, string field)
    {
        var expected = answer.Choice == ShortageChoice.Reduce;
        return expected == answer.Yes is not null && answer.Yes is null or >= 0 && (answer.Yes ?? 0) <= Present(election)
            ? null
            : new(RefusalKinds.Incomplete,
                new("减少名额须经大会表决：请填写赞成人数；其他方式不填。", "Reducing the seats needs a vote of the meeting: give the number in favour; leave it empty otherwise."),
                Expected: $"{option.ConsentsNeeded}–{Present(election)}", Found: $"{answer.Yes}",
                Article: election.Pack.Article("F12").Display, Field: field);
    }

    private static ShortageOption Option(Election election, PostStanding post)
    {
        var seated = Rounds.SeatedAbove(election, post.Post);
        var equal = election.Post(post.Post).Mode == CandidateMode.Equal;
        RunnerUp[] rest = [.. post.RunnersUp.Where(runner => runner.Votes > 0 && !seated.Contains(runner.Person))];
        int[] votes = [.. rest.Select(runner => runner.Votes)];
        var open = election.Voting.Stage == VotingStage.Open;
        var places = open ? Differential.Minimum(post.PendingSeats, election.Parameters.OpenRunoffRatio)
            : equal ? post.PendingSeats
            : Differential.MinimumCandidates(post.PendingSeats, election.Pack);
        var cut = RecommendationCut.Cut(votes, places, CutTie.AllIn);
        string[] names = [.. cut.Taken.Select(index => rest[index].Person)];
        // Those tied at the last place all stand; a pack that wants exactly so many (1990) cannot mean that an order is drawn among them.
        var pack = names.Length > places && election.Pack.Differential is { Exact: true } exact
            ? election.Pack with { Differential = exact with { Exact = false } }
            : election.Pack;
        return new(
            post.Post, post.PendingSeats, names,
            equal && names.Length <= post.PendingSeats
                ? Differential.CheckEqual(post.PendingSeats, names.Length)
                : Differential.Check(post.PendingSeats, names.Length, pack),
            Shortage.CheckClose(post.Seats, post.Elected.Count, election.Pack),
            election.Pack.ReduceSeats.Consent.Minimum(Present(election)));
    }

    private static int Present(Election election) => election.Voting.Attendance!.Present.Count;
}
