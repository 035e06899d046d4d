import type { Transaction } from "@/db/client";
import { memberEvents } from "@/db/schema";

export const memberEventKinds = [
  "signed_in",
  "linked_identity",
  "unlinked_identity",
  "added_email",
  "removed_email",
  "added_passkey",
  "removed_passkey",
  "ended_session",
  "ended_all_sessions",
  "exported_data",
  "asked_to_leave",
  "stayed",
  "left",
  "joined_card",
  "merged",
  "unmerged",
  "suspended",
  "unsuspended",
  "appealed",
  "appeal_answered",
  "proxy_opened",
  "proxy_ended",
  "acted_for",
  "residency_checked",
  "consented",
] as const;
export type MemberEventKind = (typeof memberEventKinds)[number];

export type MemberEvent = {
  memberId: string;
  kind: MemberEventKind;
  /** `member:<uuid>`, `staff:<uuid>` or `system:<name>`. */
  actor: string;
  /** Numbers, ids and codes that its line needs; never a word that somebody typed, nor a device's name: it is never taken back. */
  detail?: Record<string, string | number>;
};

/** Writes a line of the member's own log, in the transaction of the act it tells of. */
export async function recordMemberEvent(tx: Transaction, event: MemberEvent, at: Date): Promise<void> {
  await tx.insert(memberEvents).values({ ...event, recordedAt: at });
}
