import { createActivity } from "@/lib/activities/create-activity";
import { ActivityInput } from "@/lib/activities/input";
import { claimPoints } from "@/lib/claims/claim-points";
import { issueCode } from "@/lib/codes/issue-code";
import { addDays, cityDay, monthOf } from "@/lib/shared/city-time";
import { newId } from "@/lib/shared/ids";
import { confirmPayment } from "@/lib/spending/confirm-payment";
import { quotePayment } from "@/lib/spending/quote-payment";
import type { CityClock } from "./city-clock";
import { correctOldGrant, correctOldPayment } from "./correct-history";
import { joinMember } from "./join-member";
import type { PlannedActivity } from "./plan-calendar";
import { exchange } from "./set-up-rewards";
import type { ClaimStep, PayStep, Step } from "./step";
import { find, must, type World } from "./world";

/** Does every step through its use case, at its own moment of city time. */
export async function playHistory(steps: readonly Step[], world: World, clock: CityClock, say: (line: string) => void) {
  let month = "";
  for (const step of steps) {
    const at = await clock.moveTo(step.at);
    const isNewMonth = monthOf(cityDay(at)) !== month;
    month = monthOf(cityDay(at));
    if (isNewMonth) say(`  ${month}`);
    await playStep(step, world, at);
  }
}

function playStep(step: Step, world: World, at: Date): Promise<void> {
  switch (step.act) {
    case "announce":
      return announce(step.activity, world, at);
    case "join":
      return joinMember(step.member, world, at);
    case "claim":
      return claim(step, world, at);
    case "pay":
      return pay(step, world);
    case "exchange":
      return exchange(step, world, at);
    case "correct_grant":
      return correctOldGrant(step, world, at);
    case "correct_payment":
      return correctOldPayment(step, world, at);
  }
}

async function announce(activity: PlannedActivity, world: World, at: Date): Promise<void> {
  const programme = find(world.programmes, activity.programme);
  const actor = world.actorOf(programme.section);
  const input = ActivityInput.parse({
    ...activity,
    id: newId(),
    programmeId: programme.id,
    points: String(activity.points),
    claimLimit: activity.limit,
    startsTime: activity.from,
    endsTime: activity.to,
    ...windowOf(activity),
  });
  const { id: activityId } = must(await createActivity(input, actor, at), `activity ${activity.title}`);
  if (activity.withoutCode) return;
  const { token } = must(await issueCode({ activityId }, actor, at), `code of ${activity.title}`);
  world.activityTokens.set(activity, token);
}

function windowOf(activity: PlannedActivity): Record<string, string> {
  const isWholeDay = activity.kind === "ongoing" || activity.openAllDay;
  if (!isWholeDay) return { windowKind: "around" };
  const closesOn = addDays(activity.endsOn, 1);
  return { windowKind: "exact", opensOn: activity.startsOn, opensTime: "00:00", closesOn, closesTime: "00:00" };
}

async function claim(step: ClaimStep, world: World, at: Date): Promise<void> {
  const order = { token: find(world.activityTokens, step.activity), memberId: find(world.members, step.member), at };
  const receipt = must(await claimPoints(order), `claim at ${step.activity.title}`);
  world.transfers.set(step, receipt.transferId);
}

async function pay(step: PayStep, world: World): Promise<void> {
  const memberId = find(world.members, step.member);
  const token = find(world.shopTokens, step.shop);
  const { quoteId } = must(await quotePayment({ token, memberId, points: step.points }), `quote at ${step.shop.name}`);
  const payment = must(await confirmPayment({ quoteId, memberId }), `payment at ${step.shop.name}`);
  if (payment.numberFault) throw payment.numberFault;
  world.transfers.set(step, payment.transferId);
}
