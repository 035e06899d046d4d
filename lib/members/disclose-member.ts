import { and, desc, eq, gt, sql } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { memberDisclosures, members } from "@/db/schema";
import { recordAct, type StaffActor } from "@/lib/audit/record-act";
import { recordDenied } from "@/lib/audit/record-denied";
import { newId } from "@/lib/shared/ids";
import { ok, type Result, refuse } from "@/lib/shared/result";
import type { Purpose } from "./input";

/** How long personal data stays open to the one who gave a purpose. */
const OPEN_MS = 10 * 60_000;

type Request = { memberId: string; purpose: Purpose };

/**
 * Opens a member's personal data to the acting member of staff, alone, for ten minutes; the purpose goes on record. Asked again with the same
 * purpose while it is open, nothing changes. Refuses `unknown_member`.
 */
export async function discloseMember(
  { memberId, purpose }: Request,
  actor: StaffActor,
  at: Date,
): Promise<Result<{ expiresAt: Date }, "unknown_member">> {
  const act = { act: "view_member", targetKind: "member", targetId: memberId, purpose } as const;
  const answer = await db.transaction(async (tx): Promise<Result<{ expiresAt: Date }, "unknown_member">> => {
    await tx.execute(
      sql`select pg_advisory_xact_lock(hashtextextended(${`disclose:${actor.staffId}:${memberId}`}, 0))`,
    );
    if (!(await isMember(tx, memberId))) return refuse("unknown_member");
    const open = await findOpen(tx, { memberId, purpose }, actor.staffId, at);
    if (open) return ok(open);
    const expiresAt = new Date(at.getTime() + OPEN_MS);
    const disclosure = { id: newId(), staffId: actor.staffId, memberId, purpose, openedAt: at, expiresAt };
    await tx.insert(memberDisclosures).values(disclosure);
    await recordAct(tx, actor, { ...act, outcome: "done" }, at);
    return ok({ expiresAt });
  });
  return recordDenied(answer, actor, act, at);
}

async function isMember(tx: Transaction, memberId: string): Promise<boolean> {
  const found = await tx.select({ id: members.id }).from(members).where(eq(members.id, memberId));
  return found.length > 0;
}

async function findOpen(tx: Transaction, { memberId, purpose }: Request, staffId: string, at: Date) {
  const [open] = await tx
    .select({ expiresAt: memberDisclosures.expiresAt })
    .from(memberDisclosures)
    .where(
      and(
        eq(memberDisclosures.staffId, staffId),
        eq(memberDisclosures.memberId, memberId),
        eq(memberDisclosures.purpose, purpose),
        gt(memberDisclosures.expiresAt, at),
      ),
    )
    .orderBy(desc(memberDisclosures.expiresAt))
    .limit(1);
  return open;
}
