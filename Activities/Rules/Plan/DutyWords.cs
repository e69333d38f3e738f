namespace Gongtui.Activities.Rules.Plan;

/// <summary>Who approves what, and by which calendar, in words. A word that a plan made up itself is shown as it is.</summary>
internal static class DutyWords
{
    public static Text Of(IReadOnlyList<ApprovalDuty> duties)
    {
        var byOffice = duties.GroupBy(duty => duty.By, duty => Subject(duty.Subject), StringComparer.Ordinal).ToArray();
        return new(
            string.Join("；", byOffice.Select(office => $"{Office(office.Key).Zh}审批{string.Join("、", office.Select(subject => subject.Zh))}")),
            string.Join("; ", byOffice.Select(office => $"{Office(office.Key).En}: {string.Join(", ", office.Select(subject => subject.En))}")));
    }

    public static Text Subject(string subject) => subject switch
    {
        "plan" => new("实施方案", "plan"),
        "shortlist" => new("候选人预备人选", "shortlist"),
        "secretary" => new("书记", "secretary"),
        "deputy" => new("副书记", "deputy secretary"),
        _ => new(subject, subject),
    };

    public static Text Calendar(string family) => family == "cn"
        ? new("国务院办公厅公布的工作日", "the State Council's working days")
        : new($"{family}（只扣除周末）", $"{family} (weekends only)");

    private static Text Office(string by) => by == "superior" ? new("上级党组织", "superior") : new(by, by);
}
