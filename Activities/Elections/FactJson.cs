using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
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

/// <summary>JSON of facts, forms, sheets and of the election itself: names in camelCase, enums as words, null written out.
/// Reading is strict, because the same context reads what people send: only what has a default may be missing.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(Election))]
[JsonSerializable(typeof(Refusal))]
[JsonSerializable(typeof(Actor))]
[JsonSerializable(typeof(UnitRef))]
[JsonSerializable(typeof(IReadOnlyList<Person>))]
[JsonSerializable(typeof(TaskCompletion))]
[JsonSerializable(typeof(TaskData))]
[JsonSerializable(typeof(TaskStimulus))]
[JsonSerializable(typeof(RollTaken))]
[JsonSerializable(typeof(PlanDrafted))]
[JsonSerializable(typeof(PlanForm))]
[JsonSerializable(typeof(Approved))]
[JsonSerializable(typeof(Returned))]
[JsonSerializable(typeof(Declined))]
[JsonSerializable(typeof(ApprovalForm))]
[JsonSerializable(typeof(NoticePublished))]
[JsonSerializable(typeof(NoticeRead))]
[JsonSerializable(typeof(NoticeForm))]
[JsonSerializable(typeof(TaskOpened))]
[JsonSerializable(typeof(TaskCompleted))]
[JsonSerializable(typeof(TaskWithdrawn))]
[JsonSerializable(typeof(TaskClaimed))]
[JsonSerializable(typeof(TaskReleased))]
[JsonSerializable(typeof(BoxOpened))]
[JsonSerializable(typeof(BoxClosed))]
[JsonSerializable(typeof(CloseBoxForm))]
[JsonSerializable(typeof(RecommendationTallied))]
[JsonSerializable(typeof(RecommendationTieDecided))]
[JsonSerializable(typeof(RecommendationTieForm))]
[JsonSerializable(typeof(TiedRecommended))]
[JsonSerializable(typeof(OrganisationRecommended))]
[JsonSerializable(typeof(SelfNominated))]
[JsonSerializable(typeof(SelfNominationForm))]
[JsonSerializable(typeof(SelfNominationClosed))]
[JsonSerializable(typeof(CloseNominationForm))]
[JsonSerializable(typeof(NomineesListed))]
[JsonSerializable(typeof(RecommendationPaper))]
[JsonSerializable(typeof(RecommendationSheet))]
[JsonSerializable(typeof(RecommendationCount))]
[JsonSerializable(typeof(OrganisationForm))]
[JsonSerializable(typeof(SummaryForm))]
[JsonSerializable(typeof(QualificationReviewed))]
[JsonSerializable(typeof(QualificationForm))]
[JsonSerializable(typeof(AssessmentStarted))]
[JsonSerializable(typeof(AssessmentTallied))]
[JsonSerializable(typeof(AssessmentPaper))]
[JsonSerializable(typeof(AssessmentSheet))]
[JsonSerializable(typeof(AssessmentCount))]
[JsonSerializable(typeof(SpeechesHeld))]
[JsonSerializable(typeof(SpeechesForm))]
[JsonSerializable(typeof(InvestigationListed))]
[JsonSerializable(typeof(InvestigationListForm))]
[JsonSerializable(typeof(InvestigationReported))]
[JsonSerializable(typeof(InvestigationForm))]
[JsonSerializable(typeof(FieldTooSmall))]
[JsonSerializable(typeof(ShortlistDecided))]
[JsonSerializable(typeof(ShortlistForm))]
[JsonSerializable(typeof(PublicityStarted))]
[JsonSerializable(typeof(ObjectionFiled))]
[JsonSerializable(typeof(ObjectionForm))]
[JsonSerializable(typeof(ObjectionDecided))]
[JsonSerializable(typeof(InquiryForm))]
[JsonSerializable(typeof(PublicityEnded))]
[JsonSerializable(typeof(OfficersNamed))]
[JsonSerializable(typeof(OfficersForm))]
[JsonSerializable(typeof(BallotPrepared))]
[JsonSerializable(typeof(BallotForm))]
[JsonSerializable(typeof(AttendanceCounted))]
[JsonSerializable(typeof(AttendanceForm))]
[JsonSerializable(typeof(MeetingAdjourned))]
[JsonSerializable(typeof(ElectionRulesVoted))]
[JsonSerializable(typeof(TellersAdopted))]
[JsonSerializable(typeof(TellersForm))]
[JsonSerializable(typeof(BallotsAccounted))]
[JsonSerializable(typeof(BallotAccountForm))]
[JsonSerializable(typeof(PaperBallotsForm))]
[JsonSerializable(typeof(HandCountForm))]
[JsonSerializable(typeof(HandCounted))]
[JsonSerializable(typeof(HandCountsDiffered))]
[JsonSerializable(typeof(VoteVoided))]
[JsonSerializable(typeof(ContestsCounted))]
[JsonSerializable(typeof(TieDecided))]
[JsonSerializable(typeof(TieForm))]
[JsonSerializable(typeof(ShortageDecided))]
[JsonSerializable(typeof(ShortageForm))]
[JsonSerializable(typeof(ResultAnnounced))]
[JsonSerializable(typeof(AnnounceForm))]
[JsonSerializable(typeof(Ratified))]
[JsonSerializable(typeof(Filed))]
[JsonSerializable(typeof(NotRatified))]
[JsonSerializable(typeof(RatifyForm))]
[JsonSerializable(typeof(TermOpened))]
[JsonSerializable(typeof(TakeOfficeForm))]
[JsonSerializable(typeof(CommitmentReported))]
[JsonSerializable(typeof(CommitmentForm))]
[JsonSerializable(typeof(TermReviewed))]
[JsonSerializable(typeof(ReviewForm))]
[JsonSerializable(typeof(HolderLeft))]
[JsonSerializable(typeof(CommitmentSettled))]
[JsonSerializable(typeof(SettlementForm))]
[JsonSerializable(typeof(RenewalReminded))]
[JsonSerializable(typeof(RenewalReminderForm))]
[JsonSerializable(typeof(RenewalApplied))]
[JsonSerializable(typeof(RenewalForm))]
[JsonSerializable(typeof(RenewalAnswered))]
[JsonSerializable(typeof(RenewalApprovalForm))]
[JsonSerializable(typeof(ExitProposed))]
[JsonSerializable(typeof(ExitForm))]
[JsonSerializable(typeof(PostLeft))]
[JsonSerializable(typeof(ExitDeclined))]
[JsonSerializable(typeof(CarriedOver))]
[JsonSerializable(typeof(VacancyDecided))]
[JsonSerializable(typeof(VacancyForm))]
[JsonSerializable(typeof(ExitApprovalForm))]
[JsonSerializable(typeof(WorkDone))]
[JsonSerializable(typeof(WorkForm))]
[JsonSerializable(typeof(ReceiptsClosed))]
[JsonSerializable(typeof(CloseReceiptsForm))]
[JsonSerializable(typeof(SurveyTallied))]
[JsonSerializable(typeof(SurveyPaper))]
[JsonSerializable(typeof(SurveySheet))]
[JsonSerializable(typeof(SurveyCount))]
[JsonSerializable(typeof(SurveyEvaluated))]
[JsonSerializable(typeof(SurveyForm))]
[JsonSerializable(typeof(OverrideAsked))]
[JsonSerializable(typeof(OverrideApproved))]
[JsonSerializable(typeof(OverrideDeclined))]
[JsonSerializable(typeof(VersionPublished))]
[JsonSerializable(typeof(OverrideLapsed))]
[JsonSerializable(typeof(OverrideForm))]
public sealed partial class FactJson : JsonSerializerContext
{
    /// <summary>For what goes into journals, which are never a part of a page: Chinese stands as it is, not as escapes.</summary>
    // Made when first asked for: it needs Default, which the generated part of the class initialises.
    public static FactJson Plain => field ??= new(new JsonSerializerOptions(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
