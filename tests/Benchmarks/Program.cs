using Gongtui.Benchmarks;
using Gongtui.Benchmarks.Casting;
using Gongtui.Benchmarks.Counting;
using Gongtui.Benchmarks.Engine;
using Gongtui.Benchmarks.Growth;
using Gongtui.Benchmarks.History;
using Gongtui.Benchmarks.Inbox;
using Gongtui.Benchmarks.Limits;
using Gongtui.Benchmarks.Policy;
using Gongtui.Benchmarks.Studio;
using Gongtui.Benchmarks.Theatre;

// Without arguments everything; else the sections that are named.
bool Wanted(string section) => args.Length == 0 || args.Contains(section, StringComparer.OrdinalIgnoreCase);

var report = new Report(Console.Out);
report.Machine();

// First the machine, then what is held against it: a ratio means nothing across two runs.
var limits = MachineLimits.Measure(TimeSpan.FromSeconds(1));
report.Add("Limits of this machine", limits.Figures());
if (Wanted("counting"))
    report.Add("Counting ballots", BallotCount.Figures(TimeSpan.FromSeconds(1), limits.Memory));
if (Wanted("kernel"))
    report.Add("Kernel in memory", MemoryFigures.Measure(TimeSpan.FromSeconds(2)));
if (Wanted("history"))
    report.Add("History", await Throughput.FiguresAsync(TimeSpan.FromSeconds(5), limits));
if (Wanted("ballots"))
    report.Add("Casting", await CastFigures.FiguresAsync(TimeSpan.FromSeconds(5), limits));
if (Wanted("inbox"))
    report.Add("Inbox", await InboxFigures.FiguresAsync());
if (Wanted("looking-back"))
    report.Add("Looking back", await LookingBack.FiguresAsync());
if (Wanted("theatre"))
    report.Add("Theatre", await TheatreFigures.FiguresAsync(limits));
if (Wanted("gate"))
    report.Add("Policy gate", await GateFigures.FiguresAsync());
if (Wanted("footprint"))
    report.Add("Footprint", await Footprint.FiguresAsync());
if (Wanted("growth"))
    report.Add("Growth", await WaitingElections.FiguresAsync());
if (Wanted("editor"))
    report.Add("Editor", await EditorLatency.FiguresAsync(TimeSpan.FromSeconds(4)));

return report.EveryBarMet ? 0 : 1;
