using Gongtui.Activities.Elections;
using Gongtui.Activities.Voting;

namespace Gongtui.Activities.Boxes;

internal static class BoxesFold
{
    public static Election Apply(Election state, BoxOpened fact) => state with
    {
        Boxes = state.Boxes.SetItem(fact.Box, new(
            fact.Box, fact.Purpose, fact.Group, fact.Eligible.Count, fact.Step, true, fact.Eligible, fact.Form)),
        Voting = fact.Purpose == BoxPurpose.Ballot ? state.Voting with { Box = fact.Box } : state.Voting,
    };

    public static Election Apply(Election state, BoxClosed fact) => state with
    {
        Boxes = state.Boxes.SetItem(fact.Box, state.Boxes[fact.Box] with
        {
            IsOpen = false,
            Eligible = null,
            Form = null,
            Submitted = fact.Submitted,
            Root = fact.Root,
        }),
    };
}
