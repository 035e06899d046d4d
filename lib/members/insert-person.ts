import type { Transaction } from "@/db/client";
import { members } from "@/db/schema";
import { env } from "@/lib/env";
import { openAccount } from "@/lib/ledger/open-account";
import { seal } from "@/lib/shared/seal";
import type { indexPerson } from "./index-person";
import type { CounterSignUp } from "./input";

export type Admitted = { memberId: string; number: string };

/** Account, wallet and membership of a person of the counter, everything personal sealed, in the caller's transaction. */
export async function insertPerson(
  tx: Transaction,
  person: CounterSignUp,
  indexes: ReturnType<typeof indexPerson>,
  admittedBy: string,
  joinedAt: Date,
): Promise<Admitted> {
  const sealed = (text: string | undefined) => (text ? seal(env.FIELD_KEYS, text) : null);
  const accountId = await openAccount(tx, "member", person.id);
  const [made] = await tx
    .insert(members)
    .values({
      id: person.id,
      accountId,
      ...indexes,
      emailEncrypted: sealed(person.email),
      familyNameEncrypted: sealed(person.familyName),
      givenNameEncrypted: sealed(person.givenName),
      familyKanaEncrypted: sealed(person.familyKana),
      givenKanaEncrypted: sealed(person.givenKana),
      bornOnEncrypted: sealed(person.bornOn),
      phoneEncrypted: sealed(person.phone),
      tie: person.tie,
      admittedBy,
      joinedAt,
      registeredAt: joinedAt,
    })
    .returning({ memberId: members.id, number: members.number });
  if (!made) throw new Error("a member was inserted and is not there");
  return made;
}
