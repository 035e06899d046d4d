import "server-only";
import type { Route } from "next";
import { redirect } from "next/navigation";
import { z } from "zod";
import { env } from "@/lib/env";
import { type DrawnBefore, decideDrawn } from "@/lib/members/decide-drawn";
import type { ProxyScope } from "@/lib/members/decide-proxy";
import { formValues } from "@/lib/shared/form";
import { seal, unseal } from "@/lib/shared/seal";
import { requireHolder } from "./guards";
import { type Member, type Self, self } from "./self";

const DrawnShape = z.strictObject({ memberId: z.uuid(), name: z.string().nullable(), readerId: z.uuid() });

const presentOf = ({ memberId, acting }: Self): DrawnBefore => {
  const whose = acting ? { memberId: acting.memberId, name: acting.name } : { memberId, name: null };
  return { ...whose, readerId: memberId };
};

/** For the hidden field `drawnFor` of every form that writes to a wallet: whose it is now, made unreadable; empty for whoever is signed out. */
export async function drawnFor(): Promise<string> {
  const found = await self();
  return found ? seal(env.FIELD_KEYS, JSON.stringify(presentOf(found))).toString("base64url") : "";
}

/** The same again, or undefined for whatever was not sealed here. */
export function openDrawn(field: string | undefined): DrawnBefore | undefined {
  if (!field || field.length > 1_000) return undefined;
  try {
    return DrawnShape.parse(JSON.parse(unseal(env.FIELD_KEYS, Buffer.from(field, "base64url"))));
  } catch {
    return undefined;
  }
}

/** Whoever acts now, where it is for whom the form was drawn; else they are led to where it is said for whom it was, and nothing is done. */
export async function requireSameHolder(field: string | undefined, scope: ProxyScope): Promise<Member> {
  const holder = await requireHolder(scope);
  const found = await self();
  if (found && decideDrawn(openDrawn(field), presentOf(found)).ok) return holder;
  redirect(`/me/proxies?${new URLSearchParams({ drawn: openDrawn(field) ? (field ?? "") : "" })}` as Route);
}

/**
 * First line of an action that writes to a wallet: whose it is, as `requireHolder` says, and as the form that was sent says. Whoever is signed out is
 * led back to `resumeTo`; one who acted for another to where the acting begins.
 */
export async function requireDrawnHolder(scope: ProxyScope, form: FormData, resumeTo: string): Promise<Member> {
  const field = formValues(form).drawnFor;
  await requireHolder(scope, openDrawn(field)?.name ? "/me/proxies" : resumeTo);
  return requireSameHolder(field, scope);
}
