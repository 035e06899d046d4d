import { getTranslations } from "next-intl/server";
import { SectionHeading } from "@/components/ui/page-heading";
import { SummaryList } from "@/components/ui/summary-list";
import { Table, Td, Th } from "@/components/ui/table";
import { compareMergeSides } from "@/lib/members/compare-merge-sides";
import { formatMemberNumber } from "@/lib/members/decide-member-number";
import { cityDay, formatCityDate } from "@/lib/shared/city-time";

/** Both memberships, masked, side by side: whether they are one person is what the second person judges. */
export async function MergeSides({ payload }: { payload: unknown }) {
  const [t, sides] = await Promise.all([getTranslations("approvals.sides"), compareMergeSides(payload)]);
  if (!sides) return null;
  const { reading, birth } = sides;
  return (
    <section aria-labelledby="sides" className="flex flex-col gap-4">
      <SectionHeading id="sides" text={t("title")} />
      <Table caption={t("title")} captionHidden>
        <thead>
          <tr>
            <Th>{t("number")}</Th>
            <Th>{t("name")}</Th>
            <Th>{t("joined")}</Th>
            <Th>{t("card")}</Th>
          </tr>
        </thead>
        <tbody>
          {[sides.from, sides.into].map((side) => (
            <tr key={side.memberId}>
              <Th scope="row" unbroken>
                {formatMemberNumber(side.number)}
              </Th>
              <Td>{side.maskedName ?? t("agreement.unknown")}</Td>
              <Td>{formatCityDate(cityDay(side.joinedAt))}</Td>
              <Td>{t(side.hasCard ? "hasCard" : "noCard")}</Td>
            </tr>
          ))}
        </tbody>
      </Table>
      <SummaryList
        rows={[
          { term: t("reading"), detail: t(`agreement.${reading}`) },
          { term: t("birth"), detail: t(`agreement.${birth}`) },
        ]}
      />
    </section>
  );
}
