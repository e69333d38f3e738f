using Gongtui.Activities.Planning;

namespace Gongtui.Activities.Elections;

/// <summary>Questions to the roll.</summary>
public static class Roll
{
    /// <summary>Why this roll cannot be elected with, or null: a blank id or name, an id used twice, homonyms without a mark,
    /// nobody who may vote.</summary>
    public static Refusal? Check(RollTaken roll)
    {
        if (FormRules.Filled(roll.Title, "title", new("标题", "title"), 200) is { } untitled)
        {
            return untitled;
        }

        if (roll.People.FirstOrDefault(person => string.IsNullOrWhiteSpace(person.Id) || string.IsNullOrWhiteSpace(person.Name)) is { } blank)
        {
            return new(RefusalKinds.Incomplete,
                new("名册中有人没有编号或姓名。", "Somebody on the roll has no id or no name."), Found: $"{blank.Id} {blank.Name}", Field: "roll");
        }

        if (roll.People.GroupBy(person => person.Id, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            return new(RefusalKinds.Duplicate,
                new($"名册中编号“{twice.Key}”出现了两次。", $"The id “{twice.Key}” stands twice on the roll."), Found: twice.Key, Field: "roll");
        }

        if (Homonyms.Unclear(roll.People.Select(person => (person.Name, person.Mark))) is { } name)
        {
            return Homonyms.Refuse(name, new("请在人员或名册中为每一名同名者加注区别，再发起选举。", "Give each of them a distinguishing mark in the roll, then start again."), "roll");
        }

        return roll.People.Any(person => person.MayVote)
            ? null
            : new(RefusalKinds.Incomplete,
                new("名册中没有享有选举权的正式党员。", "Nobody on the roll has the right to vote."),
                NextStep: new("请先导入党员名册。", "Import the roll first."), Field: "roll");
    }

    /// <summary>正式党员 with the right to vote, in printing order (R35).</summary>
    public static IEnumerable<string> Electors(this Election election) =>
        election.People.Values.Where(person => person.MayVote).InStrokes().Select(person => person.Id);

    /// <summary>Those who can still become candidates, in printing order.</summary>
    public static IEnumerable<string> Standing(this Election election) =>
        election.Electors().Where(election.MayStand);

    /// <summary>Members of a group that recommends or assesses: <c>member</c> or <c>masses</c>.</summary>
    /// <param name="probationary">Whether 预备党员 are among the members here; none of their three missing rights is needed
    /// to give an opinion, but the sources do not say either way.</param>
    public static IReadOnlyList<string> Group(this Election election, string group, bool probationary) =>
    [
        .. election.People.Values
            .Where(person => group == Principals.Masses
                ? person.Kind == PersonKind.Masses
                : person.MayVote || (probationary && person.Kind == PersonKind.Probationary))
            .Select(person => person.Id),
    ];

    /// <summary>By strokes of the surname, then by name.</summary>
    public static IEnumerable<Person> InStrokes(this IEnumerable<Person> people) =>
        people.OrderBy(person => person.Strokes).ThenBy(person => person.Printed, StringComparer.Ordinal);
}
