import type { ActivityChangeRefusal } from "@/lib/activities/update-activity";
import type { DecisionRefusal, WithdrawalRefusal } from "@/lib/approvals/decide-approval";
import type { DraftRefusal } from "@/lib/approvals/decide-draft";
import type { ClaimRefusal } from "@/lib/claims/decide-claim";
import type { CounterRefusal } from "@/lib/claims/decide-counter-answer";
import type { IssueRefusal } from "@/lib/codes/decide-code";
import type { ScanRefusal } from "@/lib/codes/decide-scanned-text";
import type { ApprovedCodeRefusal } from "@/lib/codes/execute-issue-code";
import type { PersonRefusal } from "@/lib/counter/decide-person";
import type { CorrectionRefusal } from "@/lib/grants/decide-correction";
import type { AdmissionRefusal } from "@/lib/members/decide-admission";
import type { CardRefusal } from "@/lib/members/decide-card";
import type { ConsentRefusal } from "@/lib/members/decide-consent";
import type { GuardianRefusal } from "@/lib/members/decide-guardian";
import type { JoinRefusal } from "@/lib/members/decide-join";
import type { MergeRefusal } from "@/lib/members/decide-merge";
import type { PinRefusal } from "@/lib/members/decide-pin";
import type { ProxyRefusal } from "@/lib/members/decide-proxy";
import type { SearchRefusal } from "@/lib/members/decide-search";
import type { SignUpRefusal } from "@/lib/members/decide-sign-up";
import type { AppealRefusal, SuspensionRefusal } from "@/lib/members/decide-suspension";
import type { WayRefusal } from "@/lib/members/decide-way-in";
import type { CreationRefusal } from "@/lib/programmes/create-programme";
import type { BudgetRefusal } from "@/lib/programmes/decide-budget";
import type { RuleRefusal } from "@/lib/programmes/decide-rule";
import type { ProgrammeChangeRefusal } from "@/lib/programmes/update-programme";
import type { ExchangeRefusal } from "@/lib/rewards/decide-exchange";
import type { ItemChangeRefusal } from "@/lib/rewards/decide-item-change";
import type { ReturnRefusal } from "@/lib/rewards/decide-return";
import type { ShopChangeRefusal } from "@/lib/shops/update-shop";
import type { PaymentRefusal } from "@/lib/spending/confirm-payment";
import type { QuoteRefusal } from "@/lib/spending/decide-quote";
import type { MakerRefusal } from "@/lib/staff/decide-maker";
import type { StaffDraftRefusal } from "@/lib/staff/draft-staff-act";
import type { EnrolmentRefusal } from "@/lib/staff/open-enrolment";
import { ja } from "./catalogue";

type Sentences<Reason extends string> = Record<Reason, string>;

/** Each reason that a domain may refuse with has its sentence, and what to do about it: a missing one does not compile. */
export const sentences = {
  activities: ja.activities.refusal satisfies Sentences<ActivityChangeRefusal | "unknown_programme">,
  codes: ja.codes.refusal satisfies Sentences<
    IssueRefusal | "not_live" | "unknown_code" | "needs_approval" | "code_is_live"
  >,
  approvalActs: ja.approvals.executeRefusal satisfies Sentences<
    BudgetRefusal | RuleRefusal | CorrectionRefusal | ApprovedCodeRefusal | MakerRefusal | MergeRefusal
  >,
  grants: ja.grants.refusal satisfies Sentences<CorrectionRefusal>,
  staff: ja.staff.refusal satisfies Sentences<StaffDraftRefusal | EnrolmentRefusal>,
  shops: ja["shops-admin"].refusal satisfies Sentences<ShopChangeRefusal>,
  rewards: ja.rewards.refusal satisfies Sentences<ItemChangeRefusal | "unknown_section">,
  rewardReturns: ja.rewards.returnRefusal satisfies Sentences<ReturnRefusal>,
  merges: ja.memberships.merge.refusal satisfies Sentences<MergeRefusal>,
  suspensions: ja.memberships.suspension.refusal satisfies Sentences<SuspensionRefusal>,
  appeals: ja.memberships.appeals.refusal satisfies Sentences<AppealRefusal>,
  proxies: ja.memberships.proxies.refusal satisfies Sentences<ProxyRefusal>,
  memberSearch: ja.members.error satisfies Sentences<SearchRefusal>,
  joinCard: ja.ways.join.refusal satisfies Sentences<JoinRefusal>,
  waysIn: ja.ways.in.refusal satisfies Sentences<WayRefusal>,
  members: ja.members.refusal satisfies Sentences<CardRefusal | AdmissionRefusal>,
  programmes: ja.programmes.refusal satisfies Sentences<
    Exclude<ProgrammeChangeRefusal | CreationRefusal | BudgetRefusal, DraftRefusal>
  >,
  approvals: ja.approvals.refusal satisfies Sentences<DraftRefusal | DecisionRefusal | WithdrawalRefusal>,
  counterPerson: ja.counter.personRefusal satisfies Sentences<PersonRefusal>,
  counterSearch: ja.counter.searchRefusal satisfies Sentences<SearchRefusal>,
  counterGrant: ja.counter.grantRefusal satisfies Sentences<CounterRefusal>,
  counterExchange: ja.counter.exchangeRefusal satisfies Sentences<ExchangeRefusal>,
  counterCard: ja.counter.cardRefusal satisfies Sentences<CardRefusal>,
  counterPin: ja.counter.pinRefusal satisfies Sentences<PinRefusal | "not_the_same">,
  counterSignUp: ja.counter.new.refusal satisfies Sentences<
    Exclude<AdmissionRefusal, "possible_double"> | GuardianRefusal
  >,
  joining: {
    ...ja.joining.error,
    guardian_needed: ja.joining.guardian_needed.title,
    texts_changed: ja.joining.texts_changed.title,
  } satisfies Sentences<SignUpRefusal | ConsentRefusal>,
  claims: ja.claims.refusal satisfies Sentences<ClaimRefusal>,
  claimsAdvice: ja.claims.advice satisfies Sentences<ClaimRefusal>,
  scan: ja.scan.refusal satisfies Sentences<ScanRefusal>,
  scanAdvice: ja.scan.refusalText satisfies Sentences<ScanRefusal>,
  spending: ja.spending.refusal satisfies Sentences<QuoteRefusal | PaymentRefusal>,
  spendingAdvice: ja.spending.advice satisfies Sentences<QuoteRefusal | PaymentRefusal>,
};
