using Gongtui.Activities;
using Gongtui.Activities.Boxes;
using Gongtui.Activities.Elections;
using Gongtui.Activities.Notices;
using Gongtui.Activities.Rules;
using Gongtui.Activities.Tasks;
using Gongtui.Activities.Tenure;
using Gongtui.Activities.Voting;
using Gongtui.Host.Elections;
using Gongtui.Host.Inbox;
using Gongtui.Host.Meeting.Tasks;
using Gongtui.Host.Notices;
using Gongtui.Host.Reports;
using Gongtui.Host.Tenure;

namespace Gongtui.Host.Audit;

/// <summary>What the codes in a record mean: a word of the closed sets, a post, a person, a principal.</summary>
public sealed class ValueWords(Election election, Names names)
{
    private static readonly Dictionary<string, Text> Codes = new(StringComparer.OrdinalIgnoreCase)
    {
        ["full"] = new("正式党员", "full member"),
        ["probationary"] = new("预备党员", "probationary member"),
        ["masses"] = new("群众", "masses"),
        ["held"] = new("享有", "held"),
        ["underProbation"] = new("留党察看", "under probation within the Party"),
        ["suspended"] = new("中止", "suspended"),
        ["equal"] = new("等额", "equal number"),
        ["differential"] = new("差额", "differential"),
        ["combined"] = new("一张选票，分别计票", "one ballot, tallied separately"),
        ["majority"] = new("过半数当选", "by majority"),
        ["amongTied"] = new("票数相等者再次投票", "among the tied"),
        ["supplementary"] = new("另行选举", "another election"),
        ["filled"] = new("选满", "filled"),
        ["tie"] = new("票数相等", "tie"),
        ["shortage"] = new("缺额", "shortage"),
    };

    /// <summary>The words for a value of a field; the value itself when it is free text.</summary>
    public Text Of(string field, string value) => Known(field, value) ?? Person(value) ?? new(value, value);

    private Text? Known(string field, string value) => field switch
    {
        "post" or "posts" or "short" => election.Posts.FirstOrDefault(post => post.Post == value)?.Name,
        "channel" or "channels" or "group" or "audience" => ElectionWords.Group(value),
        "assignees" or "excluded" => names.Principal(value),
        "purpose" when Enum.TryParse<BoxPurpose>(value, out var purpose) => ElectionWords.Purpose(purpose),
        "fate" when Enum.TryParse<Fate>(value, out var fate) => FateWords.Of(fate),
        "ground" when Enum.TryParse<ExclusionGround>(value, out var ground) => ExclusionWords.Of(ground),
        "ground" when Enum.TryParse<ExitGround>(value, out var exit) => ExitWords.Of(exit),
        "choice" when Enum.TryParse<VacancyChoice>(value, out var choice) => ExitWords.Of(choice),
        "choice" when Enum.TryParse<ShortageChoice>(value, out var choice) => ShortageWords.Of(choice),
        "kind" when TaskCatalog.All.FirstOrDefault(kind => kind.Id == value) is { } task => task.Name,
        "kind" when NoticeKinds.All.Contains(value) => NoticeWords.Kind(value),
        "kind" or "mode" or "outcome" or "rights" => Codes.GetValueOrDefault(value),
        "decision" => TaskCatalog.All.SelectMany(kind => kind.Choices).FirstOrDefault(choice => choice.Id == value)?.Label,
        _ => null,
    };

    private Text? Person(string value)
    {
        const string person = "person:";
        var name = names.Find(value) ?? (value.StartsWith(person, StringComparison.Ordinal) ? names.Find(value[person.Length..]) : null);
        return name is null ? null : new(name, name);
    }
}
