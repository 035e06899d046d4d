import { and, eq, isNull, or, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { activities, programmes } from "@/db/schema";
import type { DraftRefusal } from "@/lib/approvals/decide-draft";
import { type OpenedDraft, openApproval } from "@/lib/approvals/open-approval";
import { recordAct, type ScopedActor } from "@/lib/audit/record-act";
import { recordDenied } from "@/lib/audit/record-denied";
import { runTransaction } from "@/lib/ledger/run-transaction";
import { findChanges } from "@/lib/shared/changes";
import type { CityDay } from "@/lib/shared/city-time";
import { ok, type Result, refuse } from "@/lib/shared/result";
import { withinScope } from "@/lib/shared/within-scope";
import { decideProgramme, type ProgrammeRefusal, type UnknownHome } from "./decide-programme";
import { type RuledProgramme, ruleDraftOf, splitRule } from "./decide-rule";
import type { ProgrammeChange } from "./input";
import { findUnknownHome } from "./queries";

export type ProgrammeChangeRefusal =
  | ProgrammeRefusal
  | UnknownHome
  | DraftRefusal
  | "unknown_programme"
  | "activities_outside_period"
  | "reason_missing";

/** `draft`: what was asked of a second person, where points or expiry are to change. */
export type ChangedProgramme = { id: string; draft: OpenedDraft | undefined };

/**
 * Changes what a programme is at once, and asks a second person for another rule of granting (points, expiry). Nothing changed: nothing is written.
 * Refuses `unknown_programme`, `unknown_domain`, `unknown_section`, `activities_outside_period`, `reason_missing` (for another rule), and what
 * `decideProgramme` and `openApproval` refuse.
 */
export async function updateProgramme(
  { id, draftReason, followsId, ...terms }: ProgrammeChange,
  actor: ScopedActor,
  at: Date,
): Promise<Result<ChangedProgramme, ProgrammeChangeRefusal>> {
  const act = { act: "update_programme", targetKind: "programme", targetId: id } as const;
  const expiry = decideProgramme(terms);
  if (!expiry.ok) return recordDenied(expiry, actor, act, at);
  const wanted = { ...terms, ...expiry.value };

  const answer = await runTransaction(async (tx): Promise<Result<ChangedProgramme, ProgrammeChangeRefusal>> => {
    const [before] = await tx
      .select()
      .from(programmes)
      .where(and(eq(programmes.id, id), withinScope(programmes.sectionId, actor.scope)))
      .for("update");
    if (!before) return refuse("unknown_programme");
    const { atOnce, asked } = splitRule(before as typeof before & RuledProgramme, wanted);
    const changed = await changeAtOnce(tx, before, atOnce, actor, at);
    if (!changed.ok) return changed;
    if (!asked) return ok({ id, draft: undefined });
    if (!draftReason) return refuse("reason_missing");
    const programme = { ...atOnce, id };
    const opened = await openApproval(
      tx,
      ruleDraftOf({ programme, rule: asked, reason: draftReason, followsId }),
      actor,
      at,
    );
    return opened.ok ? ok({ id, draft: opened.value }) : opened;
  });
  return recordDenied(answer, actor, act, at);
}

type Terms = Omit<ProgrammeChange, "id" | "draftReason" | "followsId">;

async function changeAtOnce(
  tx: Transaction,
  before: typeof programmes.$inferSelect,
  after: Terms,
  actor: ScopedActor,
  at: Date,
): Promise<Result<null, ProgrammeChangeRefusal>> {
  const changes = findChanges(before, after);
  if (!changes) return ok(null);
  const decided = decideProgramme(after);
  if (!decided.ok) return decided;
  const unknown = await findUnknownHome(tx, after, actor.scope);
  if (unknown) return refuse(unknown);
  if (await hasActivityOutside(tx, before.id, after)) return refuse("activities_outside_period");
  await tx.update(programmes).set(after).where(eq(programmes.id, before.id));
  const act = { act: "update_programme", outcome: "done", targetKind: "programme", targetId: before.id } as const;
  await recordAct(tx, actor, { ...act, ...changes }, at);
  return ok(null);
}

async function hasActivityOutside(tx: Transaction, id: string, period: { startsOn: CityDay; endsOn: CityDay }) {
  const isOutside = or(
    sql`city_day(${activities.opensAt}) < ${period.startsOn}::date`,
    sql`city_day(${activities.closesAt} - interval '1 millisecond') > ${period.endsOn}::date`,
  );
  const [outside] = await tx
    .select({ id: activities.id })
    .from(activities)
    .where(and(eq(activities.programmeId, id), isNull(activities.cancelledAt), isOutside))
    .limit(1);
  return outside !== undefined;
}
