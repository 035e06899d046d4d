import { getTranslations } from "next-intl/server";
import { Table, Td, Th } from "@/components/ui/table";
import { decideDifference } from "@/lib/audit/decide-difference";
import type { AuditEntry } from "@/lib/audit/queries";
import { entryWords } from "../entry-words";
import { valueWords } from "./value-words";

/** Before and after side by side. */
export async function DifferenceTable({ entry }: { entry: Pick<AuditEntry, "before" | "after"> }) {
  const t = await getTranslations("audit.difference");
  const words = await entryWords();
  const say = await valueWords();
  const rows = decideDifference(entry.before, entry.after);
  if (rows.length === 0) return <p>{t("none")}</p>;
  return (
    <Table caption={t("title")} captionHidden>
      <thead>
        <tr>
          <Th>{t("field")}</Th>
          <Th>{t("before")}</Th>
          <Th>{t("after")}</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ field, before, after }) => (
          <tr key={field}>
            <Th scope="row">{words.field(field)}</Th>
            <Td>
              <span className="wrap-anywhere whitespace-pre-line">{say(before)}</span>
            </Td>
            <Td>
              <span className="wrap-anywhere whitespace-pre-line">{say(after)}</span>
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
