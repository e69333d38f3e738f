namespace Gongtui.Host.Papers;

/// <summary>One sheet that an office prints, signs or sends, whatever file it becomes.</summary>
/// <param name="Title">Its name.</param>
/// <param name="About">Below it: organisation and election, or the round.</param>
/// <param name="Signatures">Who signs; each gets a line to sign on.</param>
public sealed record Paper(string Title, string About, IReadOnlyList<PaperPart> Parts, IReadOnlyList<string> Signatures);

/// <summary>A part of a paper's body.</summary>
public abstract record PaperPart;

/// <summary>Running text.</summary>
public sealed record PaperText(string Text) : PaperPart;

/// <summary>A table. In the spreadsheet each is a block of its own.</summary>
public sealed record PaperTable(string? Caption, IReadOnlyList<string> Heading, IReadOnlyList<IReadOnlyList<string>> Rows) : PaperPart;
