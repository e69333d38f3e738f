namespace Gongtui.Host.Persistence;

/// <summary>A running or finished election as lists show it. Projection: the journal explains every column.</summary>
public sealed class ElectionRow
{
    public required string Instance { get; init; }
    public required string TitleZh { get; set; }
    public required string TitleEn { get; set; }
    public required string Unit { get; set; }

    /// <summary>Definition version that it runs.</summary>
    public required string Procedure { get; set; }

    /// <summary>Running, Finished, Cancelled or Faulted.</summary>
    public required string Status { get; set; }

    /// <summary>Type name of the step that began to wait last, such as "Gongtui.DraftPlan"; null when none waits.</summary>
    public string? Step { get; set; }

    public required DateTimeOffset StartedAt { get; init; }
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>Number of the journal entry up to which this row is true.</summary>
    public long Head { get; set; }

    /// <summary>Failures that wait for a person.</summary>
    public int Incidents { get; set; }
}

/// <summary>A task that people see. Projection.</summary>
public sealed class TaskRow
{
    public long Id { get; init; }
    public required string Instance { get; init; }

    /// <summary>Id in its instance, such as "approval-2".</summary>
    public required string Task { get; init; }

    public required string Kind { get; init; }
    public required string TitleZh { get; init; }
    public required string TitleEn { get; init; }
    public required string Unit { get; init; }
    public string? Bookmark { get; init; }

    /// <summary>Open, Completed or Withdrawn.</summary>
    public required string State { get; set; }

    /// <summary>Principals that may act, as a JSON array.</summary>
    public required string Assignees { get; init; }

    /// <summary>Persons that may not, as a JSON array (four eyes).</summary>
    public required string Excluded { get; init; }

    /// <summary>Data that the form needs, as JSON.</summary>
    public string? Data { get; init; }

    public string? ClaimedBy { get; set; }
    public required DateTimeOffset OpenedAt { get; init; }
    public DateTimeOffset? Due { get; init; }
    public DateTimeOffset? ClosedAt { get; set; }
    public string? ClosedBy { get; set; }
    public string? Decision { get; set; }
    public string? Comment { get; set; }
}

/// <summary>One open task in the list of one principal; a row per group, never per member (ENGINE 3.2). Projection.</summary>
public sealed class InboxRow
{
    /// <summary><see cref="Due"/> of a task without a date: behind all that have one.</summary>
    public const long NoDue = long.MaxValue;

    public required string Principal { get; init; }

    /// <summary>Unix milliseconds.</summary>
    public required long Due { get; init; }

    /// <summary><see cref="TaskRow.Id"/>.</summary>
    public required long Task { get; init; }
}

/// <summary>A notice on the board. Projection.</summary>
public sealed class NoticeRow
{
    public long Id { get; init; }
    public required string Instance { get; init; }

    /// <summary>Id in its instance.</summary>
    public required string Notice { get; init; }

    public required string Kind { get; init; }
    public required string Unit { get; init; }
    public required string TitleZh { get; init; }
    public required string TitleEn { get; init; }
    public required string BodyZh { get; init; }
    public required string BodyEn { get; init; }

    /// <summary>Principals that it is for, as a JSON array.</summary>
    public required string Audience { get; init; }

    public required DateTimeOffset PublishedAt { get; init; }
}

/// <summary>A person has read a notice. Projection.</summary>
public sealed class NoticeReadRow
{
    /// <summary><see cref="NoticeRow.Id"/>.</summary>
    public required long Notice { get; init; }

    public required string Person { get; init; }
    public required DateTimeOffset ReadAt { get; init; }
}

/// <summary>What everybody may know about a box; its sheets lie in a file of their own. Projection.</summary>
public sealed class BoxRow
{
    /// <summary>Instance and number, such as "e1/2".</summary>
    public required string Box { get; init; }

    public required string Instance { get; init; }
    public required string Purpose { get; init; }

    /// <summary>Who casts here: a channel of recommendation, a group of assessment, the round of a ballot.</summary>
    public required string GroupName { get; init; }

    /// <summary>Open or Closed.</summary>
    public required string State { get; set; }

    public required int Eligible { get; init; }

    /// <summary>Sheets in the sealed box; null while it is open.</summary>
    public int? Submitted { get; set; }

    /// <summary>Merkle root of the sealed box, hexadecimal; null while it is open.</summary>
    public string? Root { get; set; }
}

/// <summary>One remembered value of the installation.</summary>
public sealed class SettingRow
{
    public required string Key { get; init; }
    public required string Value { get; set; }
}
