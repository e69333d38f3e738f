namespace Gongtui.Activities.Rules;

/// <summary>R11c: how many people a team has, by the kind of organisation, and which kind a number of members makes.</summary>
public static class TeamSize
{
    /// <summary>正式党员 from which a branch elects a committee; smaller ones elect a secretary and, if needed, a deputy.</summary>
    public const int BranchCommitteeFrom = 7;

    /// <summary>The usual least and most people of a team, and the most there may be.</summary>
    /// <param name="kind">支部, 总支 or 基层委员会.</param>
    /// <param name="fullMembers">正式党员.</param>
    public static (int Least, int Usual, int Most) Of(OrganisationKind kind, int fullMembers) => kind switch
    {
        OrganisationKind.Branch when fullMembers < BranchCommitteeFrom => (1, 1, 2),
        OrganisationKind.Branch => (3, 5, 7),
        OrganisationKind.GeneralBranch => (5, 7, 9),
        _ => (5, 9, 9),
    };

    /// <summary>R11c for a team of all posts together. Beyond the usual size but within the most it still holds.</summary>
    public static Verdict Check(OrganisationKind kind, int fullMembers, int seats)
    {
        var (least, usual, most) = Of(kind, fullMembers);
        var holds = least <= seats && seats <= most;
        var range = usual < most ? new Text($"{least}–{usual} 人，不超过 {most} 人", $"{least}–{usual}, at most {most}") : new Text($"{least}–{most} 人", $"{least}–{most}");
        return new(holds, "R11c", kind == OrganisationKind.Branch ? Articles.TeamSize : Articles.LargerTeamSize, $"{least} ≤ {seats} ≤ {most}", holds
            ? new($"班子共 {seats} 人，一般为 {range.Zh}。", $"A team of {seats}; usual are {range.En}.")
            : new($"班子共 {seats} 人，一般为 {range.Zh}；请调整名额。", $"A team of {seats}; usual are {range.En}: change the seats."));
    }

    /// <summary>The kind of organisation that this many full members may form; null when they are too few for any.</summary>
    public static OrganisationKind? KindFor(int fullMembers) => fullMembers switch
    {
        < 3 => null,
        <= 50 => OrganisationKind.Branch,
        <= 100 => OrganisationKind.GeneralBranch,
        _ => OrganisationKind.Committee,
    };
}
