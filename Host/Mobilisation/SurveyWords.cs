using Gongtui.Activities;
using Gongtui.Activities.Mobilisation;

namespace Gongtui.Host.Mobilisation;

/// <summary>Words of the survey.</summary>
public static class SurveyWords
{
    public static Text Of(Attitude answer) => answer switch
    {
        Attitude.Active => new("主动参加", "Take part actively"),
        Attitude.IfRequired => new("要求参加就参加", "Take part if required"),
        _ => new("不愿参加", "Unwilling"),
    };
}
