import "server-only";
import type { Route } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { decideTopAddress, isFramed } from "./decide-portal-entry";

/** The address asked for; proxy.ts writes it. */
export const PATH_HEADER = "x-komapo-path";

/** Whether this request is for a page inside another site's page: there nobody is signed in, whatever cookies came along. */
export const isInFrame = async (): Promise<boolean> => isFramed(await headers());

/** In a frame every page is the one with the button that opens its address on its own. */
export async function leaveFrame(): Promise<void> {
  const sent = await headers();
  if (!isFramed(sent)) return;
  const to = decideTopAddress(sent.get(PATH_HEADER));
  redirect(`/framed?${new URLSearchParams({ to })}` as Route);
}
