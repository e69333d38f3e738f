using Gongtui.Benchmarks;
using Gongtui.Benchmarks.Counting;
using Gongtui.Benchmarks.Engine;
using Gongtui.Benchmarks.Limits;

var report = new Report(Console.Out);
report.Machine();

// First the machine, then what is held against it: a ratio means nothing across two runs.
var limits = MachineLimits.Measure(TimeSpan.FromSeconds(1));
report.Add("Limits of this machine", limits.Figures());
report.Add("Counting ballots", BallotCount.Figures(TimeSpan.FromSeconds(1), limits.Memory));
report.Add("Kernel in memory", MemoryFigures.Measure(TimeSpan.FromSeconds(2)));

return report.EveryBarMet ? 0 : 1;
