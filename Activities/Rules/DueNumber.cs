namespace Gongtui.Activities.Rules;

/// <summary>Where a member of the roll stands.</summary>
public enum Standing
{
    /// <summary>正式党员.</summary>
    Full,

    /// <summary>预备党员: no right to vote (R04).</summary>
    Probationary,

    /// <summary>留党察看: no right to vote (R04).</summary>
    OnProbation,

    /// <summary>留置 or arrested: rights suspended (R05).</summary>
    Suspended,
}

/// <summary>The six grounds on which a member may be left out of the due number (R07).</summary>
public enum ExclusionGround
{
    CannotExpressWill,
    AbroadPrivately,
    ServingSentence,
    LongIncapable,
    AwayWithoutTransfer,
    RetiredMovedHome,
}

/// <summary>A request to leave a member out of the due number; it counts only with both consents.</summary>
public sealed record Exclusion(ExclusionGround Ground, string Evidence, bool SuperiorConsents, bool MeetingAdopts)
{
    /// <summary>Whether the member is left out.</summary>
    public bool Counts => SuperiorConsents && MeetingAdopts;
}

/// <summary>One member of the roll at the start of the meeting.</summary>
public sealed record RollEntry(string Person, Standing Standing, Exclusion? Exclusion = null, bool IsPresent = false);

/// <summary>What F4 made of one member.</summary>
/// <param name="Person">As on the roll.</param>
/// <param name="IsDue">Counts in 应到.</param>
/// <param name="Votes">Counts in 实到: present with the right to vote.</param>
/// <param name="Reason">Why.</param>
public sealed record RollLine(string Person, bool IsDue, bool Votes, Text Reason);

/// <summary>F4's answer.</summary>
/// <param name="Due">应到.</param>
/// <param name="Present">实到 with the right to vote.</param>
/// <param name="Lines">Every member with the reason, in roll order.</param>
/// <param name="Proof">The subtraction; it holds when anybody is due.</param>
public sealed record DueResult(int Due, int Present, IReadOnlyList<RollLine> Lines, Verdict Proof);

/// <summary>F4: due = full members − 留党察看 − suspended − adopted exclusions. An excluded member who comes is added back to due and present.</summary>
public static class DueNumber
{
    public static DueResult Count(IReadOnlyList<RollEntry> roll)
    {
        RollLine[] lines = [.. roll.Select(Line)];
        var due = lines.Count(line => line.IsDue);
        int With(Standing standing) => roll.Count(entry => entry.Standing == standing);
        var excluded = roll.Count(entry => entry.Standing == Standing.Full && entry.Exclusion is { Counts: true });
        var cameAnyway = roll.Count(entry => entry.Standing == Standing.Full && entry.Exclusion is { Counts: true } && entry.IsPresent);
        var (probationary, onProbation, suspended) = (With(Standing.Probationary), With(Standing.OnProbation), With(Standing.Suspended));
        var back = cameAnyway > 0 ? $"+{cameAnyway}" : "";
        return new(due, lines.Count(line => line.Votes), lines, new(
            due > 0, "F4", Articles.DueNumber, $"{roll.Count}−{probationary}−{onProbation}−{suspended}−{excluded}{back}={due}",
            due > 0
                ? new($"名册 {roll.Count} 人，减预备党员 {probationary}、留党察看 {onProbation}、中止权利 {suspended}、经同意并通过不计入 {excluded}，应到 {due} 人。",
                    $"{roll.Count} on the roll, less {probationary} probationary, {onProbation} under probation, {suspended} suspended and {excluded} excluded: {due} due.")
                : new("应到会人数为 0，不能选举。", "Nobody is due to attend: no election can be held.")));
    }

    private static RollLine Line(RollEntry entry) => entry switch
    {
        { Standing: Standing.Probationary } => Without(entry, new("预备党员，没有选举权", "probationary member, no right to vote")),
        { Standing: Standing.OnProbation } => Without(entry, new("留党察看，没有选举权", "under probation within the Party, no right to vote")),
        { Standing: Standing.Suspended } => Without(entry, new("被留置或逮捕，中止权利", "detained or arrested, rights suspended")),
        { Exclusion.Counts: true, IsPresent: false } => Without(entry, Ground(entry.Exclusion.Ground)),
        { Exclusion.Counts: true } => new(entry.Person, true, true, new("已不计入应到会人数而到会，恢复计入", "excluded, but came: counted again")),
        { Exclusion: not null } => new(entry.Person, true, entry.IsPresent, new("不计入的请求未经上级同意并由大会通过，计入", "exclusion not both consented to and adopted: counted")),
        _ => new(entry.Person, true, entry.IsPresent, new("正式党员", "full member")),
    };

    private static RollLine Without(RollEntry entry, Text reason) => new(entry.Person, false, false, reason);

    private static Text Ground(ExclusionGround ground) => ground switch
    {
        ExclusionGround.CannotExpressWill => new("患精神病或其他疾病，不能表达意志", "ill and cannot express a will"),
        ExclusionGround.AbroadPrivately => new("自费出国半年以上", "privately abroad for over half a year"),
        ExclusionGround.ServingSentence => new("受留党察看处分或服刑", "under probation within the Party or serving a sentence"),
        ExclusionGround.LongIncapable => new("年老体弱卧床，长期不能参加活动", "old or bedridden, long-term incapable"),
        ExclusionGround.AwayWithoutTransfer => new("工作调动、外借或外出半年以上，未转组织关系", "transferred, seconded or away for over half a year without moving the membership"),
        _ => new("退休后长期回原籍居住，未转组织关系", "retired and moved home for long without moving the membership"),
    };
}
