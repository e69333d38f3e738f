namespace Gongtui.Engine.State;

/// <summary>A fact that an activity recorded or that was told from outside.</summary>
public readonly record struct Fact(long Sequence, string Name, JsonElement Payload, DateTimeOffset At, string? By);

/// <summary>
/// A state of somebody else's that rides on the journal: folded from its facts, kept with the instance, saved in snapshots and
/// shown to activities through the transient property of its name. The kernel knows nothing of what is in it.
/// </summary>
public interface IView
{
    string Name { get; }

    object Create();

    /// <summary>Folds one fact; returns the state to keep, the same object or a new one. Decides nothing.</summary>
    object Apply(object state, in Fact fact);

    byte[] Save(object state);

    object Load(ReadOnlySpan<byte> saved);
}

/// <summary>Where the graphs of definition versions come from while a journal is folded.</summary>
public interface IGraphSource
{
    /// <summary>The graph of a version, checked against the hash in the journal.</summary>
    /// <exception cref="Journal.JournalException">The version is gone or is not the one that the journal began with.</exception>
    Definitions.WorkflowGraph Find(string versionId, string hash);
}

internal sealed class ViewState(IView view)
{
    public IView View { get; } = view;
    public object Value { get; private set; } = view.Create();

    public void Apply(in Fact fact) => Value = View.Apply(Value, fact);

    public void Load(ReadOnlySpan<byte> saved) => Value = View.Load(saved);
}
