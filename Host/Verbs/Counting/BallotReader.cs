using System.Text.Json;
using Gongtui.Activities.Rules.Ballots;

namespace Gongtui.Host.Verbs.Counting;

/// <summary>Reads the ballots of a sheet straight into a count: a mark left out is an abstention, a contest left out is blank.
/// One ballot is in memory at a time.</summary>
internal sealed class BallotReader(BallotPaper paper, Tally tally)
{
    private readonly Mark[] marks = new Mark[paper.MarkCount];
    private readonly int[] markedOn = new int[paper.MarkCount];
    private readonly int[] filledOn = new int[paper.Contests.Count];
    private readonly List<WriteIn> writeIns = [];
    private int ballot;

    /// <returns>The number of ballots.</returns>
    /// <exception cref="SheetFault">A ballot is none of this paper.</exception>
    public int Read(ReadOnlySpan<byte> array)
    {
        var reader = new Utf8JsonReader(array);
        reader.Read();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            One(ref reader);
        }

        return ballot;
    }

    private string Path => $"ballots[{ballot - 1}]";

    private void One(ref Utf8JsonReader reader)
    {
        ballot++;
        marks.AsSpan().Clear();
        writeIns.Clear();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw SheetFault.Wrong(Path, "an object", reader.Shown());
        }

        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var contest = Contest(ref reader);
            reader.Read();
            Part(ref reader, contest);
        }

        tally.Add(marks, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(writeIns));
    }

    private int Contest(ref Utf8JsonReader reader)
    {
        var post = reader.GetString()!;
        var contest = paper.ContestOf(post);
        if (contest < 0)
        {
            throw SheetFault.Unknown(Path, string.Join(" | ", paper.Contests.Select(known => known.Post)), post);
        }

        if (filledOn[contest] == ballot)
        {
            throw SheetFault.Twice(Path, post);
        }

        filledOn[contest] = ballot;
        return contest;
    }

    private string PathOf(int contest) => $"{Path}.{paper.Contests[contest].Post}";

    private void Part(ref Utf8JsonReader reader, int contest)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return;
        }

        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw SheetFault.Wrong(PathOf(contest), "an object", reader.Shown());
        }

        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            if (reader.ValueTextEquals("marks"u8))
            {
                reader.Read();
                Marks(ref reader, contest);
            }
            else if (reader.ValueTextEquals("writeIns"u8))
            {
                reader.Read();
                WriteIns(ref reader, contest);
            }
            else
            {
                throw SheetFault.Unknown(PathOf(contest), "marks | writeIns", reader.GetString()!);
            }
        }
    }

    private void Marks(ref Utf8JsonReader reader, int contest)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return;
        }

        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw SheetFault.Wrong($"{PathOf(contest)}.marks", "an object", reader.Shown());
        }

        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var person = Person(ref reader, contest);
            if (!paper.IsPrinted(contest, person))
            {
                throw SheetFault.Unknown($"{PathOf(contest)}.marks", "a printed candidate", reader.GetString()!);
            }

            var at = paper.MarkOf(contest, person);
            if (markedOn[at] == ballot)
            {
                throw SheetFault.Twice($"{PathOf(contest)}.marks", reader.GetString()!);
            }

            markedOn[at] = ballot;
            reader.Read();
            marks[at] = MarkHere(ref reader, contest, person);
        }
    }

    private Mark MarkHere(ref Utf8JsonReader reader, int contest, int person) => reader.TokenType switch
    {
        JsonTokenType.String when reader.ValueTextEquals("approve"u8) => Mark.Approve,
        JsonTokenType.String when reader.ValueTextEquals("against"u8) => Mark.Against,
        JsonTokenType.String when reader.ValueTextEquals("abstain"u8) => Mark.Abstain,
        _ => throw SheetFault.Wrong($"{PathOf(contest)}.marks.{paper.NamesOf(contest)[person]}", "\"approve\" | \"against\" | \"abstain\"", reader.Shown()),
    };

    private void WriteIns(ref Utf8JsonReader reader, int contest)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return;
        }

        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw SheetFault.Wrong($"{PathOf(contest)}.writeIns", "an array", reader.Shown());
        }

        for (var i = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; i++)
        {
            writeIns.Add(WriteInHere(ref reader, contest, i));
        }
    }

    private WriteIn WriteInHere(ref Utf8JsonReader reader, int contest, int index)
    {
        var (person, marked) = (default(int?), false);
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw SheetFault.Wrong($"{PathOf(contest)}.writeIns[{index}]", "an object", reader.Shown());
        }

        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            if (reader.ValueTextEquals("name"u8) && reader.Read())
            {
                person = reader.TokenType == JsonTokenType.String
                    ? Person(ref reader, contest)
                    : throw SheetFault.Wrong($"{PathOf(contest)}.writeIns[{index}].name", "a name", reader.Shown());
            }
            else if (reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals("mark"u8) && reader.Read())
            {
                marked = reader.TokenType is JsonTokenType.True or JsonTokenType.False
                    ? reader.GetBoolean()
                    : throw SheetFault.Wrong($"{PathOf(contest)}.writeIns[{index}].mark", "true | false", reader.Shown());
            }
            else
            {
                throw SheetFault.Unknown($"{PathOf(contest)}.writeIns[{index}]", "name | mark", reader.GetString()!);
            }
        }

        return new(contest, person ?? throw SheetFault.Missing($"{PathOf(contest)}.writeIns[{index}].name", "a name"), marked);
    }

    /// <summary>The index of the name that stands here, a member's name or a value.</summary>
    private int Person(ref Utf8JsonReader reader, int contest)
    {
        const int most = 256;
        Span<char> name = stackalloc char[most];
        return reader.ValueSpan.Length <= most
            ? paper.PersonOf(contest, name[..reader.CopyString(name)])
            : paper.PersonOf(contest, reader.GetString()!);
    }
}
