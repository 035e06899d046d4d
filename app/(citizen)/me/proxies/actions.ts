"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { actFor, stopActing } from "@/lib/auth/act-for";
import { requireSelf, requireSignedIn } from "@/lib/auth/guards";
import { cityNow } from "@/lib/clock/city-now";
import { endOwnProxy } from "@/lib/members/end-proxy";
import { ProxyIdInput } from "@/lib/members/proxy-input";
import { formValues } from "@/lib/shared/form";

/** From the next request on the signed-in member acts for another, on this browser. */
export async function actForAction(form: FormData): Promise<void> {
  const { memberId } = await requireSelf();
  const input = ProxyIdInput.safeParse(formValues(form));
  const acts = input.success && (await actFor(input.data.proxyId, memberId, await cityNow()));
  revalidatePath("/", "layout");
  redirect(acts ? "/" : "/me/proxies?gone");
}

/** Back to oneself, for whoever agrees to nothing new, too: what is their own waits behind it. */
export async function stopActingAction(): Promise<void> {
  const { memberId } = await requireSignedIn();
  await stopActing(memberId);
  revalidatePath("/", "layout");
  redirect("/");
}

/** Either side ends a proxy, at once. */
export async function endProxyAction(form: FormData): Promise<void> {
  const { memberId } = await requireSelf();
  const input = ProxyIdInput.safeParse(formValues(form));
  const ended = input.success && (await endOwnProxy(input.data.proxyId, memberId, await cityNow())).ok;
  revalidatePath("/", "layout");
  redirect(ended ? "/me/proxies?ended" : "/me/proxies?gone");
}
