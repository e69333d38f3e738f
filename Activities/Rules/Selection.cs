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
    /// <summary>Chooses among people with the majority of <paramref name="whole"/>.</summary>
    public static Selected Choose(IReadOnlyList<int> approvals, int seats, int whole, Threshold majority) =>
        ByVotes(InOrder(approvals, votes => majority.IsMet(votes, whole)), approvals, seats);

    /// <summary>Indexes that qualify, most votes first, equal votes in list order.</summary>
    internal static int[] InOrder(IReadOnlyList<int> approvals, Func<int, bool> qualifies) =>
        [.. Enumerable.Range(0, approvals.Count).Where(i => qualifies(approvals[i])).OrderByDescending(i => approvals[i])];

    /// <summary>The boundary rule on a list that is already in order: the S-th vote count v divides above, tied and below.</summary>
    internal static Selected ByVotes(int[] order, IReadOnlyList<int> approvals, int seats)
    {
        if (order.Length <= seats)
        {
            return new(order, [], 0, [], seats - order.Length);
        }

        var boundary = seats == 0 ? int.MaxValue : approvals[order[seats - 1]];
        var above = order.Count(i => approvals[i] > boundary);
        var reach = order.Count(i => approvals[i] >= boundary);
        return reach <= seats
            ? new(order[..reach], [], 0, order[reach..], 0)
            : new(order[..above], order[above..reach], seats - above, order[reach..], 0);
    }
}
