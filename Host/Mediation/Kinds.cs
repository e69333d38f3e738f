namespace Gongtui.Host.Mediation;

/// <summary>The kinds of refusal that the Host itself gives, and the HTTP status of every kind.</summary>
public static class Kinds
{
    public const string Conflict = "conflict";
    public const string Forbidden = "forbidden";
    public const string Invalid = "invalid";
    public const string NotFound = "not-found";
    public const string SignInRequired = "sign-in-required";
    public const string TooLarge = "too-large";
    public const string TooMany = "too-many";
    public const string Unavailable = "unavailable";

    /// <summary>HTTP status of a refusal; a kind of the domain that is not listed is a conflict with the election's state.</summary>
    public static int Status(string kind) => kind switch
    {
        Invalid or "malformed" or "incomplete" => StatusCodes.Status400BadRequest,
        SignInRequired => StatusCodes.Status401Unauthorized,
        Forbidden or "not-assigned" or "excluded" => StatusCodes.Status403Forbidden,
        NotFound or "unknown-task" => StatusCodes.Status404NotFound,
        TooLarge => StatusCodes.Status413PayloadTooLarge,
        "rule" or "arithmetic" or "unknown" or "unknown-decision" => StatusCodes.Status422UnprocessableEntity,
        TooMany => StatusCodes.Status429TooManyRequests,
        Unavailable => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status409Conflict,
    };
}
