using System.Text.Json;
using Gongtui.Activities.Boxes;
using Gongtui.Host.Mediation;

namespace Gongtui.Host.Boxes;

/// <summary>The sheets of one purpose: judged before they are cast, written in one way, counted when the box is sealed.</summary>
public interface ISheetKind
{
    BoxPurpose Purpose { get; }

    /// <summary>The bytes to cast. Sheets that say the same are the same bytes, whoever and whatever filled them in.</summary>
    /// <param name="form">Form of the box.</param>
    /// <param name="sheet">As it was filled in.</param>
    /// <exception cref="JsonException">The sheet has another shape.</exception>
    Result<byte[]> Write(JsonElement form, JsonElement sheet);

    /// <summary>What the sheets of a sealed box come to, in the shape that the step asks for.</summary>
    JsonElement Count(JsonElement form, IReadOnlyList<byte[]> sheets);

    /// <summary>A sheet as somebody might fill it in: for the demo only.</summary>
    /// <param name="form">Form of the box.</param>
    /// <param name="dice">Throws one of the numbers from 0 up to, not including, its argument.</param>
    JsonElement Invent(JsonElement form, Func<int, int> dice);
}
