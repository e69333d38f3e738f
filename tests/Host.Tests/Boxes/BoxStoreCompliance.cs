using System.Text;
using Gongtui.Host.Boxes;
using Xunit;

namespace Gongtui.Host.Tests.Boxes;

/// <summary>What every box store must do; each implementation inherits these tests.</summary>
public abstract class BoxStoreCompliance
{
    private static readonly string[] Three = ["p1", "p2", "p3"];

    protected abstract IBoxStore Store { get; }

    [SkippableFact]
    public async Task An_elector_casts_once_and_gets_a_receipt()
    {
        await Store.OpenAsync("e/1", Three);

        var first = await CastAsync("e/1", "p1", "yes");
        var second = await CastAsync("e/1", "p1", "no");

        Assert.Equal(CastStatus.Accepted, first.Status);
        Assert.NotNull(first.Receipt);
        Assert.Equal(new CastAnswer(CastStatus.AlreadyCast), second);
        Assert.Equal(new Turnout(3, 1), await Store.TurnoutAsync("e/1"));
        Assert.True(await Store.HasCastAsync("e/1", "p1"));
        Assert.False(await Store.HasCastAsync("e/1", "p2"));
    }

    [SkippableFact]
    public async Task The_same_attempt_gets_the_same_receipt_and_counts_once()
    {
        await Store.OpenAsync("e/1", Three);

        var first = await CastAsync("e/1", "p1", "yes", "attempt-1");
        var again = await CastAsync("e/1", "p1", "yes", "attempt-1");
        var stranger = await CastAsync("e/1", "p2", "yes", "attempt-1");
        var other = await CastAsync("e/1", "p1", "yes", "attempt-2");

        Assert.Equal(first, again);
        Assert.NotEqual(first.Receipt, stranger.Receipt);
        Assert.Equal(CastStatus.AlreadyCast, other.Status);
        Assert.Equal(2, (await Store.CloseAsync("e/1"))!.Submitted);
    }

    [SkippableFact]
    public async Task Only_electors_cast_and_only_in_their_box()
    {
        await Store.OpenAsync("e/1", Three);
        await Store.OpenAsync("e/2", ["p9"]);

        Assert.Equal(CastStatus.NotEligible, (await CastAsync("e/1", "p9", "yes")).Status);
        Assert.Equal(CastStatus.Accepted, (await CastAsync("e/2", "p9", "yes")).Status);
        Assert.Equal(CastStatus.Closed, (await CastAsync("e/3", "p9", "yes")).Status);
        Assert.Null(await Store.TurnoutAsync("e/3"));
        Assert.Null(await Store.CloseAsync("e/3"));
        Assert.False(await Store.HasCastAsync("e/3", "p9"));
    }

    [SkippableFact]
    public async Task Opening_again_changes_nothing_but_other_electors_are_a_fault()
    {
        await Store.OpenAsync("e/1", Three);
        await CastAsync("e/1", "p1", "yes");

        await Store.OpenAsync("e/1", ["p3", "p2", "p1", "p1"]);

        Assert.Equal(new Turnout(3, 1), await Store.TurnoutAsync("e/1"));
        await Assert.ThrowsAsync<InvalidOperationException>(() => Store.OpenAsync("e/1", ["p1", "p2"]));
        Assert.Equal(CastStatus.Accepted, (await CastAsync("e/1", "p2", "yes")).Status);
    }

    [SkippableFact]
    public async Task A_closed_box_takes_nothing_and_answers_the_same_again()
    {
        await Store.OpenAsync("e/1", Three);
        await CastAsync("e/1", "p1", "b");
        await CastAsync("e/1", "p3", "a");

        var closed = await Store.CloseAsync("e/1");
        var late = await CastAsync("e/1", "p2", "c");
        var again = await Store.CloseAsync("e/1");

        Assert.Equal(CastStatus.Closed, late.Status);
        Assert.Equal((3, 2), (closed!.Electors, closed.Submitted));
        Assert.Equal(["a", "b"], closed.Sheets.Select(Encoding.UTF8.GetString));
        Assert.Equal(closed.Root, again!.Root);
        Assert.Equal(closed.Sheets, again.Sheets);
    }

    [SkippableFact]
    public async Task Every_receipt_is_a_leaf_under_the_root()
    {
        await Store.OpenAsync("e/1", Three);
        var receipts = new[] { await CastAsync("e/1", "p1", "same"), await CastAsync("e/1", "p2", "same") };
        Assert.Null(await Store.LeavesAsync("e/1"));

        var closed = await Store.CloseAsync("e/1");
        var leaves = (await Store.LeavesAsync("e/1"))!.ToArray();

        Assert.Equal(leaves.OrderBy(Convert.ToHexString, StringComparer.Ordinal), leaves);
        Assert.Equal(closed!.Root, MerkleTree.Root(leaves));
        foreach (var receipt in receipts.Select(answer => answer.Receipt!.Value.Hash.ToArray()))
        {
            var index = Array.FindIndex(leaves, leaf => leaf.SequenceEqual(receipt));
            Assert.True(MerkleTree.Verify(receipt, index, leaves.Length, MerkleTree.Proof(leaves, index), closed.Root));
        }
    }

    [SkippableFact]
    public async Task Equal_sheets_have_different_receipts()
    {
        await Store.OpenAsync("e/1", Three);

        var answers = new[] { await CastAsync("e/1", "p1", "same"), await CastAsync("e/1", "p2", "same"), await CastAsync("e/1", "p3", "same") };

        Assert.Equal(3, answers.Select(answer => answer.Receipt).Distinct().Count());
        Assert.DoesNotContain(answers, answer => answer.Receipt!.Value.Hash.Span.SequenceEqual(MerkleTree.Leaf("same"u8)));
    }

