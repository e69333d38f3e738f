namespace Gongtui.Activities.Tenure;

/// <summary>接续: what a procedure takes over from the one before it, word for word as that one's journal has it.</summary>
/// <param name="From">Id of the run before.</param>
/// <param name="Title">What that run is called.</param>
/// <param name="Posts">Who holds which post since when.</param>
/// <param name="ElectedOn">Day of the election; null when it is not known.</param>
/// <param name="Ends">Last day of the term, as proposed or as the ledger has it; null when it is not known.</param>
/// <param name="Promises">What those in office promised in their campaign speeches; without a day yet.</param>
/// <param name="Vacancy">What a by-election is to fill; null for none.</param>
public sealed record CarriedOver(
    string From, string Title, IReadOnlyList<TermPost> Posts, DateOnly? ElectedOn, DateOnly? Ends, IReadOnlyList<Promise> Promises,
    Vacancy? Vacancy = null);

/// <summary>A commitment as it was made in a campaign speech.</summary>
public sealed record Promise(string Person, string What);

/// <summary>A post that somebody left.</summary>
/// <param name="Post">Code of the post; empty for a post that no plan knows.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Person">Who left it.</param>
/// <param name="Number">文号 of the superior's decision.</param>
/// <param name="HoldBy">Day by which the electing meeting is to be held, as somebody decided.</param>
public sealed record Vacancy(string Post, Text Name, int Seats, string Person, string Number, DateOnly HoldBy);
