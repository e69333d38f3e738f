using Elsa.Workflows;

namespace Gongtui.Contract;

/// <summary>An expression of a diagram, parsed once per definition version.</summary>
public interface ICompiledExpression
{
    /// <summary>The value now, as a journal value. An exception becomes an incident of the instance.</summary>
    object? Evaluate(ActivityExecutionContext context);
}
