using System.Net;
using System.Net.Sockets;

namespace Gongtui.Host.Tests.Faults;

/// <summary>A line to a server that can be slow, stuck or cut.</summary>
internal sealed class SlowLine : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly List<TcpClient> _ends = [];
    private readonly (string Host, int Port) _server;
    private readonly Task _accepting;
    private volatile int _delay;
    private volatile bool _stuck;

    public SlowLine(string host, int port)
    {
        _server = (host, port);
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>For every piece, each way.</summary>
    public TimeSpan Delay
    {
        set => _delay = (int)value.TotalMilliseconds;
    }

    /// <summary>Nothing comes through, and nobody is told.</summary>
    public bool Stuck
    {
        set => _stuck = value;
    }

    /// <summary>Ends every connection; new ones can be made.</summary>
    public void Cut()
    {
        lock (_ends)
        {
            _ends.ForEach(end => end.Dispose());
            _ends.Clear();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Stop();
        Cut();
        await _accepting;
        _end.Dispose();
        _listener.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_end.IsCancellationRequested)
        {
            try
            {
                var client = await _listener.AcceptTcpClientAsync(_end.Token);
                var server = new TcpClient(_server.Host, _server.Port) { NoDelay = true };
                client.NoDelay = true;
                lock (_ends) _ends.AddRange([client, server]);
                _ = Task.WhenAll(CarryAsync(client, server), CarryAsync(server, client));
            }
            catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                // The line is being taken down.
            }
        }
    }

    private async Task CarryAsync(TcpClient from, TcpClient to)
    {
        var piece = new byte[16 * 1024];
        try
        {
            while (await from.GetStream().ReadAsync(piece, _end.Token) is > 0 and var length)
            {
                if (_delay > 0) await Task.Delay(_delay, _end.Token);
                while (_stuck) await Task.Delay(50, _end.Token);
                await to.GetStream().WriteAsync(piece.AsMemory(0, length), _end.Token);
            }
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or ObjectDisposedException or InvalidOperationException)
        {
            // One end is gone; so is the other.
        }

        from.Dispose();
        to.Dispose();
    }
}
