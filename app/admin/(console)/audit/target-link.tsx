import { TextLink } from "@/components/ui/link";
import type { AuditEntry } from "@/lib/audit/queries";
import { recordPath } from "./record-path";

type Props = {
  entry: Pick<AuditEntry, "targetKind" | "targetId">;
  kind: string;
  /** What it is called; its id where it has no name. */
  name: string | null | undefined;
};

/** What an act was done to: its kind, leading to its page where there is one, and its name. */
export function TargetLink({ entry, kind, name }: Props) {
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
      <span className="block text-dns-14N-130 wrap-anywhere text-quiet">{name}</span>
    </>
  );
}
