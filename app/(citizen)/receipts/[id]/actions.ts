"use server";

import { redirect } from "next/navigation";
import { requireMember } from "@/lib/auth/guards";
import { isId } from "@/lib/shared/page";
import { closeLiveScreen } from "../live-cookie";

/** Ends the live screen of this browser: from now on the payment is a grey receipt. */
export async function closeAction(form: FormData): Promise<void> {
  const id = String(form.get("id"));
  await requireMember(`/receipts/${id}`);
  await closeLiveScreen();
  redirect(isId(id) ? `/receipts/${id}` : "/history");
}
