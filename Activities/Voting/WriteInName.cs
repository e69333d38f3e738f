using Gongtui.Activities.Elections;

namespace Gongtui.Activities.Voting;

/// <summary>Finds the person whom a voter wrote down (F8, trap 18: people of the same name carry a mark).</summary>
public static class WriteInName
{
    /// <summary>The one person who may be elected and is meant, or why nobody is.</summary>
    public static Decided<Person> Find(Election election, BallotContest contest, string written, string field)
    {
        var name = written.Trim();
        if (contest.Eligible.Count == 0)
        {
            return Refuse(contest, name, field, new("本轮不能另选他人。", "Nobody can be written in in this round."), new("请删去这一行。", "Take this row out."));
        }

        // A bare name means everybody who bears it, those with a mark among them: rolls from before both had to be marked hold such pairs.
        var meant = election.People.Values.Where(person => person.Id == name || (person.Printed == name && person.Mark is not null)).ToList();
        if (meant.Count == 0)
        {
            meant = [.. election.People.Values.Where(person => person.Name == name)];
        }

        return meant switch
        {
            [] => Refuse(contest, name, field, new($"名册上没有“{name}”。", $"“{name}” is not on the roll."),
                new("不在名册上的另选无效，请删去这一行；写错的字由监票人、计票人认定后填写。", "A write-in that is not on the roll is void: take the row out; misspelt names are for scrutineers and tellers to settle first.")),
            [_, _, ..] => Refuse(contest, name, field, new($"名册上有 {meant.Count} 名“{name}”。", $"{meant.Count} people on the roll are called “{name}”."),
                new($"请写明区别标记或编号：{string.Join("、", meant.Select(Told))}。", $"Give the mark or the id: {string.Join(", ", meant.Select(Told))}.")),
            [var one] when contest.Candidates.Contains(one.Id) => Refuse(contest, name, field, new($"{one.Printed}已印在{contest.Name.Zh}的选票上。", $"{one.Printed} is printed for {contest.Name.En}."),
                new("印好的姓名只计 ○ 和 ×，请删去这一行。", "Printed names are counted by ○ and × only: take this row out.")),
            [var one] when !contest.Eligible.Contains(one.Id) => Refuse(contest, name, field, new($"{one.Printed}没有{contest.Name.Zh}的被选举权。", $"{one.Printed} cannot be elected {contest.Name.En}."),
                new("没有被选举权的另选无效，请删去这一行。", "Such a write-in is void: take this row out.")),
            [var one] => one,
        };
    }

    private static string Told(Person person) => person.Mark is null ? $"{person.Printed}［{person.Id}］" : person.Printed;

    private static Refusal Refuse(BallotContest contest, string name, string field, Text message, Text next) => new(
        RefusalKinds.Unknown, new($"{contest.Name.Zh}：{message.Zh}", $"{contest.Name.En}: {message.En}"), Found: name, NextStep: next, Field: field);
}
