import { eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { members } from "@/db/schema";
import { recordAct, type StaffActor } from "@/lib/audit/record-act";
import { recordDenied } from "@/lib/audit/record-denied";
import { runTransaction } from "@/lib/ledger/run-transaction";
import { findNewestVersions } from "@/lib/legal/queries";
import { ok, type Result, refuse } from "@/lib/shared/result";
import { type AdmissionRefusal, decideAdmission } from "./decide-admission";
import type { GuardianRefusal } from "./decide-guardian";
import type { InvitationRefusal } from "./decide-invitation";
import { findDoubles } from "./find-doubles";
import { giveGuardian } from "./give-guardian";
import { indexPerson } from "./index-person";
import type { CounterSignUp } from "./input";
import { type Admitted, insertPerson } from "./insert-person";
import type { MaskedMember } from "./mask-member";
import { recordConsents } from "./record-consents";
import { takeInvitation } from "./take-invitation";

export type PossibleDouble = { ok: false; reason: "possible_double"; candidates: MaskedMember[] };
type Refusal = Exclude<AdmissionRefusal, "possible_double"> | InvitationRefusal | GuardianRefusal;
type Weighed = { admitted: Admitted } | { candidates: MaskedMember[] };

/**
 * Signs a person up who stands at the counter; account, wallet and membership come in one transaction. The same `id` again gives the same
 * member. Refuses `possible_double` with whom it may be, masked, until `isConfirmed`; `email_taken` where the address is another member's;
 * `unlikely_birth_date`; `guardian_needed` under 15, and what `decideGuardian` refuses of who will act for a child; in a closed test what `takeInvitation` refuses. What the person agreed to is kept, with who
 * took it down.
 */
export async function admitAtCounter(
  person: CounterSignUp,
  actor: StaffActor,
  at: Date,
): Promise<Result<Admitted, Refusal> | PossibleDouble> {
  const act = { act: "admit_member", targetKind: "member", targetId: person.id } as const;
  const answer = await runTransaction((tx) => admit(tx, person, actor, at));
  if (!answer.ok) return recordDenied(answer, actor, act, at);
  if ("admitted" in answer.value) return ok(answer.value.admitted);
  await recordDenied(refuse("possible_double"), actor, act, at);
  return { ...refuse("possible_double"), candidates: answer.value.candidates };
}

async function admit(
  tx: Transaction,
  person: CounterSignUp,
  actor: StaffActor,
  at: Date,
): Promise<Result<Weighed, Refusal>> {
  const indexes = indexPerson(person);
  await waitForTwins(tx, indexes);
  const known = await findAdmitted(tx, person.id);
  if (known) return ok({ admitted: known });
  const { candidates, ...found } = await findDoubles(tx, indexes);
  const decided = decideAdmission({ ...person, ...found }, at);
  if (!decided.ok) return decided.reason === "possible_double" ? ok({ candidates }) : refuse(decided.reason);
  const admitted = await insertPerson(tx, person, indexes, actor.staffId, at);
  const invited = await takeInvitation(tx, { memberId: person.id, code: person.invitation }, at);
  if (!invited.ok) return invited;
  const guarded = await giveGuardian(tx, person, actor, at);
  if (!guarded.ok) return guarded;
  const versions = await findNewestVersions(tx);
  await recordConsents(tx, { memberId: person.id, versions, actor: `staff:${actor.staffId}` }, at);
  const after = { number: admitted.number, tie: person.tie, knowinglyDouble: candidates.length > 0 };
  const act = { act: "admit_member", targetKind: "member", targetId: person.id } as const;
  await recordAct(tx, actor, { ...act, outcome: "done", after }, at);
  return ok({ admitted });
}

/** Two sign-ups of one person, or a sign-up and a first sign-in with one address, come one after the other. */
async function waitForTwins(tx: Transaction, indexes: ReturnType<typeof indexPerson>): Promise<void> {
  const person = Buffer.concat([indexes.fullKanaIndex, indexes.bornOnIndex]);
  for (const index of indexes.emailIndex ? [indexes.emailIndex, person] : [person])
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${index.toString("hex")}, 0))`);
}

async function findAdmitted(tx: Transaction, memberId: string): Promise<Admitted | undefined> {
  const [known] = await tx
    .select({ memberId: members.id, number: members.number })
    .from(members)
    .where(eq(members.id, memberId));
  return known;
}
