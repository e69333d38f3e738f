using Gongtui.Activities.Rules;
using Xunit;

namespace Gongtui.Activities.Tests.Rules;

/// <summary>F4.</summary>
public sealed class DueNumberTests
{
    private static readonly Exclusion Adopted = new(ExclusionGround.RetiredMovedHome, "letter", SuperiorConsents: true, MeetingAdopts: true);

    [Fact]
    public void E1_sixty_on_the_list_make_fifty_one_due()
    {
        var due = DueNumber.Count(
        [
            .. Members(4, Standing.Probationary), .. Members(1, Standing.OnProbation), .. Members(1, Standing.Suspended),
            .. Members(3, Standing.Full, Adopted), .. Members(51, Standing.Full),
        ]);
        Assert.Equal((51, "60−4−1−1−3=51", true), (due.Due, due.Proof.Inequality, due.Proof.Holds));
        Assert.Equal(60, due.Lines.Count);
    }

    [Fact]
    public void E2_a_short_absence_stays_in_the_base() =>
        Assert.Equal((30, 28), Numbers([.. Members(28, Standing.Full, present: true), .. Members(2, Standing.Full)]));

    [Theory]
    [InlineData(true, false, 25)]
    [InlineData(false, true, 25)]
    [InlineData(false, false, 25)]
    [InlineData(true, true, 23)]
    public void E3_an_exclusion_needs_both_consents(bool superior, bool meeting, int due) => Assert.Equal(
        due, DueNumber.Count([.. Members(23, Standing.Full), .. Members(2, Standing.Full, new(ExclusionGround.AbroadPrivately, "e", superior, meeting))]).Due);

    [Fact]
    public void An_excluded_member_who_comes_is_due_and_present_again()
    {
        var due = DueNumber.Count([.. Members(9, Standing.Full, present: true), .. Members(1, Standing.Full, Adopted, present: true), .. Members(2, Standing.Full, Adopted)]);
        Assert.Equal((10, 10, "12−0−0−0−3+1=10"), (due.Due, due.Present, due.Proof.Inequality));
    }

    [Fact]
    public void Those_without_rights_never_count_as_present()
    {
        Standing[] without = [Standing.Probationary, Standing.OnProbation, Standing.Suspended];
        var due = DueNumber.Count([.. without.SelectMany(standing => Members(1, standing, Adopted, present: true)), .. Members(1, Standing.Full, present: true)]);
        Assert.Equal((1, 1), (due.Due, due.Present));
        Assert.Equal("4−1−1−1−0=1", due.Proof.Inequality);
    }

    [Fact]
    public void Nobody_due_is_an_error() => Assert.False(DueNumber.Count([]).Proof.Holds);

    [Fact]
    public void Every_ground_and_standing_has_its_reason()
    {
        var roll = Enum.GetValues<ExclusionGround>().Select(ground => new RollEntry($"{ground}", Standing.Full, Adopted with { Ground = ground }))
            .Concat(Enum.GetValues<Standing>().Select(standing => new RollEntry($"{standing}", standing)));
        var reasons = DueNumber.Count([.. roll]).Lines.Select(line => line.Reason.Zh).ToArray();
        Assert.Equal(reasons.Length, reasons.Distinct(StringComparer.Ordinal).Count());
    }

    private static (int Due, int Present) Numbers(IReadOnlyList<RollEntry> roll) => (DueNumber.Count(roll).Due, DueNumber.Count(roll).Present);

    private static IEnumerable<RollEntry> Members(int count, Standing standing, Exclusion? exclusion = null, bool present = false) =>
        Enumerable.Range(0, count).Select(i => new RollEntry($"{standing}{i}", standing, exclusion, present));
}
