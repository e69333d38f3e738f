namespace Gongtui.Host.Kernel;

/// <summary>The process that owns a run or a box did not answer, and nobody took its place in time: whether it was done is not known. Asking again is safe.</summary>
public sealed class OwnerAwayException(Exception cause) : IOException("No owner answered in time.", cause);
