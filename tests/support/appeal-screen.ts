import type { Sql } from "postgres";
import { cityNow } from "@/lib/clock/city-now";
import { findLatestSuspension } from "@/lib/members/list-suspensions";
import { sendAppeal } from "@/lib/members/send-appeal";
import { suspendMember } from "@/lib/members/suspend-member";
import { newId } from "@/lib/shared/ids";

/** The appeal of a seeded member with a card, whom somebody at the counter suspended: arranged once, found afterwards. */
export async function openAppeal(admin: Sql): Promise<string> {
  const [found] = await admin<{ memberId: string; staffId: string }[]>`
    select m.id as "memberId", s.id as "staffId" from members m, staff s
     where m.admitted_by is not null and s.name = '田中 実'
       and not exists (select from member_cards c where c.member_id = m.id) order by m.id desc limit 1`;
  if (!found) throw new Error("The seed has nobody to suspend.");
  const now = await cityNow();
  const actor = { staffId: found.staffId, requestId: newId(), roles: "counter", address: "127.0.0.1" };
  const known = await findLatestSuspension(found.memberId);
  if (!known) {
    await suspendMember({ id: newId(), memberId: found.memberId, reason: "本人の確認のため" }, actor, now);
    await sendAppeal(found.memberId, "窓口で登録したのは私です。", now);
  }
  const appealId = (await findLatestSuspension(found.memberId))?.appealId;
  if (!appealId) throw new Error("The appeal was not made.");
  return appealId;
}
