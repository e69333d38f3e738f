namespace Gongtui.Engine.Definitions;

/// <summary>One thing that is wrong in a definition, and where.</summary>
/// <param name="Path">JSON path of the place, such as <c>$.root.activities[2].condition</c>.</param>
/// <param name="Message">What is wrong, for the person who designs the diagram.</param>
/// <param name="ActivityId">The activity concerned, so that it can be shown on the diagram.</param>
public sealed record DefinitionFault(string Path, string Message, string? ActivityId = null);

/// <summary>A definition cannot be read. Thrown by the readers only; callers turn it into a refusal.</summary>
public sealed class DefinitionException(IReadOnlyList<DefinitionFault> faults)
    : Exception(string.Join("; ", faults.Select(f => $"{f.Path}: {f.Message}")))
{
    public DefinitionException(string path, string message) : this([new DefinitionFault(path, message)])
    {
    }

    public IReadOnlyList<DefinitionFault> Faults { get; } = faults;
}
