using System.Text.Json;
using Gongtui.Activities.Elections;
using Gongtui.Engine.Definitions;
using Gongtui.Engine.Execution;
using Gongtui.Contract;
using Gongtui.Engine.Journal;
using Gongtui.Engine.State;
using Gongtui.Host.Kernel;

namespace Gongtui.Host.Cluster;

/// <summary>Commands between nodes: as the line that they would leave in the journal. A fact from outside is followed by the person who brings it.</summary>
internal static class CommandWire
{
    public static byte[] Write(Command command)
    {
        using var writer = new EntryWriter();
        var line = writer.Write([Line(command)]);
        return command is TellCommand tell ? [.. line, .. JsonSerializer.SerializeToUtf8Bytes(Brought(tell).Actor, Values.Json)] : line;
    }

    /// <param name="instance">The run that is meant: the owner's key.</param>
    /// <param name="graphs">A graph travels as the name of its version and its hash.</param>
    public static Command Read(string instance, ReadOnlySpan<byte> bytes, IGraphSource graphs)
    {
        var end = bytes.IndexOf((byte)'\n');
        return EntryReader.ReadLine(bytes[..end]) switch
        {
            Started e => new StartCommand(instance, graphs.Find(e.VersionId, e.DefinitionHash))
            {
                Now = e.At, By = e.By, Input = e.Input, CorrelationId = e.CorrelationId, ParentInstance = e.ParentInstance, ParentBookmark = e.ParentBookmark, TriggerActivity = e.TriggerActivity,
            },
            Resumed e => new ResumeCommand(instance, e.Bookmark) { Now = e.At, By = e.By, Input = e.Input },
            TimerFired e => new FireTimerCommand(instance, e.Bookmark) { Now = e.At, By = e.By },
            Told e => new Admitted(e.Event, e.Payload, JsonSerializer.Deserialize<Actor>(bytes[(end + 1)..], Values.Json)!).Into(instance, e.At, e.By),
            CancelAsked e => new CancelCommand(instance, e.Reason) { Now = e.At, By = e.By },
            RetryAsked e => new RetryCommand(instance, e.Incident) { Now = e.At, By = e.By },
            SkipAsked e => new SkipCommand(instance, e.Incident, e.Outcome, e.Reason) { Now = e.At, By = e.By },
            Migrated e => new MigrateCommand(instance, graphs.Find(e.VersionId, e.DefinitionHash)) { Now = e.At, By = e.By },
            var other => throw new InvalidOperationException($"No command is sent as {other.GetType().Name}."),
        };
    }

    private static CommandEntry Line(Command command) => command switch
    {
        StartCommand c => new Started(c.Instance, c.Graph.DefinitionId, c.Graph.VersionId, c.Graph.Hash, Normal(c.Input), c.CorrelationId, c.ParentInstance, c.ParentBookmark, c.TriggerActivity) { At = c.Now, By = c.By },
        ResumeCommand c => new Resumed(c.Bookmark, Normal(c.Input)) { At = c.Now, By = c.By },
        FireTimerCommand c => new TimerFired(c.Bookmark) { At = c.Now, By = c.By },
        TellCommand c => new Told(c.Event, c.Payload) { At = c.Now, By = c.By },
        CancelCommand c => new CancelAsked(c.Reason) { At = c.Now, By = c.By },
        RetryCommand c => new RetryAsked(c.Incident) { At = c.Now, By = c.By },
        SkipCommand c => new SkipAsked(c.Incident, c.Outcome, c.Reason) { At = c.Now, By = c.By },
        MigrateCommand c => new Migrated(c.Target.VersionId, c.Target.Hash) { At = c.Now, By = c.By },
        _ => throw new InvalidOperationException($"{command.GetType().Name} cannot be sent to another node."),
    };

    private static Admitted Brought(TellCommand tell) =>
        Admitted.Of(tell) ?? throw new InvalidOperationException($"Whether {tell.Event} may be told is not known as data.");

    private static Dictionary<string, object?> Normal(IReadOnlyDictionary<string, object?> input) => input.ToDictionary(pair => pair.Key, pair => Values.Normalize(pair.Value));
}
