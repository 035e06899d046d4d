import { z } from "zod";

/** How a person was found. */
export const waysFound = ["card", "number", "name", "sign_up"] as const;
export type FoundBy = (typeof waysFound)[number];

/** What the person is asked before their name opens. */
export const questions = ["birth", "phone", "email", "number"] as const;
export type Question = (typeof questions)[number];

/** The answer as it was typed; reason: `required`. */
export const VisitInput = z.object({
  memberId: z.uuid(),
  foundBy: z.enum(["card", "number", "name"]),
  question: z.enum(questions),
  answer: z.string({ error: "required" }).trim().min(1, "required").max(254, "required"),
});
export type VisitInput = z.output<typeof VisitInput>;

/** A page's own visit, as it sends it along. */
export const VisitId = z.uuid();

export const visitEnds = ["receipt", "idle", "next", "left"] as const;
export type VisitEnd = (typeof visitEnds)[number];

/** Seconds without a key or a touch after which a visit is over. The database counts the same: `touch-visit.ts`. */
export const IDLE_SECONDS = 60;
/** Seconds before the end from which it is announced. */
export const WARNING_SECONDS = 15;
