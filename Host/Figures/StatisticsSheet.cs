using Gongtui.Activities;
using Gongtui.Activities.Recommendation;
using Gongtui.Activities.Rules;

namespace Gongtui.Host.Figures;

/// <summary>A figure, how it comes about, and the pilot's published one beside it.</summary>
/// <param name="How">Sum and count, numerator and denominator; empty where the figure says it itself.</param>
/// <param name="Published">As the pilot of 2010 published it; null where it published none.</param>
public sealed record StatisticsLine(Text Name, string Value, Text How, string? Published);

/// <summary>How to count.</summary>
/// <param name="Without">Units whose people are left out of the average ages, as the pilot left out the retired branches.</param>
/// <param name="YoungIncludes">"35岁以下" includes the 35 by drafting habit.</param>
public sealed record StatisticsChoice(IReadOnlySet<string> Without, bool YoungIncludes = true);

/// <summary>F22: seats, ages to one decimal half up, 35 and under, participation, attitudes. Exact integers throughout.</summary>
public static class StatisticsSheet
{
    private const int Young = 35;

    private static readonly Dictionary<string, (Text Name, string Published, string? Age)> Posts = new(StringComparer.Ordinal)
    {
        ["secretary"] = (new("书记", "Secretaries"), "35", "42.8"),
        ["deputy"] = (new("副书记", "Deputy secretaries"), "8", null),
        ["member"] = (new("委员", "Members"), "99", "40.4"),
    };

    /// <param name="all">Elections; those without an announced result give only their survey.</param>
    public static IReadOnlyList<StatisticsLine> Of(IReadOnlyList<ElectionFigures> all, StatisticsChoice choice)
    {
        var elected = all.Where(figures => figures.Announced is not null).ToList();
        return [.. Seats(elected), .. Ages(elected, choice), .. Participation(elected), .. Survey(all)];
    }

    private static IEnumerable<StatisticsLine> Seats(List<ElectionFigures> all)
    {
        yield return new(new("选举产生班子的党组织", "Organisations that elected"), $"{all.Select(figures => figures.Unit).Distinct().Count()}", new($"{all.Count} 次选举", all.Count == 1 ? "1 election" : $"{all.Count} elections"), "35");
        foreach (var (post, (name, published, _)) in Posts)
        {
            var (held, seats) = (all.Sum(figures => figures.Holders(post).Count()), all.Sum(figures => figures.Seats.GetValueOrDefault(post)));
            var vacant = all.Sum(figures => figures.Announced!.Posts.Where(holders => holders.Post == post).Sum(holders => holders.Vacant));
            yield return new(name, $"{held}", new($"名额 {seats}" + (vacant > 0 ? $"，空缺 {vacant}" : ""), (seats == 1 ? "1 seat" : $"{seats} seats") + (vacant > 0 ? $", {vacant} vacant" : "")), published);
        }

        yield return new(new("班子成员合计", "Team members"), $"{all.Sum(figures => ElectionFigures.Higher.Sum(post => figures.Holders(post).Count()))}", Same(""), "142");
    }

    private static IEnumerable<StatisticsLine> Ages(List<ElectionFigures> all, StatisticsChoice choice)
    {
        foreach (var (post, (name, _, published)) in Posts)
        {
            var people = all.SelectMany(figures => figures.Holders(post).Select(holder => (figures.Unit, holder.Age))).ToList();
            var known = people.Where(person => person.Age is not null).ToList();
            var average = Statistics.AverageAge(known, person => person.Age!.Value, person => choice.Without.Contains(person.Unit));
            var left = known.Count - average.Count;
            yield return new(
                new($"{name.Zh}平均年龄", $"Average age, {name.En.ToLowerInvariant()}"), $"{average}",
                new(
                    $"{average.Sum}/{average.Count}" + (left > 0 ? $"，不计入 {left} 人" : "") + (people.Count > known.Count ? $"，{people.Count - known.Count} 人没有出生日期" : ""),
                    $"{average.Sum}/{average.Count}" + (left > 0 ? $", {left} left out" : "") + (people.Count > known.Count ? $", {people.Count - known.Count} without a birth date" : "")),
                published);
        }

        var team = all.SelectMany(figures => ElectionFigures.Higher.SelectMany(figures.Holders)).ToList();
        var ages = team.Select(person => person.Age).OfType<int>().ToList();
        var young = Statistics.Young(ages, Young, choice.YoungIncludes);
        yield return new(
            choice.YoungIncludes ? new("35岁以下（含35岁）", "35 or younger") : new("不满35岁", "Younger than 35"), $"{young}",
            Same(ages.Count > 0 ? $"{young}/{ages.Count}={Percent(young, ages.Count)}" : ""), "28（28/142=19.72%）");
    }

    private static IEnumerable<StatisticsLine> Participation(List<ElectionFigures> all)
    {
        foreach (var (channels, name, published) in new (string[], Text, string?)[]
        {
            ([Channels.Member, Channels.Meeting], new("党员参与推荐", "Members who recommended"), "≥ 98%"),
            ([Channels.Masses], new("群众参与推荐", "Masses who recommended"), null),
        })
        {
            var tallies = all.SelectMany(figures => figures.Recommendations).Where(tally => channels.Contains(tally.Channel)).ToList();
            var (returned, eligible) = (tallies.Sum(tally => tally.Returned), tallies.Sum(tally => tally.Eligible));
            if (eligible > 0) yield return new(name, Percent(returned, eligible), Same($"{returned}/{eligible}"), published);
        }

        var meetings = all.Select(figures => figures.Meeting).OfType<(int Due, int Present)>().ToList();
        var (present, due) = (meetings.Sum(meeting => meeting.Present), meetings.Sum(meeting => meeting.Due));
        if (due > 0) yield return new(new("选举大会到会", "Present at the meeting"), Percent(present, due), Same($"{present}/{due}"), null);
    }

    private static IEnumerable<StatisticsLine> Survey(IReadOnlyList<ElectionFigures> all)
    {
        var surveys = all.Select(figures => figures.Survey).OfType<Activities.Mobilisation.SurveyFigures>().ToList();
        if (surveys.Count == 0) yield break;
        var returned = (int)surveys.Sum(survey => survey.Returned);
        yield return new(new("问卷回收", "Questionnaires returned"), Percent(returned, surveys.Sum(survey => survey.Asked)), Same($"{returned}/{surveys.Sum(survey => survey.Asked)}"), null);
        foreach (var (name, answers, published) in new (Text, int, string)[]
        {
            (new("主动参加", "Take part actively"), surveys.Sum(survey => survey.Active), "74%"),
            (new("要求参加就参加", "Take part if required"), surveys.Sum(survey => survey.IfRequired), "22%"),
            (new("不愿参加", "Unwilling"), surveys.Sum(survey => survey.Unwilling), "4%"),
        })
        {
            yield return new(name, Percent(answers, returned), Same($"{answers}/{returned}"), published);
        }
    }

    private static Text Same(string figures) => new(figures, figures);

    /// <summary>Two decimals, half up, exact.</summary>
    private static string Percent(int part, int whole)
    {
        var hundredths = ((part * 20_000L) + whole) / (2L * whole);
        return $"{hundredths / 100}.{hundredths % 100:00}%";
    }
}
