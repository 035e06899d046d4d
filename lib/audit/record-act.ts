import type { Database } from "@/db/client";
import { auditEntries } from "@/db/schema";
import type { Scope } from "@/lib/shared/scope";

/** Who acts at /admin, as plain values: domains know neither sessions nor requests. */
export type StaffActor = {
  staffId: string;
  requestId: string | null;
  /** The roles held at the time, `programme,approver`. */
  roles?: string;
  address?: string | null;
};

/** Who acts, and where the permission that let them in is held: what lies outside is to them as if it were not there. */
export type ScopedActor = StaffActor & { scope: Scope };

export type StaffAct = {
  /** `create_programme`, `revoke_code` … */
  act: string;
  outcome: "done" | "denied";
  targetKind: string;
  targetId: string | null;
  before?: Record<string, unknown>;
  after?: Record<string, unknown>;
  reason?: string;
  /** Why personal data was looked at or taken along. */
  purpose?: string;
};

/**
 * Writes the one row of a staff act, in the act's own transaction; a denied act's row goes in one of its own, since the act's is rolled back.
 * `before` and `after` hold what changed, never a secret or an e-mail address.
 */
export async function recordAct(database: Database, actor: StaffActor, act: StaffAct, at: Date): Promise<void> {
  await database.insert(auditEntries).values({ recordedAt: at, ...actor, ...act });
}
