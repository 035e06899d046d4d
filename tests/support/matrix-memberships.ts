import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { members } from "@/db/schema";
import { approve } from "@/lib/approvals/approve";
import type { ScopedActor } from "@/lib/audit/record-act";
import { draftMerge } from "@/lib/members/draft-merge";
import { executeMergeMembers } from "@/lib/members/execute-merge-members";
import { findLatestSuspension } from "@/lib/members/list-suspensions";
import { openProxy } from "@/lib/members/open-proxy";
import { sendAppeal } from "@/lib/members/send-appeal";
import { suspendMember } from "@/lib/members/suspend-member";
import { addDays, cityDay } from "@/lib/shared/city-time";
import { newId } from "@/lib/shared/ids";
import type { Result } from "@/lib/shared/result";

type Wish = { admit: () => Promise<string>; actor: ScopedActor; other: ScopedActor; now: Date };

function done<T>(result: Result<T, string>): T {
  if (!result.ok) throw new Error(`a membership of the matrix was refused: ${result.reason}`);
  return result.value;
}

async function numberOf(memberId: string): Promise<string> {
  const [found] = await db.select({ number: members.number }).from(members).where(eq(members.id, memberId));
  return found?.number ?? "";
}

/** Memberships to which something is done, by `actor` or by the `other` person: suspended, appealing, acting for another, merged. */
export async function makeMemberships({ admit, actor, other, now }: Wish) {
  const suspend = async (by: ScopedActor) => {
    const memberId = await admit();
    done(await suspendMember({ id: newId(), memberId, reason: "確認のため" }, by, now));
    return memberId;
  };
  const appealing = await suspend(other);
  done(await sendAppeal(appealing, "おぼえがありません", now));
  const [principal, agent, stays, ends] = [await admit(), await admit(), await admit(), await admit()];
  const { proxyId } = done(
    await openProxy(
      {
        ...{ memberId: principal, number: await numberOf(agent), relation: "proxy", consent: "document" },
        ...{ scopes: ["view"], endsOn: addDays(cityDay(now), 90) },
      },
      actor,
      now,
    ),
  );
  const wish = { memberId: ends, number: await numberOf(stays), reason: "同じ人のため" };
  const { id: mergeId } = done(await draftMerge(wish, other, now));
  const authority = { acts: "everywhere", staff: undefined } as const;
  done(await approve({ approvalId: mergeId, authority, execute: executeMergeMembers }, actor, now));
  return {
    memberToSuspend: await admit(),
    suspendedMember: await suspend(actor),
    appealId: (await findLatestSuspension(appealing))?.appealId ?? "",
    ...{ principal, proxyId, mergedMember: ends, mergeId },
    memberToMerge: await admit(),
    memberToStay: await numberOf(await admit()),
  };
}
