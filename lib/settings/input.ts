import { z } from "zod";
import { typedProse } from "@/lib/shared/prose";
import { normalise, typedCode, typedDigits } from "@/lib/shared/typed";

const typedColour = () =>
  z
    .string({ error: "required" })
    .transform((typed) => normalise(typed).toLowerCase())
    .pipe(
      z
        .string()
        .min(1, "required")
        .regex(/^#[0-9a-f]{6}$/, "not_a_colour"),
    );

/**
 * A name stands in sentences, in mail headers and on posters: one line, without what a message's own grammar would read (a brace in a name would
 * leave sentences, and the code of a mail, unsaid) and without letters that nobody sees.
 */
const typedName = (max: number) =>
  typedProse(max).pipe(z.string().regex(/^[^\n<>"'{}%#\p{Cf}\p{Zl}\p{Zp}]+$/u, "not_a_name"));

/**
 * What the city may change by itself; each is a row of `settings`. Reasons: those of lib/shared/typed, `not_a_colour`, `not_a_name`, `not_a_phone`.
 */
export const CityTerms = z.object({
  service_name: typedName(20),
  unit_name: typedName(10),
  city_name: typedName(20),
  colour_primary: typedColour(),
  colour_on_primary: typedColour(),
  contact_phone: typedCode().pipe(
    z
      .string()
      .min(1, "required")
      .regex(/^0\d{1,4}-?\d{1,4}-?\d{3,4}$/, "not_a_phone"),
  ),
  contact_hours: typedName(60),
  refund_grace_days: typedDigits(1, 365),
  approval_correction_points: typedDigits(0, 1_000_000),
  approval_code_points: typedDigits(0, 1_000_000),
  approval_days: typedDigits(1, 90),
  residency_valid_days: typedDigits(1, 1_825),
  withdrawal_days: typedDigits(1, 90),
  suspension_reply_days: typedDigits(1, 90),
});
export type CityTerms = z.output<typeof CityTerms>;

/** `logo_id`: one uploaded before, empty for none; `step`: whether to show what it will look like, or to save. */
export const SettingsInput = CityTerms.extend({
  logo_id: z
    .union([z.uuid(), z.literal("")])
    .optional()
    .transform((id) => id || null),
  without_logo: z.literal("yes").optional(),
  step: z.enum(["check", "save"]).catch("check"),
});

export type CitySettings = CityTerms & { logo_id: string | null };
