using Gongtui.Activities.Elections;
using Gongtui.Host.Inbox.Forms;
using Gongtui.Host.Meeting.Tasks;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Xunit;

namespace Gongtui.Host.Tests.Meeting;

/// <summary>People named in lines, where there are too many to tick.</summary>
public sealed class LongListTests
{
    private static readonly Election Roll = Election.None with
    {
        People = Election.None.People.AddRange(new Person[]
        {
            new("p1", "王芳", PersonKind.Full, Mark: "财务科"), new("p2", "王芳", PersonKind.Full, Mark: "办公室"), new("p3", "李明", PersonKind.Full), new("p4", "赵六", PersonKind.Full),
        }.Select(person => KeyValuePair.Create(person.Id, person))),
    };

    [Fact]
    public void Those_absent_are_named_and_everybody_else_is_present()
    {
        var form = Read(("listed", AttendanceFields.ThoseAbsent), ("present.names", "王芳（财务科）\r\n\r\n p3 "));
        Assert.Null(form.Problem);
        Assert.Equal(["p2", "p4"], form.Present.Order());
    }

    [Fact]
    public void Those_present_are_named_by_name_mark_or_id() =>
        Assert.Equal(["p1", "p3", "p4"], Read(("listed", AttendanceFields.ThosePresent), ("present.names", "王芳（财务科）\n李明\np4")).Present);

    [Theory]
    [InlineData("王芳")]
    [InlineData("张三")]
    [InlineData("<script>")]
    public void A_bare_name_of_two_and_a_name_of_nobody_are_asked_about(string written)
    {
        var problem = Read(("listed", AttendanceFields.ThoseAbsent), ("present.names", written)).Problem;
        Assert.Equal((RefusalKinds.Malformed, "present.names", written), (problem!.Kind, problem.Field, problem.Found));
        Assert.NotNull(problem.NextStep);
    }

    [Fact]
    public void Nobody_is_present_by_an_empty_form() => Assert.Empty(Read(("present.names", "")).Present);

    [Fact]
    public void Whoever_is_left_out_is_named_too()
    {
        var values = Values(("out-0", "李明"), ("ground-0", "LongIncapable"), ("evidence-0", "批〔2026〕1号"));
        Assert.Equal("p3", AttendanceFields.Read(values, Roll).Exclusions.Single().Person);
        Assert.Null(values.Problem);
    }

    private static (IReadOnlyList<string> Present, Refusal? Problem) Read(params (string Name, string Value)[] fields)
    {
        var values = Values(fields);
        return (AttendanceFields.Read(values, Roll).Present, values.Problem);
    }

    private static FormValues Values(params (string Name, string Value)[] fields) =>
        new(new FormCollection(fields.ToDictionary(field => field.Name, field => new StringValues(field.Value))), LongLists.Finder(Roll));
}
