using System.Globalization;
using Gongtui.Activities.Elections;
using Gongtui.Activities.Rules;

namespace Gongtui.Host.Inbox.Forms;

/// <summary>The fields of a form as the browser sent them; empty when nothing was sent yet. Names are the caller's own.</summary>
/// <param name="person">Finds the id of somebody written by name; null where nobody can be.</param>
public sealed class FormValues(IFormCollection? sent, Func<string, string?>? person = null)
{
    /// <summary>Whether anything was sent: a check box that is missing is then one that was cleared.</summary>
    public bool Sent => sent is not null;

    /// <summary>The first field that could not be read; null when all could.</summary>
    public Refusal? Problem { get; private set; }

    /// <summary>The same form with one field filled in.</summary>
    /// <param name="field">Name and text, "member.candidates=9".</param>
    public FormValues Filled(string field) => field.Split('=', 2) is [var name, var text] && sent is not null
        ? new(new FormCollection(new Dictionary<string, Microsoft.Extensions.Primitives.StringValues>(sent, StringComparer.OrdinalIgnoreCase) { [name] = text }), person) : this;

    /// <summary>A text without the blanks around it; null when empty.</summary>
    public string? Text(string name)
    {
        var text = sent?[name].ToString().Trim();
        return string.IsNullOrEmpty(text) ? null : text.ReplaceLineEndings("\n");
    }

    /// <summary>A text, empty when nothing was filled in: for fields whose emptiness the election judges.</summary>
    public string TextOrEmpty(string name) => Text(name) ?? "";

    /// <summary>Every value of a field that can have several: those ticked, and those named in the field beside it.</summary>
    public IReadOnlyList<string> All(string name) =>
        [.. sent?[name].OfType<string>().Where(value => value.Length > 0) ?? [], .. Named(LongLists.NamesOf(name))];

    /// <summary>Ids of the people named in the lines of a field; whoever cannot be found is noted and stays as written.</summary>
    public IEnumerable<string> Named(string name) => Lines(name).Select(line => Found(name, line));

    /// <summary>Id of somebody who was named or chosen; null when the field is empty.</summary>
    public string? Person(string name) => Text(name) is { } written ? Found(name, written) : null;

    /// <summary>Whether a check box is set.</summary>
    public bool Checked(string name) => sent?[name].Count > 0;

    /// <summary>A whole number; null when empty.</summary>
    public int? Whole(string name)
    {
        if (Text(name) is not { } text) return null;
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)) return number;
        Note(name, "1, 2, 3 …", text);
        return null;
    }

    /// <summary>A fraction such as "4/5"; the other when the field is missing or cannot be read.</summary>
    public Ratio Share(string name, Ratio other)
    {
        if (Text(name) is not { } text) return other;
        if (Ratio.TryParse(text.Replace(" ", "", StringComparison.Ordinal), out var ratio)) return ratio;
        Note(name, $"{other.Terms}", text);
        return other;
    }

    /// <summary>One of the words of an enumeration; the other when the field is missing or holds none of them.</summary>
    public T Choice<T>(string name, T other)
        where T : struct, Enum
    {
        if (Text(name) is not { } text) return other;
        if (Enum.TryParse<T>(text, ignoreCase: true, out var value) && Enum.IsDefined(value)) return value;
        Note(name, string.Join(", ", Enum.GetNames<T>()), text);
        return other;
    }

    /// <summary>A date as browsers send it; the first day of the calendar when it is missing, which no election accepts.</summary>
    public DateOnly Day(string name)
    {
        var text = Text(name);
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        Note(name, "2026-03-05", text);
        return default;
    }

    /// <summary>Lines of a text, without empty ones.</summary>
    public IReadOnlyList<string> Lines(string name) =>
        Text(name)?.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

    /// <summary>What an input shows: what was typed, or at first the initial value.</summary>
    public string? Shown(string name, object? initial = null)
    {
        if (Sent) return sent![name].ToString();
        if (initial is DateOnly day) return day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return Convert.ToString(initial, CultureInfo.InvariantCulture);
    }

    /// <summary>Whether a choice is set: as it was sent, or at first as given.</summary>
    public bool Chosen(string name, string value, bool initially = false) => Sent ? sent![name].Contains(value) : initially;

    private string Found(string name, string written)
    {
        if (person is null) return written;
        if (person(written) is { } id) return id;
        Note(name, "名册上的姓名或编号；同名的写明区别标记 a name or id of the roll, with the mark of namesakes", written);
        return written;
    }

    /// <summary>Notes the first field that could not be read.</summary>
    public void Note(string name, string expected, string? found) => Problem ??= new(
        RefusalKinds.Malformed,
        new("有一栏没有填对。", "A field is not filled in correctly."),
        expected, found,
        NextStep: new("请改正后重新提交。", "Correct it and submit again."),
        Field: name);
}
