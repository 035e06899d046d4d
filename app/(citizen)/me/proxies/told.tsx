import { getTranslations } from "next-intl/server";
import { Notification } from "@/components/ui/notification";
import { openDrawn } from "@/lib/auth/drawn-for";
import { decideDrawnWords } from "@/lib/members/decide-drawn";

export type Sent = Record<string, string | string[] | undefined>;

/** Whose page it is, and how whom they act for is called; empty: nobody. */
type Reader = { memberId: string; actsFor: string };

/** Why this page was led to, where it was. */
export async function Told({ sent, reader }: { sent: Sent; reader: Reader }) {
  const t = await getTranslations("memberships.me.proxies");
  if (sent.ended !== undefined) return <Notification kind="success" title={t("ended")} />;
  if (sent.gone !== undefined) return <Notification kind="warning" title={t("gone")} />;
  if (sent.denied !== undefined)
    return (
      <Notification kind="warning" title={t("denied")}>
        <p>{t("deniedText")}</p>
      </Notification>
    );
  if (sent.drawn !== undefined) return <DrawnFor field={sent.drawn} reader={reader} />;
  if (sent.own === undefined) return null;
  return (
    <Notification kind="info" title={t("own")}>
      {reader.actsFor && <p>{t("ownText", { name: reader.actsFor })}</p>}
    </Notification>
  );
}

/** Points were asked for on a page that was another's: whose it would have been, and that none moved. */
async function DrawnFor({ field, reader }: { field: string | string[]; reader: Reader }) {
  const t = await getTranslations("memberships.me.proxies.drawn");
  const drawn = openDrawn(typeof field === "string" ? field : undefined);
  const words = decideDrawnWords(drawn, { memberId: reader.memberId, isActing: reader.actsFor !== "" });
  const name = words === "for" ? (drawn?.name ?? "") : reader.actsFor;
  return (
    <Notification kind="warning" title={t(`${words}.title`, { name })}>
      <p>{t(`${words}.text`, { name })}</p>
    </Notification>
  );
}
