import { getMessages } from "next-intl/server";
import type { AuditEntry } from "@/lib/audit/queries";
import type { Messages, Namespace } from "@/lib/i18n/catalogue";

/** Where the sentences of a refusal stand that concerns a thing of this kind. */
const homes: Record<string, Namespace> = {
  programme: "programmes",
  activity: "activities",
  shop: "shops-admin",
  code: "codes",
  transfer: "grants",
  member: "members",
  card: "members",
};

function refusalsOf(messages: Messages, kind: string): Record<string, string> {
  const home = homes[kind];
  const own = home ? messages[home] : {};
  return "refusal" in own ? (own.refusal as Record<string, string>) : {};
}

/** An entry in words. A name that has no word stands as it was written: nothing of the trail is left out. */
export async function entryWords() {
  const messages = await getMessages();
  const { act, kind, role, refusal, data } = messages.audit as unknown as Record<string, Record<string, string>>;
  const say = (words: Record<string, string> | undefined, name: string) => words?.[name] ?? name;
  return {
    act: (name: string) => say(act, name),
    kind: (name: string) => say(kind, name),
    field: (name: string) => say(data, name),
    roles: (held: string) =>
      held
        .split(",")
        .filter(Boolean)
        .map((name) => say(role, name)),
    /** A purpose of a list, or in somebody's own words. */
    purpose: (name: string) => say(messages.members.purpose, name),
    /** Why it was done, in the words of whoever did it; or why it was refused. */
    reason: ({ outcome, reason, targetKind }: AuditEntry): string | null =>
      reason && outcome === "denied" ? say({ ...refusalsOf(messages, targetKind), ...refusal }, reason) : reason,
  };
}
export type EntryWords = Awaited<ReturnType<typeof entryWords>>;
