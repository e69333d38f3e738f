using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using Gongtui.Engine.Expressions;

namespace Gongtui.Engine.Journal;

/// <summary>Writes entries as stored lines. The bytes are canonical: the same entries always give the same bytes.</summary>
public sealed class EntryWriter : IDisposable
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };
    private readonly ArrayBufferWriter<byte> buffer = new(1024);
    private readonly Utf8JsonWriter w;

    public EntryWriter() => w = new Utf8JsonWriter(buffer, Options);

    public void Dispose() => w.Dispose();

    /// <summary>The stored bytes of a burst: one line an entry.</summary>
    public byte[] Write(IReadOnlyList<Entry> entries)
    {
        buffer.ResetWrittenCount();
        foreach (var entry in entries)
        {
            w.Reset();
            w.WriteStartObject();
            w.WriteNumber("n"u8, entry.Sequence);
            if (entry is CommandEntry command)
            {
                w.WriteString("at"u8, Instant(command.At));
                Text("by"u8, command.By);
            }
            Body(entry);
            w.WriteEndObject();
            w.Flush();
            buffer.GetSpan(1)[0] = (byte)'\n';
            buffer.Advance(1);
        }
        return buffer.WrittenSpan.ToArray();
    }

    internal static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);

    private void Body(Entry entry)
    {
        switch (entry)
        {
            case Executing e: Kind("executing"u8); Run(e.Run); Text("a"u8, e.Activity); w.WriteNumber("px"u8, e.Parent); break;
            case Completed e: Kind("completed"u8); Run(e.Run); List("o"u8, e.Outcomes); break;
            case TokensMoved e: Kind("tokens"u8); Run(e.Run); Tokens(e.Changes); break;
            case Logged e: Kind("logged"u8); Run(e.Run); Text("e"u8, e.Event); Text("m"u8, e.Message); Payload(e.Payload); break;
            case Waiting e: Kind("waiting"u8); Run(e.Run); Wait(e); break;
            case Burned e: Kind("burned"u8); Text("b"u8, e.Bookmark); break;
            case VariableSet e: Kind("var"u8); Run(e.Scope); Text("a"u8, e.Variable); Value(e.Value); break;
            case PropertySet e: Kind("prop"u8); Run(e.Run); Text("a"u8, e.Key); Value(e.Value); break;
            case OutputSet e: Kind("out"u8); Run(e.Run); Text("a"u8, e.Name); Value(e.Value); break;
            case Canceled e: Kind("canceled"u8); Run(e.Run); break;
            case Faulted e: Kind("faulted"u8); Run(e.Run); w.WriteNumber("inc"u8, e.Incident); Text("t"u8, e.Type); Text("m"u8, e.Message); break;
            case Resumed e: Kind("resumed"u8); Text("b"u8, e.Bookmark); Input(e.Input); break;
            case TimerFired e: Kind("fired"u8); Text("b"u8, e.Bookmark); break;
            case Told e: Kind("told"u8); Text("e"u8, e.Event); Payload(e.Payload); break;
            case Started e: Kind("started"u8); Start(e); break;
            case CancelAsked e: Kind("cancel"u8); Text("m"u8, e.Reason); break;
            case RetryAsked e: Kind("retry"u8); w.WriteNumber("inc"u8, e.Incident); break;
            case SkipAsked e: Kind("skip"u8); w.WriteNumber("inc"u8, e.Incident); List("o"u8, [e.Outcome]); Text("m"u8, e.Reason); break;
            case Migrated e: Kind("migrated"u8); Text("v"u8, e.VersionId); Text("h"u8, e.DefinitionHash); break;
            case Spawned e: Kind("spawned"u8); Spawn(e); break;
            case Ended e: Kind("ended"u8); List("o"u8, [e.Kind.ToString()]); break;
            default: throw new InvalidOperationException($"No stored form for {entry.GetType()}.");
        }
    }

    private void Start(Started e)
    {
        Text("i"u8, e.Instance);
        Text("d"u8, e.DefinitionId);
        Text("v"u8, e.VersionId);
        Text("h"u8, e.DefinitionHash);
        Input(e.Input);
        Text("cor"u8, e.CorrelationId);
        Text("pi"u8, e.ParentInstance);
        Text("pb"u8, e.ParentBookmark);
        Text("t"u8, e.TriggerActivity);
    }

    private void Spawn(Spawned e)
    {
        Run(e.Run);
        Text("i"u8, e.ChildInstance);
        Text("d"u8, e.DefinitionId);
        Input(e.Input);
        Text("cor"u8, e.CorrelationId);
        Text("b"u8, e.Bookmark);
    }

    private void Wait(Waiting e)
    {
        Text("b"u8, e.Bookmark);
        Text("name"u8, e.Name);
        if (e.Stimulus is not null)
            Value(e.Stimulus);
        Text("c"u8, e.Callback);
        if (!e.AutoBurn)
            w.WriteBoolean("keep"u8, true);
        if (e.Due is { } due)
            w.WriteString("due"u8, Instant(due));
    }

    private void Kind(ReadOnlySpan<byte> kind) => w.WriteString("k"u8, kind);

    private void Run(int run) => w.WriteNumber("x"u8, run);

    private void Text(ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null)
            w.WriteString(name, value);
    }

    private void Value(object? value)
    {
        w.WritePropertyName("p"u8);
        Values.Write(w, value);
    }

    private void Payload(JsonElement? payload)
    {
        if (payload is not { } p)
            return;
        w.WritePropertyName("p"u8);
        p.WriteTo(w);
    }

    private void Input(IReadOnlyDictionary<string, object?> input)
    {
        if (input.Count == 0)
            return;
        w.WriteStartObject("in"u8);
        foreach (var (name, value) in input)
        {
            w.WritePropertyName(name);
            Values.Write(w, value);
        }
        w.WriteEndObject();
    }

    private void List(ReadOnlySpan<byte> name, IReadOnlyList<string> items)
    {
        w.WriteStartArray(name);
        foreach (var item in items)
            w.WriteStringValue(item);
        w.WriteEndArray();
    }

    private void Tokens(IReadOnlyList<TokenChange> changes)
    {
        w.WriteStartArray("tk"u8);
        foreach (var change in changes)
        {
            w.WriteStartArray();
            w.WriteNumberValue((int)change.Action);
            w.WriteStringValue(change.To);
            if (change.From.Length > 0)
            {
                w.WriteStringValue(change.From);
                w.WriteStringValue(change.Port);
            }
            w.WriteEndArray();
        }
        w.WriteEndArray();
    }
}
