namespace Gongtui.Activities.Elections;

/// <summary>What a decision comes to: the fact to record, or why not.</summary>
public readonly record struct Decided<TFact>
    where TFact : class
{
    private Decided(TFact? fact, Refusal? refusal) => (Fact, Refusal) = (fact, refusal);

    /// <summary>The fact; null when refused.</summary>
    public TFact? Fact { get; }

    /// <summary>Why not; null when decided.</summary>
    public Refusal? Refusal { get; }

    public static implicit operator Decided<TFact>(TFact fact) => new(fact, null);

    public static implicit operator Decided<TFact>(Refusal refusal) => new(null, refusal);
}
