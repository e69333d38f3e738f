using System.Collections.Concurrent;
using System.Diagnostics;
using Gongtui.Mutation;

// dotnet run --project tests/Mutation [-- FOLDER [PROCESSES]]: changes the rules in a copy below FOLDER, one change at a time, and
// counts how many changes the tests of the rules notice.
var repository = Directory.GetCurrentDirectory();
var copy = args.Length > 0 ? args[0] : Path.Combine(Path.GetTempPath(), "gongtui-mutation");
var processes = args.Length > 1 ? int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : Environment.ProcessorCount;
var workshop = new Workshop(repository, copy);
var mutants = workshop.Build();
using (var sound = Process.Start(new ProcessStartInfo("dotnet", [workshop.Runner, "0"]) { RedirectStandardOutput = true, Environment = { ["GONGTUI_ELECTIONS"] = "150" } })!)
{
    var said = await sound.StandardOutput.ReadToEndAsync();
    await sound.WaitForExitAsync();
    if (sound.ExitCode != 0 || said.Contains("fails", StringComparison.Ordinal))
    {
        // Where the runner or a test fails anyway, every mutant would seem to be noticed.
        Console.WriteLine(said);
        return 2;
    }
}

var verdicts = new ConcurrentDictionary<int, string>();
var ordinary = mutants.Where(mutant => !mutant.IsStatic).Chunk(40).Concat(mutants.Where(mutant => mutant.IsStatic).Chunk(1));
var queue = new ConcurrentQueue<Mutant[]>(ordinary);
await Task.WhenAll(Enumerable.Range(0, processes).Select(_ => Task.Run(WorkAsync)));

var survivors = mutants.Where(mutant => verdicts[mutant.Id] == "survived").ToArray();
foreach (var mutant in survivors)
    Console.WriteLine($"survived: {mutant.File}:{mutant.Line}  {mutant.Original}  →  {mutant.Changed}");
foreach (var file in mutants.GroupBy(mutant => mutant.File))
    Console.WriteLine($"{100.0 * file.Count(mutant => verdicts[mutant.Id] != "survived") / file.Count(),6:0.0} %  {file.Count(),4}  {file.Key}");
Console.WriteLine($"{mutants.Count} mutants, {mutants.Count - survivors.Length} noticed ({verdicts.Values.Count(verdict => verdict == "timeout")} of them by never ending): {100.0 * (mutants.Count - survivors.Length) / mutants.Count:0.0} %");
return survivors.Length * 10 <= mutants.Count ? 0 : 1;

async Task WorkAsync()
{
    while (queue.TryDequeue(out var batch))
    {
        for (var rest = batch.ToList(); rest.Count > 0; rest.RemoveAll(mutant => verdicts.ContainsKey(mutant.Id)))
            await RunAsync(rest);
    }
}

// One process for many mutants; one that does not answer in time is noticed, too, and the next go on in a new process.
async Task RunAsync(List<Mutant> batch)
{
    var start = new ProcessStartInfo("dotnet", [workshop.Runner, .. batch.Select(mutant => $"{mutant.Id}")]) { RedirectStandardOutput = true, RedirectStandardError = true };
    start.Environment["GONGTUI_ELECTIONS"] = "150";
    start.Environment["GONGTUI_SEED"] = "20100701";
    start.Environment["DOTNET_TieredPGO"] = "0";
    if (batch[0].IsStatic)
        start.Environment["GONGTUI_MUTANT"] = $"{batch[0].Id}";
    using var process = Process.Start(start)!;
    process.ErrorDataReceived += (_, _) => { };
    process.BeginErrorReadLine();
    foreach (var mutant in batch)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        string? line = null;
        try
        {
            line = await process.StandardOutput.ReadLineAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            verdicts[mutant.Id] = "timeout";
        }

        if (line is null)
        {
            // A process that broke off was broken by the mutant.
            verdicts.TryAdd(mutant.Id, "crashed");
            break;
        }

        verdicts[mutant.Id] = line;
    }

    process.Kill();
}
