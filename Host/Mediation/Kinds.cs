using Gongtui.Activities.Elections;

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
        Invalid or RefusalKinds.Malformed or RefusalKinds.Incomplete => StatusCodes.Status400BadRequest,
        SignInRequired => StatusCodes.Status401Unauthorized,
        Forbidden or RefusalKinds.NotAssigned or RefusalKinds.Excluded => StatusCodes.Status403Forbidden,
        NotFound or RefusalKinds.UnknownTask => StatusCodes.Status404NotFound,
        TooLarge => StatusCodes.Status413PayloadTooLarge,
        RefusalKinds.Rule or RefusalKinds.Arithmetic or RefusalKinds.Unknown or RefusalKinds.UnknownDecision => StatusCodes.Status422UnprocessableEntity,
        TooMany => StatusCodes.Status429TooManyRequests,
        Unavailable => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status409Conflict,
    };
}
