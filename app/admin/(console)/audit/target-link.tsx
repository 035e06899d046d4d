import { TextLink } from "@/components/ui/link";
import type { AuditEntry } from "@/lib/audit/queries";
import { recordPath } from "./record-path";

/** What an act was done to: its kind, leading to its page where there is one, and its id. */
export function TargetLink({ entry, kind }: { entry: Pick<AuditEntry, "targetKind" | "targetId">; kind: string }) {
  const path = recordPath(entry.targetKind, entry.targetId);
  return (
    <>
      {path ? (
        <TextLink href={path} prefetch={false}>
          {kind}
        </TextLink>
      ) : (
        kind
      )}
      <span className="block text-dns-14N-130 wrap-anywhere text-quiet">{entry.targetId}</span>
    </>
  );
}
