using System.Text.Json.Nodes;
using Gongtui.Host.Procedures;
using Gongtui.Host.Procedures.Texts;
using Gongtui.Host.Shell;

namespace Gongtui.Host.Api;

/// <summary>Definitions as answers to one caller.</summary>
internal sealed class DefinitionAnswers(DefinitionModel models, Language language)
{
    public IResult Full(FoundProcedure found) => ElsaAnswer.Ok(Model(found));

    public JsonObject Model(FoundProcedure found) => models.Full(found.Row, found.Document);

    /// <summary>The definition with everything that runs inside its nodes.</summary>
    public JsonObject Expanded(FoundProcedure found)
    {
        var model = Model(found);
        models.Expand(model["root"]!.AsObject());
        return model;
    }

    public IResult Page(ProcedureList list)
    {
        var answer = new JsonObject
        {
            ["items"] = new JsonArray([.. list.Rows.Select(row => DefinitionModel.Summary(row))]),
            ["totalCount"] = list.Total,
            ["links"] = DefinitionModel.OfList(),
        };
        return ElsaAnswer.Ok(answer);
    }

    /// <summary>Save and publish answer the same: the definition in an envelope.</summary>
    public IResult Saved(HttpContext context, SaveAnswer answer) => answer switch
    {
        SaveAnswer.Saved saved => ElsaAnswer.Ok(new JsonObject
        {
            ["workflowDefinition"] = Model(new(saved.Row, saved.Document)),
            ["alreadyPublished"] = saved.AlreadyPublished,
            ["consumingWorkflowCount"] = 0,
            ["validationErrors"] = ElsaAnswer.Findings(saved.Notes, language),
        }),
        _ => NotSaved(context, answer),
    };

    /// <summary>An import answers the definition itself.</summary>
    public IResult Imported(HttpContext context, SaveAnswer answer) =>
        answer is SaveAnswer.Saved saved ? Full(new(saved.Row, saved.Document)) : NotSaved(context, answer);

    private static IResult NotSaved(HttpContext context, SaveAnswer answer) => answer switch
    {
        SaveAnswer.Faulty faulty => ElsaAnswer.Faulty(context, faulty),
        SaveAnswer.Overtaken overtaken => ElsaAnswer.Overtaken(context, overtaken),
        _ => throw new InvalidOperationException("A save answered with something that is no answer."),
    };
}
