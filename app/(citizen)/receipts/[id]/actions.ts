"use server";

import { redirect } from "next/navigation";
import { requireHolder } from "@/lib/auth/guards";
import { formValues } from "@/lib/shared/form";
import { isId } from "@/lib/shared/page";
import { closeLiveScreen } from "../live-cookie";

/** Ends the live screen of this browser: from now on the payment is a grey receipt. */
export async function closeAction(form: FormData): Promise<void> {
  await requireHolder("view", `/receipts/${formValues(form).id}`);
  const id = String(formValues(form).id);
  await closeLiveScreen();
  redirect(isId(id) ? `/receipts/${id}` : "/history");
}
