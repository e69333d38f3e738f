namespace Gongtui.Host.Persistence;

/// <summary>One version of a procedure, without its text: lists and look-ups never touch the diagram.</summary>
public sealed class ProcedureRow
{
    /// <summary>Id of this version.</summary>
    public required string Id { get; init; }

    /// <summary>Id that all versions of the procedure share.</summary>
    public required string DefinitionId { get; init; }

    public required int Version { get; init; }
    public required string Name { get; set; }
    public string? Description { get; set; }

    /// <summary>SHA-256 of the text; the journal of every run begins with it.</summary>
    public required byte[] Hash { get; set; }

    public bool IsLatest { get; set; }
    public bool IsPublished { get; set; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required string CreatedBy { get; init; }

    /// <summary>When it was published first; from then on its text never changes, retracted or not. Null for a draft.</summary>
    public DateTimeOffset? PublishedAt { get; set; }

    /// <summary>When it was deleted. Only drafts disappear: runs that began on a published version are replayed from it for ever.</summary>
    public DateTimeOffset? DeletedAt { get; set; }

    public DateTimeOffset ChangedAt { get; set; }

    /// <summary>Name of whoever saved it last.</summary>
    public string ChangedBy { get; set; } = "";

    /// <summary>The editor (one browser tab) that saved it last; empty for programs.</summary>
    public string Editor { get; set; } = "";

    /// <summary>Whether it is a section: used inside other procedures as an activity, not started by itself.</summary>
    public bool RunsInside { get; set; }

    /// <summary>Grows with every change of the row. Guards against two writers.</summary>
    public int Revision { get; set; }

    /// <summary>Definition id of the procedure that this is somebody's refused version of; null for a procedure of its own.</summary>
    public string? CopyOf { get; init; }
}

/// <summary>The text of a version, in a table of its own: a row of <see cref="ProcedureRow"/> stays small enough to be skimmed.</summary>
public sealed class ProcedureTextRow
{
    /// <summary><see cref="ProcedureRow.Id"/>.</summary>
    public required string Id { get; init; }

    /// <summary>The definition as canonical JSON, UTF-8.</summary>
    public required byte[] Json { get; set; }
}
