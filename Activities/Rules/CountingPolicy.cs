using Gongtui.Activities.Rules.Plan;

namespace Gongtui.Activities.Rules;

/// <summary>What an over-full part of a combined ballot spoils (F7).</summary>
public enum BallotScope
{
    /// <summary>That contest only.</summary>
    Contest,

    /// <summary>The whole ballot.</summary>
    Ballot,
}

/// <summary>A person who stands for several posts on one ballot (F14).</summary>
public enum SeatPolicy
{
    /// <summary>Whoever is elected to an earlier post leaves the ranking of the later ones; the next moves up.</summary>
    SeatOnce,

    /// <summary>Contests know nothing of each other: nobody should stand twice.</summary>
    Separate,

    /// <summary>Village rule: approvals for the higher posts count for the lower ones too; one seat a person.</summary>
    Cumulative,
}

/// <summary>A name written in without the approval mark; templates disagree (R39).</summary>
public enum WriteInWithoutMark
{
    /// <summary>It is ignored.</summary>
    Abstain,

    /// <summary>That part of the ballot is invalid.</summary>
    Invalid,
}

/// <summary>More write-ins than × marks (F8).</summary>
public enum ExcessWriteIns
{
    /// <summary>The write-ins of that part are void, the printed marks count.</summary>
    VoidWriteIns,

    /// <summary>That part of the ballot is invalid.</summary>
    VoidPart,
}

/// <summary>One person approved for several posts on one ballot (F15).</summary>
public enum RepeatedName
{
    /// <summary>Each approval counts for its post.</summary>
    EachPost,

    /// <summary>Only the approval for the highest post counts; the others are no mark.</summary>
    HighestPost,
}

/// <summary>The choices on which templates differ; the plan shows and fixes them (DOMAIN §3.2).</summary>
/// <remarks>Setters, not initialisers: the generated reader of JSON gives a missing initialiser its type's zero instead of the default here.</remarks>
public sealed record CountingPolicy
{
    public BallotScope BallotScope { get; set; }

    public SeatPolicy SeatPolicy { get; set; }

    public WriteInWithoutMark WriteInWithoutMark { get; set; }

    public ExcessWriteIns ExcessWriteIns { get; set; }

    public RepeatedName RepeatedName { get; set; }

    /// <summary>What a plan has when nobody says otherwise. Without candidates one writes names at will, and a name written twice counts for the
    /// highest post only (F15).</summary>
    public static CountingPolicy For(VotingMode mode) =>
        new() { RepeatedName = mode == VotingMode.NoCandidates ? RepeatedName.HighestPost : RepeatedName.EachPost };

    /// <summary>Whether a write-in beside printed candidates needs a × (R37); without printed candidates none is needed.</summary>
    public bool WriteInNeedsAgainst { get; set; } = true;
}
