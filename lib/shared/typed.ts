import { z } from "zod";
import { isCityDay } from "./city-time";

/** Nobody types these, and Postgres takes no NUL in a text. */
const controls = /(?![\t\n\r])\p{Cc}/gu;

/** What people type arrives in full width, half width, and with stray blanks: one form before any rule looks at it. */
export const normalise = (typed: string): string => typed.normalize("NFKC").replace(controls, "").trim();

const hyphens = /[\u002d\u00ad\u2010-\u2015\u2212\u30fc\uff0d\uff70]/g;

const input = z.string({ error: "required" });

/** One line or more of text; reasons: `required`, `too_long`. */
export const typedText = (max: number) =>
  input.transform(normalise).pipe(z.string().min(1, "required").max(max, "too_long"));

/** Text that may stay empty and is then undefined; reason: `too_long`. */
export const optionalText = (max: number) =>
  z
    .string()
    .optional()
    .transform((typed) => normalise(typed ?? "") || undefined)
    .pipe(z.string().max(max, "too_long").optional());

/** A whole number from `min` to `max`; "１，２３４" is read as 1234. Reasons: `required`, `not_a_number`, `too_small`, `too_large`. */
export const typedDigits = (min: number, max: number) =>
  input
    .transform((typed) => normalise(typed).replace(/[,、，\s]/g, ""))
    .pipe(z.string().min(1, "required").regex(/^\d+$/, "not_a_number"))
    .transform((digits) => Math.min(Number(digits), Number.MAX_SAFE_INTEGER))
    .pipe(z.number().min(min, "too_small").max(max, "too_large"));

/** A time of day as "09:30", from "9:30", "0930" or "９：３０"; reasons: `required`, `not_a_time`. */
export const typedTime = () =>
  input
    .transform((typed) =>
      normalise(typed)
        .replace(/^(\d):?(\d{2})$/, "0$1:$2")
        .replace(/^(\d{2})(\d{2})$/, "$1:$2"),
    )
    .pipe(
      z
        .string()
        .min(1, "required")
        .regex(/^([01]\d|2[0-3]):[0-5]\d$/, "not_a_time"),
    );

/** A day as "2026-05-03", after `joinDays`; reasons: `required`, `not_a_day`. */
export const typedDay = () => input.pipe(z.string().min(1, "required").refine(isCityDay, "not_a_day"));

/** Puts the three typed parts of each named day (`opensOn.year` …) together as one value; nothing typed gives "". */
export function joinDays(values: Record<string, string>, names: readonly string[]): Record<string, string> {
  const days = names.map((name) => {
    const [year = "", month = "", day = ""] = ["year", "month", "day"].map((part) =>
      normalise(values[`${name}.${part}`] ?? ""),
    );
    return [name, year + month + day && `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`] as const;
  });
  return { ...values, ...Object.fromEntries(days) };
}

/** Codes and telephone numbers: blanks gone, every kind of hyphen the same. */
export const typedCode = () => input.transform((typed) => normalise(typed).replace(/\s/g, "").replace(hyphens, "-"));
