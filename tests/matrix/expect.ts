import { permissions, type Role } from "@/lib/staff/permissions";
import type { ActionRow, RouteRow } from "../e2e/rows/kit";
import { actionNeeds, forAllStaff, routeNeeds } from "../e2e/rows/needs";
import { type Known, known, shutOut, type Who } from "../support/matrix";

/** The roles of the matrix's `staff`. */
const everyday: readonly Role[] = ["programme", "approver", "counter"];

const isKnown = (who: Who): who is Known => known.some((one) => one === who);
const isShutOut = (who: Who): boolean => shutOut.some((one) => one === who);
/** Whose visits leave no row in the audit, whatever they ask for. */
export const isOutsider = (who: Who): boolean => isShutOut(who) || (isKnown(who) && who !== "staff");

export const needOf = (name: string) => routeNeeds[name] ?? actionNeeds[name];
/** An entry of /admin, by route or file, that names no permission although being signed in is not enough. */
export function isWithoutNeed(name: string): boolean {
  const place = name.replace(/^app/, "");
  return place.startsWith("/admin") && !needOf(name) && !forAllStaff.test(place);
}

/** Whether this person of the staff lacks the permission that the entry needs. */
export function lacks(name: string, who: Who): boolean {
  const need = needOf(name);
  if (!need || isOutsider(who)) return false;
  const allowed: readonly Role[] = permissions[need];
  return !(who === "staff" ? everyday : [who as Role]).some((role) => allowed.includes(role));
}

/** What the row says, read for any identity. `let_in`: neither sent away nor a failure; what it does is shown by the one whose act it is. */
export function expected(name: string, row: RouteRow | ActionRow, who: Who): string {
  if (lacks(name, who)) return "denied";
  if (isShutOut(who)) return row.answers.nobody;
  if ("actor" in row && row.actor === who) return row.actorGets ?? "acts";
  if (isKnown(who)) return row.answers[who];
  return needOf(name) ? "let_in" : row.answers.staff;
}

/** Actions that are more acts than one, or a preparation whose act comes with its confirmation. */
const actsOf: Record<string, number> = {
  "app/admin/(console)/me/totp/actions.ts#startOwnTotpAction": 0,
  // With the draft of its first budget, or of what changes its rules.
  "app/admin/(console)/programmes/actions.ts#createProgrammeAction": 2,
  "app/admin/(console)/programmes/actions.ts#updateProgrammeAction": 2,
};

/** How many rows of the audit it leaves to do what this entry does, once. */
export const actsIn = (name: string): number => actsOf[name] ?? 1;
