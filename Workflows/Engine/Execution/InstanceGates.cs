namespace Gongtui.Engine.Execution;

/// <summary>Lets one command of an instance through at a time, in the order in which they came. No two instances ever wait for each other.</summary>
internal sealed class InstanceGates
{
    private readonly Dictionary<string, Gate> busy = [];

    /// <summary>How many instances have a command under way.</summary>
    public int Busy
    {
        get
        {
            lock (busy)
                return busy.Count;
        }
    }

    /// <summary>Waits for the instance's turn; disposing what this returns ends it.</summary>
    public async ValueTask<Turn> EnterAsync(string instance, CancellationToken cancellationToken)
    {
        Gate? gate;
        lock (busy)
        {
            if (!busy.TryGetValue(instance, out gate))
                busy[instance] = gate = new Gate();
            gate.Callers++;
        }
        var turn = new Turn(this, instance, gate);
        try
        {
            await gate.Open.WaitAsync(cancellationToken);
            return turn;
        }
        catch (OperationCanceledException)
        {
            Leave(turn);
            throw;
        }
    }

    private void Leave(Turn turn)
    {
        lock (busy)
        {
            if (--turn.Gate.Callers == 0)
                busy.Remove(turn.Instance);
        }
    }

    internal sealed class Gate
    {
        public SemaphoreSlim Open { get; } = new(1, 1);

        public int Callers { get; set; }
    }

    internal readonly record struct Turn(InstanceGates Gates, string Instance, Gate Gate) : IDisposable
    {
        public void Dispose()
        {
            Gates.Leave(this);
            Gate.Open.Release();
        }
    }
}
