using Gongtui.Activities.Elections;

namespace Gongtui.Host.Inbox.Forms;

/// <summary>Long lists of people: nobody scrolls through a thousand boxes to tick, and no browser holds a hundred thousand. They are named instead, one in a line.</summary>
public static class LongLists
{
    /// <summary>Most people that a form lists to be ticked or chosen; well below the 1,024 fields that a form may send.</summary>
    public const int MostBoxes = 500;

    /// <summary>The field beside one of check boxes that takes names instead.</summary>
    public static string NamesOf(string field) => $"{field}.names";

    /// <summary>Finds people of a roll by id, by printed name, or by bare name where only one bears it.</summary>
    public static Func<string, string?> Finder(Election election)
    {
        var known = new Lazy<Dictionary<string, string>>(() => Index(election));
        return written => known.Value.GetValueOrDefault(written);
    }

    private static Dictionary<string, string> Index(Election election)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var namesakes in election.People.Values.GroupBy(person => person.Name, StringComparer.Ordinal))
            if (namesakes.Take(2).ToList() is [var only])
                found[only.Name] = only.Id;
        foreach (var person in election.People.Values) found[person.Printed] = person.Id;
        foreach (var person in election.People.Values) found[person.Id] = person.Id;
        return found;
    }
}
