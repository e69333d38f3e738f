using Gongtui.Host.Verbs.Pilot;

namespace Gongtui.Host.Verbs;

/// <summary>
/// Runs the 35 elections of the 2010 pilot on the real kernel, by the procedures and the rules of the product, and prints what they
/// come to beside what was published.
/// </summary>
internal static class PilotVerb
{
    private const int MostNamed = 10;

    /// <returns>0 when every figure agrees, 1 when one does not.</returns>
    public static async Task<int> ExecuteAsync(TextWriter output)
    {
        var data = PilotData.Read();
        var results = await RunAsync(data);
        await output.WriteLineAsync("# 2010年试点回放 / The pilot of 2010, run again\n");
        await TableAsync(output, ["单位 unit", "程序 procedure", "组织 organisations", "书记 secretaries", "副书记 deputies", "委员 members", "记录 journal entries"],
            results.GroupBy(result => result.Pilot.Unit).Select(unit => (string[])
            [
                unit.Key.Name, unit.Key.Procedure, $"{unit.Count()}", Sum(unit, PilotElection.Secretary), Sum(unit, PilotElection.Deputy),
                $"{unit.Sum(result => result.MembersOnly().Count)}", $"{unit.Sum(result => result.Entries)}",
            ]));
        await TableAsync(output, ["经过 course", "场数 elections", "组织 organisations"], Courses(results).Select(course => (string[])
            [course.Name, $"{course.Of.Count}", course.Of.Count > MostNamed ? "—" : string.Join('、', course.Of.Select(result => result.Pilot.Organisation.Id))]));
        var figures = PilotFigures.Of(data, results);
        await TableAsync(output, ["指标 figure", "本次 computed", "公布 published", "一致 agrees"],
            figures.Select(figure => (string[])[$"{figure.Name.Zh} {figure.Name.En}", figure.Computed, figure.Published, figure.Agrees ? "✓" : "✗"]));
        return figures.All(figure => figure.Agrees) ? 0 : 1;
    }

    /// <summary>All elections, each to its end.</summary>
    internal static async Task<IReadOnlyList<PilotResult>> RunAsync(PilotData data)
    {
        var desk = new PilotDesk();
        var results = new List<PilotResult>();
        foreach (var unit in data.Units)
        {
            foreach (var organisation in unit.Organisations)
            {
                results.Add(await desk.RunAsync(data, new(data, unit, organisation)));
            }
        }

        return results;
    }

    /// <summary>What happened on the way, in how many elections; one election can be in several lines.</summary>
    internal static IEnumerable<(string Name, IReadOnlyList<PilotResult> Of)> Courses(IReadOnlyList<PilotResult> results)
    {
        yield return ("电子投票 ballots on screens", [.. results.Where(result => !result.OnPaper)]);
        yield return ("纸质选票、两份手工计票 ballots on paper, counted twice by hand", [.. results.Where(result => result.OnPaper)]);
        yield return ("两份计票不一致、重新计票 the two counts differed, counted again", [.. results.Where(result => result.WasRecounted)]);
        yield return ("票数相等、再次投票 tie, voted again among the tied", [.. results.Where(result => result.WasTied)]);
        yield return ("名额不足、另行选举 shortage, another election", [.. results.Where(result => result.WasShort)]);
        yield return ("首次会议人数不足、改期 first meeting without a quorum, held again", [.. results.Where(result => result.WasPutOff)]);
        yield return ("一次选出 settled at once", [.. results.Where(result => !result.WasTied && !result.WasShort && !result.WasPutOff && !result.WasRecounted)]);
    }

    private static string Sum(IEnumerable<PilotResult> unit, string post) => $"{unit.Sum(result => result.Elected(post).Count)}";

    private static async Task TableAsync(TextWriter output, string[] head, IEnumerable<string[]> rows)
    {
        string[] rule = [.. head.Select(_ => "---")];
        foreach (var row in rows.Prepend(rule).Prepend(head))
        {
            await output.WriteLineAsync($"| {string.Join(" | ", row)} |");
        }

        await output.WriteLineAsync();
    }
}
