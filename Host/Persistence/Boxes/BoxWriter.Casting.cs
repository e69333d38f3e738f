using Gongtui.Host.Boxes;
using Gongtui.Host.Persistence.Journals;

namespace Gongtui.Host.Persistence.Boxes;

/// <summary>Opening and casting.</summary>
internal sealed partial class BoxWriter
{
    private static readonly string[] SheetColumns = ["box", "key", "salt", "content"];
    private static readonly string[] ElectorColumns = ["box", "person", "place"];

    /// <param name="Marked">How many have cast.</param>
    private readonly record struct Box(long Id, long State, long Marked);

    private readonly record struct Sheet(byte[] Place, byte[] Salt, byte[] Content);

    private void OpenOne(IDbSession session, OpenBox open)
    {
        InTransaction(session, () =>
        {
            // Of two processes that make it at once, one finds what the other has made.
            if (FindBox(session, open.Box) is null && CreateBox(session, open)) return;
            if (FindBox(session, open.Box) is { Id: var id } && !Electors(session, id).SequenceEqual(open.Electors, StringComparer.Ordinal))
                throw new InvalidOperationException($"Box {open.Box} exists with other electors.");
        });
        open.Finish(true);
    }

    /// <returns>False when somebody else has made it meanwhile.</returns>
    private static bool CreateBox(IDbSession session, OpenBox open)
    {
        if (session.Scalar(
            "INSERT INTO box (name, state, electors, marked) VALUES (@name, @open, @electors, @marked) ON CONFLICT (name) DO NOTHING RETURNING id",
            ("@name", open.Box), ("@open", BoxState.Open), ("@electors", (long)open.Electors.Count), ("@marked", 0L)) is not long box) return false;
        WriteRoll(session, box, open.Electors, new bool[open.Electors.Count]);
        return true;
    }

    /// <param name="electors">Sorted: an elector's place tells nothing else.</param>
    internal static void WriteRoll(IDbSession session, long box, IReadOnlyList<string> electors, IReadOnlyList<bool> marked)
    {
        session.InsertAll("elector", ElectorColumns, [.. electors.Select((person, place) => new object[] { box, person, (long)place })]);
        MarkedRoll.Write(session, box, marked);
    }

    /// <summary>One transaction for all of them, which holds each box that it casts into.</summary>
    private void CastAll(IDbSession session, List<CastSheet> casts)
    {
        var receipts = new Dictionary<string, Receipt>(StringComparer.Ordinal);
        InTransaction(session, () =>
        {
            // Always in the same order: two processes that hold what the other waits for would wait forever.
            foreach (var box in casts.GroupBy(cast => cast.Box, StringComparer.Ordinal).OrderBy(box => box.Key, StringComparer.Ordinal))
                CastInto(session, box.Key, box, receipts);
        });
        foreach (var (attempt, receipt) in receipts) _attempts.Keep(attempt, receipt);
        foreach (var cast in casts) cast.Finish(cast.Answer);
    }

    private void CastInto(IDbSession session, string name, IEnumerable<CastSheet> casts, Dictionary<string, Receipt> receipts)
    {
        var box = FindBox(session, name);
        var (roll, sheets) = (new MarkedRoll(session, box?.Id ?? 0), new List<Sheet>());
        foreach (var cast in casts)
            cast.Answer = box is null ? new CastAnswer(CastStatus.Closed) : CastOne(session, box.Value, roll, cast, sheets, receipts);
        if (sheets.Count == 0) return;
        roll.Save();
        session.Execute("UPDATE box SET marked = marked + @more WHERE id = @id", ("@more", (long)sheets.Count), ("@id", box!.Value.Id));
        // Sorted by random places, so not in the order in which they came.
        sheets.Sort((a, b) => a.Place.AsSpan().SequenceCompareTo(b.Place));
        session.InsertAll("sheet", SheetColumns, [.. sheets.Select(sheet => new object[] { box.Value.Id, sheet.Place, sheet.Salt, sheet.Content })]);
    }

    /// <summary>An elector can be marked once: that, and nothing that was read before, decides whose sheet comes in.</summary>
    private CastAnswer CastOne(IDbSession session, Box box, MarkedRoll roll, CastSheet cast, List<Sheet> sheets, Dictionary<string, Receipt> receipts)
    {
        var place = PlaceOf(session, box.Id, cast.Elector);
        if (box.State == BoxState.Open && place is { } own && roll.Mark(own))
        {
            sheets.Add(new Sheet(SheetPlace.Of(box.Marked + sheets.Count, cast.Chance), cast.Salt, cast.Content));
            if (cast.Attempt is not null) receipts[cast.Attempt] = cast.Receipt;
            return new CastAnswer(CastStatus.Accepted, cast.Receipt);
        }

        // The same attempt again: a double click, or a client that did not hear the first answer.
        if (cast.Attempt is not null && receipts.TryGetValue(cast.Attempt, out var sameBatch))
            return new CastAnswer(CastStatus.Accepted, sameBatch);
        if (_attempts.Find(cast.Attempt) is { } earlier) return new CastAnswer(CastStatus.Accepted, earlier);
        if (box.State != BoxState.Open) return new CastAnswer(CastStatus.Closed);
        return new CastAnswer(place is null ? CastStatus.NotEligible : CastStatus.AlreadyCast);
    }

    private static long? PlaceOf(IDbSession session, long box, string elector) =>
        (long?)session.Scalar("SELECT place FROM elector WHERE box = @box AND person = @person", ("@box", box), ("@person", elector));

    private Box? FindBox(IDbSession session, string name) =>
        session.Read(_sessions.FindBox, row => new Box(row.Number(0), row.Number(1), row.Number(2)), ("@name", name)) is [var found] ? found : null;

    private static IReadOnlyList<string> Electors(IDbSession session, long box) =>
        session.Read("SELECT person FROM elector WHERE box = @box ORDER BY place", row => row.Text(0), ("@box", box));
}
