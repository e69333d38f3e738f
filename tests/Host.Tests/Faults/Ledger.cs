using System.Collections.Concurrent;

namespace Gongtui.Host.Tests.Faults;

internal enum Deed
{
    Start,
    Claim,
    Complete,
    Read,
    Cast,
}

/// <summary>Something a person asked of the product.</summary>
/// <param name="What">The kind of thing.</param>
/// <param name="On">Id of the election, or number of the page of the task or notice.</param>
/// <param name="By">Person id.</param>
internal readonly record struct Asked(Deed What, string On, string By);

/// <summary>What people asked, and what they were told was done.</summary>
internal sealed class Ledger
{
    private readonly ConcurrentQueue<Asked> _asked = new();
    private readonly ConcurrentQueue<Asked> _acknowledged = new();

    public ILookup<Deed, Asked> Asked => _asked.ToLookup(deed => deed.What);

    public ILookup<Deed, Asked> Acknowledged => _acknowledged.ToLookup(deed => deed.What);

    public int Count => _acknowledged.Count;

    /// <summary>Asks, and notes whether it was done. What fails on the way may or may not have been done.</summary>
    public async Task NoteAsync(Asked deed, Func<Task<bool>> ask)
    {
        _asked.Enqueue(deed);
        if (await ask()) _acknowledged.Enqueue(deed);
    }
}
