using Gongtui.Activities.Elections;
using Gongtui.Host.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Gongtui.Host.Elections;

/// <summary>The roll of a unit as the directory has it at this moment.</summary>
public static class RollSnapshot
{
    /// <summary>Everybody who stands on the unit's roll, by id.</summary>
    public static async Task<List<Person>> RollAsync(this GongtuiDb db, string unit, CancellationToken cancellationToken)
    {
        var people = await db.People.AsNoTracking()
            .Where(person => person.Unit == unit && person.Active && person.Standing != Standing.Outside)
            .OrderBy(person => person.Id).ToListAsync(cancellationToken);
        return people.ConvertAll(person => new Person(
            person.Id, person.Name, KindOf(person.Standing), person.Rights, person.Strokes, person.Mark));
    }

    private static PersonKind KindOf(Standing standing) => standing switch
    {
        Standing.Full => PersonKind.Full,
        Standing.Probationary => PersonKind.Probationary,
        _ => PersonKind.Masses,
    };
}
