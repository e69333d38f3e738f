namespace Gongtui.Host.Persistence.Copying;

/// <summary>A copy of an installation was not made. The message is for the person at the console, in both languages, and says what to do next.</summary>
internal sealed class CopyException(string zh, string en) : IOException($"{zh} | {en}");
