import "server-only";
import type { Route } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import type { ScopedActor, StaffActor } from "@/lib/audit/record-act";
import { recordForbidden } from "@/lib/audit/record-forbidden";
import { cityNow } from "@/lib/clock/city-now";
import type { ProxyScope } from "@/lib/members/decide-proxy";
import type { Acting } from "@/lib/members/find-session-member";
import { type FormState, formValues } from "@/lib/shared/form";
import { hashSecret } from "@/lib/shared/keyed-hash";
import type { Scope } from "@/lib/shared/scope";
import { decidePermission, type Holding } from "@/lib/staff/decide-permission";
import { decideSecondsLeft } from "@/lib/staff/decide-session-end";
import { type Permission, permissions } from "@/lib/staff/permissions";
import { findSessionStaff } from "@/lib/staff/queries";
import { readCookie, STAFF_COOKIE } from "./cookies";
import { decideFreshPath, isFresh } from "./decide-fresh";
import { leaveFrame } from "./leave-frame";
import { noteStaffSeen } from "./note-staff-seen";
import { owedPath } from "./owed-path";
import { sealResume } from "./resume";
import { holderOf, type Member, type Self, self, type Visitor, visitor } from "./self";

export type Staff = {
  staffId: string;
  name: string;
  sectionId: string;
  sessionId: string;
  /** When the second factor was last shown in this session. */
  provenAt: Date;
  /** When the session ends in any case. */
  expiresAt: Date;
  holdings: readonly Holding[];
  actor: StaffActor;
  requestId: string;
};

const staff = cache(async (): Promise<Staff | undefined> => {
  const { requestId, address } = await visitor();
  const token = await readCookie(STAFF_COOKIE);
  if (!token) return undefined;
  const at = await cityNow();
  const found = await findSessionStaff(hashSecret(token), at);
  if (!found) return undefined;
  await noteStaffSeen(hashSecret(token), found.lastSeenAt, at);
  const { lastSeenAt: _, ...person } = found;
  const roles = [...new Set(found.holdings.map(({ role }) => role))].sort().join(",");
  return { ...person, actor: { staffId: found.staffId, requestId, roles, address }, requestId };
});

/** Seconds until this browser's session ends unless somebody acts; zero where there is none. Looking does not keep it alive. */
export async function findSecondsLeft(): Promise<number> {
  await visitor();
  const at = await cityNow();
  const token = await readCookie(STAFF_COOKIE);
  const found = token && (await findSessionStaff(hashSecret(token), at));
  return found ? decideSecondsLeft(found, at) : 0;
}

/** First line of a public action: the request is from our own pages, and from whom. */
export const requireVisitor = (): Promise<Visitor> => visitor();

/** Whose wallet is shown, if anybody is signed in: their own, or of whom they act for. */
export async function findMember(): Promise<Member | undefined> {
  const found = await self();
  return found && holderOf(found);
}

/** Where the signed-in member is asked what they have not answered yet, if there is anything. */
export async function findOwedPath(): Promise<Route | undefined> {
  const found = await self();
  return found?.owed && owedPath(found.owed);
}

/** For whom the signed-in member acts, if for anybody: for the frame that says so on every page. */
export const findActing = async (): Promise<Acting | undefined> => (await self())?.acting;

/**
 * The signed-in citizen, whatever they still have to answer: for the sign-up itself, and for what nobody has to agree to anything for, such as
 * no longer acting for another. Anybody else is sent to sign in and brought back to `resumeTo`, a path that `decide-resume.ts` lists.
 */
export async function requireSignedIn(resumeTo?: string): Promise<Self> {
  const found = await self();
  if (found) return found;
  await leaveFrame();
  const resume = resumeTo && sealResume(resumeTo);
  redirect(resume ? `/sign-in?to=${resume}` : "/sign-in");
}

/**
 * The person themself who has signed up and agreed to the texts that stand, even while they act for another: for what concerns the acting. Whoever has
 * not is led there first, and then to `resumeTo`.
 */
export async function requireSelf(resumeTo?: string): Promise<Self> {
  const found = await requireSignedIn(resumeTo);
  if (found.owed) redirect(owedPath(found.owed, resumeTo));
  return found;
}

