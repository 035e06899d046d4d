import { db } from "@/db/client";
import { findMergeFacts, type MergeFacts } from "./find-merge-facts";

type Remaining = Pick<MergeFacts, "points" | "remaining" | "voidCards" | "endedProxies">;

/** How many points a merge moved, how many of them an undoing would give back now, and what it would not bring back. */
export async function findRemaining(mergeId: string): Promise<Remaining> {
  const facts = await findMergeFacts(db, mergeId, []);
  if (!facts) throw new Error("a merge that was just found is not there");
  return facts;
}
