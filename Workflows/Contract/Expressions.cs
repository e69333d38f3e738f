namespace Elsa.Expressions.Models
{
    /// <summary>How a value is made: the syntax and its text or object.</summary>
    public class Expression(string type, object? value)
    {
        public string Type { get; } = type;
        public object? Value { get; } = value;

        public static Expression LiteralExpression(object? value) => new("Literal", value);
    }

    /// <summary>A constant.</summary>
    public class Literal<T>(T value)
    {
        public T Value { get; } = value;
    }

    /// <summary>Names a place in the memory of a run.</summary>
    public class MemoryBlockReference(string id)
    {
        public string Id { get; set; } = id;
    }

    /// <summary>What an expression can see while it is evaluated.</summary>
    public class ExpressionExecutionContext
    {
        internal ExpressionExecutionContext(Elsa.Workflows.ActivityExecutionContext activity) => Activity = activity;

        internal Elsa.Workflows.ActivityExecutionContext Activity { get; }

        public T? Get<T>(Elsa.Workflows.Models.Input<T>? input) => Activity.Get(input);

        public T GetRequiredService<T>() where T : notnull => Activity.GetRequiredService<T>();
    }
}

namespace Elsa.Workflows.Memory
{
    using Elsa.Expressions.Models;

    /// <summary>A named place that activities share.</summary>
    public class Variable : MemoryBlockReference
    {
        public Variable(string name, object? value = null, string? id = null) : base(id ?? name)
        {
            Name = name;
            Value = value;
        }

        public string Name { get; set; }
        public object? Value { get; set; }
        public string? TypeName { get; set; }

        public object? Get(ActivityExecutionContext context) => context.GetVariableById(Id);

        public void Set(ActivityExecutionContext context, object? value) => context.SetVariableById(Id, value);
    }

    /// <inheritdoc cref="Variable"/>
    public class Variable<T>(string name, T value, string? id = null) : Variable(name, value, id);
}

namespace Elsa.Common
{
    /// <summary>The instant at which the running burst was asked for. Never the machine's clock.</summary>
    public interface ISystemClock
    {
        DateTimeOffset UtcNow { get; }
    }
}
