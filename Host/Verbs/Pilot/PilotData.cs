using System.Text.Json;

namespace Gongtui.Host.Verbs.Pilot;

/// <summary>The pilot of 2010 as seeds/pilot-2010.json tells it: what was published, and organisations invented to fit.</summary>
/// <param name="RulePack">Id of the rules in force then.</param>
/// <param name="Start">Day on which every election begins.</param>
/// <param name="AgeOn">Reference date of ages.</param>
/// <param name="YoungAge">"35岁以下" includes it.</param>
/// <param name="Variety">What goes otherwise than planned, and where.</param>
/// <param name="Strokes">Strokes of surnames, for the order on ballots.</param>
internal sealed record PilotData(
    string RulePack, DateOnly Start, DateOnly AgeOn, int YoungAge, Published Published, Survey Survey, Variety Variety,
    IReadOnlyDictionary<string, int> Strokes, IReadOnlyList<PilotUnit> Units)
{
    public static PilotData Read()
    {
        using var stream = typeof(PilotData).Assembly.GetManifestResourceStream("seeds/pilot-2010.json")!;
        return JsonSerializer.Deserialize<PilotData>(stream, JsonSerializerOptions.Web)!;
    }
}

/// <summary>Organisations in which something happens on the way to the same result; ids.</summary>
/// <param name="Tie">The last seat of the committee is tied and voted on again.</param>
/// <param name="Shortage">The last seat of the committee finds no majority and is filled by another election.</param>
/// <param name="NoQuorum">Too few come to the first meeting; it is held a week later.</param>
/// <param name="Paper">Votes on paper, counted twice by hand.</param>
/// <param name="Recount">On paper, and the first two counts differ.</param>
internal sealed record Variety(
    IReadOnlyList<string> Tie, IReadOnlyList<string> Shortage, IReadOnlyList<string> NoQuorum, IReadOnlyList<string> Paper, IReadOnlyList<string> Recount);

/// <summary>The figures as published; ages with one decimal.</summary>
internal sealed record Published(
    int Organisations, int Secretaries, int Deputies, int Members, int Team, string SecretaryAge, string MemberAge, int Young,
    int ParticipationPercent, IReadOnlyList<int> Survey);

/// <summary>Answers to the question whether one would take part.</summary>
internal sealed record Survey(int Active, int IfRequired, int Unwilling);

/// <summary>A department with the procedure that it used.</summary>
internal sealed record PilotUnit(string Id, string Name, string Procedure, IReadOnlyList<Organisation> Organisations);

/// <summary>One organisation and what its people will do. Lists of people are names with a space between.</summary>
/// <param name="Retired">离退休党支部: left out of average ages.</param>
/// <param name="Meeting">Day of the electing meeting.</param>
/// <param name="Members">正式党员.</param>
/// <param name="Present">Members who come to the meeting; all of them vote.</param>
/// <param name="NotRecommending">Members who hand in no recommendation.</param>
/// <param name="Others">Nominees who are not elected, those on the ballot first.</param>
/// <param name="Born">Birthdays of the elected.</param>
/// <param name="Votes">Approvals by post and name; names that are not printed are written in.</param>
internal sealed record Organisation(
    string Id, string Name, DateOnly Meeting, string Members, string Probationary, string Masses, int Present, int NotRecommending,
    IReadOnlyList<string> Secretary, IReadOnlyList<string> Deputy, IReadOnlyList<string> Member, IReadOnlyList<string> Others,
    IReadOnlyDictionary<string, DateOnly> Born, IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>> Votes, bool Retired = false);
