import type { Sql } from "postgres";
import { db } from "@/db/client";
import type { StaffActor } from "@/lib/audit/record-act";
import { type GrantOrder, postGrant } from "@/lib/ledger/post-grant";
import type { ProgrammeInput } from "@/lib/programmes/input";
import { newId } from "@/lib/shared/ids";
import { createShop } from "@/lib/shops/create-shop";
import { createApprovedProgramme } from "./approved-programme";
import { addMember, addStaff, MAY_DAY, programmePlan, shopPlan } from "./staff-fixtures";

/** A section's person and a second one, with an approved programme, a shop and a member. */
export async function addTown(admin: Sql, changes: Partial<ProgrammeInput> = {}) {
  const [actor, checker] = [await addStaff(admin), await addStaff(admin)];
  const programme = programmePlan(actor.sectionId, changes);
  await createApprovedProgramme(programme, actor, checker, MAY_DAY);
  const shop = shopPlan();
  await createShop(shop, actor, MAY_DAY);
  return { actor, checker, programmeId: programme.id, shopId: shop.id, ...(await addMember(admin)) };
}

type Receiver = { programmeId: string; accountId: number; memberId: string };

/** Grants points as a claim would; the public id of the transfer. */
export async function grantPoints(to: Receiver, points: number, changes: Partial<GrantOrder> = {}): Promise<string> {
  const posted = await postGrant(db, {
    eventKey: `test:${newId()}`,
    memberAccountId: to.accountId,
    programmeId: to.programmeId,
    points,
    expiresOn: "2099-03-31",
    activityId: null,
    codeId: null,
    happenedAt: MAY_DAY,
    actor: `member:${to.memberId}`,
    ...changes,
  });
  if (!posted.ok) throw new Error(posted.reason);
  return posted.value.id;
}

/** Pays at a shop at a moment of the past; the public id of the transfer. */
export async function payPoints(
  admin: Sql,
  from: Receiver & { shopId: string },
  points: number,
  happenedAt: Date = MAY_DAY,
): Promise<string> {
  const [posted] = await admin<{ id: string }[]>`
    select public_id as id from post_spend(${newId()}, ${`test:${newId()}`}, ${from.accountId},
      (select account_id from shops where id = ${from.shopId}), ${points}, ${happenedAt}, ${`member:${from.memberId}`})`;
  return String(posted?.id);
}

export const balanceOf = async (admin: Sql, accountId: number): Promise<number> =>
  (await admin<{ balance: number }[]>`select balance from wallets where account_id = ${accountId}`)[0]?.balance ??
  Number.NaN;

export type Town = Awaited<ReturnType<typeof addTown>> & { actor: StaffActor };
