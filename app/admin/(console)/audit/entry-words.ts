import { getMessages } from "next-intl/server";
import { decideActName } from "@/lib/audit/decide-act-name";
import type { AuditEntry } from "@/lib/audit/queries";
import type { Messages } from "@/lib/i18n/catalogue";
import { shortNumber } from "@/lib/shared/ids";
import { isId } from "@/lib/shared/page";

type Words = Record<string, string>;
type Names = ReadonlyMap<string, string>;

/** The word of an act; a step of an approval is told by its step and by what is asked for. */
function actWord(messages: Messages, name: string): string {
  const acts: Words = messages.audit.act;
  const step = acts[name] ? undefined : decideActName(name);
  if (!step) return acts[name] ?? name;
  return messages.audit.step[step.verb].replace("{kind}", messages.approvals.kind[step.kind]);
}

function permissionWord({ staff }: Messages, name: string): string {
  const [about = "", what = ""] = name.split(".");
  return (staff.permission as Record<string, Words>)[about]?.[what] ?? name;
}

/** An entry in words. A name that has no word stands as it was written: nothing of the trail is left out. */
export async function entryWords() {
  const messages = await getMessages();
  const { kind, role, refusal, data } = messages.audit as unknown as Record<string, Words>;
  const permission = (name: string) => permissionWord(messages, name);
  const say = (words: Words | undefined, name: string) => words?.[name] ?? name;
  return {
    act: (name: string) => actWord(messages, name),
    kind: (name: string) => say(kind, name),
    field: (name: string) => say(data, name),
    roles: (held: string) =>
      held
        .split(",")
        .filter(Boolean)
        .map((name) => say(role, name)),
    permission,
    /** What was acted on, as it is called; a permission by what it allows. */
    target: ({ targetKind, targetId }: Pick<AuditEntry, "targetKind" | "targetId">, names: Names): string | null => {
      if (!targetId) return null;
      if (targetKind === "permission") return permission(targetId);
      return names.get(targetId) ?? (isId(targetId) ? shortNumber(targetId) : targetId);
    },
    /** A purpose of a list, or in somebody's own words. */
    purpose: (name: string) => say(messages.members.purpose, name),
    /** Why it was done, in the words of whoever did it; or why it was refused. */
    reason: ({ outcome, reason }: AuditEntry): string | null =>
      reason && outcome === "denied" ? say(refusal, reason) : reason,
  };
}
export type EntryWords = Awaited<ReturnType<typeof entryWords>>;
