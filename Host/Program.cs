using Gongtui.Host;
using Gongtui.Host.Api;
using Gongtui.Host.Audit;
using Gongtui.Host.Boxes;
using Gongtui.Host.Demo;
using Gongtui.Host.Elections;
using Gongtui.Host.Figures;
using Gongtui.Host.Identity;
using Gongtui.Host.Inbox;
using Gongtui.Host.Kernel;
using Gongtui.Host.Mediation;
using Gongtui.Host.Meeting;
using Gongtui.Host.Notices;
using Gongtui.Host.Papers;
using Gongtui.Host.Persistence;
using Gongtui.Host.Practice;
using Gongtui.Host.Procedures;
using Gongtui.Host.Reports;
using Gongtui.Host.Rolls;
using Gongtui.Host.Setup;
using Gongtui.Host.Shell;
using Gongtui.Host.Studio;
using Gongtui.Host.Verbs;

if (await Verb.TryAsync(args) is { } exitCode)
    return exitCode;

var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, EnvironmentName = Checkout.EnvironmentName });
var start = StartUp.Of(builder);
if (Gongtui.Host.Cluster.ClusterOptions.Fault(builder.Configuration) is { } fault)
{
    await Console.Error.WriteLineAsync(fault);
    return 1;
}

Rooms.Add(builder);

var app = builder.Build();
if (await StartUp.PrepareAsync(app) is { } failed)
    return failed;
app.UsePractice();
app.UseShell();
app.UseStudioFiles();
app.UseHubAtAnyNode();
app.UseIdentityRoom();
app.MapIdentity();
app.MapSetup();
app.MapDemo();
app.MapElections();
app.MapInbox();
app.MapBoxes();
app.MapNotices();
app.MapMeeting();
app.MapReports();
app.MapRolls();
app.MapPapers();
app.MapStatistics();
app.MapAudit();
app.MapElsaApi();
app.MapStudio();
app.MapPractice();
app.MapShell();
return await start.ServeAsync(app);
