namespace Gongtui.Mutation;

/// <summary>One change to the rules.</summary>
/// <param name="Id">From 1; the number that switches it on.</param>
/// <param name="File">Below Activities/Rules.</param>
/// <param name="Line">From 1.</param>
/// <param name="Original">The code as it is.</param>
/// <param name="Changed">The code as the mutant has it.</param>
/// <param name="IsStatic">Runs once when a type is first used: needs a process of its own.</param>
internal sealed record Mutant(int Id, string File, int Line, string Original, string Changed, bool IsStatic);
