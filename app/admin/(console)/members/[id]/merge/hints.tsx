import { getTranslations } from "next-intl/server";
import { Table, Td, Th } from "@/components/ui/table";
import { formatMemberNumber } from "@/lib/members/decide-member-number";
import { listMergeHints } from "@/lib/members/list-merge-hints";

/** Who may be the same person: the same reading and birth date. */
export async function Hints({ memberId }: { memberId: string }) {
  const [t, hints] = await Promise.all([getTranslations("memberships.merge"), listMergeHints(memberId)]);
  if (hints.length === 0) return <p>{t("noHints")}</p>;
  return (
    <Table caption={t("hints")}>
      <thead>
        <tr>
          <Th>{t("number")}</Th>
          <Th>{t("name")}</Th>
          <Th>{t("card")}</Th>
        </tr>
      </thead>
      <tbody>
        {hints.map((hint) => (
          <tr key={hint.memberId}>
            <Th scope="row" unbroken>
              {formatMemberNumber(hint.number)}
            </Th>
            <Td>{hint.maskedName}</Td>
            <Td>{hint.hasCard && t("hasCard")}</Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
