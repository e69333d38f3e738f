using System.Globalization;
using System.Text;
using Gongtui.Activities.Elections;
using Gongtui.Activities.Rules;
using Gongtui.Host.Meeting.Tasks;
using Gongtui.Host.People;
using Standing = Gongtui.Host.Persistence.Standing;

namespace Gongtui.Host.Rolls;

/// <summary>How the cells of a roll are written. What is exported is read back as the same.</summary>
public static class RollWords
{
    private static readonly string[] Dates =
    [
        "yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyy年M月d日", "yyyyMMdd",
    ];

    private static readonly (ExclusionGround Ground, string[] Marks)[] Grounds =
    [
        (ExclusionGround.CannotExpressWill, ["不能表达", "精神病", "express"]),
        (ExclusionGround.AbroadPrivately, ["出国", "出境", "abroad"]),
        (ExclusionGround.ServingSentence, ["服刑", "留党察看", "sentence"]),
        (ExclusionGround.LongIncapable, ["卧床", "年老体弱", "bedridden"]),
        (ExclusionGround.RetiredMovedHome, ["退休", "原籍", "retired"]),
        (ExclusionGround.AwayWithoutTransfer, ["调动", "外借", "借调", "外出", "away"]),
    ];

    public static Standing? Standing(string text) => Plain(text) switch
    {
        "正式党员" or "正式" or "党员" or "full" or "fullmember" => Persistence.Standing.Full,
        "预备党员" or "预备" or "probationary" or "probationarymember" => Persistence.Standing.Probationary,
        "群众" or "masses" or "非党员" => Persistence.Standing.Masses,
        _ => null,
    };

    /// <summary>Empty means that all three are held.</summary>
    public static Rights? Rights(string text) => Plain(text) switch
    {
        "" or "享有" or "正常" or "有" or "held" or "享有表决权选举权被选举权" => Activities.Elections.Rights.Held,
        "留党察看" or "underprobation" or "probation" => Activities.Elections.Rights.UnderProbation,
        "中止" or "被中止权利" or "暂停" or "suspended" => Activities.Elections.Rights.Suspended,
        _ => null,
    };

    /// <summary>Null for what is no day of the calendar, such as 1985-02-30 or a month alone.</summary>
    public static DateOnly? Day(string text)
    {
        var plain = text.Normalize(NormalizationForm.FormKC).Replace(" ", "", StringComparison.Ordinal);
        return DateOnly.TryParseExact(plain, Dates, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
    }

    /// <summary>One of the six grounds, by its number, its name or the words that offices use for it.</summary>
    public static ExclusionGround? Ground(string text)
    {
        var plain = text.Normalize(NormalizationForm.FormKC).Trim();
        if (plain is [>= '1' and <= '6' and var number]) return (ExclusionGround)(number - '1');
        return Grounds.FirstOrDefault(ground => ground.Marks.Any(mark => plain.Contains(mark, StringComparison.OrdinalIgnoreCase))) is { Marks: not null } known ? known.Ground : null;
    }

    /// <summary>Names of two characters are often spread with a space; names of other scripts keep theirs.</summary>
    public static string Name(string text)
    {
        var plain = text.Normalize(NormalizationForm.FormKC).Trim();
        return plain.All(letter => char.IsWhiteSpace(letter) || letter is '·' or '•' || letter > '\u2E7F')
            ? string.Concat(plain.Where(letter => !char.IsWhiteSpace(letter)))
            : plain;
    }

    public static string Of(Standing standing) => StandingWords.Of(standing).Zh;

    public static string Of(Rights rights) => rights == Activities.Elections.Rights.Held ? "享有" : StandingWords.Of(rights).Zh;

    public static string Of(ExclusionGround? ground) => ground is { } known ? ExclusionWords.Of(known).Zh : "";

    private static string Plain(string text) =>
        string.Concat(text.Normalize(NormalizationForm.FormKC).Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
