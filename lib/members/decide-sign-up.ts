import type { LegalVersions } from "@/lib/legal/input";
import { cityDay } from "@/lib/shared/city-time";
import { ok, type Result, refuse } from "@/lib/shared/result";
import { decideConsent } from "./decide-consent";

/** Under this age a guardian agrees (利用規約「登録」). */
export const OF_AGE = 15;
/** Nobody lives to 130. */
const LONGEST_LIFE = 130;

export const signUpRefusals = ["texts_changed", "unlikely_birth_year", "guardian_needed"] as const;
export type SignUpRefusal = (typeof signUpRefusals)[number];

export type SignUpFacts = { birthYear: number | undefined; seen: LegalVersions; newest: LegalVersions };

/** Years of age that somebody reaches within this year; the day is not asked for. */
const yearsIn = (birthYear: number, at: Date): number => Number(cityDay(at).slice(0, 4)) - birthYear;

/** A year of birth that somebody alive may have. */
export function decideBirthYear(
  birthYear: number | undefined,
  at: Date,
): Result<number | undefined, "unlikely_birth_year" | "guardian_needed"> {
  if (birthYear === undefined) return ok(undefined);
  const years = yearsIn(birthYear, at);
  if (years < 0 || years >= LONGEST_LIFE) return refuse("unlikely_birth_year");
  return years < OF_AGE ? refuse("guardian_needed") : ok(birthYear);
}

/** Whether somebody may join by themselves with these answers: nobody under 15, and only by the texts that stand now. */
export function decideSignUp({ birthYear, seen, newest }: SignUpFacts, at: Date): Result<null, SignUpRefusal> {
  const born = decideBirthYear(birthYear, at);
  return born.ok ? decideConsent(seen, newest) : born;
}
