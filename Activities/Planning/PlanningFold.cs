using System.Collections.Immutable;
using Gongtui.Activities.Elections;

namespace Gongtui.Activities.Planning;

internal static class PlanningFold
{
    public static Election Apply(Election state, RollTaken fact) => state with
    {
        Unit = fact.Unit,
        Title = fact.Title,
        People = fact.People.ToImmutableSortedDictionary(person => person.Id, person => person),
    };

    public static Election Apply(Election state, PlanDrafted fact) => state with
    {
        Plan = new(fact.Version, fact.Plan, fact.By),
    };
}
