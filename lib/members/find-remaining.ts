import { db } from "@/db/client";
import { findMergeFacts } from "./find-merge-facts";

/** How many points a merge moved, and how many of them an undoing would give back now. */
export async function findRemaining(mergeId: string): Promise<{ points: number; remaining: number }> {
  const facts = await findMergeFacts(db, mergeId, []);
  if (!facts) throw new Error("a merge that was just found is not there");
  return facts;
}
