import { getTranslations } from "next-intl/server";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link";
import { SectionHeading } from "@/components/ui/page-heading";
import { SummaryList } from "@/components/ui/summary-list";
import { Table, Td, Th } from "@/components/ui/table";
import { cityNow } from "@/lib/clock/city-now";
import { formatTypedCode } from "@/lib/codes/decide-typed-code";
import type { IssueTarget } from "@/lib/codes/find-code-target";
import { findPoster } from "@/lib/codes/find-poster";
import { type CodeRow, findIssueRefusal, isCodeAsked, listCodesOf } from "@/lib/codes/queries";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { formatCityDateTime } from "@/lib/shared/city-time";
import { Allowed } from "../allowed";
import { WaitingNotice } from "../approvals/waiting-notice";
import { IssueForm } from "./issue-form";
import { serialWords } from "./poster-words";

type Props = {
  target: IssueTarget;
  /** The section that runs the activity; left out for a shop, which is the whole city's. */
  within?: string;
};

/** The code of an activity or a shop: the live one and what can be done with it, then those that are void. */
export async function CodePanel({ target, within }: Props) {
  const t = await getTranslations("codes");
  const all = await listCodesOf(target);
  const live = all.find((code) => !code.revokedAt);
  const past = all.filter((code) => code.revokedAt);
  const place = within === undefined ? {} : { within };
  return (
    <section aria-labelledby="code" className="flex flex-col gap-4">
      <SectionHeading id="code" text={t("title")} />
      {"activityId" in target && <WaitingNotice target={{ kind: "activity", id: target.activityId }} />}
      {live ? <LiveCode code={live} {...place} /> : <NoCode target={target} {...place} />}
      {past.length > 0 && <PastCodes codes={past} />}
    </section>
  );
}

/** The button stands only where a code may be issued; else the reason why not. */
async function NoCode({ target, ...place }: Props) {
  const t = await getTranslations("codes");
  const refusal = await findIssueRefusal(target, await cityNow());
  if (refusal) return <EmptyState>{t(`refusal.${refusal}`)}</EmptyState>;
  const asks = await isCodeAsked(target);
  return (
    <ClientMessages names={["approvals"]}>
      <EmptyState
        action={
          <Allowed to="code.write" {...place}>
            <p>{t(asks ? "asks" : "hint")}</p>
            <IssueForm target={target} asks={asks}>
              {t(asks ? "ask" : "issue")}
            </IssueForm>
          </Allowed>
        }
      >
        {t("none")}
      </EmptyState>
    </ClientMessages>
  );
}

async function LiveCode({ code, ...place }: { code: CodeRow; within?: string }) {
  const t = await getTranslations("codes");
  const poster = await findPoster(code.codeId, "everywhere");
  const rows = [
    { term: t("serial"), detail: serialWords(code.serial) },
    { term: t("typed"), detail: poster ? formatTypedCode(poster.typedCode) : "" },
    { term: t("issued"), detail: t("issuedText", { at: formatCityDateTime(code.issuedAt), name: code.issuedBy }) },
  ];
  const path = `/admin/codes/${code.codeId}` as const;
  return (
    <>
      <SummaryList rows={rows} />
      <div className="flex flex-wrap gap-3">
        <LinkButton href={path} size="medium">
          {t("preview")}
        </LinkButton>
        <Allowed to="code.write" {...place}>
          <LinkButton href={`${path}/reissue`} look="outlined" size="medium">
            {t("reissue")}
          </LinkButton>
          <LinkButton href={`${path}/revoke`} look="outlined" size="medium" tone="danger">
            {t("revoke")}
          </LinkButton>
        </Allowed>
      </div>
    </>
  );
}

async function PastCodes({ codes }: { codes: readonly CodeRow[] }) {
  const t = await getTranslations("codes");
  return (
    <Table caption={t("past")}>
      <thead>
        <tr>
          <Th>{t("column.serial")}</Th>
          <Th>{t("column.issued")}</Th>
          <Th>{t("column.revoked")}</Th>
          <Th>{t("column.reason")}</Th>
        </tr>
      </thead>
      <tbody>
        {codes.map((code) => (
          <tr key={code.codeId}>
            <Th scope="row" unbroken>
              {serialWords(code.serial)}
            </Th>
            <Td>{t("issuedText", { at: formatCityDateTime(code.issuedAt), name: code.issuedBy })}</Td>
            <Td>{code.revokedAt && formatCityDateTime(code.revokedAt)}</Td>
            <Td>{code.revokeReason}</Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
