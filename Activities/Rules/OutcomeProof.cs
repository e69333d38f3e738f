using Gongtui.Activities.Rules.Ballots;

namespace Gongtui.Activities.Rules;

/// <summary>The line that says why a person is elected or not (F9, F10, F14).</summary>
internal sealed record OutcomeProof(ContestTally Tally, int[] Votes, int Base, int LastSeat, Selected Choice, RulePack Pack)
{
    private bool Contested => Choice.TiedSeats > 0 || Choice.WithoutSeat.Count > 0;

    public Verdict Of(int index, Fate fate, string? higherPost)
    {
        var (name, votes) = (Tally.Names[index].Name, Votes[index]);
        return fate switch
        {
            Fate.HoldsHigherPost => Higher(name, higherPost!),
            Fate.Tied => Tied(name, votes),
            Fate.WithoutSeat => WithoutSeat(name, votes),
            Fate.Elected => Elected(name, votes),
            _ => NotElected(name, votes),
        };
    }

    private Verdict Elected(string name, int votes)
    {
        var majority = Majority.Check(name, votes, Base, Pack);
        if (!Contested)
        {
            return majority with { Sentence = Join(majority.Sentence, new("当选。", "Elected.")) };
        }

        var relation = Choice.TiedSeats > 0 ? ">" : "≥";
        return majority with
        {
            Rule = "F10",
            Article = Pack.Article("F10"),
            Inequality = $"{majority.Inequality}; {votes} {relation} {LastSeat}",
            Sentence = Join(majority.Sentence, new($"按得票多少在 {Tally.Seats} 个名额之内，当选。", $"Within the {Tally.Seats} seats by number of votes: elected.")),
        };
    }

    private Verdict Tied(string name, int votes) => new(
        false, "F10", Pack.Article("F10"), $"{votes} > {LastSeat}",
        new($"{name} 得赞成票 {votes} 张，过半数；{Choice.Tied.Count} 人票数相等而只余 {Choice.TiedSeats} 个名额，须就票数相等者再次投票。",
            $"{name} has {votes} approvals, the majority; {Choice.Tied.Count} people are equal for {Choice.TiedSeats} remaining seat(s): vote again among them."));

    private Verdict WithoutSeat(string name, int votes) => new(
        false, "F10", Pack.Article("F10"), $"{votes} ≥ {LastSeat}",
        new($"{name} 得赞成票 {votes} 张，虽过半数，但 {Tally.Seats} 个名额已由得票更多者当选，不当选。",
            $"{name} has {votes} approvals, the majority, but the {Tally.Seats} seats went to people with more votes: not elected."));

    private Verdict NotElected(string name, int votes)
    {
        var majority = Majority.Check(name, votes, Base, Pack);
        return majority with { Sentence = Join(majority.Sentence, new("不当选。", "Not elected.")) };
    }

    private static Verdict Higher(string name, string post) => new(
        false, "F14", Articles.CombinedBallot, "1+1=2 ≤ 1",
        new($"{name} 已当选更高职务（{post}），一人一职，不再参加本项排名。", $"{name} is already elected to a higher post ({post}); one person, one seat."));

    private static Text Join(Text first, Text second) => new(first.Zh + second.Zh, $"{first.En} {second.En}");
}
