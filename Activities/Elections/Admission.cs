using System.Text.Json;
using Gongtui.Activities.Notices;
using Gongtui.Activities.Tasks;

namespace Gongtui.Activities.Elections;

/// <summary>What may be told to an election from outside without resuming a step: read receipts, claims and releases.
/// Asked inside the single writer, before the fact is recorded.</summary>
public static class Admission
{
    /// <summary>Why the fact may not be recorded, or null.</summary>
    public static Refusal? Check(Election election, string eventName, JsonElement payload, Actor actor)
    {
        try
        {
            return eventName switch
            {
                nameof(NoticeRead) => Read(election, Fact<NoticeRead>(payload), actor),
                nameof(TaskClaimed) => TaskRules.MayClaim(election, Fact<TaskClaimed>(payload), actor),
                nameof(TaskReleased) => TaskRules.MayRelease(election, Fact<TaskReleased>(payload), actor),
                _ => new(RefusalKinds.Unknown,
                    new($"不能从外部记录“{eventName}”。", $"“{eventName}” cannot be recorded from outside."),
                    Expected: $"{nameof(NoticeRead)}, {nameof(TaskClaimed)}, {nameof(TaskReleased)}",
                    Found: eventName),
            };
        }
        catch (JsonException problem)
        {
            return FormReader.Malformed(problem);
        }
    }

    private static TFact Fact<TFact>(JsonElement payload) => FormReader.Read<TFact>(payload);

    private static Refusal? Read(Election election, NoticeRead read, Actor actor)
    {
        if (!election.Notices.TryGetValue(read.Notice, out var notice))
        {
            return new(RefusalKinds.Unknown, new("没有这份公告。", "There is no such notice."), Found: read.Notice, Field: "notice");
        }

        if (read.Person != actor.Id || !election.People.TryGetValue(read.Person, out var person) || !notice.Addresses(person))
        {
            return new(RefusalKinds.NotAssigned,
                new("只有公告的对象本人可以签收。", "Only a person whom the notice addresses can confirm reading it, and only for themselves."),
                Expected: string.Join(", ", notice.Audience), Found: actor.Id, Field: "person");
        }

        return notice.Readers.Contains(read.Person)
            ? new(RefusalKinds.Duplicate, new("您已经签收过这份公告。", "You have confirmed reading this notice before."), Found: read.Person)
            : null;
    }
}
