using System.Text.Json;

namespace Gongtui.Host.Inbox.Forms;

/// <summary>Which component shows the form of a kind of task.</summary>
public static class TaskForms
{
    private static readonly Dictionary<string, Entry> Forms = typeof(TaskForms).Assembly.GetTypes()
        .Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(ITaskForm)))
        .Select(type => (Entry)Activator.CreateInstance(typeof(Entry<>).MakeGenericType(type))!)
        .ToDictionary(entry => entry.Kind);

    /// <summary>The component; null for a kind without one.</summary>
    public static Type? Component(string kind) => Forms.GetValueOrDefault(kind)?.Component;

    /// <summary>The kind's form as JSON; see <see cref="ITaskForm.Read"/>.</summary>
    public static JsonElement? Read(TaskCase task, FormValues values) => Forms.GetValueOrDefault(task.Row.Kind)?.Read(task, values);

    private abstract class Entry
    {
        public abstract string Kind { get; }

        public abstract Type Component { get; }

        public abstract JsonElement Read(TaskCase task, FormValues values);
    }

    private sealed class Entry<TForm> : Entry
        where TForm : ITaskForm
    {
        public override string Kind => TForm.Kind;

        public override Type Component => typeof(TForm);

        public override JsonElement Read(TaskCase task, FormValues values) => TForm.Read(task, values);
    }
}
