import { ok, type Result, refuse } from "@/lib/shared/result";
import type { Holding } from "./decide-permission";

/** An act on the staff takes two administrators, so two always remain. */
const FEWEST_ADMINISTRATORS = 2;

export type Person = { staffId: string; disabled: boolean; holdings: readonly Holding[] };
/** `administrators`: the enabled who are so everywhere, as of now. */
export type StaffFacts = { person: Person | undefined; administrators: readonly string[] };

export const staffRefusals = [
  "unknown_staff",
  "own_account",
  "not_administrator",
  "last_administrators",
  "already_staff",
  "unknown_section",
  "role_not_there",
  "no_change",
  "already_disabled",
  "not_disabled",
] as const;
export type StaffRefusal = (typeof staffRefusals)[number];

/** Nobody acts on themselves, and whoever acts is an enabled administrator at that very moment. */
function decideActor({ person, administrators }: StaffFacts, actorId: string): Result<Person, StaffRefusal> {
  if (!person) return refuse("unknown_staff");
  if (person.staffId === actorId) return refuse("own_account");
  return administrators.includes(actorId) ? ok(person) : refuse("not_administrator");
}

const tooFewWithout = ({ administrators }: StaffFacts, staffId: string): boolean =>
  administrators.includes(staffId) && administrators.length - 1 < FEWEST_ADMINISTRATORS;

/** A person is shut out at once, by one administrator; not the last two. */
export function decideDisabling(facts: StaffFacts, actorId: string): Result<null, StaffRefusal> {
  const acting = decideActor(facts, actorId);
  if (!acting.ok) return acting;
  if (acting.value.disabled) return refuse("already_disabled");
  return tooFewWithout(facts, acting.value.staffId) ? refuse("last_administrators") : ok(null);
}

/** To be let in again takes two. */
export function decideEnabling(facts: StaffFacts, actorId: string): Result<null, StaffRefusal> {
  const acting = decideActor(facts, actorId);
  if (!acting.ok) return acting;
  return acting.value.disabled ? ok(null) : refuse("not_disabled");
}

/** New factors in the place of lost ones. */
export function decideRecovery(facts: StaffFacts, actorId: string): Result<null, StaffRefusal> {
  const acting = decideActor(facts, actorId);
  if (!acting.ok) return acting;
  return acting.value.disabled ? refuse("already_disabled") : ok(null);
}

/** By id: a section (課) of the city hall or an outside group (団体). */
export type Places = ReadonlyMap<string, string>;

/** An organiser's role is held in a group, and no other role is. */
export function decideHoldings(holdings: readonly Holding[], places: Places): Result<null, StaffRefusal> {
  for (const { role, sectionId } of holdings) {
    if (sectionId !== null && !places.has(sectionId)) return refuse("unknown_section");
    const isInGroup = sectionId !== null && places.get(sectionId) === "group";
    if (isInGroup !== (role === "organiser")) return refuse("role_not_there");
  }
  return ok(null);
}

export type RoleChange = { added: readonly Holding[]; ended: readonly Holding[] };

const isSame = (one: Holding) => (other: Holding) => one.role === other.role && one.sectionId === other.sectionId;
const without = (these: readonly Holding[], those: readonly Holding[]) =>
  these.filter((one) => !those.some(isSame(one)));

/** What changes when a person shall hold exactly `wanted`; not one's own roles, and two administrators remain. */
export function decideRoleChange(
  facts: StaffFacts & { places: Places },
  wanted: readonly Holding[],
  actorId: string,
): Result<RoleChange, StaffRefusal> {
  const acting = decideActor(facts, actorId);
  if (!acting.ok) return acting;
  const { staffId, holdings } = acting.value;
  const valid = decideHoldings(wanted, facts.places);
  if (!valid.ok) return valid;
  const change = { added: without(wanted, holdings), ended: without(holdings, wanted) };
  if (change.added.length + change.ended.length === 0) return refuse("no_change");
  const losesAll = change.ended.some(isSame({ role: "administrator", sectionId: null }));
  return losesAll && tooFewWithout(facts, staffId) ? refuse("last_administrators") : ok(change);
}

/** Whether a person may be let in: by an administrator, with an address that is nobody's yet, and roles that can be held there. */
export function decideNewcomer(
  facts: { administrators: readonly string[]; places: Places; isKnown: boolean },
  person: { sectionId: string; holdings: readonly Holding[] },
  actorId: string,
): Result<null, StaffRefusal> {
  if (!facts.administrators.includes(actorId)) return refuse("not_administrator");
  if (facts.isKnown) return refuse("already_staff");
  return facts.places.has(person.sectionId) ? decideHoldings(person.holdings, facts.places) : refuse("unknown_section");
}
