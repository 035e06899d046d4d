import { getTranslations } from "next-intl/server";
import { SubmitButton } from "@/components/ui/submit-button";
import { Table, Td, Th } from "@/components/ui/table";
import { VisuallyHidden } from "@/components/ui/visually-hidden";
import type { InvitationBatch } from "@/lib/members/list-invitations";
import { cityDay, formatCityDate } from "@/lib/shared/city-time";
import { revokeInvitationsAction } from "./actions";

/** How many of each list were used; what nobody has used can be made void. */
export async function BatchTable({ rows }: { rows: InvitationBatch[] }) {
  const t = await getTranslations("invitations");
  return (
    <Table caption={t("title")} captionHidden>
      <thead>
        <tr>
          <Th>{t("column.label")}</Th>
          <Th numeric>{t("column.used")}</Th>
          <Th numeric>{t("column.open")}</Th>
          <Th numeric>{t("column.expired")}</Th>
          <Th numeric>{t("column.revoked")}</Th>
          <Th>{t("column.expiresAt")}</Th>
          <Th>{t("column.by")}</Th>
          <Th>{t("column.act")}</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.batchId}>
            <Th scope="row">{row.label}</Th>
            <Td numeric>{row.used}</Td>
            <Td numeric>{row.open}</Td>
            <Td numeric>{row.expired}</Td>
            <Td numeric>{row.revoked}</Td>
            <Td unbroken>{formatCityDate(cityDay(row.expiresAt))}</Td>
            <Td>{row.by}</Td>
            <Td>{row.open + row.expired > 0 && <Revoke {...row} />}</Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

async function Revoke({ batchId, label }: InvitationBatch) {
  const t = await getTranslations("invitations");
  return (
    <form action={revokeInvitationsAction}>
      <input type="hidden" name="batchId" value={batchId} />
      <SubmitButton look="outlined" size="small" tone="danger">
        {t("revoke")}
        <VisuallyHidden>{t("revokeOf", { label })}</VisuallyHidden>
      </SubmitButton>
    </form>
  );
}
