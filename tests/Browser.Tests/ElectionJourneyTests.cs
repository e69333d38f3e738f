using Gongtui.Browser.Tests.Journeys;

namespace Gongtui.Browser.Tests;

/// <summary>One whole election of the Housing Bureau on the pages.</summary>
public sealed class ElectionJourneyTests(HostProcess host, Chromium chromium) : BrowserTest(host, chromium)
{
    [BrowserFact]
    public async Task An_election_goes_from_its_start_to_its_ratification_and_replays()
    {
        var course = new Course("住建局机关党支部换届选举", _ => AtADeskAsync(), album: true);
        await course.StartAsync();
        await course.PlanAsync();
        await course.ApprovePlanAsync();
        await course.PublishPlanAsync();
        await course.RecommendAsync();
        await course.ChooseCandidatesAsync();
        await course.OpenMeetingAsync();
        await course.VoteAsync();
        await course.VoteTwiceAsync();
        await course.CountAsync();
        await course.AnnounceAsync();
        await course.RatifyAsync();
        await course.ReplayAsync();
        await course.OpenLedgerAsync();
        await course.LeaveAsync();
    }
}
