import type { CityDay } from "@/lib/shared/city-time";
import { momentOf } from "./plan-calendar";
import type { Plan } from "./plan-history";
import type { ClaimStep, PayStep } from "./step";

/** Corrections are recent enough to stand on the first page of the staff's lists. */
const WITHIN_DAYS = 35;
/** A mistake is noticed soon. */
const NOTICED_WITHIN = 4 * 24 * 60 * 60_000;

/** One grant and one payment of the last weeks were mistakes; staff set them right, the first working day they can. */
export function planCorrections(plan: Plan, day: CityDay, daysLeft: number): void {
  if (daysLeft > WITHIN_DAYS || daysLeft === 0) return;
  const noticedFrom = momentOf(day, "00:00").getTime() - NOTICED_WITHIN;
  const recent = plan.steps.filter(({ at }) => at.getTime() >= noticedFrom);
  if (!plan.corrected.grant) correctGrant(plan, day, recent);
  if (!plan.corrected.payment) correctPayment(plan, day, recent);
}

type Recent = Plan["steps"];
const claims = (steps: Recent) => steps.filter((step): step is ClaimStep => step.act === "claim");
const payments = (steps: Recent) => steps.filter((step): step is PayStep => step.act === "pay");

/** Only of a member who has paid nothing since: a grant that is spent is not taken back by itself. */
function correctGrant(plan: Plan, day: CityDay, recent: Recent): void {
  const spenders = new Set(payments(recent).map(({ member }) => member));
  const of = claims(recent).find(({ activity, member }) => activity.kind === "meeting" && !spenders.has(member));
  if (!of) return;
  const reason = "参加せずにQRコードを読み取ったと、本人から申し出があったため";
  plan.steps.push({ act: "correct_grant", of, reason, at: momentOf(day, "09:12", 24) });
  plan.balances[of.member] = (plan.balances[of.member] ?? 0) - of.activity.points;
  plan.corrected.grant = true;
}

function correctPayment(plan: Plan, day: CityDay, recent: Recent): void {
  const of = payments(recent).find(({ points }) => points >= 200 && points % 100 === 0);
  if (!of) return;
  const points = of.points - of.points / 10;
  const reason = "金額を一けた多く打ったと協力店から電話があり、控えと照合したため";
  plan.steps.push({ act: "correct_payment", of, points, reason, at: momentOf(day, "09:41", 8) });
  plan.balances[of.member] = (plan.balances[of.member] ?? 0) + points;
  plan.corrected.payment = true;
}
