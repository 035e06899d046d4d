import { and, desc, eq, exists, not } from "drizzle-orm";
import { closeDatabase, db } from "@/db/client";
import { staff, staffRoles } from "@/db/schema";
import { cancelActivity } from "@/lib/activities/cancel-activity";
import { createActivity } from "@/lib/activities/create-activity";
import type { ActivityInput } from "@/lib/activities/input";
import type { ScopedActor } from "@/lib/audit/record-act";
import { claimPoints } from "@/lib/claims/claim-points";
import { cityNow } from "@/lib/clock/city-now";
import type { IssueTarget } from "@/lib/codes/find-code-target";
import { issueCode } from "@/lib/codes/issue-code";
import { revokeCode } from "@/lib/codes/revoke-code";
import { admitMember } from "@/lib/members/admit-member";
import { createProgramme } from "@/lib/programmes/create-programme";
import { addDays, cityDay } from "@/lib/shared/city-time";
import { newId } from "@/lib/shared/ids";
import { hashSecret } from "@/lib/shared/keyed-hash";
import type { Result } from "@/lib/shared/result";
import { closeShop } from "@/lib/shops/close-shop";
import { createShop } from "@/lib/shops/create-shop";
import { createApprovedProgramme } from "./approved-programme";
import { activityPlan, programmePlan, shopPlan } from "./staff-fixtures";

// A program, run by support/offers.ts: makes, through the use cases, one offer of each kind that a citizen may meet.
const HOUR = 60 * 60 * 1000;

function done<T>(result: Result<T, string>): T {
  if (!result.ok) throw new Error(`an offer was refused: ${result.reason}`);
  return result.value;
}

/** Two of the seed's staff; the second approves nothing. */
async function findActors() {
  const found = () => db.select({ staffId: staff.id, sectionId: staff.sectionId }).from(staff);
  const approves = exists(
    db
      .select()
      .from(staffRoles)
      .where(and(eq(staffRoles.staffId, staff.id), eq(staffRoles.role, "approver"))),
  );
  const [one] = await found().orderBy(staff.id).limit(1);
  const [other] = await found().where(not(approves)).orderBy(desc(staff.id)).limit(1);
  if (!one || !other || one.staffId === other.staffId) throw new Error("the seed has no two who work at /admin");
  return [one, other].map((person) => ({ ...person, requestId: "offers", scope: "everywhere" })) as [Actor, Actor];
}
type Actor = ScopedActor & { sectionId: string };

const now = await cityNow();
const [actor, colleague] = await findActors();
const later = (hours: number) => new Date(now.getTime() + hours * HOUR);

const frame = { startsOn: addDays(cityDay(now), -30), endsOn: addDays(cityDay(now), 300), budget: 900_000 };
const makeProgramme = async (changes: { budget?: number } = {}) =>
  createApprovedProgramme(programmePlan(actor.sectionId, { ...frame, ...changes }), actor, colleague, now);
const programmeId = await makeProgramme();

/** Hours from now in which the code grants; issued as it opens, since none is issued for what is over. */
async function offer(title: string, [opens, closes]: [number, number], changes: Partial<ActivityInput> = {}) {
  const window = { startsAt: later(opens), endsAt: later(closes), opensAt: later(opens), closesAt: later(closes) };
  const plan = activityPlan(programmeId, { title, points: 500, ...window, ...changes });
  const activityId = done(await createActivity(plan, actor, later(-48))).id;
  return { title, points: plan.points, activityId, ...(await issue({ activityId })) };
}

async function issue(target: IssueTarget) {
  const { codeId, token, typedCode } = done(await issueCode(target, actor, later(-48)));
  return { codeId, token, typedCode };
}

async function shop(name: string, nameKana: string) {
  const shopId = done(await createShop(shopPlan({ name, nameKana }), actor, now)).id;
  return { name, shopId, ...(await issue({ shopId })) };
}

/** A budget that a second person is asked for: its draft waits. Asked for by whoever approves nothing, since nobody decides their own. */
async function draft(): Promise<string> {
  const plan = programmePlan(actor.sectionId, { ...frame, name: "承認を待つ事業" });
  const made = done(await createProgramme(plan, colleague, now));
  if (!made.draft) throw new Error("a programme that was made came with no draft of its budget");
  return made.draft.id;
}

const open: [number, number] = [-2, 6];
const offers = {
  open: await offer("野川の清掃", open),
  daily: await offer("朝のラジオ体操", open, { claimLimit: "daily" }),
  notOpenYet: await offer("あしたの自然観察会", [30, 32]),
  closed: await offer("終わった講座", [-30, -28]),
  cancelled: await offer("雨で中止の遠足", open),
  mayBeCancelled: await offer("天気しだいの遠足", open),
  revoked: await offer("番号をかえた教室", open),
  exhausted: await offer("予算の終わった教室", open, { programmeId: await makeProgramme({ budget: 500 }) }),
  shop: await shop("和泉カフェ", "いずみかふぇ"),
  closedShop: await shop("閉店した書店", "へいてんしたしょてん"),
  draftId: await draft(),
};

const withReason = { reason: "試験のため" };
done(await cancelActivity({ activityId: offers.cancelled.activityId, ...withReason }, actor, now));
done(await revokeCode({ codeId: offers.revoked.codeId, ...withReason }, actor, now));
done(await closeShop({ shopId: offers.closedShop.shopId, ...withReason }, actor, now));

const secret = hashSecret(newId());
const memberId = await db.transaction((tx) => admitMember(tx, { emailIndex: secret, emailEncrypted: secret }, now));
done(await claimPoints({ token: offers.exhausted.token, memberId, at: now }));

process.stdout.write(JSON.stringify(offers));
await closeDatabase();

export type Offers = typeof offers;
