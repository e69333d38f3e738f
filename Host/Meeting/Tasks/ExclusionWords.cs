using Gongtui.Activities;
using Gongtui.Activities.Rules;

namespace Gongtui.Host.Meeting.Tasks;

/// <summary>The six cases of R07, short enough for a list.</summary>
public static class ExclusionWords
{
    public static Text Of(ExclusionGround ground) => ground switch
    {
        ExclusionGround.CannotExpressWill => new("患病不能表达意志", "Ill, cannot express a will"),
        ExclusionGround.AbroadPrivately => new("自费出国半年以上", "Privately abroad for over half a year"),
        ExclusionGround.ServingSentence => new("受留党察看处分或服刑", "Under probation within the Party or serving a sentence"),
        ExclusionGround.LongIncapable => new("年老体弱卧床，长期不能参加活动", "Old or bedridden, long-term incapable"),
        ExclusionGround.AwayWithoutTransfer => new("调动、外借、外出半年以上，未转组织关系", "Away for over half a year, membership not moved"),
        _ => new("退休后长期回原籍居住，未转组织关系", "Retired and moved home, membership not moved"),
    };
}
