import { type CityDay, cityDay } from "@/lib/shared/city-time";
import { ok, type Result, refuse } from "@/lib/shared/result";
import { ageOn, isBirthDate } from "./decide-birth-date";
import { OF_AGE } from "./decide-sign-up";

export type AdmissionFacts = {
  bornOn: CityDay;
  /** There is a member with the same e-mail address. */
  sameEmail: boolean;
  /** Members with the same reading and birth date. */
  samePerson: number;
  /** Staff looked at who was found, and said that it is somebody else. */
  isConfirmed: boolean;
  /** A guardian agreed too. */
  hasGuardian: boolean;
};

export const admissionRefusals = ["unlikely_birth_date", "guardian_needed", "possible_double", "email_taken"] as const;
export type AdmissionRefusal = (typeof admissionRefusals)[number];

/** Nobody gets a second wallet by oversight: who may be here already is asked about once. An address has one member in any case. */
export function decideAdmission(facts: AdmissionFacts, at: Date): Result<null, AdmissionRefusal> {
  if (!isBirthDate(facts.bornOn, cityDay(at))) return refuse("unlikely_birth_date");
  if (ageOn(facts.bornOn, cityDay(at)) < OF_AGE && !facts.hasGuardian) return refuse("guardian_needed");
  if (!facts.isConfirmed && (facts.sameEmail || facts.samePerson > 0)) return refuse("possible_double");
  return facts.sameEmail ? refuse("email_taken") : ok(null);
}
