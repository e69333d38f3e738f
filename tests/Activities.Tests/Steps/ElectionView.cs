using System.Text.Json;
using Gongtui.Activities.Elections;
using Gongtui.Engine.State;

namespace Gongtui.Activities.Tests.Steps;

/// <summary>Shows the folded election to activities, as the host does.</summary>
internal sealed class ElectionView : IView
{
    public string Name => StepContext.View;

    public object Create() => Election.None;

    public object Apply(object state, in Fact fact) => ElectionFold.Apply((Election)state, fact.Name, fact.Payload, fact.At, fact.By);

    public byte[] Save(object state) => JsonSerializer.SerializeToUtf8Bytes((Election)state, FactJson.Default.Election);

    public object Load(ReadOnlySpan<byte> saved) => JsonSerializer.Deserialize(saved, FactJson.Default.Election)!;
}
