import type { StaffActor } from "@/lib/audit/record-act";
import { admitAtCounter } from "@/lib/members/admit-at-counter";
import { type CounterSignUp, CounterSignUpInput } from "@/lib/members/input";
import type { Admitted } from "@/lib/members/insert-person";
import { newId } from "@/lib/shared/ids";
import { MAY_DAY } from "./staff-fixtures";

/** What a person says at the counter, as typed. */
export const personPlan = (changes: Record<string, string> = {}): CounterSignUp =>
  CounterSignUpInput.parse({
    id: newId(),
    familyName: "山田",
    givenName: "太郎",
    familyKana: "ヤマダ",
    givenKana: "タロウ",
    bornOn: "昭和23年3月5日",
    tie: "resident",
    agrees: "yes",
    ...changes,
  });

/** Somebody who joined at the counter. */
export async function admitPerson(actor: StaffActor, changes: Record<string, string> = {}): Promise<Admitted> {
  const answer = await admitAtCounter(personPlan({ isConfirmed: "yes", ...changes }), actor, MAY_DAY);
  if (!answer.ok) throw new Error(`a fixture was refused: ${answer.reason}`);
  return answer.value;
}
