import type { Sql } from "postgres";
import { approve, type Execute } from "@/lib/approvals/approve";
import type { StaffActor } from "@/lib/audit/record-act";
import type { Role } from "@/lib/staff/permissions";
import { AT, makeStaff } from "./fixtures";

/** A person with one role, everywhere. */
export async function makePerson(admin: Sql, role: Role) {
  const person = await makeStaff();
  await admin`update staff_roles set role = ${role} where staff_id = ${person.staffId}`;
  return person;
}

/** Ends every administrator of the book, so that a test knows how many there are. */
export const noAdministrators = (admin: Sql) =>
  admin`update staff_roles set ended_at = ${AT} where role = 'administrator' and ended_at is null`;

/** The second administrator's yes. */
export const approveStaffAct = <Reason extends string>(
  approvalId: string,
  execute: Execute<Reason>,
  actor: StaffActor,
) => approve({ approvalId, authority: { acts: undefined, staff: "everywhere" }, execute }, actor, AT);

/** The roles held now, `programme everywhere`, in order. */
export async function rolesOf(admin: Sql, staffId: string): Promise<string[]> {
  const rows = await admin<{ role: string; place: string }[]>`
    select role, coalesce(section_id::text, 'everywhere') as place from staff_roles
     where staff_id = ${staffId} and ended_at is null order by role`;
  return rows.map(({ role, place }) => `${role} ${place}`);
}
