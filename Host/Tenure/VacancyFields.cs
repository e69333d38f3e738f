using System.Text.Json;
using Gongtui.Activities.Elections;
using Gongtui.Activities.Tasks;
using Gongtui.Activities.Tenure;
using Gongtui.Host.Elections;
using Gongtui.Host.Inbox;
using Gongtui.Host.Mediation;
using Gongtui.Host.Persistence;

namespace Gongtui.Host.Tenure;

/// <summary>空缺处理: a by-election gets the unit's roll as it stands at the decision; nobody hands a roll in.</summary>
public sealed class VacancyFields(GongtuiDb db) : ITaskFields
{
    public string Kind => TaskKinds.Vacancy;

    public async Task<Result<JsonElement>> FindAsync(TaskCase task, string decision, JsonElement? given, CancellationToken cancellationToken)
    {
        try
        {
            var form = given is { } json ? FormReader.Read<VacancyForm>(json) : new VacancyForm();
            var roll = decision == Decisions.ByElection ? await db.RollAsync(task.Election.Unit!.Id, cancellationToken) : null;
            return FormReader.Write(form with { Roll = roll });
        }
        catch (JsonException problem)
        {
            return FormReader.Malformed(problem);
        }
    }
}
