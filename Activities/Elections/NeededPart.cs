using System.Diagnostics.CodeAnalysis;

namespace Gongtui.Activities.Elections;

/// <summary>Parts of an election that an earlier step records.</summary>
public static class NeededPart
{
    /// <summary>The part, which a sound diagram has recorded before.</summary>
    /// <param name="part">Null when the diagram leads here too early.</param>
    /// <param name="name">What is missing, for the incident that a person will read.</param>
    /// <exception cref="InvalidOperationException">The diagram leads here too early.</exception>
    public static T Needed<T>([NotNull] this T? part, string name)
        where T : class =>
        part ?? throw new InvalidOperationException($"The diagram leads to this step before {name} is there.");
}
