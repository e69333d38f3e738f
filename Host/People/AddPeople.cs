using Gongtui.Activities.Elections;
using Gongtui.Host.Identity;
using Gongtui.Host.Mediation;
using Gongtui.Host.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Gongtui.Host.People;

/// <summary>Adds people to a unit, as pasted from a list: one a line, "name" or "name, strokes" or "name, strokes, mark".</summary>
/// <param name="Unit">Null for people on no roll.</param>
/// <param name="Standing">How all of them stand in it.</param>
/// <param name="Lines">The list.</param>
[AllowedTo(Roles.Admin)]
public sealed record AddPeople(string? Unit, Standing Standing, string Lines) : ICommand<int>, IChecked
{
    private const int Most = 2000;

    /// <summary>The list taken apart.</summary>
    public IReadOnlyList<(string Name, int Strokes, string? Mark)> People { get; } = [.. Lines
        .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Select(line => line.Split([',', '，', '\t'], StringSplitOptions.TrimEntries))
        .Select(parts => (parts[0], parts.Length > 1 && int.TryParse(parts[1], out var strokes) ? strokes : 0,
            parts.Length > 2 && parts[2].Length > 0 ? parts[2] : null))];

    public Refusal? Check()
    {
        if (People.Count is 0 or > Most)
            return Refusals.Invalid(new($"一次可加 1 至 {Most} 人。", $"Add 1 to {Most} people at a time."), $"1–{Most}", $"{People.Count}");
        if (People.FirstOrDefault(person => person.Name.Length is 0 or > 64 || person.Strokes is < 0 or > 64) is { Name: not null } odd)
            return Refusals.Invalid(new("有一行读不懂。", "A line could not be read."), found: odd.Name);
        return (Unit is null) == (Standing == Standing.Outside)
            ? null
            : Refusals.Invalid(new("在册人员要选单位；不在册人员不选。", "People on a roll need a unit, others have none."));
    }
}

public sealed class AddPeopleHandler(GongtuiDb db, PeopleDirectory people) : IRequestHandler<AddPeople, Result<int>>
{
    public async Task<Result<int>> Handle(AddPeople request, CancellationToken cancellationToken)
    {
        if (request.Unit is { } unit && !await db.Units.AnyAsync(row => row.Id == unit, cancellationToken))
            return Refusals.NotFound(new("这个单位", "This unit"), unit);
        // Two people whom no ballot could tell apart must both be marked before they stand on a roll (R35).
        if (request.Unit is not null && await UnclearAsync(request, cancellationToken) is { } name)
        {
            return Homonyms.Refuse(
                name, new("请在第三栏为每人加注区别；名册上已有的同名者先在其页面加注。", "Add a mark for each in the third column; mark whoever is on the roll already on their own page first."), "lines");
        }

        db.People.AddRange(request.People.Select(person => new PersonRow
        {
            Id = "p-" + Guid.NewGuid().ToString("N")[..12],
            Name = person.Name,
            Strokes = person.Strokes,
            Mark = person.Mark,
            Unit = request.Unit,
            Standing = request.Standing,
            Stamp = Guid.NewGuid().ToString("N"),
        }));
        await db.SaveChangesAsync(cancellationToken);
        people.Forget();
        return request.People.Count;
    }

    /// <summary>Only names that are added are asked about: what else the roll holds is not this list's fault.</summary>
    private async Task<string?> UnclearAsync(AddPeople request, CancellationToken cancellationToken)
    {
        var added = request.People.Select(person => person.Name).ToHashSet(StringComparer.Ordinal);
        var known = await db.People.Where(row => row.Unit == request.Unit && row.Active).Select(row => new { row.Name, row.Mark }).ToListAsync(cancellationToken);
        return Homonyms.Unclear(known.Where(row => added.Contains(row.Name)).Select(row => (row.Name, row.Mark))
            .Concat(request.People.Select(person => (person.Name, person.Mark))));
    }
}
