using Gongtui.Activities.Elections;
using Gongtui.Activities.Voting;
using Xunit;

namespace Gongtui.Activities.Tests.Steps;

/// <summary>Whom a voter meant by a name on paper (F8; people of the same name carry a mark).</summary>
public sealed class WriteInNameTests
{
    private static readonly Election Two = Election.None with
    {
        People = Election.None.People
            .Add("a1", new("a1", "王伟", PersonKind.Full, Mark: "办公室"))
            .Add("a2", new("a2", "王伟", PersonKind.Full, Mark: "财务科"))
            .Add("a3", new("a3", "赵敏", PersonKind.Full))
            .Add("a4", new("a4", "钱进", PersonKind.Probationary))
            .Add("a5", new("a5", "孙平", PersonKind.Full)),
    };

    private static readonly BallotContest Contest = new("secretary", new("书记", "Secretary"), 1, ContestKind.Majority, ["a5"], ["a1", "a2", "a3", "a5"]);

    [Theory]
    [InlineData("王伟（办公室）", "a1")]
    [InlineData("王伟（财务科）", "a2")]
    [InlineData(" 赵敏 ", "a3")]
    [InlineData("a3", "a3")]
    public void One_person_is_meant(string written, string person) =>
        Assert.Equal(person, WriteInName.Find(Two, Contest, written, "w").Fact!.Id);

    [Theory]
    [InlineData("王伟", "2 名")]
    [InlineData("王小伟", "名册上没有")]
    [InlineData("钱进", "没有书记的被选举权")]
    [InlineData("孙平", "已印在书记的选票上")]
    public void Nobody_or_several_are_meant(string written, string why)
    {
        var refusal = WriteInName.Find(Two, Contest, written, "w").Refusal!;
        Assert.Contains(why, refusal.Message.Zh, StringComparison.Ordinal);
        Assert.NotNull(refusal.NextStep);
    }

    [Fact]
    public void A_bare_name_means_everybody_who_bears_it_even_where_only_one_is_marked()
    {
        var old = Two with { People = Two.People.SetItem("a1", Two.People["a1"] with { Mark = null }) };
        var refusal = WriteInName.Find(old, Contest, "王伟", "w").Refusal!;
        Assert.Contains("2 名", refusal.Message.Zh, StringComparison.Ordinal);
        Assert.Contains("a1", refusal.NextStep!.Zh, StringComparison.Ordinal);
        Assert.Equal("a1", WriteInName.Find(old, Contest, "a1", "w").Fact!.Id);
    }

    [Fact]
    public void Among_the_tied_nobody_can_be_written_in() =>
        Assert.Contains("不能另选", WriteInName.Find(Two, Contest with { Eligible = [] }, "赵敏", "w").Refusal!.Message.Zh, StringComparison.Ordinal);
}
