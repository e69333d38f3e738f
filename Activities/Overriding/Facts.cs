namespace Gongtui.Activities.Overriding;

/// <summary>What keeps a version from being published, as the superior is shown it.</summary>
/// <param name="Article">Source of the rule; null when no rule but the diagram itself says so.</param>
/// <param name="Node">Id of the node concerned; null when it concerns the whole.</param>
public sealed record OverriddenFinding(Text Message, Text? Article, string? Node);

/// <summary>请求特批发布: a designer asks the superior to let a version be published although the policy blocks it.</summary>
/// <param name="Procedure">Id that all versions of the procedure share.</param>
/// <param name="VersionId">Id of the version.</param>
/// <param name="Hash">SHA-256 of the text asked for, hexadecimal: nothing else is published by this approval.</param>
/// <param name="By">Person who asks.</param>
public sealed record OverrideAsked(
    string Procedure, string Name, int Version, string VersionId, string Hash, string Reason, IReadOnlyList<OverriddenFinding> Findings, string By);

/// <summary>同意特批.</summary>
/// <param name="Number">文号.</param>
/// <param name="On">Local date.</param>
public sealed record OverrideApproved(string Number, string? Reason, DateOnly On, string By);

/// <summary>不同意特批.</summary>
public sealed record OverrideDeclined(string Reason, string By);

/// <summary>经特批发布: the text that was asked for is what new elections start with.</summary>
public sealed record VersionPublished(string VersionId, string Hash);

/// <summary>特批落空: between the approval and the publication the draft was changed or deleted. Nothing was published.</summary>
/// <param name="Found">SHA-256 of the draft as it was found; null when it is gone.</param>
public sealed record OverrideLapsed(string VersionId, string Hash, string? Found);

/// <summary>What the superior fills in.</summary>
/// <param name="Number">文号; needed to approve.</param>
/// <param name="Reason">Needed to decline.</param>
public sealed record OverrideForm(string? Number = null, string? Reason = null);
