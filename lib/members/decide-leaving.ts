import { ok, type Result, refuse } from "@/lib/shared/result";

export type Membership = { state: string; leavesAt: Date | null };

const DAY_MS = 24 * 60 * 60 * 1000;

export type LeavingRefusal = "not_a_member";

/** When a withdrawal that is asked for now is carried out; one that was asked for before keeps its day. */
export function decideLeaving(
  { state, leavesAt }: Membership,
  withdrawalDays: number,
  at: Date,
): Result<{ leavesAt: Date; isRepeat: boolean }, LeavingRefusal> {
  if (state === "leaving" && leavesAt) return ok({ leavesAt, isRepeat: true });
  if (state !== "active") return refuse("not_a_member");
  return ok({ leavesAt: new Date(at.getTime() + withdrawalDays * DAY_MS), isRepeat: false });
}

export type StayRefusal = "too_late";

/** Whether a withdrawal can be undone: until its moment, whether or not it has been carried out by then. */
export function decideStay({ state, leavesAt }: Membership, at: Date): Result<{ isRepeat: boolean }, StayRefusal> {
  if (state === "active") return ok({ isRepeat: true });
  return state === "leaving" && leavesAt && at < leavesAt ? ok({ isRepeat: false }) : refuse("too_late");
}

/** Whether a withdrawal is to be carried out now. */
export const isDue = ({ state, leavesAt }: Membership, at: Date): boolean =>
  state === "leaving" && leavesAt !== null && leavesAt <= at;
