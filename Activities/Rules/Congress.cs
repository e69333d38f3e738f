namespace Gongtui.Activities.Rules;

/// <summary>R02 and R08: when representatives may elect instead of all members, and how many of them.</summary>
public static class Congress
{
    /// <summary>Members from which a congress may take the place of the members' meeting.</summary>
    public const int MembersFrom = 500;

    public const int UsualLeast = 100;
    public const int UsualMost = 200;
    public const int Most = 300;

    /// <summary>R02: enough members or scattered ones, and the superior's approval.</summary>
    public static Verdict MayElect(int members, bool scattered, bool superiorApproves)
    {
        var holds = (members >= MembersFrom || scattered) && superiorApproves;
        return new(holds, "R02", Articles.Congress, $"{members} ≥ {MembersFrom}", holds
            ? new("可以召开党员代表大会选举。", "A congress of representatives may elect.")
            : superiorApproves
                ? new($"党员 {members} 人，不足 {MembersFrom} 人且不分散，应召开党员大会选举。", $"{members} members, fewer than {MembersFrom} and not scattered: the members' meeting elects.")
                : new("以代表大会选举须经上级党组织批准；未经批准应召开党员大会选举。", "A congress needs the superior's approval; without it the members' meeting elects."));
    }

    /// <summary>R08: 100–200 representatives are usual, more than 300 are too many.</summary>
    public static Verdict CheckSize(int representatives)
    {
        var holds = representatives is >= UsualLeast and <= Most;
        return new(holds, "R08", Articles.Congress, $"{UsualLeast} ≤ {representatives} ≤ {Most}", holds
            ? new($"代表 {representatives} 名，一般为 {UsualLeast}–{UsualMost} 名，不超过 {Most} 名。", $"{representatives} representatives; {UsualLeast}–{UsualMost} are usual, {Most} the most.")
            : new($"代表 {representatives} 名，应为 {UsualLeast}–{UsualMost} 名，最多 {Most} 名。", $"{representatives} representatives; {UsualLeast}–{UsualMost} are usual, {Most} the most."));
    }
}
