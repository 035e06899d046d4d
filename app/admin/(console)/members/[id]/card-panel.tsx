import { getTranslations } from "next-intl/server";
import { EmptyState } from "@/components/ui/empty-state";
import { FileLink, LinkButton } from "@/components/ui/link";
import { SectionHeading } from "@/components/ui/page-heading";
import { SummaryList } from "@/components/ui/summary-list";
import { Table, Td, Th } from "@/components/ui/table";
import { type CardRow, listMemberCards } from "@/lib/members/queries";
import { formatCityDateTime } from "@/lib/shared/city-time";
import { serialWords } from "../../codes/poster-words";

/** The member's live card with what can be done to it, and the void ones. Nothing can be done where it `isFixed`: one's own membership, or one that was merged. */
export async function CardPanel({ memberId, isFixed }: { memberId: string; isFixed: boolean }) {
  const t = await getTranslations("members.card");
  const cards = await listMemberCards(memberId);
  const live = cards.find(({ revokedAt }) => !revokedAt);
  const past = cards.filter(({ revokedAt }) => revokedAt);
  const path = `/admin/members/${memberId}/card` as const;
  const issue = !isFixed && (
    <LinkButton href={`${path}/issue`} size="medium">
      {t("issue")}
    </LinkButton>
  );
  return (
    <section className="flex flex-col gap-4">
      <SectionHeading text={t("title")} />
      {live ? (
        <LiveCard card={live} path={path} isFixed={isFixed} />
      ) : (
        <EmptyState action={issue}>{t("none")}</EmptyState>
      )}
      {past.length > 0 && <PastCards cards={past} />}
    </section>
  );
}

type LiveProps = { card: CardRow; path: `/admin/members/${string}/card`; isFixed: boolean };

async function LiveCard({ card, path, isFixed }: LiveProps) {
  const t = await getTranslations("members.card");
  const issued = t("issuedText", { at: formatCityDateTime(card.issuedAt), name: card.issuedBy });
  const rows = [
    { term: t("serial"), detail: serialWords(card.serial) },
    { term: t("issued"), detail: issued },
  ];
  if (isFixed) return <SummaryList rows={rows} />;
  return (
    <>
      <SummaryList rows={rows} />
      <div className="flex flex-wrap gap-3">
        <FileLink href={`${path}/print`} look="filled">
          {t("print")}
        </FileLink>
        <LinkButton href={`${path}/reissue`} look="outlined" size="medium">
          {t("reissue")}
        </LinkButton>
        <LinkButton href={`${path}/revoke`} look="outlined" size="medium" tone="danger">
          {t("revoke")}
        </LinkButton>
      </div>
    </>
  );
}

async function PastCards({ cards }: { cards: readonly CardRow[] }) {
  const t = await getTranslations("members.card");
  return (
    <Table caption={t("past")}>
      <thead>
        <tr>
          <Th>{t("serial")}</Th>
          <Th>{t("issued")}</Th>
          <Th>{t("revoked")}</Th>
          <Th>{t("reason")}</Th>
        </tr>
      </thead>
      <tbody>
        {cards.map((card) => (
          <tr key={card.cardId}>
            <Th scope="row" unbroken>
              {serialWords(card.serial)}
            </Th>
            <Td>{t("issuedText", { at: formatCityDateTime(card.issuedAt), name: card.issuedBy })}</Td>
            <Td>{card.revokedAt && formatCityDateTime(card.revokedAt)}</Td>
            <Td>{card.revokeReason}</Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
