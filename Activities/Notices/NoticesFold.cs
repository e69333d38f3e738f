using Gongtui.Activities.Elections;

namespace Gongtui.Activities.Notices;

internal static class NoticesFold
{
    public static Election Apply(Election state, NoticePublished fact) => state with
    {
        Notices = state.Notices.SetItem(fact.Notice, new(fact.Notice, fact.Kind, fact.Title, fact.Audience, fact.On)),
    };

    public static Election Apply(Election state, NoticeRead fact) => state with
    {
        Notices = state.Notices.SetItem(fact.Notice, state.Notices[fact.Notice] with
        {
            Readers = state.Notices[fact.Notice].Readers.Add(fact.Person),
        }),
    };
}
