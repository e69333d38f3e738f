using System.Text.Json;
using Gongtui.Activities.Elections;
using Gongtui.Activities.Ratification;
using Gongtui.Activities.Rules;
using Gongtui.Activities.Tasks;
using Gongtui.Host.Inbox;
using Gongtui.Host.Mediation;
using Gongtui.Host.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Gongtui.Host.Meeting.Tasks;

/// <summary>宣布结果: the Host adds the ages of the elected on this day for the statistics (F22). Birth dates themselves stay in the directory.</summary>
public sealed class AnnounceFields(GongtuiDb db) : ITaskFields
{
    public string Kind => TaskKinds.Announce;

    public async Task<Result<JsonElement>> FindAsync(TaskCase task, string decision, JsonElement? given, CancellationToken cancellationToken)
    {
        var elected = RatificationDecision.Announce(task.Election, new Actor("", "", []), task.Today).Posts.SelectMany(post => post.People).Distinct(StringComparer.Ordinal).ToList();
        var born = await db.People.AsNoTracking().Where(person => elected.Contains(person.Id) && person.Born != null)
            .ToDictionaryAsync(person => person.Id, person => person.Born!.Value, StringComparer.Ordinal, cancellationToken);
        return FormReader.Write(new AnnounceForm([.. elected.Where(born.ContainsKey).Select(person => new ElectedAge(person, Statistics.Age(born[person], task.Today)))]));
    }
}
