using System.Text.Encodings.Web;
using System.Text.Json;
using Gongtui.Activities;
using Gongtui.Activities.Elections;
using Gongtui.Activities.Rules;

namespace Gongtui.Host.Verbs.Counting;

/// <summary>Writes the result of one sheet as one line of JSON.</summary>
internal sealed class ResultWriter(Stream output) : IDisposable
{
    private readonly Utf8JsonWriter json = new(output, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public void Dispose() => json.Dispose();

    public void Write(CountSheet sheet, ElectionChoice choice)
    {
        var (due, present, quorum) = (sheet.Account.Due, sheet.Account.Present, sheet.Pack.Quorum);
        json.WriteStartObject();
        json.WriteStartObject("quorum"u8);
        json.WriteBoolean("met"u8, choice.Standing != ElectionStanding.NoQuorum);
        json.WriteNumber("minimum"u8, Quorum.Minimum(due, quorum));
        json.WriteNumber("missing"u8, Quorum.Missing(due, present, quorum));
        json.WriteEndObject();
        json.WriteString("election"u8, choice.Standing switch
        {
            ElectionStanding.Valid => "valid"u8,
            ElectionStanding.Void => "void"u8,
            _ => "noQuorum"u8,
        });
        json.WriteStartArray("contests"u8);
        foreach (var contest in choice.Contests)
        {
            Write(contest);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        EndLine();
    }

    /// <summary>The line of a sheet that could not be counted.</summary>
    /// <param name="number">Number of the line, from 1.</param>
    /// <param name="refusal">What is wrong with it.</param>
    public void Write(long number, Refusal refusal)
    {
        json.WriteStartObject();
        json.WriteStartObject("error"u8);
        json.WriteString("kind"u8, refusal.Kind);
        json.WriteNumber("line"u8, number);
        json.WriteString("path"u8, refusal.Field);
        Write("message"u8, refusal.Message);
        if (refusal.Expected is { } expected)
        {
            json.WriteString("expected"u8, expected);
        }

        if (refusal.Found is { } found)
        {
            json.WriteString("found"u8, found);
        }

        Write("nextStep"u8, refusal.NextStep!);
        json.WriteEndObject();
        json.WriteEndObject();
        EndLine();
    }

    private void Write(ContestChoice contest)
    {
        json.WriteStartObject();
        json.WriteString("post"u8, contest.Tally.Post);
        json.WriteNumber("valid"u8, contest.Tally.Valid);
        json.WriteNumber("invalid"u8, contest.Tally.Invalid);
        json.WriteStartArray("tally"u8);
        foreach (var name in contest.Tally.Names)
        {
            json.WriteStartObject();
            json.WriteString("name"u8, name.Name);
            json.WriteNumber("approve"u8, name.Approve);
            json.WriteNumber("against"u8, name.Against);
            json.WriteNumber("abstain"u8, name.Abstain);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        Write("elected"u8, contest, contest.Selected.Elected);
        json.WriteStartObject("tied"u8);
        Write("names"u8, contest, contest.Selected.Tied);
        json.WriteNumber("seats"u8, contest.Selected.TiedSeats);
        json.WriteEndObject();
        json.WriteNumber("open"u8, contest.Selected.Open);
        json.WriteString("outcome"u8, contest.Outcome switch
        {
            OutcomeKind.Filled => "filled"u8,
            OutcomeKind.Tie => "tie"u8,
            _ => "shortage"u8,
        });
        json.WriteEndObject();
    }

    private void Write(ReadOnlySpan<byte> member, ContestChoice contest, IReadOnlyList<int> people)
    {
        json.WriteStartArray(member);
        foreach (var person in people)
        {
            json.WriteStringValue(contest.NameOf(person));
        }

        json.WriteEndArray();
    }

    private void Write(ReadOnlySpan<byte> member, Text text)
    {
        json.WriteStartObject(member);
        json.WriteString("zh"u8, text.Zh);
        json.WriteString("en"u8, text.En);
        json.WriteEndObject();
    }

    private void EndLine()
    {
        json.Flush();
        output.WriteByte((byte)'\n');
        json.Reset();
    }
}
