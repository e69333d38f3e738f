using Elsa.Expressions.Models;
using Elsa.Workflows.Memory;

namespace Elsa.Workflows.Models;

/// <summary>A value that an activity reads; the diagram says by which expression it is made.</summary>
public abstract class Input
{
    private protected Input(Expression? expression, Type type)
    {
        Expression = expression;
        Type = type;
    }

    public Expression? Expression { get; }
    public Type Type { get; }

    /// <summary>Position among the inputs of its activity; set when the definition is compiled.</summary>
    internal int Slot { get; set; } = -1;

    internal Gongtui.Contract.ICompiledExpression? Compiled { get; set; }

    internal abstract object? Convert(object? value);
}

/// <inheritdoc cref="Input"/>
public class Input<T> : Input
{
    public Input(T literal, string? id = null) : base(Expression.LiteralExpression(literal), typeof(T))
    {
    }

    public Input(Literal<T> literal) : base(Expression.LiteralExpression(literal.Value), typeof(T))
    {
    }

    public Input(Variable variable) : base(new Expression("Variable", variable), typeof(T))
    {
    }

    public Input(Expression expression) : base(expression, typeof(T))
    {
    }

    internal override object? Convert(object? value) => Gongtui.Contract.Values.To<T>(value);
}

/// <summary>A value that an activity hands out, bound to a variable of the diagram or to nothing.</summary>
public class Output
{
    public Output(MemoryBlockReference? reference = null) => Reference = reference;

    internal MemoryBlockReference? Reference { get; }
}

/// <inheritdoc cref="Output"/>
public class Output<T> : Output
{
    public Output()
    {
    }

    public Output(MemoryBlockReference reference) : base(reference)
    {
    }
}
