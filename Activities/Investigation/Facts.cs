using Gongtui.Activities.Elections;
using Gongtui.Activities.Rules;

namespace Gongtui.Activities.Investigation;

/// <summary>考察对象 were listed.</summary>
/// <param name="Lists">By post.</param>
/// <param name="Proofs">F3 for each differential post.</param>
/// <param name="Basis">On what the choice rests.</param>
public sealed record InvestigationListed(
    IReadOnlyList<PostList> Lists, IReadOnlyList<Verdict> Proofs, string Basis, string By);

/// <summary>考察材料 of one person (R25).</summary>
/// <param name="Findings">德能勤绩廉.</param>
/// <param name="Merits">Main merits.</param>
/// <param name="Defects">Defects; the rules ask for both sides.</param>
/// <param name="Suitable">Whether the team proposes the person.</param>
public sealed record InvestigationReport(string Person, string Findings, string Merits, string Defects, bool Suitable);

/// <summary>The team reported.</summary>
/// <param name="Team">Names of the investigators, at least two (R24).</param>
public sealed record InvestigationReported(IReadOnlyList<string> Team, IReadOnlyList<InvestigationReport> Reports, string By);

/// <summary>Too few people are left for a post: the diagram leads back.</summary>
/// <param name="Step">Which list could not be made: <c>investigation</c> or <c>shortlist</c>.</param>
/// <param name="Proofs">The inequality of each post that falls short.</param>
public sealed record FieldTooSmall(string Step, IReadOnlyList<string> Posts, IReadOnlyList<Verdict> Proofs);
