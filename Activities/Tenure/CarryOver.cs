using Gongtui.Activities.Elections;
using Gongtui.Activities.Planning;
using Gongtui.Activities.Ratification;
using Gongtui.Activities.Rules;
using Gongtui.Activities.Speech;

namespace Gongtui.Activities.Tenure;

/// <summary>What one procedure hands to the next after the election (DOMAIN §1.9 P3, P5–P7).</summary>
public static class CarryOver
{
    /// <summary>From a finished election to the term: who holds which post since when, and what they promised.</summary>
    /// <param name="from">Id of the election.</param>
    /// <param name="facts">What its journal says beyond its state.</param>
    /// <param name="runningTerm">Last day of the term that a by-election fills up; null for a new term.</param>
    public static CarriedOver ToTerm(string from, Election election, ElectionFacts facts, DateOnly? runningTerm = null)
    {
        var posts = facts.Announced.Posts.Where(post => post.People.Count > 0).Select(post => Holding(election, post, facts)).ToList();
        var holders = posts.SelectMany(post => post.People).ToHashSet(StringComparer.Ordinal);
        // The last speech counts: after a second recommendation people speak again.
        var promises = (facts.Speeches?.Speeches ?? []).Where(speech => holders.Contains(speech.Person))
            .SelectMany(speech => speech.Commitments.Select(what => new Promise(speech.Person, what)));
        var years = Rules.Term.Years(election.Parameters.Organisation ?? TeamSize.KindFor(election.Electors().Count()) ?? OrganisationKind.Branch);
        return new(from, election.Title, posts, facts.Announced.On, runningTerm ?? Rules.Term.Dates(facts.Announced.On, years).Expiry, [.. promises]);
    }

    /// <summary>From the ledger of a term to somebody's exit.</summary>
    public static CarriedOver ToExit(string from, Election term) =>
        new(from, term.Title, term.Term!.Posts, term.Term.ElectedOn, term.Term.Ends, []);

    /// <summary>From an exit to the by-election: the vacancy, and everybody who stays.</summary>
    public static CarriedOver ToByElection(string from, Election exit, DateOnly holdBy)
    {
        var left = exit.Left.Needed("the exit");
        var known = exit.Origin?.Posts ?? [];
        var stay = known.Select(post => post with { People = [.. post.People.Where(person => person != left.Person || post.Name.Zh != left.Post)] });
        var code = known.FirstOrDefault(post => post.Name.Zh == left.Post)?.Post ?? UsualPosts.CodeOf(left.Post) ?? "";
        var name = UsualPosts.All.FirstOrDefault(post => post.Post == code).Name ?? new Text(left.Post, left.Post);
        return new(from, exit.Title, [.. stay.Where(post => post.People.Count > 0)], exit.Origin?.ElectedOn, exit.Origin?.Ends, [],
            new Vacancy(code, name, 1, left.Person, left.Number, holdBy));
    }

    private static TermPost Holding(Election election, PostHolders post, ElectionFacts facts)
    {
        // 书记、副书记 hold their posts from the approval, 委员 from the election (R60).
        if (facts.Ratified is { } approval && approval.Posts.Any(known => known.Post == post.Post))
        {
            return new(post.Post, election.Post(post.Post).Name, post.People, approval.On, approval.Number);
        }

        return new(post.Post, election.Post(post.Post).Name, post.People, facts.Announced.On,
            facts.Filed?.Posts.Any(known => known.Post == post.Post) == true ? facts.Filed.Number : null);
    }
}

/// <summary>Facts of a finished election that its state does not keep.</summary>
public sealed record ElectionFacts(ResultAnnounced Announced, Ratified? Ratified = null, Filed? Filed = null, SpeechesHeld? Speeches = null);
