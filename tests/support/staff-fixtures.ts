import type { Sql } from "postgres";
import type { ActivityInput } from "@/lib/activities/input";
import type { ScopedActor } from "@/lib/audit/record-act";
import type { ProgrammeInput } from "@/lib/programmes/input";
import { newId } from "@/lib/shared/ids";
import type { ShopInput } from "@/lib/shops/input";

/** A day in the middle of the test programmes' fiscal year: 1 May 2026, 10:00 in the city. */
export const MAY_DAY = new Date("2026-05-01T01:00:00Z");

/** A person at /admin with a section in a book that is open, who does everything of the programmes everywhere; made past the use cases: staff are another domain's. */
export async function addStaff(admin: Sql): Promise<ScopedActor & { sectionId: string }> {
  const [staffId, sectionId, secret] = [newId(), newId(), Buffer.from(newId())];
  await admin`insert into books (id, kind, name, is_current) values (1, 'demo', '試験', true) on conflict do nothing`;
  await admin`insert into sections (id, name) values (${sectionId}, ${`健康推進課 ${sectionId}`})`;
  await admin`insert into staff (id, section_id, name, email_encrypted, email_index, created_at)
    values (${staffId}, ${sectionId}, '職員', ${secret}, ${secret}, ${MAY_DAY})`;
  await admin`insert into staff_roles (id, staff_id, role, granted_at) values (${newId()}, ${staffId}, 'programme', ${MAY_DAY})`;
  return { staffId, requestId: "request-1", sectionId, scope: "everywhere" };
}

export const programmePlan = (sectionId: string, changes: Partial<ProgrammeInput> = {}): ProgrammeInput => ({
  id: newId(),
  name: "健康ウオーキング",
  domainId: "health",
  sectionId,
  policyGoal: "歩く人をふやす",
  kpi: "参加者数 延べ1,000人",
  fundingSource: "一般会計",
  startsOn: "2026-04-01",
  endsOn: "2027-03-31",
  points: 100,
  expiryKind: "next_fiscal_year_end",
  expiryCount: null,
  expiryOn: null,
  budget: 10_000,
  ...changes,
});

export const activityPlan = (programmeId: string, changes: Partial<ActivityInput> = {}): ActivityInput => ({
  id: newId(),
  programmeId,
  title: "多摩川ウオーキング",
  summary: "多摩川の土手を歩きます",
  place: "西河原公園",
  organiser: "健康推進課",
  audience: "どなたでも",
  points: 100,
  claimLimit: "once",
  groupId: null,
  startsAt: new Date("2026-05-03T01:00:00Z"),
  endsAt: new Date("2026-05-03T03:00:00Z"),
  opensAt: new Date("2026-05-03T00:30:00Z"),
  closesAt: new Date("2026-05-03T03:30:00Z"),
  ...changes,
});

export const shopPlan = (changes: Partial<ShopInput> = {}): ShopInput => ({
  id: newId(),
  categoryId: "food",
  name: "むいから食堂",
  nameKana: "むいからしょくどう",
  address: "狛江市元和泉1-1-1",
  openingHours: "11時から20時",
  phone: "03-0000-0000",
  summary: "定食の店です",
  ...changes,
});

/** The staff acts recorded about one thing, oldest first; a denied one with its reason. */
export const actsOn = async (admin: Sql, targetId: string): Promise<string[]> => {
  const rows = await admin<{ act: string; outcome: string; reason: string | null }[]>`
    select act, outcome, reason from audit_entries where target_id = ${targetId} order by id`;
  return rows.map(({ act, outcome, reason }) => (outcome === "done" ? act : `${act} ${outcome}: ${reason}`));
};

/** Makes this member the person's own as a citizen, past the use case. */
export const linkOwn = (admin: Sql, staffId: string, memberId: string) =>
  admin`insert into staff_member_links (staff_id, member_id, linked_at) values (${staffId}, ${memberId}, ${MAY_DAY})`;

/** A wallet of a member, opened past the use cases: members are another domain's. */
export async function addMember(admin: Sql): Promise<{ memberId: string; accountId: number }> {
  const [memberId, secret] = [newId(), Buffer.from(newId())];
  const [account] = await admin<{ id: string }[]>`select open_account('member', ${memberId}) as id`;
  const accountId = Number(account?.id);
  await admin`insert into members (id, account_id, email_encrypted, email_index, joined_at)
    values (${memberId}, ${accountId}, ${secret}, ${secret}, ${MAY_DAY})`;
  return { memberId, accountId };
}
