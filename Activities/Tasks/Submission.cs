using Gongtui.Activities.Elections;

namespace Gongtui.Activities.Tasks;

/// <summary>A completion that may be acted on: the person may do it and the form could be read. Its content is still to be judged.</summary>
public sealed record Submission<TForm>(Actor Actor, OpenTask Task, string Decision, string? Comment, TForm Form);
