import { env } from "@/lib/env";
import { indexEmail } from "@/lib/shared/index-email";
import { hashWithKey } from "@/lib/shared/keyed-hash";
import { kanaKey } from "./decide-kana";

// What is encrypted can only be found by a keyed hash of it; each kind has a purpose of its own, so that no two can be compared.

export const indexFamilyKana = (key: string): Buffer => hashWithKey(env.INDEX_KEY, "family_kana", key);
/** Of family and given name together, without a blank: however they are typed. */
export const indexFullKana = (key: string): Buffer => hashWithKey(env.INDEX_KEY, "full_kana", key);
export const indexBirthDate = (day: string): Buffer => hashWithKey(env.INDEX_KEY, "born_on", day);

type Person = { familyKana: string; givenKana: string; bornOn: string; email?: string | undefined };

/** Everything that this person is found by; each is a column of `members`. */
export function indexPerson({ familyKana, givenKana, bornOn, email }: Person) {
  return {
    familyKanaIndex: indexFamilyKana(kanaKey(familyKana)),
    fullKanaIndex: indexFullKana(kanaKey(familyKana + givenKana)),
    bornOnIndex: indexBirthDate(bornOn),
    emailIndex: email ? indexEmail(env.INDEX_KEY, email) : null,
  };
}
