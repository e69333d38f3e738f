using System.Text.Json;
using Gongtui.Activities.Elections;
using Gongtui.Activities.Approval;
using Gongtui.Activities.Rules;
using Gongtui.Activities.Voting;
using Xunit;

namespace Gongtui.Activities.Tests.Steps;

public sealed class FormReaderTests
{
    [Fact]
    public void What_has_a_default_may_be_missing() =>
        Assert.Equal(new ApprovalForm(), FormReader.Read<ApprovalForm>(Json("{}")));

    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"scrutineers\":null,\"tellers\":[],\"yes\":1}")]
    [InlineData("{\"scrutineers\":[null],\"tellers\":[],\"yes\":1}")]
    [InlineData("{\"scrutineers\":[],\"tellers\":[],\"yes\":\"many\"}")]
    [InlineData("{\"scrutineers\":[],\"tellers\":[],\"yes\":1.5}")]
    [InlineData("{\"scrutineers\":[],\"tellers\":[]}")]
    public void Anything_else_is_malformed(string json) =>
        Assert.Throws<JsonException>(() => FormReader.Read<TellersForm>(Json(json)));

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"strict\":true}")]
    [InlineData("{\"ratio\":\"4/5\"}")]
    public void A_share_is_written_out_in_full(string json) =>
        Assert.Throws<JsonException>(() => FormReader.Read<Threshold>(Json(json)));

    [Fact]
    public void Enumerations_are_words() => Assert.Equal(
        ShortageChoice.Reduce,
        FormReader.Read<ShortageForm>(Json("{\"answers\":[{\"post\":\"p\",\"choice\":\"reduce\",\"reason\":\"r\"}]}")).Answers[0].Choice);

    [Theory]
    [InlineData("1")]
    [InlineData("\"1\"")]
    [InlineData("99")]
    [InlineData("\"nobody\"")]
    public void A_choice_is_named_by_its_word_alone(string choice) => Assert.Throws<JsonException>(() =>
        FormReader.Read<ShortageForm>(Json($"{{\"answers\":[{{\"post\":\"p\",\"choice\":{choice},\"reason\":\"r\"}}]}}")));

    [Theory]
    [InlineData("\\u0000")]
    [InlineData("a\\u0007b")]
    [InlineData("\\u009f")]
    [InlineData("\\ud800")]
    [InlineData("\\udc00\\ud800")]
    public void A_text_holds_nothing_that_no_keyboard_types(string text) =>
        Assert.Equal("$.number", Assert.Throws<JsonException>(() => FormReader.Read<ApprovalForm>(Json($"{{\"number\":\"{text}\"}}"))).Path);

    [Fact]
    public void A_text_has_an_end()
    {
        Assert.Throws<JsonException>(() => FormReader.Read<ApprovalForm>(Json($"{{\"number\":\"{new string('长', FormRules.LongText + 1)}\"}}")));
        Assert.Equal("一\n二\t🀄", FormReader.Read<ApprovalForm>(Json("{\"number\":\"一\\n二\\t🀄\"}")).Number);
    }

    [Fact]
    public void A_malformed_form_becomes_a_refusal_with_the_place()
    {
        var problem = Assert.Throws<JsonException>(() => FormReader.Read<TellersForm>(Json("{\"scrutineers\":[],\"tellers\":[\"a\",null],\"yes\":1}")));

        var refusal = FormReader.Malformed(problem);

        Assert.Equal((RefusalKinds.Malformed, "$.tellers[1]"), (refusal.Kind, refusal.Field));
    }

    private static JsonElement Json(string text) => JsonSerializer.Deserialize<JsonElement>(text);
}
