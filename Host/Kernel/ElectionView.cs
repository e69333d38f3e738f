using System.Text.Json;
using Gongtui.Activities.Elections;
using Gongtui.Engine.State;

namespace Gongtui.Host.Kernel;

/// <summary>The election of a run, folded from its facts by the activities' own fold, riding on the kernel's.</summary>
public sealed class ElectionView : IView
{
    /// <summary>The name under which activities and pages ask for it.</summary>
    public const string ViewName = "election";

    public string Name => ViewName;

    public object Create() => Election.None;

    public object Apply(object state, in Fact fact) =>
        ElectionFold.Apply((Election)state, fact.Name, fact.Payload, fact.At, fact.By);

    public byte[] Save(object state) => JsonSerializer.SerializeToUtf8Bytes((Election)state, FactJson.Plain.Election);

    public object Load(ReadOnlySpan<byte> saved) => JsonSerializer.Deserialize(saved, FactJson.Default.Election)!;
}
