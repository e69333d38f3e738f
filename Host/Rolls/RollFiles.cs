using CsvHelper;
using Gongtui.Host.Identity;
using Gongtui.Host.Mediation;
using Gongtui.Host.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Gongtui.Host.Rolls;

/// <summary>The roll of a unit as a CSV file that can be changed and uploaded again. With birth dates: it is for the office that keeps them.</summary>
[AllowedTo(Roles.Staff, Roles.Admin)]
public sealed record ExportRoll(string Unit) : IQuery<RollFile>, IForUnit;

/// <summary>Every fault of the uploaded file, as a CSV file to work through.</summary>
[AllowedTo(Roles.Staff, Roles.Admin)]
public sealed record ExportRollFaults(string Unit) : IQuery<RollFile>, IForUnit;

/// <summary>A file to download: UTF-8 with a byte order mark, by which spreadsheets know it.</summary>
public sealed record RollFile(string Name, byte[] Bytes);

public sealed class RollFileHandlers(RollDesk desk, IMediator mediator) :
    IRequestHandler<ExportRoll, Result<RollFile>>,
    IRequestHandler<ExportRollFaults, Result<RollFile>>
{
    public async Task<Result<RollFile>> Handle(ExportRoll request, CancellationToken cancellationToken)
    {
        var unit = await desk.UnitAsync(request.Unit, cancellationToken);
        if (!unit.Accepted) return unit.Refusal;
        var people = await desk.Of(request.Unit).AsNoTracking().Where(row => row.Active && row.Standing != Standing.Outside).OrderBy(row => row.Id).ToListAsync(cancellationToken);
        return new RollFile($"{unit.Value.NameZh}名册.csv", Write(
            RollColumns.All.Select(column => RollColumns.Heading(column).Zh), people.Select(person => RollColumns.All.Select(column => Cell(person, unit.Value, column)))));
    }

    public async Task<Result<RollFile>> Handle(ExportRollFaults request, CancellationToken cancellationToken)
    {
        var found = await mediator.Send(new FindRollDraft(request.Unit), cancellationToken);
        if (!found.Accepted) return found.Refusal;
        return new RollFile("名册问题.csv", Write(["行号", "问题", "怎么办", "原文"], found.Value.Faults.Select(fault => (IEnumerable<string>)
            [$"{fault.Line}", fault.Reason.Zh, fault.NextStep.Zh, fault.Found ?? ""])));
    }

    /// <summary>An empty roll to fill in: the headings and two lines of nobody.</summary>
    public static RollFile Template() => new("名册模板.csv", Write(RollColumns.All.Select(column => RollColumns.Heading(column).Zh),
    [
        ["", "张三", "", "正式党员", "享有", "1980-01-31", "7", "科员", "", "", ""],
        ["", "李四", "", "正式党员", "享有", "1950-06-01", "7", "退休干部", "", RollWords.Of(Activities.Rules.ExclusionGround.RetiredMovedHome), "机工发〔2026〕1号"],
    ]));

    private static string Cell(PersonRow person, UnitRow unit, RollColumn column) => column switch
    {
        RollColumn.Id => person.Id,
        RollColumn.Name => person.Name,
        RollColumn.Mark => person.Mark ?? "",
        RollColumn.Standing => RollWords.Of(person.Standing),
        RollColumn.Rights => person.Standing == Standing.Full ? RollWords.Of(person.Rights) : "",
        RollColumn.Born => $"{person.Born:yyyy-MM-dd}",
        RollColumn.Strokes => person.Strokes > 0 ? $"{person.Strokes}" : "",
        RollColumn.Post => person.Post ?? "",
        RollColumn.Unit => unit.NameZh,
        RollColumn.ExcludedFor => RollWords.Of(person.ExcludedFor),
        _ => person.ExcludedEvidence ?? "",
    };

    private static byte[] Write(IEnumerable<string> heading, IEnumerable<IEnumerable<string>> lines)
    {
        using var stream = new MemoryStream();
        using (var csv = CsvWriter.Create(stream, new CsvWriterOptions { WriteByteOrderMark = true, Injection = CsvInjection.Escape, NewLine = "\r\n" }, leaveOpen: true))
        {
            csv.WriteRecord([.. heading]);
            foreach (var line in lines) csv.WriteRecord([.. line]);
        }

        return stream.ToArray();
    }
}
