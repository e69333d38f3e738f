using System.Text.Json;
using Elsa.Workflows;
using Gongtui.Engine.Execution;
using Gongtui.Contract;
using Refusal = Gongtui.Activities.Elections.Refusal;

namespace Gongtui.Host.Cluster;

/// <summary>Answers between nodes. A refusal travels as data; the entries of a burst do not travel: they are in the journal.</summary>
internal sealed record OutcomeWire
{
    public StandingWire? Standing { get; init; }

    /// <summary>Of an activity.</summary>
    public Refusal? Refused { get; init; }

    /// <summary>Of the kernel.</summary>
    public Engine.Execution.Refusal? Kernel { get; init; }

    /// <summary>Why the owner failed; it has written the details into its own log.</summary>
    public string? Failed { get; init; }

    public static byte[] Write(Outcome outcome) => JsonSerializer.SerializeToUtf8Bytes(
        outcome switch
        {
            Outcome.Accepted { Standing: var s } => new OutcomeWire { Standing = new(s.Instance, s.Sequence, s.SubStatus, s.IsOver, s.ParentInstance, s.ParentBookmark, s.Output.ToDictionary(pair => pair.Key, pair => Values.ToJson(pair.Value))) },
            Outcome.Refused { Reason: Refusal refusal } => new() { Refused = refusal },
            Outcome.Refused { Reason: Engine.Execution.Refusal refusal } => new() { Kernel = refusal },
            _ => throw new InvalidOperationException("The kernel answered with something that is no answer."),
        }, Values.Json);

    public static byte[] Write(Exception failure) => JsonSerializer.SerializeToUtf8Bytes(new OutcomeWire { Failed = $"{failure.GetType().Name}: {failure.Message}" }, Values.Json);

    /// <exception cref="IOException">The owner failed; what was asked may or may not be stored.</exception>
    public static Outcome Read(byte[] bytes) => JsonSerializer.Deserialize<OutcomeWire>(bytes, Values.Json) switch
    {
        { Standing: { } s } => new Outcome.Accepted(new(s.Instance, s.Sequence, s.SubStatus, s.IsOver, s.ParentInstance, s.ParentBookmark, s.Output.ToDictionary(pair => pair.Key, pair => Values.FromJson(pair.Value))), []),
        { Refused: { } refusal } => new Outcome.Refused(refusal),
        { Kernel: { } refusal } => new Outcome.Refused(refusal),
        var other => throw new IOException($"The owner of the run failed: {other?.Failed}"),
    };
}

/// <summary><see cref="Standing"/> with its output as JSON.</summary>
internal sealed record StandingWire(
    string Instance, long Sequence, WorkflowSubStatus SubStatus, bool IsOver, string? ParentInstance, string? ParentBookmark, Dictionary<string, JsonElement> Output);
