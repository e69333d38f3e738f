using Gongtui.Activities.Elections;

namespace Gongtui.Activities.Speech;

internal static class SpeechFold
{
    public static Election Apply(Election state, SpeechesHeld fact) =>
        state with { Speakers = [.. fact.Speeches.Select(speech => speech.Person)] };
}
