import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";
import { TextLink } from "@/components/ui/link";
import { SubmitButton } from "@/components/ui/submit-button";
import { Table, Td, Th } from "@/components/ui/table";
import type { FoundMember } from "./search-state";

type Props = {
  rows: readonly FoundMember[];
  next: string | null;
  /** What was looked for, for the next page. */
  typed: string;
  search: (form: FormData) => void;
};

export function FoundMembers({ rows, next, typed, search }: Props) {
  const t = useTranslations("members");
  return (
    <section aria-live="polite" className="flex flex-col gap-4">
      <h2 className="text-std-22B-150">{t("search.found")}</h2>
      {rows.length === 0 ? <EmptyState>{t("search.none")}</EmptyState> : <MemberTable rows={rows} />}
      {next && (
        <form action={search}>
          <input type="hidden" name="typed" value={typed} />
          <input type="hidden" name="after" value={next} />
          <SubmitButton look="outlined" size="medium">
            {t("search.more")}
          </SubmitButton>
        </form>
      )}
    </section>
  );
}

function MemberTable({ rows }: { rows: readonly FoundMember[] }) {
  const t = useTranslations("members");
  return (
    <Table caption={t("search.found")} captionHidden>
      <thead>
        <tr>
          <Th>{t("column.number")}</Th>
          <Th>{t("column.name")}</Th>
          <Th>{t("column.joined")}</Th>
          <Th>{t("column.card")}</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ memberId, number, name, joined, hasCard }) => (
          <tr key={memberId}>
            <Th scope="row" unbroken>
              <TextLink href={`/admin/members/${memberId}`} prefetch={false}>
                {number}
              </TextLink>
            </Th>
            <Td>{name}</Td>
            <Td unbroken>{joined}</Td>
            <Td unbroken>{t(hasCard ? "hasCard" : "noCard")}</Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