/** Nobody's membership, ways in, settings and data are within a proxy: who acts for another is led to where that is ended. */
const ownOf = ({ acting, ...own }: Self): Member => (acting ? redirect("/me/proxies?own") : own);

/** The same, for what is their own. */
export const requireMember = async (resumeTo?: string): Promise<Member> => ownOf(await requireSelf(resumeTo));

/** For what is their own, too, whatever they still have to answer: leaving, and their data. */
export const requireOwn = async (resumeTo?: string): Promise<Member> => ownOf(await requireSignedIn(resumeTo));

/** Whose wallet it is about: the signed-in citizen's, or of whom they act for, where the proxy allows this. */
export async function requireHolder(scope: ProxyScope, resumeTo?: string): Promise<Member> {
  const found = await requireSelf(resumeTo);
  if (found.acting && !found.acting.scopes.includes(scope)) redirect(`/me/proxies?denied=${scope}`);
  return holderOf(found);
}

/** The signed-in member of staff, if any. */
export const findStaff = (): Promise<Staff | undefined> => staff();

/**
 * The signed-in, enabled member of staff with a session that is neither idle nor old, whatever their roles: for the frame, the page that
 * says what is denied, and the end of a session. Anybody else is sent to sign in.
 */
export async function requireStaff(): Promise<Staff> {
  return (await staff()) ?? redirect("/admin/sign-in");
}

export type Permitted = Staff & {
  /** Where the permission is held. */
  scope: Scope;
  actor: ScopedActor;
  /** Where another permission is held, to show only what leads somewhere; undefined: nowhere. */
  scopeOf: (permission: Permission) => Scope | undefined;
};

/** Once for a request: a page's title asks the same question as the page. */
const forbid = cache(async (permission: Permission): Promise<void> => {
  await recordForbidden((await requireStaff()).actor, permission, await cityNow());
});

/**
 * The member of staff who may do this; `scope` is where. Anybody else who is signed in is told so at /admin/denied, and that they tried is
 * an act that was denied: one row of the audit.
 */
export async function requirePermission(permission: Permission): Promise<Permitted> {
  const person = await requireStaff();
  const scopeOf = (wanted: Permission) => decidePermission(permissions, person.holdings, wanted);
  const scope = scopeOf(permission);
  if (scope) return { ...person, scope, actor: { ...person.actor, scope }, scopeOf };
  await forbid(permission);
  redirect("/admin/denied");
}

/** For a page's title: where this person may, or nothing. The page itself tells anybody else, and records that they tried, once. */
export async function findScope(permission: Permission): Promise<Scope | undefined> {
  const person = await staff();
  return person && decidePermission(permissions, person.holdings, permission);
}

/**
 * For a page or a download that needs a fresh second factor (`decide-fresh.ts`): who may do this and has just proven it. Anybody else who may is
 * led to step-up and back to `to`, a path that `decideFreshPath` lists.
 */
export async function requireFresh(permission: Permission, to: string): Promise<Permitted> {
  const person = await requirePermission(permission);
  if (isFresh(person.provenAt, await cityNow())) return person;
  redirect(`/admin/step-up?to=${encodeURIComponent(decideFreshPath(to))}` as Route);
}

/**
 * The same for an action. What was typed is not lost: where the factor is stale, `answer` is the form again as it was sent, with a notice whose
 * link opens step-up in a new tab (show it by `FormNotice`); afterwards the same button works. `secrets` are fields not to be repeated.
 */
export async function requireFreshAct(
  permission: Permission,
  form: unknown,
  secrets: readonly string[] = [],
): Promise<{ ok: true; person: Permitted } | { ok: false; answer: NonNullable<FormState> }> {
  const person = await requirePermission(permission);
  if (isFresh(person.provenAt, await cityNow())) return { ok: true, person };
  const t = await getTranslations("auth.stepUp.stale");
  const link = { href: "/admin/step-up", text: t("link") };
  const notice = { kind: "warning", title: t("title"), text: t("text"), link } as const;
  return { ok: false, answer: { values: formValues(form, secrets), errors: [], notice } };
}
