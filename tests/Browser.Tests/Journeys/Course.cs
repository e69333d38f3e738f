using Microsoft.Playwright;

namespace Gongtui.Browser.Tests.Journeys;

/// <summary>One election of the Housing Bureau, taken from step to step on the pages by everybody who has a part in it.</summary>
/// <param name="title">Tells it from the elections of other tests in the same Host.</param>
/// <param name="open">Opens a screen for another person, told by id.</param>
/// <param name="album">Whether the steps leave pictures.</param>
public sealed partial class Course(string title, Func<string, Task<Screen>> open, bool album = false)
{
    public const string Staff = "zj-01";
    public const string Committee = "zj-03";
    public const string Member = "zj-08";
    public const string SecondMember = "zj-09";
    public const string OneOfTheMasses = "zj-41";
    public const string Superior = "gw-01";
    public const string Investigator = "gw-03";
    public const string Auditor = "gw-05";

    private readonly Dictionary<string, Person> people = [];
    private int pictures;

    /// <summary>Id of the election once it was started.</summary>
    public string Instance { get; private set; } = "";

    public string Title => title;

    public string Home => $"/elections/{Instance}";

    /// <summary>A person, signed in at a screen that stays theirs.</summary>
    public async Task<Person> AsAsync(string id)
    {
        if (people.TryGetValue(id, out var known)) return known;
        var person = people[id] = new Person(await open(id), id);
        await person.SignInAsync();
        return person;
    }

    /// <summary>A person with a task of this election before them.</summary>
    public async Task<Person> AtAsync(string id, string task)
    {
        var person = await AsAsync(id);
        await person.TakeUpAsync(title, task);
        return person;
    }

    /// <summary>The demo's helper lets everybody else cast into every open box.</summary>
    private async Task LetOthersCastAsync(Person person)
    {
        await person.GoAsync(Home);
        var helpers = person.Page.Locator("form[action='/demo/cast'] button");
        for (var left = await helpers.CountAsync(); left > 0; left--) await person.FollowAsync(() => helpers.First.ClickAsync());
        await Assertions.Expect(helpers).ToHaveCountAsync(0);
    }

    /// <summary>From the closing of the recommendation to the members' meeting.</summary>
    public async Task ChooseCandidatesAsync()
    {
        await CloseRecommendationAsync();
        await ReviewAsync();
        await AssessAsync();
        await InvestigateAsync();
        await ShortlistAsync();
        await PassPublicityAsync();
    }

    private async Task ShootAsync(Person person, string name)
    {
        if (album) await person.Screen.ShootAsync($"journey-{++pictures:00}-{name}");
    }
}
