"use server";

import type { Route } from "next";
import { redirect } from "next/navigation";
import { requirePermission } from "@/lib/auth/guards";
import { endVisit } from "@/lib/counter/end-visit";
import { touchVisit } from "@/lib/counter/touch-visit";

/** A key or a touch on a page of this visit: whether it is still the one that is open. */
export async function touchVisitAction(visitId: string): Promise<boolean> {
  const { sessionId } = await requirePermission("counter.act");
  return (await touchVisit(sessionId))?.visitId === visitId;
}

/** おわる: the member leaves without, or after, an act. */
export async function endVisitAction(): Promise<void> {
  const { sessionId } = await requirePermission("counter.act");
  await endVisit(sessionId, "left");
  redirect("/admin/counter?ended=yes" as Route);
}
