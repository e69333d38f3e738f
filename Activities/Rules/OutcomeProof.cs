using Gongtui.Activities.Rules.Ballots;

namespace Gongtui.Activities.Rules;

/// <summary>The line that says why a person is elected or not (F9, F10, F14).</summary>
internal sealed class OutcomeProof(ContestChoice contest, RulePack pack)
{
    private readonly Selected choice = contest.Selected;
    private readonly int seats = contest.Tally.Seats;

    private bool Contested => choice.TiedSeats > 0 || choice.WithoutSeat.Count > 0;

    /// <summary>Votes at the last seat; asked for only where somebody competes for it.</summary>
    private int LastSeat => contest.Votes[choice.TiedSeats > 0 ? choice.Tied[0] : choice.Elected[^1]];

    public Verdict Of(int index, Fate fate)
    {
        var (name, votes) = (contest.NameOf(index), contest.Votes[index]);
        return fate switch
        {
            Fate.HoldsHigherPost => Higher(name, contest.Held[index]!),
            Fate.Tied => Tied(name, votes),
            Fate.WithoutSeat => WithoutSeat(name, votes),
            Fate.Elected => Elected(name, votes),
            _ => NotElected(name, votes),
        };
    }

    private Verdict Elected(string name, int votes)
    {
        var majority = Majority.Check(name, votes, contest.Base, pack);
        if (!Contested)
        {
            return majority with { Sentence = Join(majority.Sentence, new("当选。", "Elected.")) };
        }

        var relation = choice.TiedSeats > 0 ? ">" : "≥";
        return majority with
        {
            Rule = "F10",
            Article = pack.Article("F10"),
            Inequality = $"{majority.Inequality}; {votes} {relation} {LastSeat}",
            Sentence = Join(majority.Sentence, new($"按得票多少在 {seats} 个名额之内，当选。", $"Within the {seats} seats by number of votes: elected.")),
        };
    }

    private Verdict Tied(string name, int votes) => new(
        false, "F10", pack.Article("F10"), $"{votes} > {LastSeat}",
        new($"{name} 得赞成票 {votes} 张，过半数；{choice.Tied.Count} 人票数相等而只余 {choice.TiedSeats} 个名额，须就票数相等者再次投票。",
            $"{name} has {votes} approvals, the majority; {choice.Tied.Count} people are equal for {choice.TiedSeats} remaining seat(s): vote again among them."));

    private Verdict WithoutSeat(string name, int votes) => new(
        false, "F10", pack.Article("F10"), $"{votes} ≥ {LastSeat}",
        new($"{name} 得赞成票 {votes} 张，虽过半数，但 {seats} 个名额已由得票更多者当选，不当选。",
            $"{name} has {votes} approvals, the majority, but the {seats} seats went to people with more votes: not elected."));

    private Verdict NotElected(string name, int votes)
    {
        var majority = Majority.Check(name, votes, contest.Base, pack);
        return majority with { Sentence = Join(majority.Sentence, new("不当选。", "Not elected.")) };
    }

    private static Verdict Higher(string name, string post) => new(
        false, "F14", Articles.CombinedBallot, "1+1=2 ≤ 1",
        new($"{name} 已当选更高职务（{post}），一人一职，不再参加本项排名。", $"{name} is already elected to a higher post ({post}); one person, one seat."));

    private static Text Join(Text first, Text second) => new(first.Zh + second.Zh, $"{first.En} {second.En}");
}
