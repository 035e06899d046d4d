"use server";

import { redirect } from "next/navigation";
import { requireMember } from "@/lib/auth/guards";
import { isId } from "@/lib/shared/page";
import { closeLiveScreen } from "../live-cookie";

/** Ends the live screen of this browser: from now on the payment is a grey receipt. */
export async function closeAction(form: FormData): Promise<void> {
  await requireMember(`/receipts/${form.get("id")}`);
  const id = String(form.get("id"));
  await closeLiveScreen();
  redirect(isId(id) ? `/receipts/${id}` : "/history");
}
