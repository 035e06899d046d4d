import { db } from "@/db/client";
import { createActivity } from "@/lib/activities/create-activity";
import type { ActivityInput } from "@/lib/activities/input";
import { approve } from "@/lib/approvals/approve";
import { type ClaimReceipt, claimPoints } from "@/lib/claims/claim-points";
import { draftCode } from "@/lib/codes/draft-code";
import { executeIssueCode } from "@/lib/codes/execute-issue-code";
import type { IssueTarget } from "@/lib/codes/find-code-target";
import { findPoster } from "@/lib/codes/find-poster";
import { issueCode } from "@/lib/codes/issue-code";
import { env } from "@/lib/env";
import { admitMember } from "@/lib/members/admit-member";
import type { ProgrammeInput } from "@/lib/programmes/input";
import { newId } from "@/lib/shared/ids";
import { hashSecret } from "@/lib/shared/keyed-hash";
import type { Result } from "@/lib/shared/result";
import { seal } from "@/lib/shared/seal";
import { createShop } from "@/lib/shops/create-shop";
import type { ShopInput } from "@/lib/shops/input";
import { everything } from "./approval-fixtures";
import { createApprovedProgramme } from "./approved-programme";
import { adminSql } from "./database";
import { signUpMember } from "./registered";
import { activityPlan, addStaff, MAY_DAY, programmePlan, shopPlan } from "./staff-fixtures";

/** Within the usual test activity's window: 3 May 2026, 10:12 in the city. */
export const AT = new Date("2026-05-03T01:12:00Z");

const admin = adminSql();

function done<T>(result: Result<T, string>): T {
  if (!result.ok) throw new Error(`a fixture was refused: ${result.reason}`);
  return result.value;
}

export const makeStaff = () => addStaff(admin);
export type TestStaff = Awaited<ReturnType<typeof makeStaff>>;

export const makeProgramme = async (staff: TestStaff, changes: Partial<ProgrammeInput> = {}): Promise<string> =>
  createApprovedProgramme(programmePlan(staff.sectionId, changes), staff, await makeStaff(), MAY_DAY);

export const makeActivity = async (
  staff: TestStaff,
  programmeId: string,
  changes: Partial<ActivityInput> = {},
): Promise<string> => done(await createActivity(activityPlan(programmeId, changes), staff, MAY_DAY)).id;

export const makeShop = async (staff: TestStaff, changes: Partial<ShopInput> = {}): Promise<string> =>
  done(await createShop(shopPlan(changes), staff, MAY_DAY)).id;

/** A live code; above the city's limit a second person has approved it. */
export async function issueCodeFor(staff: TestStaff, target: IssueTarget) {
  const issued = await issueCode(target, staff, MAY_DAY);
  if (issued.ok || issued.reason !== "needs_approval" || !("activityId" in target)) return done(issued);
  const { id } = done(await draftCode({ ...target, reason: "多く付与するため" }, staff, MAY_DAY));
  const order = { approvalId: id, authority: everything, execute: executeIssueCode };
  done(await approve(order, await makeStaff(), MAY_DAY));
  const [live] = await admin<{ id: string }[]>`
    select id from codes where activity_id = ${target.activityId} and revoked_at is null`;
  const poster = await findPoster(String(live?.id), "everywhere");
  if (!poster) throw new Error("an approved code is not there");
  return { ...poster, isRepeat: false };
}

/** A member with an empty wallet, as somebody who has just signed up. */
export async function makeMember(): Promise<{ memberId: string; accountId: number }> {
  const secret = hashSecret(newId());
  const memberId = await db.transaction((tx) =>
    admitMember(tx, { emailIndex: secret, emailEncrypted: seal(env.FIELD_KEYS, "member@example.jp") }, MAY_DAY),
  );
  await signUpMember(memberId, MAY_DAY);
  const [wallet] = await admin<{ id: string }[]>`select account_id as id from members where id = ${memberId}`;
  return { memberId, accountId: Number(wallet?.id) };
}

/** A programme with one activity and its code; `token` is what the QR's address ends in. */
export async function makeOffer(
  staff: TestStaff,
  changes: { activity?: Partial<ActivityInput>; programme?: Partial<ProgrammeInput> } = {},
) {
  const programmeId = await makeProgramme(staff, changes.programme);
  const activityId = await makeActivity(staff, programmeId, changes.activity);
  return { programmeId, activityId, ...(await issueCodeFor(staff, { activityId })) };
}

/** A shop with its code. */
export async function makeTill(staff: TestStaff, changes: Partial<ShopInput> = {}) {
  const shopId = await makeShop(staff, changes);
  return { shopId, ...(await issueCodeFor(staff, { shopId })) };
}

/** Lets a member earn, each amount as a grant of its own from an activity of its own. */
export async function earn(staff: TestStaff, memberId: string, ...amounts: number[]): Promise<ClaimReceipt[]> {
  const receipts: ClaimReceipt[] = [];
  for (const points of amounts) {
    const { token } = await makeOffer(staff, { activity: { points } });
    receipts.push(done(await claimPoints({ token, memberId, at: AT })));
  }
  return receipts;
}

export const balanceOf = async (accountId: number): Promise<number> =>
  (await admin<{ balance: number }[]>`select balance from wallets where account_id = ${accountId}`)[0]?.balance ?? 0;

/** Moves the city clock of this test's book, for what the database itself times. */
export const moveCityClock = (seconds: number) => admin`update city_clock set offset_seconds = ${seconds}`;

/** How many transfers carry this actor. */
export const transfersBy = async (memberId: string, kind: string): Promise<number> =>
  (await admin`select 1 from transfers where actor = ${`member:${memberId}`} and kind = ${kind}`).length;
