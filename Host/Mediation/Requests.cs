using Gongtui.Activities;
using Gongtui.Activities.Elections;
using MediatR;

namespace Gongtui.Host.Mediation;

/// <summary>A request that changes something. Its handler stands beside its page.</summary>
public interface ICommand<T> : IRequest<Result<T>>;

/// <summary>A request that only reads.</summary>
public interface IQuery<T> : IRequest<Result<T>>;

/// <summary>The answer of a command that has nothing to say but "done".</summary>
public sealed record Done
{
    public static Done Instance { get; } = new();
}

/// <summary>A request that can be wrong by itself, before anything is looked up.</summary>
public interface IChecked
{
    /// <summary>Null when the request makes sense; the first thing that does not, otherwise.</summary>
    Refusal? Check();
}

/// <summary>A request about one unit: the caller needs the role in that unit or everywhere.</summary>
public interface IForUnit
{
    string Unit { get; }
}
