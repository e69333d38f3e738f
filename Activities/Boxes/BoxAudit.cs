using Gongtui.Activities.Elections;

namespace Gongtui.Activities.Boxes;

/// <summary>Arithmetic that every closed box must satisfy.</summary>
public static class BoxAudit
{
    /// <summary>Why the figures cannot be those of this box, or null: invalid ≤ returned = submitted ≤ eligible.</summary>
    public static Refusal? Check(BoxState box, CloseBoxForm form, int returned, int invalid)
    {
        if (form.Box != box.Id || !box.IsOpen)
        {
            return new(RefusalKinds.Unknown,
                new("这不是本环节正在使用的票箱。", "This is not the open box of this step."), Expected: box.Id, Found: form.Box, Field: "box");
        }

        return Submitted(box, form.Submitted, form.Root)
            ?? (returned == form.Submitted && invalid >= 0 && invalid <= returned
                ? null
                : new(RefusalKinds.Arithmetic,
                    new("统计的份数与票箱中的份数不符。", "The forms counted are not the forms in the box."),
                    Expected: $"{form.Submitted}", Found: $"{returned} ({invalid})", Field: "count.returned"));
    }

    /// <summary>Why so many sheets under this root cannot be, or null.</summary>
    public static Refusal? Submitted(BoxState box, int submitted, string root)
    {
        if (submitted < 0 || submitted > box.EligibleCount)
        {
            return new(RefusalKinds.Arithmetic,
                new($"票箱中有 {submitted} 份，多于有权提交的 {box.EligibleCount} 人。", $"{submitted} sheets in the box, but {box.EligibleCount} people may cast one."),
                Expected: $"≤ {box.EligibleCount}", Found: $"{submitted}", Field: "submitted");
        }

        return FormRules.Filled(root, "root", new("票箱封存的校验值", "root of the sealed box"), 200);
    }
}
