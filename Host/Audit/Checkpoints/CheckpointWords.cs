using Gongtui.Activities;

namespace Gongtui.Host.Audit.Checkpoints;

/// <summary>Why a checkpoint was made, in words.</summary>
public static class CheckpointWords
{
    public static Text Of(string occasion) => occasion switch
    {
        CheckpointOccasions.Minute => new("有变动", "something changed"),
        CheckpointOccasions.Sealed => new("票箱封存", "a box was sealed"),
        CheckpointOccasions.Announced => new("宣布结果", "a result was announced"),
        CheckpointOccasions.Ratified => new("批复", "a result was ratified or not"),
        CheckpointOccasions.Dossier => new("导出卷宗", "a dossier was made"),
        _ => new(occasion, occasion),
    };
}
