namespace Gongtui.Activities.Speech;

/// <summary>One person's campaign speech.</summary>
/// <param name="Person">Who.</param>
/// <param name="Commitments">承诺: each becomes an item of the term's ledger.</param>
/// <param name="Text">What was said, in full or in substance; null if the person did not speak.</param>
/// <param name="AbsentReason">Why the person did not speak.</param>
public sealed record CampaignSpeechRecord(
    string Person, IReadOnlyList<string> Commitments, string? Text = null, string? AbsentReason = null);

/// <summary>The speeches were held.</summary>
public sealed record SpeechesHeld(DateOnly On, string Place, IReadOnlyList<CampaignSpeechRecord> Speeches);
