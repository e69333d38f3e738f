using System.Text.Json;
using Gongtui.Activities.Elections;
using Gongtui.Engine.Execution;
using Gongtui.Engine.State;
using Gongtui.Host.Elections;
using Refusal = Gongtui.Activities.Elections.Refusal;

namespace Gongtui.Host.Kernel;

/// <summary>A fact that a person brings from outside, such as having read a notice, and the question whether this person may. It is data, so that
/// the question can be asked where the run is owned.</summary>
/// <param name="Event">Name of the fact.</param>
/// <param name="Payload">The fact as JSON.</param>
/// <param name="Actor">Who brings it.</param>
public sealed record Admitted(string Event, JsonElement Payload, Actor Actor)
{
    /// <summary>The command that records the fact, if it is let in.</summary>
    public TellCommand Into(string instance, DateTimeOffset now, string? by) => new(instance, Event, Payload, Check) { Now = now, By = by };

    /// <summary>What a command asks, if it was made here; null for one of another making.</summary>
    public static Admitted? Of(TellCommand command) => command.Admit.Target as Admitted;

    private Refusal? Check(InstanceState state) => Admission.Check(state.Election(), Event, Payload, Actor);
}
