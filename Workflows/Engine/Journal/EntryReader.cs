using System.Globalization;
using System.Text;
using Gongtui.Engine.Expressions;

namespace Gongtui.Engine.Journal;

/// <summary>Reads stored lines back into entries.</summary>
public static class EntryReader
{
    private static readonly Dictionary<string, object?> NoInput = [];

    /// <exception cref="JournalException">A line is not an entry of the closed set.</exception>
    public static IReadOnlyList<Entry> Read(ReadOnlySpan<byte> burst)
    {
        var entries = new List<Entry>();
        foreach (var line in new Lines(burst))
            entries.Add(ReadLine(line));
        return entries;
    }

    public static Entry ReadLine(ReadOnlySpan<byte> line)
    {
        try
        {
            var members = default(Members);
            members.Read(line);
            var entry = members.ToEntry();
            entry.Sequence = members.N;
            return entry;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException or ArgumentNullException)
        {
            throw new JournalException($"A stored line is not an entry: {Encoding.UTF8.GetString(line[..Math.Min(line.Length, 120)])}", e);
        }
    }

    /// <summary>The members of a line; which of them are there depends on the kind.</summary>
    private struct Members
    {
        public long N;
        private string? k, by, a, b, c, d, e, h, i, m, t, v, name, correlation, parentInstance, parentBookmark;
        private DateTimeOffset at;
        private DateTimeOffset? due;
        private int x, px, incident;
        private bool keep;
        private List<string>? o;
        private List<TokenChange>? tokens;
        private object? p;
        private Dictionary<string, object?>? input;

        public void Read(ReadOnlySpan<byte> line)
        {
            var r = new Utf8JsonReader(line);
            r.Read();
            while (r.Read() && r.TokenType == JsonTokenType.PropertyName)
                Member(ref r);
        }

        private void Member(ref Utf8JsonReader r)
        {
            var key = r.ValueSpan;
            if (key.Length == 1)
            {
                var letter = key[0];
                r.Read();
                Letter(letter, ref r);
                return;
            }
            if (key.SequenceEqual("px"u8)) { r.Read(); px = r.GetInt32(); }
            else if (key.SequenceEqual("at"u8)) { r.Read(); at = Instant(r.GetString()!); }
            else if (key.SequenceEqual("by"u8)) { r.Read(); by = r.GetString(); }
            else if (key.SequenceEqual("in"u8)) { r.Read(); input = Dictionary(ref r); }
            else if (key.SequenceEqual("tk"u8)) { r.Read(); tokens = Tokens(ref r); }
            else if (key.SequenceEqual("due"u8)) { r.Read(); due = Instant(r.GetString()!); }
            else if (key.SequenceEqual("inc"u8)) { r.Read(); incident = r.GetInt32(); }
            else if (key.SequenceEqual("cor"u8)) { r.Read(); correlation = r.GetString(); }
            else if (key.SequenceEqual("name"u8)) { r.Read(); name = r.GetString(); }
            else if (key.SequenceEqual("keep"u8)) { r.Read(); keep = r.GetBoolean(); }
            else if (key.SequenceEqual("pi"u8)) { r.Read(); parentInstance = r.GetString(); }
            else if (key.SequenceEqual("pb"u8)) { r.Read(); parentBookmark = r.GetString(); }
            else throw new FormatException($"Unknown member '{Encoding.UTF8.GetString(key)}'.");
        }

        private void Letter(byte letter, ref Utf8JsonReader r)
        {
            switch (letter)
            {
                case (byte)'n': N = r.GetInt64(); break;
                case (byte)'k': k = r.GetString(); break;
                case (byte)'x': x = r.GetInt32(); break;
                case (byte)'a': a = r.GetString(); break;
                case (byte)'b': b = r.GetString(); break;
                case (byte)'c': c = r.GetString(); break;
                case (byte)'d': d = r.GetString(); break;
                case (byte)'e': e = r.GetString(); break;
                case (byte)'h': h = r.GetString(); break;
                case (byte)'i': i = r.GetString(); break;
                case (byte)'m': m = r.GetString(); break;
                case (byte)'t': t = r.GetString(); break;
                case (byte)'v': v = r.GetString(); break;
                case (byte)'o': o = List(ref r); break;
                case (byte)'p': p = Value(ref r); break;
                default: throw new FormatException($"Unknown member '{(char)letter}'.");
            }
        }

