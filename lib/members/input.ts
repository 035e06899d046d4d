import { z } from "zod";
import { typedProse } from "@/lib/shared/prose";
import { optionalText, typedCode } from "@/lib/shared/typed";
import { emailForm, evenEmail } from "@/lib/shared/typed-email";
import { readBirthDate } from "./decide-birth-date";
import { readKana } from "./decide-kana";

/** Reason: `too_long`. */
export const NicknameInput = z.strictObject({ nickname: optionalText(20) });

/** Why staff look at a member's personal data; it stands in the audit. */
export const purposes = [
  "counter_request",
  "phone_request",
  "identity_check",
  "card_loss",
  "points_inquiry",
  "incident",
] as const;
export type Purpose = (typeof purposes)[number];

/** 在住, 在勤, 在学, その他. */
export const ties = ["resident", "worker", "student", "other"] as const;
export type Tie = (typeof ties)[number];

const typed = z.string({ error: "required" }).trim().min(1, "required");

/** What a reader of `decide-…` makes of a typed line, its refusal as the reason. */
const readWith = (read: (text: string) => { ok: true; value: string } | { ok: false; reason: string }) =>
  typed.transform((text, context) => {
    const answer = read(text);
    if (answer.ok) return answer.value;
    context.addIssue({ code: "custom", message: answer.reason });
    return z.NEVER;
  });

const typedKana = () => readWith(readKana).pipe(z.string().max(40, "too_long"));

/** Reasons: `too_long`, `not_an_email`. */
const optionalEmail = z
  .string()
  .optional()
  .transform((text) => evenEmail(text ?? "") || undefined)
  .pipe(emailForm.optional());

/** Reason: `not_a_phone`. */
const optionalPhone = z
  .string()
  .optional()
  .transform((text) => text ?? "")
  .pipe(typedCode())
  .transform((text) => text || undefined)
  .pipe(
    z
      .string()
      .regex(/^0\d{1,4}-?\d{1,4}-?\d{3,4}$/, "not_a_phone")
      .optional(),
  );

/**
 * A person who joins at the counter. `bornOn` is one typed line, 昭和23年3月5日 or 19480305. `id` is made with the form, so that sending it twice
 * makes one member; `isConfirmed` is "yes" once staff have said that whoever was found is somebody else.
 * Reasons: `required`, `too_long`, `not_kana`, `not_a_day`, `not_a_phone`, `not_an_email`.
 */
export const CounterSignUpInput = z.object({
  id: z.uuid(),
  familyName: typedProse(30),
  givenName: typedProse(30),
  familyKana: typedKana(),
  givenKana: typedKana(),
  bornOn: readWith(readBirthDate),
  tie: z.enum(ties, "required"),
  phone: optionalPhone,
  email: optionalEmail,
  isConfirmed: z
    .literal("yes")
    .optional()
    .transform((answer) => answer === "yes"),
});
export type CounterSignUp = z.output<typeof CounterSignUpInput>;

/** Whose data is opened, and why. */
export const DisclosureInput = z.object({ memberId: z.uuid(), purpose: z.enum(purposes, "required") });

export const CardIssueInput = z.object({ memberId: z.uuid() });

/** Which card is made void, and why. */
export const CardRevocationInput = z.object({ cardId: z.uuid(), reason: typedProse(200) });
