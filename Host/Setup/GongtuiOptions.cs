namespace Gongtui.Host.Setup;

/// <summary>What an installation can choose; configuration section "Gongtui".</summary>
public sealed record GongtuiOptions
{
    /// <summary>Absolute path of the directory that holds every file of this installation.</summary>
    public required string DataDirectory { get; init; }

    /// <summary>Demo mode: invented people, sign-in by one click, a clock that can be moved. Never for a real election.</summary>
    public required bool Demo { get; init; }

    /// <summary>Largest request body in bytes; a longer one is refused with 413.</summary>
    public required long MaxBodyBytes { get; init; }

    /// <summary>Sign-in attempts per minute from one address.</summary>
    public required int SignInsPerMinute { get; init; }

    /// <summary>Requests that are worked on at a time; one more is refused with 503.</summary>
    public int RequestsAtOnce { get; init; } = DefaultRequestsAtOnce;

    private const int DefaultRequestsAtOnce = 1024;

    /// <summary>Absolute path of the key that signs dossiers and checkpoints; null: in the data directory. Several nodes have the same one.</summary>
    public string? OfficeKey { get; init; }

    /// <summary>Reads the section; a relative directory stands beside the content root, demo defaults to Development only.</summary>
    public static GongtuiOptions From(IConfiguration configuration, IHostEnvironment environment)
    {
        var section = configuration.GetSection("Gongtui");
        return new GongtuiOptions
        {
            DataDirectory = Path.GetFullPath(section.GetValue("DataDirectory", "data")!, environment.ContentRootPath),
            Demo = section.GetValue("Demo", environment.IsDevelopment()),
            MaxBodyBytes = section.GetValue("MaxBodyBytes", 2L * 1024 * 1024),
            RequestsAtOnce = section.GetValue("RequestsAtOnce", DefaultRequestsAtOnce),
            SignInsPerMinute = section.GetValue("SignInsPerMinute", 60),
            OfficeKey = section["OfficeKey"] is { Length: > 0 } key ? Path.GetFullPath(key, environment.ContentRootPath) : null,
        };
    }
}
