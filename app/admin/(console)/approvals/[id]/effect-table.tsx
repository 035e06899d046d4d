import { getTranslations } from "next-intl/server";
import { SummaryList } from "@/components/ui/summary-list";
import { Table, Td, Th } from "@/components/ui/table";
import type { ApprovalDetail } from "@/lib/approvals/queries";
import { formatMemberNumber } from "@/lib/members/decide-member-number";
import { effectWords } from "../effect-words";

/** What will change, line by line, before and after; whom it touches and how many points move. */
export async function EffectTable({ approval }: { approval: ApprovalDetail }) {
  const t = await getTranslations("approvals.effect");
  const lines = await Promise.all(approval.effect.lines.map(effectWords));
  return (
    <>
      <Table caption={t("caption")} captionHidden>
        <thead>
          <tr>
            <Th>{t("item")}</Th>
            <Th>{t("before")}</Th>
            <Th>{t("after")}</Th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ label, before, after }) => (
            <tr key={label}>
              <Th scope="row">{label}</Th>
              <Td>{before ?? t("none")}</Td>
              <Td>{before === after ? after : <strong>{after ?? t("none")}</strong>}</Td>
            </tr>
          ))}
        </tbody>
      </Table>
      <Touched approval={approval} />
    </>
  );
}

async function Touched({ approval: { effect, memberNumber } }: { approval: ApprovalDetail }) {
  const [t, tc] = await Promise.all([getTranslations("approvals.effect"), getTranslations("console")]);
  const rows = [
    { term: t("people"), detail: effect.people !== undefined && t("peopleText", { count: effect.people }) },
    { term: t("points"), detail: effect.points !== undefined && tc("points", { points: effect.points }) },
    { term: t("member"), detail: memberNumber && formatMemberNumber(memberNumber) },
  ].filter(({ detail }) => detail);
  return rows.length > 0 && <SummaryList rows={rows} />;
}
