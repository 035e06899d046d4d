import { getTranslations } from "next-intl/server";
import { Notification } from "@/components/ui/notification";
import { openDrawn } from "@/lib/auth/drawn-for";
import { decideDrawnWords } from "@/lib/members/decide-drawn";

export type Sent = Record<string, string | string[] | undefined>;

/** Why this page was led to, where it was. */
export async function Told({ sent, name = "" }: { sent: Sent; name: string | undefined }) {
  const t = await getTranslations("memberships.me.proxies");
  if (sent.ended !== undefined) return <Notification kind="success" title={t("ended")} />;
  if (sent.gone !== undefined) return <Notification kind="warning" title={t("gone")} />;
  if (sent.denied !== undefined)
    return (
      <Notification kind="warning" title={t("denied")}>
        <p>{t("deniedText")}</p>
      </Notification>
    );
  if (sent.drawn !== undefined) return <DrawnFor field={sent.drawn} acting={name} />;
  if (sent.own === undefined) return null;
  return (
    <Notification kind="info" title={t("own")}>
      {name && <p>{t("ownText", { name })}</p>}
    </Notification>
  );
}

/** Points were asked for on a page that was another's: whose it would have been, and that none moved. `acting`: for whom the reader acts now. */
async function DrawnFor({ field, acting }: { field: string | string[]; acting: string }) {
  const t = await getTranslations("memberships.me.proxies.drawn");
  const drawn = openDrawn(typeof field === "string" ? field : undefined);
  const words = decideDrawnWords(drawn, acting !== "");
  const name = words === "for" ? (drawn?.name ?? "") : acting;
  return (
    <Notification kind="warning" title={t(`${words}.title`, { name })}>
      <p>{t(`${words}.text`, { name })}</p>
    </Notification>
  );
}
