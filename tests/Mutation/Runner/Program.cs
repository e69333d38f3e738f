using System.Reflection;
using Gongtui.Activities.Rules;
using Gongtui.Mutation.Runner;

// For each mutant named: switch it on, run the tests until one fails, and say "killed" or "survived" on a line.
var tests = Tests.Of(Assembly.Load("Gongtui.Activities.Tests"));
var output = Console.Out;
Console.SetOut(TextWriter.Null);
if (args is ["0"])
{
    foreach (var test in tests)
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var passes = test.Passes();
        if (!passes || watch.ElapsedMilliseconds > 300) output.WriteLine($"{(passes ? "slow" : "fails without a mutant")}: {test.Name} {watch.ElapsedMilliseconds} ms");
    }

    return;
}

foreach (var id in args)
{
    // FieldInfo: the project as it lies in the repository has no mutants to switch on.
    typeof(Verdict).Assembly.GetType("Gongtui.Activities.Rules.Mutants")!.GetField("Active")!.SetValue(null, int.Parse(id, System.Globalization.CultureInfo.InvariantCulture));
    var killer = tests.FirstOrDefault(test => !test.Passes());
    if (killer is not null)
    {
        // What fails once will fail often: ask it first.
        tests.Remove(killer);
        tests.Insert(0, killer);
    }

    output.WriteLine(killer is null ? "survived" : "killed");
    output.Flush();
}
