import { eq, inArray } from "drizzle-orm";
import { db } from "@/db/client";
import { memberMerges, members } from "@/db/schema";
import { decideAgreement } from "./decide-agreement";
import { maskedColumns, maskMember } from "./mask-member";
import { MergePayload, UndoMergePayload } from "./merge-input";

async function readSides(payload: unknown): Promise<[from: string, into: string] | undefined> {
  const asked = MergePayload.safeParse(payload);
  if (asked.success) return [asked.data.fromMemberId, asked.data.intoMemberId];
  const { mergeId } = UndoMergePayload.parse(payload);
  const [merge] = await db
    .select({ from: memberMerges.fromMemberId, into: memberMerges.intoMemberId })
    .from(memberMerges)
    .where(eq(memberMerges.id, mergeId));
  return merge && [merge.from, merge.into];
}

/**
 * What the second person judges a merge or its undoing by, who may open neither membership: both, masked, and whether reading and birth date agree.
 * `payload` is the draft's; undefined where a membership is gone.
 */
export async function compareMergeSides(payload: unknown) {
  const ids = await readSides(payload);
  if (!ids) return undefined;
  const known = { reading: members.fullKanaIndex, birth: members.bornOnIndex };
  const rows = await db
    .select({ ...maskedColumns, ...known })
    .from(members)
    .where(inArray(members.id, ids));
  const [from, into] = ids.map((id) => rows.find(({ memberId }) => memberId === id));
  if (!from || !into) return undefined;
  const { reading, birth, ...shownFrom } = from;
  const { reading: readingInto, birth: birthInto, ...shownInto } = into;
  return {
    from: maskMember(shownFrom),
    into: maskMember(shownInto),
    reading: decideAgreement(reading, readingInto),
    birth: decideAgreement(birth, birthInto),
  };
}
