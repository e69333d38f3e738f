using System.Text.Json;
using Gongtui.Activities.Elections;
using Gongtui.Host.Setup;
using Gongtui.Host.Shell;
using Microsoft.AspNetCore.Components;

namespace Gongtui.Host.Inbox.Forms;

/// <summary>The form of one kind of task: a component that shows it, and the way from what was typed to the kind's JSON.
/// <see cref="TaskForms"/> finds every component that implements it.</summary>
public interface ITaskForm
{
    /// <summary>One of the task kinds.</summary>
    static abstract string Kind { get; }

    /// <summary>The kind's form as JSON, from the fields that the browser sent. Content is judged by the election, not here;
    /// what cannot be read at all (a word where a number belongs) is noted in <see cref="FormValues.Problem"/>.</summary>
    static abstract JsonElement Read(TaskCase task, FormValues values);
}

/// <summary>Base of the components that show a kind's form, inside the form element that <c>TaskForm</c> puts around them.</summary>
public abstract class TaskFormBase : BilingualComponent
{
    [Parameter, EditorRequired]
    public TaskCase Case { get; set; } = null!;

    /// <summary>What was typed before; empty at first.</summary>
    [Parameter, EditorRequired]
    public FormValues Values { get; set; } = null!;

    /// <summary>Why it was not accepted; null at first.</summary>
    [Parameter]
    public Refusal? Refusal { get; set; }

    [Inject]
    private GongtuiOptions Options { get; set; } = null!;

    protected Election Election => Case.Election;

    /// <summary>What a field holds at first in the demo, where nobody wants to type a report; nothing in a real installation.</summary>
    protected T? Sample<T>(T value) => Options.Demo ? value : default;

    /// <summary>What is wrong with one field; null when the refusal is not about it.</summary>
    protected string? Wrong(string field) =>
        Refusal is { Field: { } meant } refusal && string.Equals(meant, field, StringComparison.OrdinalIgnoreCase) ? T(refusal.Message) : null;
}
