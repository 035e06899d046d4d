import type { CityDay } from "@/lib/shared/city-time";
import { ok, type Result, refuse } from "@/lib/shared/result";

export const suspensionRefusals = [
  "unknown_member",
  "member_merged",
  "member_left",
  "already_suspended",
  "not_suspended",
  "own_wallet",
] as const;
export type SuspensionRefusal = (typeof suspensionRefusals)[number];

export type SuspensionFacts = { state: string; isSuspended: boolean; isOwn: boolean };

/** Whether a membership may be suspended by this person: it is alive, not suspended, and not their own. */
export function decideSuspension(member: SuspensionFacts | undefined): Result<null, SuspensionRefusal> {
  if (!member) return refuse("unknown_member");
  if (member.isOwn) return refuse("own_wallet");
  if (member.state === "merged") return refuse("member_merged");
  if (member.state === "left") return refuse("member_left");
  return member.isSuspended ? refuse("already_suspended") : ok(null);
}

export const appealRefusals = [
  "not_suspended",
  "already_appealed",
  "appeal_too_late",
  "unknown_appeal",
  "already_answered",
  "own_suspension",
  "own_wallet",
] as const;
export type AppealRefusal = (typeof appealRefusals)[number];

export type Appealable = { replyBy: CityDay; endedAt: Date | null; appealId: string | null };

/** One appeal for a suspension, until its day is over (product §3.12). */
export function decideAppeal<Suspension extends Appealable>(
  suspension: Suspension | undefined,
  today: CityDay,
): Result<Suspension, AppealRefusal> {
  if (!suspension || suspension.endedAt) return refuse("not_suspended");
  if (suspension.appealId) return refuse("already_appealed");
  return today > suspension.replyBy ? refuse("appeal_too_late") : ok(suspension);
}

export type Answerable = { answeredAt: Date | null; startedBy: string; isOwn: boolean };

/** An appeal is answered once, by somebody else than who suspended. */
export function decideAnswer<Appeal extends Answerable>(
  appeal: Appeal | undefined,
  staffId: string,
): Result<Appeal, AppealRefusal> {
  if (!appeal) return refuse("unknown_appeal");
  if (appeal.startedBy === staffId) return refuse("own_suspension");
  if (appeal.isOwn) return refuse("own_wallet");
  return appeal.answeredAt ? refuse("already_answered") : ok(appeal);
}
