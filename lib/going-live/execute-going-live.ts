import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import type { StaffActor } from "@/lib/audit/record-act";
import { ok, type Result, refuse } from "@/lib/shared/result";
import { decideGoingLive, type GoingLiveRefusal, goingLiveRefusals } from "./decide-going-live";
import { GoingLivePayload } from "./input";
import { findGoingLiveFacts } from "./queries";

type Begun = { book: number; staying: number; gone: number };
type Order = { id: string; payload: unknown; reason: string };

/**
 * Ends the closed test and begins the real run, in the approval's transaction: the test's book is archived, who agreed stays with an empty wallet,
 * who did not is forgotten. Once only, and there is no way back. Refuses a book that is no closed test any more, and a moved clock.
 */
export async function executeGoingLive(
  tx: Transaction,
  { id, payload, reason }: Order,
  actor: StaffActor,
): Promise<Result<Begun, GoingLiveRefusal>> {
  const { bookId } = GoingLivePayload.parse(payload);
  const decided = decideGoingLive(await findGoingLiveFacts(tx));
  if (!decided.ok) return decided;
  if (decided.value.bookId !== bookId) return refuse("not_a_closed_test");
  try {
    const [answer] = await tx.execute<{ begun: Begun }>(
      sql`select go_live(${id}::uuid, ${actor.staffId}::uuid, ${reason}) as begun`,
    );
    if (!answer) throw new Error("going live returned no row");
    return ok(answer.begun);
  } catch (thrown) {
    const refusal = findRefusal(thrown);
    if (refusal) return refuse(refusal);
    throw thrown;
  }
}

/** What the database refused (SQLSTATE KP003), which has poisoned the transaction. */
function findRefusal(thrown: unknown): GoingLiveRefusal | undefined {
  const fault = (thrown instanceof Error ? (thrown.cause ?? thrown) : {}) as { code?: unknown; message?: unknown };
  return fault.code === "KP003" ? goingLiveRefusals.find((reason) => reason === fault.message) : undefined;
}
