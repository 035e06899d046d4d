import { z } from "zod";
import { typedProse } from "@/lib/shared/prose";
import { typedDay, typedDigits } from "@/lib/shared/typed";

/** When granted points end: see `decideExpiry`. */
export const expiryKinds = ["next_fiscal_year_end", "fiscal_year_end", "days", "months", "fixed"] as const;
export type ExpiryKind = (typeof expiryKinds)[number];

/** A control that other answers make needless is empty, and then null. */
const unlessEmpty = <T extends z.ZodType>(shape: T) =>
  z.preprocess((typed) => (typed === undefined || String(typed).trim() === "" ? null : typed), shape.nullable());

/** In points; far above any budget the city has named, so that a slip of a key is caught. */
const MOST_BUDGET = 1_000_000_000;
const MOST_POINTS = 100_000;

export const BudgetInput = z.object({ budget: typedDigits(1, MOST_BUDGET) });

/** What an approved budget is executed from. */
export const BudgetPayload = z.strictObject({ programmeId: z.uuid(), budget: z.number().int().positive() });

// In the order of the form: a summary of errors names the fields in it.
const purpose = {
  name: typedProse(60),
  domainId: z.string({ error: "required" }).regex(/^\w{1,40}$/, "required"),
  sectionId: z.uuid("required"),
  policyGoal: typedProse(400),
  kpi: typedProse(200),
  startsOn: typedDay(),
  endsOn: typedDay(),
  fundingSource: typedProse(60),
};
const rule = {
  points: typedDigits(1, MOST_POINTS),
  expiryKind: z.enum(expiryKinds, "required"),
  expiryCount: unlessEmpty(typedDigits(1, 3660)),
  expiryOn: unlessEmpty(typedDay()),
};

/** What a programme is, without its budget. Reasons are those of lib/shared/typed. */
export const ProgrammeTerms = z.object({ ...purpose, ...rule });
export type ProgrammeTerms = z.output<typeof ProgrammeTerms>;

/** `id` is made with the form, so that sending it twice makes one programme. `budget` in points. */
export const ProgrammeInput = z.object({ id: z.uuid(), ...purpose, ...BudgetInput.shape, ...rule });
export type ProgrammeInput = z.output<typeof ProgrammeInput>;

/** A change of the rule is asked for with a reason; other changes need none. */
export const ProgrammeChange = ProgrammeTerms.extend({
  id: z.uuid(),
  draftReason: unlessEmpty(typedProse(400)).optional(),
  followsId: z.uuid().optional().catch(undefined),
});
export type ProgrammeChange = z.output<typeof ProgrammeChange>;

/** What an approved rule is executed from. */
export const RulePayload = z.strictObject({
  programmeId: z.uuid(),
  points: z.number().int().positive(),
  expiryKind: z.enum(expiryKinds),
  expiryCount: z.number().int().positive().nullable(),
  expiryOn: z.string().nullable(),
});

export const programmeDays = ["startsOn", "endsOn", "expiryOn"] as const;
