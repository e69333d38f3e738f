using System.Text.Json;
using Gongtui.Activities.Elections;
using Gongtui.Activities.Rules;
using Gongtui.Activities.Rules.Ballots;
using Gongtui.Host.Verbs.Counting;

namespace Gongtui.Host.Verbs;

/// <summary>
/// Counts votes: a sheet per line of JSON on the input, a result per line on the output, by the rules that count the product's own
/// elections. Lines are answered one after the other, so the input may be endless. A line that is no sheet is answered by an error.
/// </summary>
internal static class CountVerb
{
    /// <summary>Counts from the console to the console.</summary>
    public static int Execute()
    {
        using var input = Console.OpenStandardInput();
        using var output = Console.OpenStandardOutput();
        return Execute(input, output, Console.Error);
    }

    /// <param name="input">Sheets; blank lines are passed over.</param>
    /// <param name="output">A result or an error for each sheet, in their order, and nothing else.</param>
    /// <param name="notes">Figures of a sheet that contradict each other without stopping its count.</param>
    /// <returns>0 when every line was counted, 1 when a line was not.</returns>
    public static int Execute(Stream input, Stream output, TextWriter notes)
    {
        using var buffered = new BufferedStream(output, 1 << 16);
        using var writer = new ResultWriter(buffered);
        var lines = new LineReader(input, buffered.Flush);
        var code = 0;
        while (lines.Next(out var line, out var tooLong))
        {
            if (tooLong)
            {
                writer.Write(lines.Number, TooLong);
                code = 1;
            }
            else if (Count(line, writer, lines.Number, notes) is { } refusal)
            {
                writer.Write(lines.Number, refusal);
                code = 1;
            }
        }

        buffered.Flush();
        return code;
    }

    private static Refusal TooLong { get; } = new(
        RefusalKinds.Malformed, new("这一行过长。", "The line is too long."), $"≤ {LineReader.MostBytes}",
        NextStep: new("请拆成几张计票单。", "Split it into several sheets."), Field: "$");

    private static Refusal? Count(ReadOnlySpan<byte> line, ResultWriter writer, long number, TextWriter notes)
    {
        try
        {
            var sheet = SheetReader.Read(line);
            var tally = new Tally(sheet.Paper, sheet.Policy);
            var ballots = new BallotReader(sheet.Paper, tally).Read(line[sheet.Ballots]);
            writer.Write(sheet, ElectionCount.Choose(sheet.Pack, sheet.Policy.SeatPolicy, sheet.Account, tally.Result));
            Note(sheet, ballots, number, notes);
            return null;
        }
        catch (SheetFault fault)
        {
            return fault.Refusal;
        }
        catch (JsonException broken)
        {
            return Broken($"{broken.Message}");
        }
        catch (InvalidOperationException broken)
        {
            // The reader finds bytes that are no UTF-8 only where it makes a text of them.
            return Broken(broken.Message);
        }
    }

    private static Refusal Broken(string found) => new(
        RefusalKinds.Malformed, new("这一行不是 JSON。", "The line is not JSON."), "JSON", found,
        NextStep: new("请改正这一行后重新计票；其他各行不受影响。", "Correct this line and count it again; the other lines are not affected."), Field: "$");

    /// <summary>Only the rules that void an election stop a count; other figures that cannot be right are said beside it.</summary>
    private static void Note(CountSheet sheet, int ballots, long number, TextWriter notes)
    {
        var account = sheet.Account;
        if (account.Present > account.Due || account.Issued > account.Present || account.Voted > account.Issued || account.Returned != ballots)
        {
            notes.WriteLine($"line {number}: due {account.Due}, present {account.Present}, issued {account.Issued}, voted {account.Voted}, returned {account.Returned}, ballots {ballots}: check the figures / 第 {number} 行：数字不符，请核对");
        }
    }
}
