"use server";

import type { Route } from "next";
import { redirect } from "next/navigation";
import { requirePermission } from "@/lib/auth/guards";
import { endVisit } from "@/lib/counter/end-visit";
import { VisitId } from "@/lib/counter/input";
import { touchVisit } from "@/lib/counter/touch-visit";
import { formValues } from "@/lib/shared/form";

/** A key or a touch on a page of this visit: whether it is still the one that is open. */
export async function touchVisitAction(visitId: string): Promise<boolean> {
  const { sessionId } = await requirePermission("counter.act");
  const input = VisitId.safeParse(visitId);
  return input.success && (await touchVisit(sessionId, input.data)) !== undefined;
}

/** おわる: the member of this visit leaves without, or after, an act. */
export async function endVisitAction(form: FormData): Promise<void> {
  const { sessionId } = await requirePermission("counter.act");
  const input = VisitId.safeParse(formValues(form).visitId);
  if (input.success) await endVisit(sessionId, input.data, "left");
  redirect("/admin/counter?ended=yes" as Route);
}
