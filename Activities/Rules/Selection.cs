using System.Buffers;

namespace Gongtui.Activities.Rules;

/// <summary>Who of a list is chosen, by index into that list; each list is in order of votes, then of the list.</summary>
/// <param name="Elected">Chosen.</param>
/// <param name="Tied">Equal at the boundary: a vote must decide, never an order of names.</param>
/// <param name="TiedSeats">Seats that the tied compete for; zero without a tie.</param>
/// <param name="WithoutSeat">Reached the majority, but all seats went to more votes.</param>
/// <param name="Open">Seats that nobody with the majority is left for.</param>
public sealed record Selected(
    IReadOnlyList<int> Elected,
    IReadOnlyList<int> Tied,
    int TiedSeats,
    IReadOnlyList<int> WithoutSeat,
    int Open);

/// <summary>F10: those with the majority by number of votes until the seats are full; a tie at the boundary stays open.</summary>
public static class Selection
{
    /// <summary>Votes of somebody who does not stand: below every least number.</summary>
    internal const int DoesNotStand = -1;

    /// <summary>Chooses among people with the majority of <paramref name="whole"/>.</summary>
    public static Selected Choose(IReadOnlyList<int> approvals, int seats, int whole, Threshold majority) =>
        ByVotes(approvals, seats, majority.Minimum(whole));

    /// <summary>The boundary rule: the vote count of the last seat divides above, tied and below. Allocates its answer only.</summary>
    /// <param name="votes">Votes of each person, <see cref="DoesNotStand"/> for somebody to leave out.</param>
    /// <param name="seats">Seats or places; zero chooses nobody.</param>
    /// <param name="least">Votes that somebody needs to be considered at all.</param>
    internal static Selected ByVotes(IReadOnlyList<int> votes, int seats, int least = 0)
    {
        var keys = ArrayPool<long>.Shared.Rent(votes.Count);
        var count = 0;
        for (var i = 0; i < votes.Count; i++)
        {
            if (votes[i] >= least)
            {
                // Most votes first, equal votes in list order: one whole number sorts by both.
                keys[count++] = ((long)(int.MaxValue - votes[i]) << 32) | (uint)i;
            }
        }

        var order = keys.AsSpan(0, count);
        order.Sort();
        var choice = Divide(order, seats);
        ArrayPool<long>.Shared.Return(keys);
        return choice;
    }

    private static Selected Divide(ReadOnlySpan<long> order, int seats)
    {
        if (order.Length <= seats)
        {
            return new(Indexes(order), [], 0, [], seats - order.Length);
        }

        if (seats == 0)
        {
            return new([], [], 0, Indexes(order), 0);
        }

        var boundary = order[seats - 1] >> 32;
        var (above, reach) = (seats - 1, seats);
        while (above > 0 && order[above - 1] >> 32 == boundary)
        {
            above--;
        }

        while (reach < order.Length && order[reach] >> 32 == boundary)
        {
            reach++;
        }

        return reach == seats
            ? new(Indexes(order[..reach]), [], 0, Indexes(order[reach..]), 0)
            : new(Indexes(order[..above]), Indexes(order[above..reach]), seats - above, Indexes(order[reach..]), 0);
    }

    private static int[] Indexes(ReadOnlySpan<long> order)
    {
        if (order.IsEmpty)
        {
            return [];
        }

        var indexes = new int[order.Length];
        for (var i = 0; i < indexes.Length; i++)
        {
            indexes[i] = (int)order[i];
        }

        return indexes;
    }
}
