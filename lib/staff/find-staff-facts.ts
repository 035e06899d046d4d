import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { sections, staff, staffRoles } from "@/db/schema";
import type { Holding } from "./decide-permission";
import type { Person, Places, StaffFacts } from "./decide-staff";

const isAdministrator = and(eq(staffRoles.role, "administrator"), isNull(staffRoles.endedAt));

/** The enabled who administer everywhere, locked until the transaction ends: of two acts on the staff at once, the second sees the first. */
export async function lockAdministrators(tx: Transaction): Promise<string[]> {
  const holders = tx.select({ id: staffRoles.staffId }).from(staffRoles).where(isAdministrator);
  await tx.select({ id: staff.id }).from(staff).where(inArray(staff.id, holders)).orderBy(staff.id).for("update");
  // A statement of its own: the one that waits for the lock would show the roles from before the wait.
  const enabled = await tx
    .selectDistinct({ id: staff.id })
    .from(staff)
    .innerJoin(staffRoles, eq(staffRoles.staffId, staff.id))
    .where(and(isAdministrator, isNull(staffRoles.sectionId), eq(staff.disabled, false)));
  return enabled.map(({ id }) => id);
}

async function findPerson(tx: Transaction, staffId: string): Promise<Person | undefined> {
  const [person] = await tx
    .select({ staffId: staff.id, disabled: staff.disabled })
    .from(staff)
    .where(eq(staff.id, staffId))
    .for("update");
  return person && { ...person, holdings: await findHoldings(tx, staffId) };
}

/** The roles that a person holds now. */
export async function findHoldings(tx: Transaction, staffId: string): Promise<Holding[]> {
  const held = await tx
    .select({ role: staffRoles.role, sectionId: staffRoles.sectionId })
    .from(staffRoles)
    .where(and(eq(staffRoles.staffId, staffId), isNull(staffRoles.endedAt)));
  return held as Holding[];
}

/** What an act on a person of the staff is decided by, all of it locked. */
export async function lockStaffFacts(tx: Transaction, staffId: string): Promise<StaffFacts> {
  const administrators = await lockAdministrators(tx);
  return { administrators, person: await findPerson(tx, staffId) };
}

/** Every section and group, by id, with its kind. */
export async function findPlaces(tx: Transaction): Promise<Places> {
  const rows = await tx.select({ id: sections.id, kind: sections.kind }).from(sections);
  return new Map(rows.map(({ id, kind }) => [id, kind]));
}
