using Gongtui.Activities.Rules.Ballots;

namespace Gongtui.Activities.Rules;

/// <summary>Why a part of a ballot does not count.</summary>
public enum PartFault
{
    None,

    /// <summary>More approvals than seats (R40).</summary>
    TooMany,

    /// <summary>A write-in without mark, where the plan makes that invalid (R39).</summary>
    WriteInWithoutMark,

    /// <summary>More write-ins than × marks, where the plan makes that invalid.</summary>
    ExcessWriteIns,
}

/// <summary>F7 and F8 for one contest's part of one ballot.</summary>
/// <param name="Fault">None for a valid part; a blank part is valid.</param>
/// <param name="Approvals">○ marks and counted write-ins together.</param>
/// <param name="WriteInsCount">Whether the valid write-ins count.</param>
public readonly record struct PartReading(PartFault Fault, int Approvals, bool WriteInsCount)
{
    public bool IsValid => Fault == PartFault.None;
}

/// <summary>F7: approvals, write-ins included, at most the seats. F8: write-ins at most the × marks.</summary>
public static class BallotValidity
{
    /// <summary>Reads a part from its four numbers; the order of the tests is the order in which tellers judge a ballot.</summary>
    /// <param name="seats">名额.</param>
    /// <param name="printed">Number of printed names.</param>
    /// <param name="approved">○ marks beside printed names.</param>
    /// <param name="against">× marks beside printed names.</param>
    /// <param name="writeIns">Valid write-ins: marked, eligible, not printed in this contest, each person once.</param>
    /// <param name="unmarkedWriteIn">Whether any name was written in without the approval mark.</param>
    /// <param name="policy">The plan's choices.</param>
    public static PartReading Read(
        int seats, int printed, int approved, int against, int writeIns, bool unmarkedWriteIn, CountingPolicy policy)
    {
        if (unmarkedWriteIn && policy.WriteInWithoutMark == WriteInWithoutMark.Invalid)
        {
            return new(PartFault.WriteInWithoutMark, approved + writeIns, false);
        }

        var excess = printed > 0 && policy.WriteInNeedsAgainst && writeIns > against;
        if (excess && policy.ExcessWriteIns == ExcessWriteIns.VoidPart)
        {
            return new(PartFault.ExcessWriteIns, approved + writeIns, false);
        }

        var approvals = excess ? approved : approved + writeIns;
        return new(approvals <= seats ? PartFault.None : PartFault.TooMany, approvals, !excess);
    }

    /// <summary>F7 in words, for a voting page or a teller's question.</summary>
    public static Verdict Check(int seats, int approvals, RulePack pack) => new(
        approvals <= seats, "F7", pack.Article("F7"), $"{approvals} ≤ {seats}", approvals <= seats
            ? new($"赞成 {approvals} 人，不多于名额 {seats}，有效。", $"{approvals} approved, not more than {seats} seats: valid.")
            : new($"赞成 {approvals} 人，多于名额 {seats}，该部分无效。", $"{approvals} approved, more than {seats} seats: this part is invalid."));

    /// <summary>F8 in words.</summary>
    public static Verdict CheckWriteIns(int writeIns, int against, RulePack pack) => new(
        writeIns <= against, "F8", pack.Article("F8"), $"{writeIns} ≤ {against}", writeIns <= against
            ? new($"另选 {writeIns} 人，不多于不赞成 {against} 人。", $"{writeIns} written in, not more than {against} not approved.")
            : new($"另选 {writeIns} 人，多于不赞成 {against} 人；不赞成一人才可另选一人，弃权不可另选。",
                $"{writeIns} written in, more than {against} not approved: a write-in needs a ×, an abstention allows none."));
}
