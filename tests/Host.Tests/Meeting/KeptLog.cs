using System.Text;
using Microsoft.Extensions.Logging;

namespace Gongtui.Host.Tests.Meeting;

/// <summary>Everything that was logged, at every level, with its parameters and exceptions.</summary>
internal sealed class KeptLog : ILoggerProvider
{
    private readonly StringBuilder lines = new();

    public string Text
    {
        get
        {
            lock (lines) return lines.ToString();
        }
    }

    public ILogger CreateLogger(string categoryName) => new Logger(lines);

    public void Dispose()
    {
    }

    private sealed class Logger(StringBuilder lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            lock (lines) lines.Append("scope ").Append(state).AppendLine();
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lock (lines)
            {
                lines.AppendLine(formatter(state, exception));
                if (state is IEnumerable<KeyValuePair<string, object?>> values)
                    foreach (var (name, value) in values) lines.Append(name).Append('=').Append(value).AppendLine();
                if (exception is not null) lines.Append(exception).AppendLine();
            }
        }
    }
}
