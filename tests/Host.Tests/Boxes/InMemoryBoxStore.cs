using System.Security.Cryptography;
using Gongtui.Host.Boxes;

namespace Gongtui.Host.Tests.Boxes;

/// <summary>The contract in its simplest words: one lock, sets and lists.</summary>
internal sealed class InMemoryBoxStore : IBoxStore
{
    private readonly Dictionary<string, Box> boxes = new(StringComparer.Ordinal);
    private readonly AttemptMemory attempts = new(TimeProvider.System);

    public Task OpenAsync(string box, IReadOnlyCollection<string> electors, CancellationToken cancellationToken = default)
    {
        lock (boxes)
        {
            var wanted = new SortedSet<string>(electors, StringComparer.Ordinal);
            if (!boxes.TryGetValue(box, out var known)) boxes[box] = new Box(wanted);
            else if (!known.Electors.SetEquals(wanted)) throw new InvalidOperationException();
            return Task.CompletedTask;
        }
    }

    public Task<CastAnswer> CastAsync(
        string box, string elector, ReadOnlyMemory<byte> sheet, string attempt, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(sheet.Length, Host.Boxes.Boxes.LargestSheet);
        lock (boxes)
        {
            if (!boxes.TryGetValue(box, out var known)) return Task.FromResult(new CastAnswer(CastStatus.Closed));
            var key = AttemptMemory.KeyOf(box, elector, attempt);
            if (attempts.Find(key) is { } earlier) return Task.FromResult(new CastAnswer(CastStatus.Accepted, earlier));
            if (known.Root is not null) return Task.FromResult(new CastAnswer(CastStatus.Closed));
            if (!known.Electors.Contains(elector)) return Task.FromResult(new CastAnswer(CastStatus.NotEligible));
            if (!known.Cast.Add(elector)) return Task.FromResult(new CastAnswer(CastStatus.AlreadyCast));
            var receipt = Receipt.For(RandomNumberGenerator.GetBytes(Receipt.SaltLength), sheet.Span);
            known.Sheets.Add((receipt.Hash.ToArray(), sheet.ToArray()));
            attempts.Keep(key, receipt);
            return Task.FromResult(new CastAnswer(CastStatus.Accepted, receipt));
        }
    }

    public Task<bool> HasCastAsync(string box, string elector, CancellationToken cancellationToken = default) =>
        Task.FromResult(Find(box)?.Cast.Contains(elector) == true);

    public Task<Turnout?> TurnoutAsync(string box, CancellationToken cancellationToken = default) =>
        Task.FromResult(Find(box) is { } known ? new Turnout(known.Electors.Count, known.Cast.Count) : (Turnout?)null);

    public Task<SealedBox?> CloseAsync(string box, CancellationToken cancellationToken = default)
    {
        lock (boxes)
        {
            if (!boxes.TryGetValue(box, out var known)) return Task.FromResult<SealedBox?>(null);
            known.Root ??= MerkleTree.Root(Leaves(known));
            var sheets = known.Sheets.Select(sheet => sheet.Content).OrderBy(Convert.ToHexString, StringComparer.Ordinal).ToList();
            return Task.FromResult<SealedBox?>(new SealedBox(known.Electors.Count, sheets.Count, known.Root, sheets));
        }
    }

    public Task<IReadOnlyList<byte[]>?> LeavesAsync(string box, CancellationToken cancellationToken = default) =>
        Task.FromResult<IReadOnlyList<byte[]>?>(Find(box) is { Root: not null } known ? Leaves(known) : null);

    private static byte[][] Leaves(Box box) =>
        [.. box.Sheets.Select(sheet => sheet.Leaf).OrderBy(Convert.ToHexString, StringComparer.Ordinal)];

    private Box? Find(string box)
    {
        lock (boxes) return boxes.GetValueOrDefault(box);
    }

    private sealed record Box(SortedSet<string> Electors)
    {
        public HashSet<string> Cast { get; } = new(StringComparer.Ordinal);

        public List<(byte[] Leaf, byte[] Content)> Sheets { get; } = [];

        public byte[]? Root { get; set; }
    }
}
