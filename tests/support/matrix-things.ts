import { inArray } from "drizzle-orm";
import { closeDatabase, db } from "@/db/client";
import { staff } from "@/db/schema";
import { cancelActivity } from "@/lib/activities/cancel-activity";
import { createActivity } from "@/lib/activities/create-activity";
import { approve } from "@/lib/approvals/approve";
import type { ScopedActor } from "@/lib/audit/record-act";
import { claimPoints } from "@/lib/claims/claim-points";
import { cityNow } from "@/lib/clock/city-now";
import type { IssueTarget } from "@/lib/codes/find-code-target";
import { issueCode } from "@/lib/codes/issue-code";
import { issueCard } from "@/lib/members/issue-card";
import { createProgramme } from "@/lib/programmes/create-programme";
import { closeItem } from "@/lib/rewards/close-item";
import { exchangeItem } from "@/lib/rewards/exchange-item";
import { addDays, cityDay } from "@/lib/shared/city-time";
import { newId } from "@/lib/shared/ids";
import type { Result } from "@/lib/shared/result";
import { closeShop } from "@/lib/shops/close-shop";
import { createShop } from "@/lib/shops/create-shop";
import { confirmPayment } from "@/lib/spending/confirm-payment";
import { quotePayment } from "@/lib/spending/quote-payment";
import { addStaff } from "@/lib/staff/add-staff";
import { draftReturn } from "@/lib/staff/draft-return";
import { executeRecoverStaff } from "@/lib/staff/execute-recover-staff";
import { type Role, roles } from "@/lib/staff/permissions";
import { createApprovedProgramme } from "./approved-programme";
import { admit as admitAt, admitCitizen } from "./matrix-citizens";
import { makeMemberships } from "./matrix-memberships";
import { addReward } from "./reward-fixtures";
import { activityPlan, programmePlan, shopPlan } from "./staff-fixtures";
import { plainWords } from "./staff-words";

// Loaded by support/serve-matrix.ts on a book of its own: two citizens, staff, and one thing of each kind, all through the use cases.
const HOUR = 60 * 60 * 1000;

function done<T>(result: Result<T, string>): T {
  if (!result.ok) throw new Error(`a thing of the matrix was refused: ${result.reason}`);
  return result.value;
}

const now = await cityNow();
const later = (hours: number) => new Date(now.getTime() + hours * HOUR);

const admit = () => admitAt(now);

const everyday: readonly Role[] = ["programme", "approver", "counter"];
const { staffId, sectionId } = await addStaff(
  {
    ...{ name: "狛江 花子", section: "健康推進課", email: "staff@example.jp" },
    roles: [...everyday],
  },
  now,
);
const actor = { staffId, requestId: "matrix", scope: "everywhere" } as const;
const boss = { ...actor, sectionId };
const today = cityDay(now);
const frame = { startsOn: addDays(today, -30), endsOn: addDays(today, 300), budget: 900_000 };
const second = {
  name: "狛江 次郎",
  section: "政策室",
  email: "second@example.jp",
  roles: ["approver", "programme"] as Role[],
};
const approver = { staffId: (await addStaff(second, now)).staffId, requestId: "matrix" };
/** A programme that comes with a draft of its budget. */
const draftBy = async (maker: ScopedActor) =>
  done(await createProgramme(programmePlan(sectionId, frame), maker, now)).draft?.id ?? "";
const drafts = {
  draftToApprove: await draftBy({ ...approver, scope: "everywhere" }),
  draftToSendBack: await draftBy({ ...approver, scope: "everywhere" }),
  ownDraft: await draftBy(actor),
};
const programmeId = await createApprovedProgramme(programmePlan(sectionId, frame), actor, approver, now);

const window = { startsAt: later(-2), endsAt: later(6), opensAt: later(-2), closesAt: later(6) };
const activity = async () => done(await createActivity(activityPlan(programmeId, window), actor, later(-48))).id;
const shop = async (plan = shopPlan()) => done(await createShop(plan, actor, now)).id;
const code = async (target: IssueTarget) => done(await issueCode(target, actor, later(-1)));

const [citizenA, citizenB] = [await admitCitizen(now), await admitCitizen(now)];
const [memberA, memberB] = [citizenA.memberId, citizenB.memberId];
const activityId = await activity();
const { token: earnToken, typedCode, codeId } = await code({ activityId });
const openActivityId = await activity();
const { token: openToken } = await code({ activityId: openActivityId });
const shopId = await shop();
const { token: shopToken, codeId: shopCodeId } = await code({ shopId });
/** Where A alone pays: its name tells of their receipt and their quote. */
const paidAt = `みほん商店${newId().slice(-8)}`;
const { token: paidToken } = await code({ shopId: await shop(shopPlan({ name: paidAt })) });
// For each act of staff that needs one: something nobody has done it to yet.
const spare = {
  activityToCode: await activity(),
  activityToCancel: await activity(),
  cancelledActivity: await activity(),
  shopToClose: await shop(),
  closedShop: await shop(),
  codeToRevoke: (await code({ activityId: await activity() })).codeId,
  codeToReissue: (await code({ shopId: await shop() })).codeId,
};
done(await cancelActivity({ activityId: spare.cancelledActivity, reason: "雨のため" }, actor, now));
done(await closeShop({ shopId: spare.closedShop, reason: "閉店のため" }, actor, now));

