import "server-only";
import { redirect } from "next/navigation";
import { touchVisit } from "@/lib/counter/touch-visit";
import { formValues } from "@/lib/shared/form";
import { type Permitted, requirePermission } from "./guards";

export type VisitStaff = Permitted & { visit: { visitId: string; memberId: string } };

/**
 * The member of staff with the visit that is open in this very session, for a page of it; where none is, or it was idle too long, the
 * counter's first page, which shows nobody.
 */
export async function requireVisit(): Promise<VisitStaff> {
  const person = await requirePermission("counter.act");
  const visit = await touchVisit(person.sessionId);
  return visit ? { ...person, visit } : redirect("/admin/counter?ended=yes");
}

/** The same for an action: its form was made in that visit (`visitId`), not in one that another tab or the next member has ended. */
export async function requireVisitOf(form: unknown): Promise<VisitStaff> {
  const found = await requireVisit();
  if (found.visit.visitId === formValues(form).visitId) return found;
  redirect("/admin/counter?ended=yes");
}
