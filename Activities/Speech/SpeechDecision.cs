using Gongtui.Activities.Elections;

namespace Gongtui.Activities.Speech;

/// <summary>The record of the speeches.</summary>
public sealed record SpeechesForm(DateOnly On, string Place, IReadOnlyList<CampaignSpeechRecord> Speeches);

/// <summary>Whether the record is complete.</summary>
public static class SpeechDecision
{
    /// <param name="people">Everybody who was to speak.</param>
    public static Decided<SpeechesHeld> Hold(Election election, IReadOnlyList<string> people, SpeechesForm form, DateOnly today)
    {
        var problem = FormRules.Filled(form.Place, "place", new("演说地点", "place"), 200)
            ?? (form.On <= today ? null : new Refusal(RefusalKinds.Time,
                new("演说日期尚未到，请在演说之后登记。", "The speeches are still to come: record them afterwards."),
                Expected: $"≤ {today:yyyy-MM-dd}", Found: $"{form.On:yyyy-MM-dd}", Field: "on"))
            ?? FormRules.Covers(election, people, form.Speeches.Select(speech => speech.Person), "speeches")
            ?? form.Speeches.Select((speech, index) => Speech(election, speech, index)).FirstOrDefault(refusal => refusal is not null);
        if (problem is not null)
        {
            return problem;
        }

        return new SpeechesHeld(form.On, form.Place, form.Speeches);
    }

    private static Refusal? Speech(Election election, CampaignSpeechRecord speech, int index)
    {
        var name = election.NameOf(speech.Person);
        return speech.Text is null
            ? FormRules.Filled(speech.AbsentReason, $"speeches[{index}].absentReason", new($"{name}未演说的原因", $"why {name} did not speak"), 2000)
            : FormRules.Filled(speech.Text, $"speeches[{index}].text", new($"{name}的演说内容", $"what {name} said"));
    }
}
