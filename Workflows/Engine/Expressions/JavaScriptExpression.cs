using Jint;
using Jint.Runtime;
using ScriptEngine = Jint.Engine;

namespace Gongtui.Engine.Expressions;

/// <summary>
/// A script of a diagram, run by Jint without access to the CLR and within limits. A script that fails or runs for ever
/// is a fault of its own step and of nothing else.
/// </summary>
internal sealed class JavaScriptExpression(Prepared<Acornima.Ast.Script> script, string source) : ICompiledExpression
{
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(1);
    private const long MemoryLimit = 32L * 1024 * 1024;
    private const int StatementLimit = 200_000;
    private const int RecursionLimit = 200;

    public static ICompiledExpression Compile(string source)
    {
        try
        {
            var options = new ScriptPreparationOptions { ParsingOptions = new ScriptParsingOptions { AllowReturnOutsideFunction = true } };
            return new JavaScriptExpression(ScriptEngine.PrepareScript(source, options: options), source);
        }
        catch (Exception e) when (e is ScriptPreparationException or Acornima.ParseErrorException)
        {
            return new BrokenExpression($"The script does not parse: {e.Message}");
        }
    }

    public object? Evaluate(ActivityExecutionContext context)
    {
        using var engine = new ScriptEngine(Limit);
        JavaScriptGlobals.AddTo(engine, context, source);
        try
        {
            var result = engine.Evaluate(script);
            JavaScriptGlobals.CopyBack(engine, context);
            return JavaScriptValues.FromScript(engine, result);
        }
        catch (JavaScriptException e)
        {
            throw new ExpressionException($"The script failed: {e.Message}", e);
        }
        catch (Exception e) when (e is TimeoutException or MemoryLimitExceededException or StatementsCountOverflowException or RecursionDepthOverflowException)
        {
            throw new ExpressionException($"The script was stopped, it went over a limit: {e.Message}", e);
        }
    }

    private static void Limit(Options options)
    {
        options.TimeoutInterval(TimeLimit);
        options.LimitMemory(MemoryLimit);
        options.MaxStatements(StatementLimit);
        options.LimitRecursion(RecursionLimit);
        options.Strict = false;
    }
}
