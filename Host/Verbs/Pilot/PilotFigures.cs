using System.Globalization;
using Gongtui.Activities;
using Gongtui.Activities.Rules;

namespace Gongtui.Host.Verbs.Pilot;

/// <summary>A figure beside the published one.</summary>
/// <param name="Name">What is counted.</param>
/// <param name="Computed">From the journals of the 35 elections.</param>
/// <param name="Published">As the pilot reported it.</param>
/// <param name="Agrees">Whether the two say the same.</param>
internal sealed record PilotFigure(Text Name, string Computed, string Published, bool Agrees);

/// <summary>The published figures, computed again from the elections (F16, F22).</summary>
internal static class PilotFigures
{
    public static IReadOnlyList<PilotFigure> Of(PilotData data, IReadOnlyList<PilotResult> results)
    {
        var published = data.Published;
        var (secretaries, deputies, members) = (
            Seats(results, result => result.Elected(PilotElection.Secretary)),
            Seats(results, result => result.Elected(PilotElection.Deputy)),
            Seats(results, result => result.MembersOnly()));
        var team = secretaries.Concat(deputies).Concat(members).ToArray();
        return
        [
            Count(new("选举产生班子的党组织", "Organisations that elected"), results.Count(result => result.IsRatified), published.Organisations),
            Count(new("书记", "Secretaries"), secretaries.Length, published.Secretaries),
            Count(new("副书记", "Deputies"), deputies.Length, published.Deputies),
            Count(new("委员", "Members"), members.Length, published.Members),
            Count(new("班子成员合计", "Team members"), team.DistinctBy(seat => (seat.Result.Pilot.Organisation.Id, seat.Name)).Count(), published.Team),
            Same(new("书记平均年龄（不计离退休党支部）", "Average age of secretaries (retired branches left out)"), Age(secretaries, true), published.SecretaryAge),
            Same(new("委员平均年龄（不计离退休党支部）", "Average age of members (retired branches left out)"), Age(members, true), published.MemberAge),
            Same(new("委员平均年龄（全部）", "Average age of members (all)"), Age(members, false), published.MemberAge),
            Count(new($"{data.YoungAge}岁以下", $"Aged {data.YoungAge} or younger"), Statistics.Young(team.Select(AgeOf), data.YoungAge), published.Young),
            Participation(results, published.ParticipationPercent),
            Survey(data),
        ];

        string Age(Seat[] seats, bool leaveOut) =>
            $"{Statistics.AverageAge(seats, AgeOf, seat => leaveOut && seat.Result.Pilot.Organisation.Retired)}";

        int AgeOf(Seat seat) => Statistics.Age(seat.Result.Pilot.Organisation.Born[seat.Name], data.AgeOn);
    }

    private sealed record Seat(PilotResult Result, string Name);

    private static Seat[] Seats(IEnumerable<PilotResult> results, Func<PilotResult, IEnumerable<string>> names) =>
        [.. results.SelectMany(result => names(result).Select(name => new Seat(result, name)))];

    private static PilotFigure Count(Text name, int computed, int published) => Same(
        name, computed.ToString(CultureInfo.InvariantCulture), published.ToString(CultureInfo.InvariantCulture));

    private static PilotFigure Same(Text name, string computed, string published) => new(name, computed, published, computed == published);

    /// <summary>Published was "98%以上": every organisation and all together reach it.</summary>
    private static PilotFigure Participation(IReadOnlyList<PilotResult> results, int percent)
    {
        var share = new Threshold(new(percent, 100), Strict: false);
        var each = results.Select(result => result.Participation()).ToArray();
        var (took, entitled) = (each.Sum(one => one.Took), each.Sum(one => one.Entitled));
        var agrees = each.Append((took, entitled)).All(one => RecommendationCut.CheckParticipation(one.Item1, one.Item2, share).Holds);
        return new(new("党员参与推荐", "Participation in the recommendation"), $"{new Ratio(took, entitled)}", $"≥ {percent}%", agrees);
    }

    private static PilotFigure Survey(PilotData data)
    {
        int[] answers = [data.Survey.Active, data.Survey.IfRequired, data.Survey.Unwilling];
        int[] percents = [.. answers.Select(answer => answer * 100 / answers.Sum())];
        var exact = percents.Zip(answers).All(pair => pair.First * answers.Sum() == pair.Second * 100);
        return new(
            new("态度调查：积极/要求则参加/不愿意（%）", "Survey: active / if required / unwilling (%)"),
            string.Join('/', percents), string.Join('/', data.Published.Survey),
            exact && Statistics.CheckShares(percents).Holds && percents.SequenceEqual(data.Published.Survey));
    }
}
