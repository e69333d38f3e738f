using Gongtui.Activities.Tasks;
using Gongtui.Engine.Journal;

namespace Gongtui.Host.Audit.Theatre;

/// <summary>Entries by which somebody interfered with the course of an election instead of doing their task.</summary>
public static class Interventions
{
    public static bool Is(Entry entry) => entry switch
    {
        RetryAsked or SkipAsked or Migrated or CancelAsked or Faulted => true,
        Told { Event: nameof(TaskReleased) or nameof(TaskClaimed) } => true,
        _ => false,
    };
}
