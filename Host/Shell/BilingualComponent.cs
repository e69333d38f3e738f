using Gongtui.Activities;
using Microsoft.AspNetCore.Components;

namespace Gongtui.Host.Shell;

/// <summary>A component that speaks both languages; every component of the Host is one.</summary>
public abstract class BilingualComponent : ComponentBase
{
    [Inject]
    protected Language Language { get; set; } = null!;

    protected string T(string zh, string en) => Language.T(zh, en);

    protected string T(Text text) => Language.T(text);
}
