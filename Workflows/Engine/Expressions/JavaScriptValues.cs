using Jint;
using Jint.Native;
using Jint.Native.Json;
using ScriptEngine = Jint.Engine;

namespace Gongtui.Engine.Expressions;

/// <summary>Carries journal values into a script and back; objects cross as JSON, so a script never holds an object of ours.</summary>
internal static class JavaScriptValues
{
    public static JsValue ToScript(ScriptEngine engine, object? value) => value switch
    {
        null => JsValue.Null,
        bool b => b ? JsBoolean.True : JsBoolean.False,
        string s => JsString.Create(s),
        long l => JsNumber.Create(l),
        double d => JsNumber.Create(d),
        JsonElement { ValueKind: JsonValueKind.Object or JsonValueKind.Array } e => new JsonParser(engine).Parse(e.GetRawText()),
        _ => ToScript(engine, Values.Normalize(value)),
    };

    public static object? FromScript(ScriptEngine engine, JsValue value)
    {
        if (value.IsNull() || value.IsUndefined())
            return null;
        if (value.IsBoolean())
            return value.AsBoolean();
        if (value.IsString())
            return value.AsString();
        if (value.IsNumber())
            return Values.Normalize(value.AsNumber());
        var json = new Jint.Native.Json.JsonSerializer(engine).Serialize(value);
        return json.IsString() ? Values.FromJson(JsonElement.Parse(json.AsString())) : null;
    }
}
