import "server-only";
import { redirect } from "next/navigation";
import { VisitId } from "@/lib/counter/input";
import { touchVisit } from "@/lib/counter/touch-visit";
import { formValues } from "@/lib/shared/form";
import { type Permitted, requirePermission } from "./guards";

export type VisitStaff = Permitted & { visit: { visitId: string; memberId: string } };

const leave = (): never => redirect("/admin/counter?ended=yes");

/**
 * The member of staff with the visit that is open in this very session, for a page of it; where none is, or it was idle too long, the
 * counter's first page, which shows nobody.
 */
export async function requireVisit(): Promise<VisitStaff> {
  const person = await requirePermission("counter.act");
  const visit = await touchVisit(person.sessionId);
  return visit ? { ...person, visit } : leave();
}

/** The same for an action: its form was made in that visit (`visitId`), not in one that another tab or the next member has ended. */
export async function requireVisitOf(form: unknown): Promise<VisitStaff> {
  const person = await requirePermission("counter.act");
  const { data: visitId } = VisitId.safeParse(formValues(form).visitId);
  const visit = visitId && (await touchVisit(person.sessionId, visitId));
  return visit ? { ...person, visit } : leave();
}