        public readonly Entry ToEntry() => k switch
        {
            "executing" => new Executing(x, a!, px),
            "completed" => new Completed(x, o!),
            "tokens" => new TokensMoved(x, tokens!),
            "logged" => new Logged(x, e!, m, p is null ? null : Values.ToJson(p)),
            "waiting" => new Waiting(x, b!, name!, p, c, !keep, due),
            "burned" => new Burned(b!),
            "var" => new VariableSet(x, a!, p),
            "prop" => new PropertySet(x, a!, p),
            "out" => new OutputSet(x, a!, p),
            "canceled" => new Canceled(x),
            "faulted" => new Faulted(x, incident, t!, m!),
            "resumed" => new Resumed(b!, input ?? NoInput) { At = at, By = by },
            "fired" => new TimerFired(b!) { At = at, By = by },
            "told" => new Told(e!, Values.ToJson(p)) { At = at, By = by },
            "started" => new Started(i!, d!, v!, h!, input ?? NoInput, correlation, parentInstance, parentBookmark, t) { At = at, By = by },
            "cancel" => new CancelAsked(m) { At = at, By = by },
            "retry" => new RetryAsked(incident) { At = at, By = by },
            "skip" => new SkipAsked(incident, o![0], m) { At = at, By = by },
            "migrated" => new Migrated(v!, h!) { At = at, By = by },
            "spawned" => new Spawned(x, i!, d!, input ?? NoInput, correlation, b),
            "ended" => new Ended(Enum.Parse<EndKind>(o![0])),
            _ => throw new FormatException($"Unknown kind '{k}'."),
        };

        private static DateTimeOffset Instant(string text) =>
            DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

        private static object? Value(ref Utf8JsonReader r) => r.TokenType switch
        {
            JsonTokenType.String => r.GetString(),
            JsonTokenType.True => true,
            JsonTokenType.False => false,
            JsonTokenType.Null => null,
            _ => Values.FromJson(JsonElement.ParseValue(ref r)),
        };

        private static List<string> List(ref Utf8JsonReader r)
        {
            var list = new List<string>(1);
            while (r.Read() && r.TokenType != JsonTokenType.EndArray)
                list.Add(r.GetString()!);
            return list;
        }

        private static Dictionary<string, object?> Dictionary(ref Utf8JsonReader r)
        {
            var map = new Dictionary<string, object?>();
            while (r.Read() && r.TokenType == JsonTokenType.PropertyName)
            {
                var key = r.GetString()!;
                r.Read();
                map[key] = Value(ref r);
            }
            return map;
        }

        private static List<TokenChange> Tokens(ref Utf8JsonReader r)
        {
            var list = new List<TokenChange>(3);
            while (r.Read() && r.TokenType == JsonTokenType.StartArray)
            {
                r.Read();
                var action = (TokenAction)r.GetInt32();
                var to = Next(ref r);
                var (from, port) = ("", "");
                if (r.Read() && r.TokenType == JsonTokenType.String)
                {
                    (from, port) = (r.GetString()!, Next(ref r));
                    r.Read();
                }
                list.Add(new TokenChange(action, from, port, to));
            }
            return list;
        }

        private static string Next(ref Utf8JsonReader r)
        {
            r.Read();
            return r.GetString()!;
        }
    }
}

/// <summary>Stored history cannot be read or does not hold together: corruption or tampering, never a user's mistake.</summary>
public sealed class JournalException(string message, Exception? inner = null) : Exception(message, inner);
