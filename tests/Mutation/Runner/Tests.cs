using System.Reflection;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Xunit;
using Xunit.Abstractions;

namespace Gongtui.Mutation.Runner;

/// <summary>One test with its arguments.</summary>
internal sealed record Test(string Name, int Cost, Func<Task> Run)
{
    public bool Passes()
    {
        try
        {
            Run().GetAwaiter().GetResult();
            return true;
        }
        catch (Exception)
        {
            return false;
        }
    }
}

/// <summary>The tests of the rules, found as xunit finds them: quick ones first. Those that measure are left out, the switches would be measured.</summary>
internal static class Tests
{
    public static List<Test> Of(Assembly assembly) =>
    [
        .. assembly.GetTypes().Where(type => type is { Namespace: "Gongtui.Activities.Tests.Rules", Name: not "AllocationTests" }).Where(type => type is { IsPublic: true, IsAbstract: false } or { IsNestedPublic: true, IsAbstract: false }).SelectMany(Of).OrderBy(test => test.Cost),
    ];

    private static IEnumerable<Test> Of(Type type)
    {
        foreach (var method in type.GetMethods())
        {
            if (method.GetCustomAttribute<PropertyAttribute>() is not null)
            {
                yield return new($"{type.Name}.{method.Name}", 1, () => Property(type, method));
            }
            else if (method.GetCustomAttribute<TheoryAttribute>() is not null)
            {
                foreach (var row in method.GetCustomAttributes<Xunit.Sdk.DataAttribute>().SelectMany(data => data.GetData(method)))
                    yield return new($"{type.Name}.{method.Name}({string.Join(", ", row)})", 0, () => Call(type, method, row));
            }
            else if (method.GetCustomAttribute<FactAttribute>() is not null)
            {
                var many = type.GetConstructors()[0].GetParameters().Length > 0;
                yield return new($"{type.Name}.{method.Name}", many ? 2 : 0, () => Call(type, method, []));
            }
        }
    }

    private static async Task Call(Type type, MethodInfo method, object?[] row)
    {
        // xunit passes an int where a byte is asked for; reflection does not.
        var given = row.Zip(method.GetParameters(), (value, parameter) =>
            value is int && Nullable.GetUnderlyingType(parameter.ParameterType) is null && parameter.ParameterType is { IsPrimitive: true } wanted
                ? Convert.ChangeType(value, wanted, System.Globalization.CultureInfo.InvariantCulture)
                : value);
        object?[] arguments = [.. given, .. Enumerable.Repeat(Type.Missing, method.GetParameters().Length - row.Length)];
        if (method.Invoke(Make(type), arguments) is Task task)
            await task;
    }

    private static object? Make(Type type) =>
        Activator.CreateInstance(type, type.GetConstructors().FirstOrDefault()?.GetParameters().Select(_ => (object)new Silence()).ToArray());

    private static Task Property(Type type, MethodInfo method)
    {
        Check.Method(Config.QuickThrowOnFailure.WithMaxTest(150).WithArbitrary([type]), method, Make(type));
        return Task.CompletedTask;
    }

    private sealed class Silence : ITestOutputHelper
    {
        public void WriteLine(string message)
        {
        }

        public void WriteLine(string format, params object[] args)
        {
        }
    }
}
