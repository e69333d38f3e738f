using Gongtui.Activities;
using Gongtui.Activities.Elections;
using Gongtui.Host.Persistence;

namespace Gongtui.Host.People;

/// <summary>Standings and rights as people call them.</summary>
public static class StandingWords
{
    public static Text Of(Standing standing) => standing switch
    {
        Standing.Full => new("正式党员", "Full member"),
        Standing.Probationary => new("预备党员", "Probationary member"),
        Standing.Masses => new("群众", "Masses"),
        _ => new("不在册", "On no roll"),
    };

    public static Text Of(Rights rights) => rights switch
    {
        Rights.Held => new("享有表决权、选举权、被选举权", "Holds the three rights"),
        Rights.UnderProbation => new("留党察看", "Under party probation"),
        _ => new("被中止权利", "Rights suspended"),
    };
}
