using Gongtui.Host.Audit;
using Gongtui.Host.Boxes;
using Gongtui.Host.Demo;
using Gongtui.Host.Elections;
using Gongtui.Host.Identity;
using Gongtui.Host.Inbox;
using Gongtui.Host.Kernel;
using Gongtui.Host.Mediation;
using Gongtui.Host.Meeting;
using Gongtui.Host.Notices;
using Gongtui.Host.Persistence;
using Gongtui.Host.Reports;
using Gongtui.Host.Setup;
using Gongtui.Host.Shell;
using Gongtui.Host.Verbs;

if (await Verb.TryAsync(args) is { } exitCode)
    return exitCode;

var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, EnvironmentName = Checkout.EnvironmentName });
builder.AddSetup();
builder.AddPersistence();
builder.AddEngine();
builder.AddBoxes();
builder.AddElections();
builder.AddMeeting();
builder.AddReports();
builder.AddAudit();
builder.AddIdentityRoom();
builder.AddMediation();
builder.AddShell();

var app = builder.Build();
await app.PrepareAsync();
app.UseShell();
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
app.MapAudit();
app.MapShell();
await app.RunAsync();
return 0;
