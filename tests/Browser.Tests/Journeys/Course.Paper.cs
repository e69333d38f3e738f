using System.Globalization;
using Microsoft.Playwright;

namespace Gongtui.Browser.Tests.Journeys;

/// <summary>A round on paper: the account of the ballots and two counts that do not see each other.</summary>
public sealed partial class Course
{
    private const int Ballots = 30;

    /// <summary>Approvals and crosses of the names of the last contest, in their order.</summary>
    private static readonly (int Approve, int Against)[] Marks = [(26, 1), (24, 2), (22, 3), (8, 12)];

    /// <summary>Scrutineers account for the ballots; figures that do not add up are refused.</summary>
    public async Task AccountForPaperAsync()
    {
        var scrutineer = await AtAsync(tellers[0], "清点纸质选票");
        await scrutineer.SeeAsync("当众开箱");
        await scrutineer.Page.GetByLabel("印制").FillAsync("33");
        await scrutineer.PressInVainAsync("相符，开始计票", "33");
        await ShootAsync(scrutineer, "paper-account-refused");
        await scrutineer.Page.GetByLabel("剩余").FillAsync("3");
        await ShootAsync(scrutineer, "paper-account");
        await scrutineer.PressAsync("相符，开始计票");
    }

    /// <summary>Both count; the tellers are wrong in one row, both hear which and not by how much, and count again.</summary>
    /// <param name="written">A name that several people on the roll have.</param>
    /// <param name="printed">The one meant, with the mark.</param>
    public async Task CountByHandAsync(string written, string printed)
    {
        var scrutineer = await AtAsync(tellers[0], "手工计票");
        await CountAsync(scrutineer, written);
        await scrutineer.PressInVainAsync("提交", $"“{written}”");
        await scrutineer.SeeAsync("请写明区别标记", printed);
        await ShootAsync(scrutineer, "hand-count-homonym");
        await WrittenIn(scrutineer).FillAsync(printed);
        await scrutineer.PressAsync("提交");

        var teller = await AtAsync(tellers[2], "手工计票");
        await CountAsync(teller, printed, slip: 1);
        await ShootAsync(teller, "hand-count");
        await teller.PressAsync("提交");

        foreach (var counter in new[] { scrutineer, teller })
        {
            await counter.TakeUpAsync(title, "手工计票");
            await counter.SeeAsync("两份计票不一致", "只说哪一行不一致，不说数字");
            await ShootAsync(counter, "hand-count-again");
            await CountAsync(counter, printed);
            await counter.PressAsync("提交");
        }
    }

    /// <summary>The homonym is reported with the mark and the votes written in.</summary>
    public async Task AnnouncePaperAsync(string printed)
    {
        var staff = await AtAsync(Staff, "宣布结果");
        await staff.SeeAsync(printed);
        await staff.PressAsync("宣布");
        var member = await AsAsync(Member);
        await member.GoAsync($"{Home}/results");
        await member.SeeAsync("当选名单", printed, $"名额 3 · 有效票 {Ballots} · 无效票 0", "2×26=52 > 30");
        await ShootAsync(member, "paper-results");
    }

    /// <summary>The counting sheet, filled in from the keyboard alone: Tab leads from figure to figure in the order of the ballot.</summary>
    private static async Task CountAsync(Person counter, string written, int slip = 0)
    {
        var contests = await counter.Page.Locator("fieldset.contest").CountAsync();
        for (var contest = 0; contest < contests; contest++)
        {
            var rows = await counter.Page.Locator($"input[name^='o-{contest}-']").CountAsync();
            await counter.Page.Locator($"[name='i-{contest}']").FocusAsync();
            for (var row = 0; row < rows; row++)
            {
                var (approve, against) = Marks[row];
                await TypeAsync(counter, $"o-{contest}-{row}", approve);
                await TypeAsync(counter, $"x-{contest}-{row}", against + (contest == contests - 1 && row == 1 ? slip : 0));
            }
        }

        var others = counter.Page.Locator("fieldset.contest").Last.Locator("details");
        if (await others.GetAttributeAsync("open") is null) await others.Locator("summary").ClickAsync();
        await WrittenIn(counter).FillAsync(written);
        await others.GetByLabel("票数").First.FillAsync("4");
    }

    private static async Task TypeAsync(Person counter, string name, int figure)
    {
        await counter.Page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(counter.Page.Locator($"[name='{name}']")).ToBeFocusedAsync();
        await counter.Page.Keyboard.TypeAsync(figure.ToString(CultureInfo.InvariantCulture));
    }

    private static ILocator WrittenIn(Person counter) => counter.Page.Locator("fieldset.contest").Last.Locator("details").GetByLabel("姓名").First;
}
