namespace Gongtui.Activities.Rules;

/// <summary>A mean of whole numbers, kept as sum and count.</summary>
public readonly record struct Average(long Sum, int Count)
{
    /// <summary>One decimal, half up, such as "42.8"; a dash for nobody.</summary>
    public override string ToString()
    {
        if (Count == 0)
        {
            return "—";
        }

        var tenths = ((Sum * 20) + Count) / (2L * Count);
        return $"{tenths / 10}.{tenths % 10}";
    }
}

/// <summary>F22: the figures that are published about those elected.</summary>
public static class Statistics
{
    /// <summary>Completed years on a day; someone born on 29 February is a year older on 28 February of a common year (AddYears clamps).</summary>
    public static int Age(DateOnly born, DateOnly on)
    {
        var years = on.Year - born.Year;
        return born.AddYears(years) > on ? years - 1 : years;
    }

    /// <summary>Average age without those excluded, who are named so that the figure can be checked.</summary>
    public static Average AverageAge<T>(IEnumerable<T> people, Func<T, int> age, Func<T, bool> excluded)
    {
        var (sum, count) = (0L, 0);
        foreach (var person in people.Where(person => !excluded(person)))
        {
            (sum, count) = (sum + age(person), count + 1);
        }

        return new(sum, count);
    }

    /// <summary>People of an age or younger: "35岁以下" includes the 35 by drafting habit, unless the plan says otherwise.</summary>
    public static int Young(IEnumerable<int> ages, int limit, bool inclusive = true) =>
        ages.Count(age => inclusive ? age <= limit : age < limit);

    /// <summary>Whether the shares of a survey, in whole percent, make a hundred.</summary>
    public static Verdict CheckShares(IReadOnlyList<int> percents)
    {
        var sum = percents.Sum();
        return new(sum == 100, "F22", Articles.Statistics, $"{string.Join('+', percents)}={sum} = 100", sum == 100
            ? new("各项占比合计 100%。", "The shares add up to 100%.")
            : new($"各项占比合计 {sum}%，应为 100%。", $"The shares add up to {sum}%, not 100%."));
    }
}
