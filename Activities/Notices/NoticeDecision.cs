using Gongtui.Activities.Elections;

namespace Gongtui.Activities.Notices;

/// <summary>A notice as the person words it.</summary>
/// <param name="Audience">Groups addressed: <c>member</c>, <c>masses</c>.</param>
public sealed record NoticeForm(string Title, string Body, IReadOnlyList<string> Audience);

/// <summary>Whether a notice can be published.</summary>
public static class NoticeDecision
{
    public static Decided<NoticePublished> Publish(Election election, string kind, NoticeForm form, DateOnly today)
    {
        var problem = FormRules.Filled(form.Title, "title", new("标题", "title"), 200)
            ?? FormRules.Filled(form.Body, "body", new("正文", "text"))
            ?? Audience(form.Audience);
        if (problem is not null)
        {
            return problem;
        }

        return new NoticePublished($"notice-{election.Notices.Count + 1}", kind, form.Title, form.Body, form.Audience, today);
    }

    private static Refusal? Audience(IReadOnlyList<string> audience) =>
        audience.Count > 0 && audience.All(group => group is Principals.Member or Principals.Masses)
            ? null
            : new(RefusalKinds.Incomplete,
                new("请选择公告范围：党员、群众。", "Choose whom the notice addresses: members, masses."),
                Expected: $"{Principals.Member}, {Principals.Masses}",
                Found: string.Join(", ", audience),
                Field: "audience");
}
