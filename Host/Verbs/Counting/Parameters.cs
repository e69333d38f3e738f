using System.Text.Json;
using Gongtui.Activities.Rules;

namespace Gongtui.Host.Verbs.Counting;

/// <summary>The parameters that a sheet names; what it leaves out is as the rule pack has it.</summary>
internal sealed record Parameters
{
    private BallotScope? scope;
    private SeatPolicy? seats;
    private WriteInWithoutMark? unmarked;

    /// <summary>The pack's choices with those of the sheet in their place.</summary>
    public CountingPolicy Over(CountingPolicy pack) => pack with
    {
        BallotScope = scope ?? pack.BallotScope,
        SeatPolicy = seats ?? pack.SeatPolicy,
        WriteInWithoutMark = unmarked ?? pack.WriteInWithoutMark,
    };

    public static Parameters? Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return null;
        }

        reader.MustBe(JsonTokenType.StartObject, "parameters", "an object");
        var parameters = new Parameters();
        while (reader.ReadMember() is { } member)
        {
            var path = $"parameters.{member}";
            switch (member)
            {
                case "ballotScope":
                    parameters.scope = reader.Word(path, ("contest", BallotScope.Contest), ("ballot", BallotScope.Ballot));
                    break;
                case "seatPolicy":
                    parameters.seats = reader.Word(path, ("seatOnce", SeatPolicy.SeatOnce), ("separate", SeatPolicy.Separate));
                    break;
                case "writeInWithoutMark":
                    parameters.unmarked = reader.Word(path, ("abstain", WriteInWithoutMark.Abstain), ("invalid", WriteInWithoutMark.Invalid));
                    break;
                default:
                    throw SheetFault.Unknown("parameters", "ballotScope | seatPolicy | writeInWithoutMark", member);
            }
        }

        return parameters;
    }
}
