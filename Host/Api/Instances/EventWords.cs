using Gongtui.Activities;
using Gongtui.Host.Audit;

namespace Gongtui.Host.Api.Instances;

/// <summary>What the lines of a journal are called. Elsa's own names stay: the viewer colours by them, and puts them into words itself.</summary>
internal static class EventWords
{
    public const string CancelRequested = nameof(CancelRequested);
    public const string Retried = nameof(Retried);
    public const string Skipped = nameof(Skipped);
    public const string Migrated = nameof(Migrated);
    public const string Spawned = nameof(Spawned);

    /// <summary>What the viewer gets as it is: all but the facts of elections and the names above.</summary>
    public static IReadOnlyList<string> OfElsa { get; } = ["Started", "Suspended", "Resumed", "Completed", "Canceled", "Faulted"];

    private static readonly Dictionary<string, Text> Ours = new(StringComparer.Ordinal)
    {
        [CancelRequested] = new("要求终止", "Cancellation asked"),
        [Retried] = new("重试", "Tried again"),
        [Skipped] = new("跳过", "Passed over"),
        [Migrated] = new("转到另一版本", "Moved to another version"),
        [Spawned] = new("启动子程序", "Another procedure started"),
        [Engine.Flow.WriteLine.Fact] = new("记录文字", "Line written"),
    };

    /// <summary>The name of an event in a language.</summary>
    public static string Of(string name, string language) => (Ours.GetValueOrDefault(name) ?? FactWords.Of(name)).In(language);
}
