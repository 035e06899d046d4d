import { getTranslations } from "next-intl/server";
import { FileLink } from "@/components/ui/link";
import { Notification } from "@/components/ui/notification";
import { findEndSession } from "@/lib/providers/find-end-session";

/** Whoever has just signed out is told so, and that nothing is lost; `opener`: the key of the provider where they may be signed in still. */
export async function SignedOut({ opener }: { opener: string }) {
  const t = await getTranslations("home.signedOut");
  const there = opener ? await findEndSession(opener) : undefined;
  return (
    <>
      <Notification kind="success" title={t("title")}>
        <p>{t("text")}</p>
        {there && <p>{t("there", { provider: there.name })}</p>}
      </Notification>
      {there && (
        <FileLink href={there.address} size="large">
          {t("signOutThere", { provider: there.name })}
        </FileLink>
      )}
    </>
  );
}
