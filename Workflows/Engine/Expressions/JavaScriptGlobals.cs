using System.Text;
using System.Text.RegularExpressions;
using Gongtui.Engine.Execution;
using Jint;
using Jint.Native;
using Jint.Native.Object;
using Jint.Runtime.Interop;
using ScriptEngine = Jint.Engine;

namespace Gongtui.Engine.Expressions;

/// <summary>The functions that Elsa offers to scripts, under Elsa's names.</summary>
internal static partial class JavaScriptGlobals
{
    public static void AddTo(ScriptEngine engine, ActivityExecutionContext context, string source)
    {
        var (state, run, burst) = (context.Burst.State, context.Run, context.Burst);
        void Add(string name, Func<JsValue[], JsValue> body)
        {
            if (source.Contains(name, StringComparison.Ordinal))
                engine.SetValue(name, new ClrFunction(engine, name, (_, arguments) => body(arguments)));
        }
        JsValue Show(object? value) => JavaScriptValues.ToScript(engine, value);
        string Text(JsValue[] arguments, int i) => i < arguments.Length && !arguments[i].IsNull() && !arguments[i].IsUndefined() ? arguments[i].ToString() : "";

        Add("getVariable", a => Show(state.VariableByName(run, Text(a, 0))));
        Add("setVariable", a => SetVariable(engine, context, Text(a, 0), a.ElementAtOrDefault(1) ?? JsValue.Undefined));
        Add("getInput", a => Show(state.InputNamed(Text(a, 0))));
        Add("getOutputFrom", a => Show(state.OutputFrom(Text(a, 0), Text(a, 1))));
        Add("getLastResult", _ => Show(state.LastResult));
        Add("getOutcome", a => Show(state.LastOutcome(Text(a, 0))));
        Add("getWorkflowDefinitionId", _ => Show(state.Graph.DefinitionId));
        Add("getWorkflowDefinitionVersionId", _ => Show(state.Graph.VersionId));
        Add("getWorkflowDefinitionVersion", _ => Show((long)state.Graph.Version));
        Add("getWorkflowInstanceId", _ => Show(state.InstanceId));
        Add("getCorrelationId", _ => Show(state.CorrelationId));
        Add("isNullOrWhiteSpace", a => Show(string.IsNullOrWhiteSpace(Text(a, 0))));
        Add("isNullOrEmpty", a => Show(string.IsNullOrEmpty(Text(a, 0))));
        Add("toJson", a => a.Length > 0 ? new Jint.Native.Json.JsonSerializer(engine).Serialize(a[0]) : JsValue.Undefined);
        Add("newGuid", _ => Show(burst.NewId().ToString()));
        Add("newGuidString", _ => Show(burst.NewId().ToString()));
        Add("getGuidString", _ => Show(burst.NewId().ToString()));
        Add("newShortGuid", _ => Show(Shorten(burst.NewId())));
        Add("getShortGuid", _ => Show(Shorten(burst.NewId())));
        Add("stringToBase64", a => Show(Convert.ToBase64String(Encoding.UTF8.GetBytes(Text(a, 0)))));
        Add("stringFromBase64", a => Show(Encoding.UTF8.GetString(Convert.FromBase64String(Text(a, 0)))));

        foreach (var name in state.VariableNames(run))
        {
            Add("get" + Pascal(name), _ => Show(state.VariableByName(run, name)));
            Add("set" + Pascal(name), a => SetVariable(engine, context, name, a.ElementAtOrDefault(0) ?? JsValue.Undefined));
        }
        foreach (var input in state.Graph.Inputs)
            Add("get" + input.Name, _ => Show(state.InputNamed(input.Name)));
        foreach (var (activity, output) in state.OutputNames())
            Add($"get{output}From{Pascal(activity)}", _ => Show(state.OutputFrom(activity, output)));
        AddVariables(engine, context, source);
    }

    /// <summary>Elsa lets a script assign to <c>variables.X</c>; what was mentioned is written back after the script, where it changed.</summary>
    public static void CopyBack(ScriptEngine engine, ActivityExecutionContext context)
    {
        if (engine.GetValue("variables") is not ObjectInstance container)
            return;
        var (state, run) = (context.Burst.State, context.Run);
        foreach (var (key, property) in container.GetOwnProperties())
        {
            var name = key.ToString();
            var value = JavaScriptValues.FromScript(engine, container.Get(key));
            if (state.HasVariableNamed(run, name) && !Same(value, state.VariableByName(run, name)))
                context.Burst.SetVariableByName(run, name, value);
        }
    }

    private static void AddVariables(ScriptEngine engine, ActivityExecutionContext context, string source)
    {
        if (!source.Contains("variables", StringComparison.Ordinal))
            return;
        var (state, run) = (context.Burst.State, context.Run);
        var container = new JsObject(engine);
        var mentioned = MentionedVariable().Matches(source).Select(m => m.Groups[1].Value).ToHashSet();
        foreach (var name in state.VariableNames(run).Where(mentioned.Contains))
            container.Set(name, JavaScriptValues.ToScript(engine, state.VariableByName(run, name)));
        engine.SetValue("variables", container);
    }

    private static JsValue SetVariable(ScriptEngine engine, ActivityExecutionContext context, string name, JsValue value)
    {
        context.Burst.SetVariableByName(context.Run, name, JavaScriptValues.FromScript(engine, value));
        if (engine.GetValue("variables") is ObjectInstance container)
            container.Set(name, value);
        return JsValue.Undefined;
    }

    private static bool Same(object? a, object? b) =>
        Values.ToJson(a).GetRawText() == Values.ToJson(b).GetRawText();

    private static string Pascal(string name) =>
        string.Concat(name.Split([' ', '_', '-'], StringSplitOptions.RemoveEmptyEntries).Select(p => char.ToUpperInvariant(p[0]) + p[1..]));

    private static string Shorten(Guid id) =>
        Convert.ToBase64String(id.ToByteArray()).Replace("/", "", StringComparison.Ordinal).Replace("+", "", StringComparison.Ordinal).Replace("=", "", StringComparison.Ordinal);

    [GeneratedRegex(@"variables\.(\w+)")]
    private static partial Regex MentionedVariable();
}
