using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Gongtui.Host.Boxes;
using Gongtui.Host.Persistence.Journals;

namespace Gongtui.Host.Persistence.Boxes;

/// <summary>Opening and casting.</summary>
internal sealed partial class BoxWriter
{
    private static readonly string[] SheetColumns = ["box", "key", "salt", "content"];
    private static readonly string[] ElectorColumns = ["box", "person", "has_cast"];

    private readonly record struct Sheet(long Box, byte[] Salt, byte[] Content);

    private void OpenOne(IDbSession session, OpenBox open)
    {
        InTransaction(session, () =>
        {
            // Of two processes that make it at once, one finds what the other has made.
            if (FindBox(session, open.Box) is null && CreateBox(session, open)) return;
            if (FindBox(session, open.Box) is var (id, _) && !Electors(session, id).SequenceEqual(open.Electors, StringComparer.Ordinal))
                throw new InvalidOperationException($"Box {open.Box} exists with other electors.");
        });
        open.Finish(true);
    }

    /// <returns>False when somebody else has made it meanwhile.</returns>
    private static bool CreateBox(IDbSession session, OpenBox open)
    {
        if (session.Scalar(
            "INSERT INTO box (name, state, electors) VALUES (@name, @open, @electors) ON CONFLICT (name) DO NOTHING RETURNING id",
            ("@name", open.Box), ("@open", BoxState.Open), ("@electors", (long)open.Electors.Count)) is not { } box) return false;
        session.InsertAll("elector", ElectorColumns, [.. open.Electors.Select(person => new[] { box, person, 0L })]);
        return true;
    }

    /// <summary>One transaction for all of them. The flag of an elector can be flipped once: that, and nothing that was read before,
    /// decides whose sheet comes in.</summary>
    private void CastAll(IDbSession session, List<CastSheet> casts)
    {
        var sheets = new List<Sheet>(casts.Count);
        var receipts = new Dictionary<string, Receipt>(StringComparer.Ordinal);
        InTransaction(session, () =>
        {
            foreach (var cast in casts) cast.Answer = CastOne(session, cast, sheets, receipts);
            RandomNumberGenerator.Shuffle(CollectionsMarshal.AsSpan(sheets));
            session.InsertAll("sheet", SheetColumns, [.. sheets.Select(sheet => new object[] { sheet.Box, RandomNumberGenerator.GetBytes(16), sheet.Salt, sheet.Content })]);
        });
        foreach (var (attempt, receipt) in receipts) _attempts.Keep(attempt, receipt);
        foreach (var cast in casts) cast.Finish(cast.Answer);
    }

    private CastAnswer CastOne(IDbSession session, CastSheet cast, List<Sheet> sheets, Dictionary<string, Receipt> receipts)
    {
        if (FindBox(session, cast.Box) is not var (box, state)) return new CastAnswer(CastStatus.Closed);
        if (state == BoxState.Open && Flip(session, box, cast.Elector))
        {
            var salt = RandomNumberGenerator.GetBytes(Receipt.SaltLength);
            var receipt = Receipt.For(salt, cast.Content);
            sheets.Add(new Sheet(box, salt, cast.Content));
            if (cast.Attempt is not null) receipts[cast.Attempt] = receipt;
            return new CastAnswer(CastStatus.Accepted, receipt);
        }

        // The same attempt again: a double click, or a client that did not hear the first answer.
        if (cast.Attempt is not null && receipts.TryGetValue(cast.Attempt, out var sameBatch))
            return new CastAnswer(CastStatus.Accepted, sameBatch);
        if (_attempts.Find(cast.Attempt) is { } earlier) return new CastAnswer(CastStatus.Accepted, earlier);
        if (state != BoxState.Open) return new CastAnswer(CastStatus.Closed);
        return new CastAnswer(
            session.Scalar("SELECT 1 FROM elector WHERE box = @box AND person = @person", ("@box", box), ("@person", cast.Elector)) is null ? CastStatus.NotEligible : CastStatus.AlreadyCast);
    }

    private static bool Flip(IDbSession session, long box, string elector) => session.Execute(
        "UPDATE elector SET has_cast = 1 WHERE box = @box AND person = @person AND has_cast = 0", ("@box", box), ("@person", elector)) == 1;

    private (long Id, long State)? FindBox(IDbSession session, string name) =>
        session.Read(_sessions.FindBox, row => (row.Number(0), row.Number(1)), ("@name", name)) is [var found] ? found : null;

    private static IReadOnlyList<string> Electors(IDbSession session, long box) =>
        session.Read("SELECT person FROM elector WHERE box = @box ORDER BY number", row => row.Text(0), ("@box", box));
}
