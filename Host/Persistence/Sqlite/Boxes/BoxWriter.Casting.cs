using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Gongtui.Host.Boxes;
using Microsoft.Data.Sqlite;

namespace Gongtui.Host.Persistence.Sqlite.Boxes;

/// <summary>Opening and casting.</summary>
internal sealed partial class BoxWriter
{
    private readonly SqliteCommand _findBox;
    private readonly SqliteCommand _flip;
    private readonly SqliteCommand _isElector;
    private readonly SqliteCommand _insertSheet;

    private readonly record struct Sheet(long Box, byte[] Salt, byte[] Content);

    private void OpenOne(OpenBox open)
    {
        InTransaction(() =>
        {
            if (FindBox(open.Box) is not var (id, _)) CreateBox(open);
            else if (!Electors(id).SequenceEqual(open.Electors, StringComparer.Ordinal))
                throw new InvalidOperationException($"Box {open.Box} exists with other electors.");
        });
        open.Finish(true);
    }

    private void CreateBox(OpenBox open)
    {
        using var insertBox = BoxSchema.Prepare(
            _connection, "INSERT INTO box (name, state, electors) VALUES ($1, $2, $3) RETURNING id", 3);
        var box = (long)insertBox.With(open.Box, BoxSchema.Open, open.Electors.Count).ExecuteScalar()!;
        using var insertElector = BoxSchema.Prepare(
            _connection, "INSERT INTO elector (box, person, has_cast) VALUES ($1, $2, 0)", 2);
        foreach (var person in open.Electors) insertElector.With(box, person).ExecuteNonQuery();
    }

    /// <summary>One transaction for all of them. The flag of an elector can be flipped once: that, and nothing that was read before,
    /// decides whose sheet comes in.</summary>
    private void CastAll(List<CastSheet> casts)
    {
        var sheets = new List<Sheet>(casts.Count);
        var receipts = new Dictionary<string, Receipt>(StringComparer.Ordinal);
        InTransaction(() =>
        {
            foreach (var cast in casts) cast.Answer = CastOne(cast, sheets, receipts);
            RandomNumberGenerator.Shuffle(CollectionsMarshal.AsSpan(sheets));
            foreach (var sheet in sheets)
                _insertSheet.With(sheet.Box, RandomNumberGenerator.GetBytes(16), sheet.Salt, sheet.Content).ExecuteNonQuery();
        });
        foreach (var (attempt, receipt) in receipts) _attempts.Keep(attempt, receipt);
        foreach (var cast in casts) cast.Finish(cast.Answer);
    }

    private CastAnswer CastOne(CastSheet cast, List<Sheet> sheets, Dictionary<string, Receipt> receipts)
    {
        if (FindBox(cast.Box) is not var (box, state)) return new CastAnswer(CastStatus.Closed);
        if (state == BoxSchema.Open && _flip.With(box, cast.Elector).ExecuteNonQuery() == 1)
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
        if (state != BoxSchema.Open) return new CastAnswer(CastStatus.Closed);
        return new CastAnswer(_isElector.With(box, cast.Elector).ExecuteScalar() is null ? CastStatus.NotEligible : CastStatus.AlreadyCast);
    }

    private (long Id, long State)? FindBox(string name)
    {
        using var row = _findBox.With(name).ExecuteReader();
        return row.Read() ? (row.GetInt64(0), row.GetInt64(1)) : null;
    }

    private List<string> Electors(long box)
    {
        using var command = BoxSchema.Prepare(_connection, "SELECT person FROM elector WHERE box = $1 ORDER BY number", 1);
        using var rows = command.With(box).ExecuteReader();
        var electors = new List<string>();
        while (rows.Read()) electors.Add(rows.GetString(0));
        return electors;
    }
}
