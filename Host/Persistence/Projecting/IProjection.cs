using Gongtui.Engine.Storage;

namespace Gongtui.Host.Persistence.Projecting;

/// <summary>Keeps tables that screens read in step with the journals, in the transaction that stores the entries.</summary>
/// <remarks>What it writes follows from the journal of the instance alone, so that a rebuild gives equal rows. An exception
/// refuses the burst: a journal whose projections cannot be written does not grow.</remarks>
public interface IProjection
{
    /// <summary>The tables that it writes and nobody else does; a rebuild empties them.</summary>
    IReadOnlyList<string> Tables { get; }

    void Write(ProjectionWriter rows, Append append);
}