const { transferId: receiptId } = done(await claimPoints({ token: earnToken, memberId: memberA, at: now }));
const { transferId: grantToCorrect } = done(await claimPoints({ token: earnToken, memberId: memberB, at: now }));
const quote = async () => done(await quotePayment({ token: paidToken, memberId: memberA, points: 10 })).quoteId;
const { transferId: paymentId } = done(await confirmPayment({ quoteId: await quote(), memberId: memberA }));
const quoteId = await quote();

const exchangeable = { points: 1, stock: 9 };
const rewardId = await addReward(boss, exchangeable);
const rewardToClose = await addReward(boss, exchangeable);
const closedReward = await addReward(boss, exchangeable);
done(await closeItem({ itemId: closedReward, reason: "品切れのため" }, boss, now));
const swap = async () => {
  const wish = { id: newId(), itemId: rewardId, pieces: 1, points: 1 };
  return done(await exchangeItem(wish, { memberId: memberA, actor: boss, at: now })).transferId;
};
const [exchangeId, exchangeToReturn] = [await swap(), await swap()];

async function admitWithCard() {
  const memberId = await admit();
  return { memberId, cardId: done(await issueCard(memberId, actor, now)).cardId };
}
const cards = {
  memberToCard: await admit(),
  cardMember: (await admitWithCard()).memberId,
  cardToReissue: (await admitWithCard()).cardId,
  cardToRevoke: (await admitWithCard()).cardId,
};

const other = { ...approver, scope: "everywhere" } as const;
const memberships = await makeMemberships({ admit, actor, other, now });

/** One person of each role, and one who is shut out. */
const staffOf: Record<string, string> = {};
for (const role of [...roles, "disabled" as const]) {
  const place =
    role === "organiser"
      ? { section: "社会福祉協議会", kind: "group" as const, everywhere: false }
      : { section: "政策室" };
  const held = role === "disabled" ? roles.filter((one) => one !== "organiser") : [role];
  const details = { name: `狛江 ${role}`, email: `${role}@example.jp`, roles: [...held], ...place };
  staffOf[role] = (await addStaff(details, now)).staffId;
}
const bound = { section: "政策室", everywhere: false, roles: [...everyday] };
staffOf.elsewhere = (await addStaff({ name: "狛江 三郎", email: "elsewhere@example.jp", ...bound }, now)).staffId;
const colleague = async (name: string, role: Role) =>
  (await addStaff({ name, section: "政策室", email: `${name}@example.jp`, roles: [role] }, now)).staffId;
await colleague("second-administrator", "administrator");
const maker = { staffId: await colleague("third-administrator", "administrator"), requestId: "matrix" };
const lost = await colleague("lost", "viewer");
const asked = done(
  await draftReturn({ kind: "recover_staff", staffId: lost, reason: "紛失のため" }, plainWords, maker, now),
);
const checker = { staffId: staffOf.administrator ?? "", requestId: "matrix" };
const authority = { acts: undefined, staff: "everywhere" as const };
done(await approve({ approvalId: asked.id, authority, execute: executeRecoverStaff }, checker, now));
const colleagues = {
  staffToChange: await colleague("change", "viewer"),
  staffToRecover: await colleague("recover", "viewer"),
  staffToDisable: await colleague("disable", "viewer"),
  staffToEnable: await colleague("enable", "viewer"),
  approvedRecovery: asked.id,
};
await db
  .update(staff)
  .set({ disabled: true })
  .where(inArray(staff.id, [colleagues.staffToEnable, staffOf.disabled ?? ""]));

const people = { staffOf, ...colleagues, staffId, sectionId, memberA, memberB, passkeyOfA: citizenA.passkeyId };
const goods = { rewardId, rewardToClose, closedReward, exchangeId, exchangeToReturn };
const made = { programmeId, activityId, openActivityId, shopId, ...spare, grantToCorrect };
const codes = { earnToken, openToken, typedCode, codeId, shopToken, paidToken, shopCodeId };
const canaries = { citizenA: citizenA.words, citizenB: citizenB.words };
export const things = {
  start: frame.startsOn,
  today,
  later: addDays(today, 30),
  ...people,
  ...made,
  ...goods,
  ...codes,
  ...cards,
  ...memberships,
  ...drafts,
  receiptId,
  paymentId,
  quoteId,
  ...{ deviceOfA: citizenA.sessionId, canaries, paidAt },
};
await closeDatabase();

export type Things = typeof things;
