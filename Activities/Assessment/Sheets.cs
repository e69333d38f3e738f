using Gongtui.Activities.Elections;

namespace Gongtui.Activities.Assessment;

/// <summary>民主测评表: what can be filled in.</summary>
/// <param name="Group"><c>member</c> or <c>masses</c>.</param>
/// <param name="People">Who is assessed, in printing order.</param>
public sealed record AssessmentPaper(string Group, IReadOnlyList<string> People)
{
    /// <summary>Why a sheet cannot be cast, or null. Whoever is not marked is abstained from.</summary>
    public Refusal? Check(AssessmentSheet sheet)
    {
        if (sheet.Marks.Select(mark => mark.Person).Except(People, StringComparer.Ordinal).FirstOrDefault() is { } stranger)
        {
            return new(RefusalKinds.Unknown, new("测评表上没有这个人。", "Somebody marked is not on the form."), Found: stranger, Field: "marks");
        }

        return sheet.Marks.DistinctBy(mark => mark.Person).Count() == sheet.Marks.Count
            ? null
            : new(RefusalKinds.Duplicate, new("对同一人测评了两次。", "Somebody is marked twice."), Field: "marks");
    }
}

/// <summary>A mark for one person.</summary>
public sealed record AssessmentMark(string Person, Level Level);

/// <summary>One filled-in form. Nothing in it tells who filled it in.</summary>
public sealed record AssessmentSheet(IReadOnlyList<AssessmentMark> Marks);

/// <summary>A box of assessments counted.</summary>
/// <param name="Returned">Forms in the box.</param>
/// <param name="Invalid">Forms that break the paper's rules; they count nowhere.</param>
public sealed record AssessmentCount(int Returned, int Invalid, IReadOnlyList<AssessedPerson> People)
{
    /// <summary>Counts a box; the order of the sheets never matters.</summary>
    public static AssessmentCount Of(AssessmentPaper paper, IEnumerable<AssessmentSheet> sheets)
    {
        var all = sheets.ToArray();
        var valid = all.Where(sheet => paper.Check(sheet) is null).ToArray();
        var levels = valid.SelectMany(sheet => sheet.Marks).ToLookup(mark => mark.Person, mark => mark.Level, StringComparer.Ordinal);
        return new(all.Length, all.Length - valid.Length, [.. paper.People.Select(Person)]);

        AssessedPerson Person(string person)
        {
            int With(Level level) => levels[person].Count(given => given == level);
            var (excellent, competent, basic, incompetent) = (With(Level.Excellent), With(Level.Competent), With(Level.Basic), With(Level.Incompetent));
            return new(person, excellent, competent, basic, incompetent, valid.Length - excellent - competent - basic - incompetent);
        }
    }
}
