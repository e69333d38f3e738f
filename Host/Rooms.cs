using Gongtui.Host.Api;
using Gongtui.Host.Audit;
using Gongtui.Host.Boxes;
using Gongtui.Host.Cluster;
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

namespace Gongtui.Host;

/// <summary>Everything that an installation consists of. The program has one; each rehearsal has another of its own.</summary>
internal static class Rooms
{
    public static void Add(WebApplicationBuilder builder)
    {
        builder.AddSetup();
        builder.AddCluster();
        builder.AddPersistence();
        builder.AddEngine();
        builder.AddProcedures();
        builder.AddBoxes();
        builder.AddElections();
        builder.AddMeeting();
        builder.AddReports();
        builder.AddPapers();
        builder.AddRolls();
        builder.AddStatistics();
        builder.AddAudit();
        builder.AddElsaApi();
        builder.AddStudio();
        builder.AddIdentityRoom();
        builder.AddPractice();
        builder.AddMediation();
        builder.AddShell();
    }
}
