using System.Text.Json;
using Gongtui.Activities.Approval;
using Gongtui.Activities.Assessment;
using Gongtui.Activities.Boxes;
using Gongtui.Activities.Investigation;
using Gongtui.Activities.Mobilisation;
using Gongtui.Activities.Notices;
using Gongtui.Activities.Overriding;
using Gongtui.Activities.Planning;
using Gongtui.Activities.Publicity;
using Gongtui.Activities.Qualification;
using Gongtui.Activities.Ratification;
using Gongtui.Activities.Recommendation;
using Gongtui.Activities.Shortlist;
using Gongtui.Activities.Speech;
using Gongtui.Activities.Tasks;
using Gongtui.Activities.Tenure;
using Gongtui.Activities.Voting;

namespace Gongtui.Activities.Elections;

/// <summary>The one fold: what each fact changes in the election. It decides nothing and never fails on a fact that an
/// activity recorded; event names that are not facts of an election change nothing.</summary>
public static class ElectionFold
{
    private static readonly Dictionary<string, Func<Election, JsonElement, Election>> Appliers = new(StringComparer.Ordinal)
    {
        [nameof(RollTaken)] = With<RollTaken>(PlanningFold.Apply),
        [nameof(CarriedOver)] = With<CarriedOver>(TermFold.Apply),
        [nameof(PlanDrafted)] = With<PlanDrafted>(PlanningFold.Apply),
        [nameof(Approved)] = With<Approved>(ApprovalFold.Apply),
        [nameof(Returned)] = With<Returned>(ApprovalFold.Apply),
        [nameof(Declined)] = With<Declined>(ApprovalFold.Apply),
        [nameof(NoticePublished)] = With<NoticePublished>(NoticesFold.Apply),
        [nameof(NoticeRead)] = With<NoticeRead>(NoticesFold.Apply),
        [nameof(TaskOpened)] = With<TaskOpened>(TasksFold.Apply),
        [nameof(TaskCompleted)] = With<TaskCompleted>(TasksFold.Apply),
        [nameof(TaskWithdrawn)] = With<TaskWithdrawn>(TasksFold.Apply),
        [nameof(TaskClaimed)] = With<TaskClaimed>(TasksFold.Apply),
        [nameof(TaskReleased)] = With<TaskReleased>(TasksFold.Apply),
        [nameof(BoxOpened)] = With<BoxOpened>(BoxesFold.Apply),
        [nameof(BoxClosed)] = With<BoxClosed>(BoxesFold.Apply),
        [nameof(RecommendationTallied)] = With<RecommendationTallied>(RecommendationFold.Apply),
        [nameof(RecommendationTieDecided)] = With<RecommendationTieDecided>(RecommendationFold.Apply),
        [nameof(TiedRecommended)] = With<TiedRecommended>(RecommendationFold.Apply),
        [nameof(OrganisationRecommended)] = With<OrganisationRecommended>(RecommendationFold.Apply),
        [nameof(SelfNominated)] = With<SelfNominated>(RecommendationFold.Apply),
        [nameof(SelfNominationClosed)] = Unchanged,
        [nameof(NomineesListed)] = With<NomineesListed>(RecommendationFold.Apply),
        [nameof(QualificationReviewed)] = With<QualificationReviewed>(QualificationFold.Apply),
        [nameof(AssessmentStarted)] = With<AssessmentStarted>(AssessmentFold.Apply),
        [nameof(AssessmentTallied)] = With<AssessmentTallied>(AssessmentFold.Apply),
        [nameof(SpeechesHeld)] = With<SpeechesHeld>(SpeechFold.Apply),
        [nameof(InvestigationListed)] = With<InvestigationListed>(InvestigationFold.Apply),
        [nameof(InvestigationReported)] = With<InvestigationReported>(InvestigationFold.Apply),
        [nameof(FieldTooSmall)] = Unchanged,
        [nameof(ShortlistDecided)] = With<ShortlistDecided>(ShortlistFold.Apply),
        [nameof(PublicityStarted)] = With<PublicityStarted>(PublicityFold.Apply),
        [nameof(ObjectionFiled)] = With<ObjectionFiled>(PublicityFold.Apply),
        [nameof(ObjectionDecided)] = With<ObjectionDecided>(PublicityFold.Apply),
        [nameof(PublicityEnded)] = With<PublicityEnded>(PublicityFold.Apply),
        [nameof(OfficersNamed)] = With<OfficersNamed>(VotingFold.Apply),
        [nameof(BallotPrepared)] = With<BallotPrepared>(VotingFold.Apply),
        [nameof(AttendanceCounted)] = With<AttendanceCounted>(VotingFold.Apply),
        [nameof(MeetingAdjourned)] = Unchanged,
        [nameof(ElectionRulesVoted)] = With<ElectionRulesVoted>(VotingFold.Apply),
        [nameof(TellersAdopted)] = With<TellersAdopted>(VotingFold.Apply),
        [nameof(BallotsAccounted)] = With<BallotsAccounted>(VotingFold.Apply),
        [nameof(HandCounted)] = With<HandCounted>(VotingFold.Apply),
        [nameof(HandCountsDiffered)] = With<HandCountsDiffered>(VotingFold.Apply),
        [nameof(VoteVoided)] = Unchanged,
        [nameof(ContestsCounted)] = With<ContestsCounted>(VotingFold.Apply),
        [nameof(TieDecided)] = With<TieDecided>(VotingFold.Apply),
        [nameof(ShortageDecided)] = With<ShortageDecided>(VotingFold.Apply),
        [nameof(ResultAnnounced)] = With<ResultAnnounced>(RatificationFold.Apply),
        [nameof(Ratified)] = With<Ratified>(RatificationFold.Apply),
        [nameof(Filed)] = With<Filed>(RatificationFold.Apply),
        [nameof(NotRatified)] = With<NotRatified>(RatificationFold.Apply),
        [nameof(TermOpened)] = With<TermOpened>(TermFold.Apply),
        [nameof(CommitmentReported)] = With<CommitmentReported>(TermFold.Apply),
        [nameof(TermReviewed)] = With<TermReviewed>(TermFold.Apply),
        [nameof(HolderLeft)] = With<HolderLeft>(TermFold.Apply),
        [nameof(CommitmentSettled)] = With<CommitmentSettled>(TermFold.Apply),
        [nameof(RenewalReminded)] = With<RenewalReminded>(TermFold.Apply),
        [nameof(RenewalApplied)] = With<RenewalApplied>(TermFold.Apply),
        [nameof(RenewalAnswered)] = With<RenewalAnswered>(TermFold.Apply),
        [nameof(ExitProposed)] = With<ExitProposed>(TermFold.Apply),
        [nameof(PostLeft)] = With<PostLeft>(TermFold.Apply),
        [nameof(VacancyDecided)] = Unchanged,
        [nameof(ExitDeclined)] = Unchanged,
        [nameof(WorkDone)] = With<WorkDone>(WorkFold.Apply),
        [nameof(ReceiptsClosed)] = Unchanged,
        [nameof(SurveyTallied)] = With<SurveyTallied>(WorkFold.Apply),
        [nameof(SurveyEvaluated)] = Unchanged,
        [nameof(OverrideAsked)] = With<OverrideAsked>(OverrideFold.Apply),
        [nameof(OverrideApproved)] = With<OverrideApproved>(OverrideFold.Apply),
        [nameof(OverrideDeclined)] = With<OverrideDeclined>(OverrideFold.Apply),
        [nameof(VersionPublished)] = With<VersionPublished>(OverrideFold.Apply),
        [nameof(OverrideLapsed)] = With<OverrideLapsed>(OverrideFold.Apply),
    };

    /// <summary>Event names of all facts, in the order of the procedure.</summary>
    public static IReadOnlyCollection<string> Facts => Appliers.Keys;

    /// <summary>The election after one more fact.</summary>
    /// <param name="state">Before it; not changed.</param>
    /// <param name="eventName">Name of the fact's record.</param>
    /// <param name="payload">The fact as it was recorded.</param>
    /// <param name="at">When it was recorded; no fact needs it today.</param>
    /// <param name="actor">Who caused it; no fact needs it today.</param>
    public static Election Apply(Election state, string eventName, JsonElement payload, DateTimeOffset at, string? actor) =>
        Appliers.TryGetValue(eventName, out var apply) ? apply(state, payload) : state;

    private static Election Unchanged(Election state, JsonElement payload) => state;

    private static Func<Election, JsonElement, Election> With<TFact>(Func<Election, TFact, Election> apply) =>
        (state, payload) => apply(state, FormReader.ReadFact<TFact>(payload));
}
