using System.Globalization;
using Xunit.Abstractions;

namespace Gongtui.Activities.Tests.Rules;

/// <summary>Runs a test over many random elections, on all cores, and says with which seed it can be run again. GONGTUI_ELECTIONS asks
/// for another number of them.</summary>
internal static class Lots
{
    public static void OfElections(ITestOutputHelper output, int count, Action<RandomElection> test) =>
        Of(output, count, RandomElection.From, test);

    public static void Of<T>(ITestOutputHelper output, int count, Func<int, T> make, Action<T> test)
    {
        var given = Environment.GetEnvironmentVariable("GONGTUI_SEED");
        count = Environment.GetEnvironmentVariable("GONGTUI_ELECTIONS") is { } asked ? int.Parse(asked, CultureInfo.InvariantCulture) : count;
        var seed = given is null ? Random.Shared.Next() : int.Parse(given, CultureInfo.InvariantCulture);
        output.WriteLine($"{count} random elections; run again with GONGTUI_SEED={seed}");
        Parallel.For(0, count, (i, loop) =>
        {
            var one = make(unchecked(seed + i) & int.MaxValue);
            try
            {
                test(one);
            }
            catch (Exception e)
            {
                loop.Stop();
                throw new InvalidOperationException($"{one} of GONGTUI_SEED={seed}: {e.Message}", e);
            }
        });
    }
}
