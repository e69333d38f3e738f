using System.Diagnostics.CodeAnalysis;
using Gongtui.Activities;
using Gongtui.Activities.Elections;

namespace Gongtui.Host.Mediation;

/// <summary>A response that a behaviour can refuse without knowing what it would have carried.</summary>
public interface IRefusable<TSelf>
    where TSelf : IRefusable<TSelf>
{
    /// <summary>Null when accepted.</summary>
    Refusal? Refusal { get; }

    static abstract TSelf Refused(Refusal refusal);
}

/// <summary>The answer to a request: a value, or a refusal that says why not.</summary>
public sealed class Result<T> : IRefusable<Result<T>>
{
    private Result(T? value, Refusal? refusal) => (Value, Refusal) = (value, refusal);

    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool Accepted => Refusal is null;

    public T? Value { get; }

    public Refusal? Refusal { get; }

    public static Result<T> Refused(Refusal refusal) => new(default, refusal);

    public static implicit operator Result<T>(T value) => new(value, null);

    public static implicit operator Result<T>(Refusal refusal) => new(default, refusal);
}
