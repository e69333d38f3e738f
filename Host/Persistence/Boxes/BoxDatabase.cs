using System.Threading.Channels;
using Gongtui.Host.Boxes;

namespace Gongtui.Host.Persistence.Boxes;

/// <summary>Boxes in a database. Every change goes through one writer thread that commits what has come together.</summary>
internal sealed class BoxDatabase : IBoxStore, IDisposable
{
    private const int Waiting = 4096;

    private readonly IBoxSessions _sessions;
    private readonly Channel<BoxWork> _queue = Channel.CreateBounded<BoxWork>(
        new BoundedChannelOptions(Waiting) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });

    private readonly Lock _gate = new();
    private readonly Func<BoxWriter> _open;
    private BoxWriter? _writer;

    /// <param name="lost">Called once when the file can no longer be written.</param>
    public BoxDatabase(IBoxSessions sessions, TimeProvider time, Action<Exception>? lost = null)
    {
        _sessions = sessions;
        _open = () => new BoxWriter(sessions, _queue.Reader, new AttemptMemory(time), lost ?? (_ => { }));
    }

    public Task OpenAsync(string box, IReadOnlyCollection<string> electors, CancellationToken cancellationToken = default) =>
        SendAsync(new OpenBox(box, [.. electors.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]), cancellationToken);

    public async Task<CastAnswer> CastAsync(
        string box, string elector, ReadOnlyMemory<byte> sheet, string attempt, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(sheet.Length, Host.Boxes.Boxes.LargestSheet);
        var cast = new CastSheet(box, elector, sheet.ToArray(), AttemptMemory.KeyOf(box, elector, attempt));
        Writer().ThrowIfBroken();
        if (!_queue.Writer.TryWrite(cast)) return new CastAnswer(CastStatus.Busy);
        return await cast.Done.WaitAsync(cancellationToken);
    }

    public async Task<SealedBox?> CloseAsync(string box, CancellationToken cancellationToken = default) =>
        await SendAsync(new CloseBox(box), cancellationToken);

    public Task<bool> HasCastAsync(string box, string elector, CancellationToken cancellationToken = default) =>
        Task.Run(() => Reader().HasCast(box, elector), cancellationToken);

    public Task<Turnout?> TurnoutAsync(string box, CancellationToken cancellationToken = default) =>
        Task.Run(() => Reader().Turnout(box), cancellationToken);

    public Task<IReadOnlyList<byte[]>?> LeavesAsync(string box, CancellationToken cancellationToken = default) =>
        Task.Run(() => Reader().Leaves(box), cancellationToken);

    public void Dispose()
    {
        _queue.Writer.TryComplete();
        _writer?.Dispose();
        _sessions.Dispose();
    }

    /// <summary>Opened on the first use. When the database is away just then, the next use tries again.</summary>
    private BoxWriter Writer()
    {
        lock (_gate) return _writer ??= _open();
    }

    private BoxReader Reader()
    {
        // The writer makes the tables.
        Writer().ThrowIfBroken();
        return new BoxReader(_sessions);
    }

    private async Task<T> SendAsync<T>(BoxWork<T> work, CancellationToken cancellationToken)
    {
        Writer().ThrowIfBroken();
        await _queue.Writer.WriteAsync(work, cancellationToken);
        return await work.Done.WaitAsync(cancellationToken);
    }
}