    [SkippableFact]
    public async Task An_empty_box_closes()
    {
        await Store.OpenAsync("e/1", Three);

        var closed = await Store.CloseAsync("e/1");

        Assert.Equal(0, closed!.Submitted);
        Assert.Empty(closed.Sheets);
        Assert.Equal(MerkleTree.Root([]), closed.Root);
    }

    [SkippableFact]
    public async Task A_crowd_with_nervous_fingers_casts_exactly_once_each()
    {
        var people = Enumerable.Range(0, 200).Select(i => $"p{i:000}").ToArray();
        await Store.OpenAsync("e/1", people);

        var answers = await Task.WhenAll(people.SelectMany(person => Enumerable.Range(0, 4)
            .Select(attempt => Task.Run(() => CastAsync("e/1", person, $"{person} {attempt}")))));
        var closed = await Store.CloseAsync("e/1");

        Assert.Equal(200, answers.Count(answer => answer.Status == CastStatus.Accepted));
        Assert.Equal(200, closed!.Submitted);
        Assert.Equal(people, closed.Sheets.Select(sheet => Encoding.UTF8.GetString(sheet).Split(' ')[0]));
    }

    /// <summary>More than the bits of one row hold, and the places around its end.</summary>
    [SkippableFact]
    public async Task In_a_large_box_each_elector_has_a_mark_of_the_own()
    {
        var people = Enumerable.Range(0, 4200).Select(i => $"p{i:0000}").ToArray();
        string[] casting = ["p0000", "p0007", "p0008", "p4095", "p4096", "p4199"];
        await Store.OpenAsync("e/1", people);

        foreach (var person in casting) Assert.Equal(CastStatus.Accepted, (await CastAsync("e/1", person, person)).Status);

        foreach (var person in casting) Assert.Equal(CastStatus.AlreadyCast, (await CastAsync("e/1", person, person)).Status);
        foreach (var person in people.Where((_, place) => place % 97 == 0).Concat(casting)) Assert.Equal(casting.Contains(person), await Store.HasCastAsync("e/1", person));
        Assert.Equal(new Turnout(4200, 6), await Store.TurnoutAsync("e/1"));
        Assert.Equal(casting, (await Store.CloseAsync("e/1"))!.Sheets.Select(Encoding.UTF8.GetString));
    }

    [SkippableFact]
    public async Task Who_casts_into_two_boxes_at_once_is_marked_in_both()
    {
        foreach (var box in new[] { "e/1", "e/2" }) await Store.OpenAsync(box, Three);

        var answers = await Task.WhenAll(Three.SelectMany(person => new[] { "e/2", "e/1" }.Select(box => Task.Run(() => CastAsync(box, person, person)))));

        Assert.All(answers, answer => Assert.Equal(CastStatus.Accepted, answer.Status));
        foreach (var box in new[] { "e/1", "e/2" }) Assert.Equal(Three, (await Store.CloseAsync(box))!.Sheets.Select(Encoding.UTF8.GetString));
    }

    [SkippableFact]
    public async Task Nothing_comes_in_while_the_box_is_being_closed()
    {
        var people = Enumerable.Range(0, 300).Select(i => $"p{i:000}").ToArray();
        await Store.OpenAsync("e/1", people);

        var casts = people.Select(person => Task.Run(() => CastAsync("e/1", person, "x"))).ToList();
        var closed = await Task.Run(() => Store.CloseAsync("e/1"));
        var answers = await Task.WhenAll(casts);

        Assert.Equal(answers.Count(answer => answer.Status == CastStatus.Accepted), closed!.Submitted);
        Assert.Equal(closed.Submitted, (await Store.CloseAsync("e/1"))!.Submitted);
    }

    [SkippableFact]
    public Task A_sheet_beyond_the_limit_is_a_fault_of_the_caller() => Assert.ThrowsAsync<ArgumentOutOfRangeException>(
        () => Store.CastAsync("e/1", "p1", new byte[Host.Boxes.Boxes.LargestSheet + 1], ""));

    /// <summary>The boxes of <see cref="FirstBoxTables"/> go on where they were.</summary>
    protected async Task CheckFirstBoxesAsync()
    {
        Assert.Equal(new Turnout(3, 1), await Store.TurnoutAsync("e/1"));
        Assert.Equal(new Turnout(2, 1), await Store.TurnoutAsync("e/2"));
        Assert.True(await Store.HasCastAsync("e/2", "p1"));
        Assert.False(await Store.HasCastAsync("e/2", "p2"));
        Assert.Equal(CastStatus.AlreadyCast, (await CastAsync("e/1", "p2", "again")).Status);
        Assert.Equal(CastStatus.Accepted, (await CastAsync("e/1", "p3", "yes")).Status);
        Assert.Equal(CastStatus.Closed, (await CastAsync("e/2", "p2", "yes")).Status);
        await Store.OpenAsync("e/1", Three);
        Assert.Equal(["no", "yes"], (await Store.CloseAsync("e/1"))!.Sheets.Select(Encoding.UTF8.GetString));
        Assert.Equal("AB", Convert.ToHexString((await Store.CloseAsync("e/2"))!.Root));
    }

    protected Task<CastAnswer> CastAsync(string box, string elector, string sheet, string attempt = "") =>
        Store.CastAsync(box, elector, Encoding.UTF8.GetBytes(sheet), attempt);
}
