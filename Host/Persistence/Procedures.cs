namespace Gongtui.Host.Persistence;

/// <summary>One version of a procedure's diagram, as Elsa JSON. Published versions never change.</summary>
public sealed class ProcedureRow
{
    /// <summary>Id of this version.</summary>
    public required string Id { get; init; }

    /// <summary>Id that all versions of the procedure share.</summary>
    public required string DefinitionId { get; init; }

    public required int Version { get; init; }
    public required string Name { get; set; }
    public string? Description { get; set; }

    /// <summary>The definition as stored, UTF-8.</summary>
    public required byte[] Json { get; set; }

    /// <summary>SHA-256 of <see cref="Json"/>.</summary>
    public required byte[] Hash { get; set; }

    public bool IsLatest { get; set; }
    public bool IsPublished { get; set; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required string CreatedBy { get; init; }
}
