import type { Arguments } from "../../support/call-action";
import type { Acting, Known } from "../../support/matrix";
import type { Things } from "../../support/matrix-things";

/**
 * `shows` 200; `leads_on` a redirect elsewhere than to a sign-in; `asks_…` a redirect to that sign-in; `not_found` 404;
 * `asks_token` 401, for other servers; `not_allowed` 405, for what is only sent to.
 */
export type RouteAnswer =
  | "shows"
  | "leads_on"
  | "asks_citizen"
  | "asks_staff"
  | "not_found"
  | "asks_token"
  | "not_allowed";
export type RouteRow = { path: (things: Things) => string; answers: Record<Known, RouteAnswer> };

/**
 * `acts` changes the book; `answers` is allowed and changes nothing; `asks_…` leads to that sign-in; `refused` changes nothing and says no, each as
 * support/read-answer.ts reads it from the answer alone. `denied` leads to what says so, and `refused_on_record` says no where it was asked: that they
 * tried is a row of the audit, and all that changes.
 */
export type ActionAnswer =
  | "acts"
  | "answers"
  | "asks_citizen"
  | "asks_staff"
  | "refused"
  | "denied"
  | "refused_on_record";
export type ActionRow = {
  /** A page that holds the form. */
  path: (things: Things) => string;
  given: (things: Things) => Arguments;
  answers: Record<Known, ActionAnswer>;
  /** Whose act it is; `staff` unless said. */
  actor?: Acting;
  /** What even they get in the book of the tests, where that is no act. */
  actorGets?: ActionAnswer;
};

/** Whose cookies let an action come as far as it can. */
export const bearer = (row: ActionRow): "staff" | "citizenA" =>
  row.answers.citizenA === "asks_staff" ? "staff" : "citizenA";

export const same = <T>(answer: T): Record<Known, T> => ({
  nobody: answer,
  citizenA: answer,
  citizenB: answer,
  staff: answer,
});
export const at = (path: string) => () => path;

/** What an answer without a way elsewhere is called, by its status. */
export const plainAnswers: Record<number, RouteAnswer> = {
  200: "shows",
  401: "asks_token",
  404: "not_found",
  405: "not_allowed",
};

export const open = same("shows" as const);
export const citizens = {
  nobody: "asks_citizen",
  citizenA: "shows",
  citizenB: "shows",
  staff: "asks_citizen",
} as const;
export const ownerA = { ...citizens, citizenB: "not_found" } as const;
export const staffOnly = { ...same("asks_staff" as const), staff: "shows" } as const;

/** Staff are let in, but not here. */
export const staffWithoutRole = { ...same("asks_staff" as const), staff: "leads_on" } as const;

export const actsForCitizens = {
  nobody: "asks_citizen",
  citizenA: "acts",
  citizenB: "acts",
  staff: "asks_citizen",
} as const;
export const actsForStaff = { ...same("asks_staff" as const), staff: "acts" } as const;
/** An act of few: the everyday staff, who lack the role, are told so. */
export const deniesStaff = { ...actsForStaff, staff: "denied" } as const;
/** What comes to nothing for a citizen, too, since what it needs or names is not there or not theirs. */
export const refusesCitizens = { ...actsForCitizens, citizenA: "refused", citizenB: "refused" } as const;
/** What is done to a thing of A's: theirs to do, and not another's. */
export const actsForA = { ...actsForCitizens, citizenB: "refused" } as const;
/** The state that a form's action gets first. */
export const state = [null];
