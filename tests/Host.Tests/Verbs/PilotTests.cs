using Gongtui.Activities.Elections;
using Gongtui.Activities.Rules;
using Gongtui.Host.Verbs;
using Gongtui.Host.Verbs.Pilot;
using Xunit;

namespace Gongtui.Host.Tests.Verbs;

/// <summary>The 35 elections of the pilot.</summary>
public sealed class PilotTests
{
    private static readonly PilotData Data = PilotData.Read();

    [Fact]
    public async Task Thirty_five_elections_come_to_the_published_figures()
    {
        var results = await PilotVerb.RunAsync(Data);
        Assert.Equal(35, results.Count);
        Assert.All(PilotFigures.Of(Data, results), figure => Assert.True(figure.Agrees, $"{figure.Name.Zh}: {figure.Computed}, {figure.Published}"));
        Assert.All(results, result =>
        {
            var (organisation, quorum) = (result.Pilot.Organisation, RulePacks.ById(Data.RulePack)!.Quorum);
            Assert.True(result.IsRatified);
            Assert.True(Quorum.IsMet(organisation.Members.Split(' ').Length, organisation.Present, quorum));
            Assert.Equal(organisation.Secretary, result.Elected("secretary"));
            Assert.Equal(organisation.Deputy, result.Elected("deputy"));
            Assert.Equal(organisation.Member.Order(), result.MembersOnly().Order());
        });

        var courses = PilotVerb.Courses(results).ToList();
        Assert.All(courses, course => Assert.NotEmpty(course.Of));
        var variety = Data.Variety;
        Assert.Equal(
            [35 - variety.Paper.Count, variety.Paper.Count, variety.Recount.Count, variety.Tie.Count, variety.Shortage.Count, variety.NoQuorum.Count],
            courses.Take(6).Select(course => course.Of.Count));
        Assert.All(courses.SelectMany(course => course.Of).Where(result => result.WasPutOff), result => Assert.Equal(2, result.Facts["AttendanceCounted"]));

        // A figure that could not disagree would prove nothing.
        var other = Data with { Published = Data.Published with { Members = 98, SecretaryAge = "42.7", Young = 29, Survey = [74, 21, 5] } };
        Assert.Equal(4, PilotFigures.Of(other, results).Count(figure => !figure.Agrees));
        Assert.True(PilotFigures.Of(Data with { AgeOn = Data.AgeOn.AddYears(1) }, results).Count(figure => !figure.Agrees) >= 4);
        Assert.Contains(PilotFigures.Of(Data with { Published = Data.Published with { ParticipationPercent = 99 } }, results), figure => !figure.Agrees);
        Assert.Contains(PilotFigures.Of(Data, [.. results.Skip(1)]), figure => !figure.Agrees);
    }

    [Fact]
    public void Every_name_of_an_organisation_is_on_its_roll_once() => Assert.All(Data.Units.SelectMany(unit => unit.Organisations), organisation =>
    {
        string[] roll = [.. $"{organisation.Members} {organisation.Probationary} {organisation.Masses}".Split(' ', StringSplitOptions.RemoveEmptyEntries)];
        Assert.Equal(roll.Length, roll.Distinct().Count());
        Assert.All(roll, name => Assert.True(Data.Strokes.ContainsKey(name[..1]), name));
        var members = organisation.Members.Split(' ');
        Assert.Empty(organisation.Born.Keys.Concat(organisation.Others).Concat(organisation.Votes.Values.SelectMany(votes => votes.Keys)).Except(members));
        Assert.Equal(organisation.Secretary.Concat(organisation.Deputy).Concat(organisation.Member).Order(), organisation.Born.Keys.Order());
        Assert.Equal(organisation.Retired, organisation.Name.Contains("离退休", StringComparison.Ordinal));
        Assert.True(WorkCalendar.Of("cn").IsWorkingDay(organisation.Meeting));
    });

    [Fact]
    public async Task The_command_prints_both_tables_and_ends_well()
    {
        using var output = new StringWriter();
        Assert.Equal(0, await PilotVerb.ExecuteAsync(output));
        Assert.Equal(5 + 2 + 7 + 2, output.ToString().Split('\n').TakeWhile(line => !line.Contains("指标", StringComparison.Ordinal)).Count(line => line.StartsWith('|')));
        Assert.DoesNotContain("✗", output.ToString(), StringComparison.Ordinal);
    }
}
