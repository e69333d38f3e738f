using Gongtui.Engine.Execution;

namespace Gongtui.Engine.Expressions;

/// <summary>An expression could not be evaluated; the message is meant for the person who designs the diagram.</summary>
public sealed class ExpressionException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>A literal, or an object given as JSON text.</summary>
internal sealed class ConstantExpression(object? value) : ICompiledExpression
{
    public object? Value { get; } = value;

    public object? Evaluate(ActivityExecutionContext context) => Value;
}

/// <summary>Reads a variable in scope by id, or by name where the id is not known.</summary>
internal sealed class VariableExpression(string? id, string? name) : ICompiledExpression
{
    public object? Evaluate(ActivityExecutionContext context)
    {
        var (state, run) = (context.Burst.State, context.Run);
        if (id is not null && state.HasVariable(run, id))
            return state.Variable(run, id);
        if (name is not null && state.HasVariableNamed(run, name))
            return state.VariableByName(run, name);
        throw new ExpressionException($"The variable '{name ?? id}' does not exist here.");
    }
}

/// <summary>Reads an input of the run by name.</summary>
internal sealed class InputExpression(string name) : ICompiledExpression
{
    public object? Evaluate(ActivityExecutionContext context) => context.Burst.State.InputNamed(name);
}

/// <summary>An expression that a draft may hold but that cannot run: its fault appears when the step is reached.</summary>
internal sealed class BrokenExpression(string reason) : ICompiledExpression
{
    public string Reason { get; } = reason;

    public object? Evaluate(ActivityExecutionContext context) => throw new ExpressionException(Reason);
}

/// <summary>Turns the stored form of an expression into a compiled one.</summary>
public static class ExpressionCompiler
{
    public static ICompiledExpression Compile(string type, JsonElement? value) => type switch
    {
        "Literal" => new ConstantExpression(value is { } v ? Values.FromJson(v) : null),
        "Object" => CompileObject(value),
        "Variable" => CompileReference(value, (id, name) => new VariableExpression(id, name)),
        "Input" => CompileReference(value, (_, name) => new InputExpression(name ?? "")),
        "JavaScript" => JavaScriptExpression.Compile(value is { ValueKind: JsonValueKind.String } s ? s.GetString()! : value is { } other ? other.GetRawText() : ""),
        _ => new BrokenExpression($"Expressions of type '{type}' are not supported here; use JavaScript, Literal, Object, Variable or Input."),
    };

    /// <summary>Whether the expression can run at all; null if so, else the reason.</summary>
    public static string? Fault(ICompiledExpression expression) => (expression as BrokenExpression)?.Reason;

    private static ICompiledExpression CompileObject(JsonElement? value)
    {
        if (value is not { ValueKind: JsonValueKind.String } text)
            return new ConstantExpression(value is { } v ? Values.FromJson(v) : null);
        try
        {
            return new ConstantExpression(string.IsNullOrWhiteSpace(text.GetString()) ? null : Values.FromJson(JsonElement.Parse(text.GetString()!)));
        }
        catch (JsonException e)
        {
            return new BrokenExpression($"The object is not valid JSON: {e.Message}");
        }
    }

    /// <summary>A variable or an input is stored as an object, as its JSON text, or (by Studio, while a person changes the type) as any old text.</summary>
    private static ICompiledExpression CompileReference(JsonElement? value, Func<string?, string?, ICompiledExpression> make)
    {
        var element = value;
        if (element is { ValueKind: JsonValueKind.String } text)
        {
            try
            {
                element = JsonElement.Parse(text.GetString()!);
            }
            catch (JsonException)
            {
                return make(text.GetString(), text.GetString());
            }
        }
        if (element is not { ValueKind: JsonValueKind.Object } o)
            return new BrokenExpression("No variable or input is chosen.");
        return make(Text(o, "id"), Text(o, "name"));
    }

    private static string? Text(JsonElement o, string name) =>
        o.TryGetProperty(name, out var p) && p.ValueKind == JsonValueKind.String ? p.GetString() : null;
}
