using System.Collections.Concurrent;
using System.Reflection;

namespace Gongtui.Engine.Execution;

/// <summary>Finds the method that a bookmark names. A callback has to be a method of its activity: a closure would be gone after a restart.</summary>
internal static class Callbacks
{
    private static readonly ConcurrentDictionary<(Type, string), MethodInfo> Found = new();

    public static string NameOf(IActivity activity, ExecuteActivityDelegate callback)
    {
        if (callback.Target != activity && !callback.Method.IsStatic)
            throw new InvalidOperationException($"The callback of a bookmark must be a method of {activity.GetType().Name}.");
        Find(activity.GetType(), callback.Method.Name);
        return callback.Method.Name;
    }

    public static ExecuteActivityDelegate Of(IActivity activity, string name)
    {
        var method = Find(activity.GetType(), name);
        return method.IsStatic ? method.CreateDelegate<ExecuteActivityDelegate>() : method.CreateDelegate<ExecuteActivityDelegate>(activity);
    }

    private static MethodInfo Find(Type type, string name) => Found.GetOrAdd((type, name), static key =>
    {
        const BindingFlags declared = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        for (var t = key.Item1; t is not null; t = t.BaseType)
        {
            if (t.GetMethod(key.Item2, declared, [typeof(ActivityExecutionContext)]) is { } method)
                return method;
        }
        throw new InvalidOperationException($"{key.Item1.Name} has no method '{key.Item2}' to go on with.");
    });
}
