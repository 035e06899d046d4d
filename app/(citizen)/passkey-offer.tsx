import { getTranslations } from "next-intl/server";
import { LinkButton } from "@/components/ui/link";
import { SectionHeading } from "@/components/ui/page-heading";
import { SubmitButton } from "@/components/ui/submit-button";
import { OFFER_COOKIE, readCookie } from "@/lib/auth/cookies";
import { memberKeys } from "@/lib/passkeys/keys";
import { listPasskeys } from "@/lib/passkeys/live-passkeys";
import { dismissOfferAction } from "./actions";

/** A way in without a code to wait for, to whoever has none yet and has not said no on this device. */
export async function PasskeyOffer({ memberId }: { memberId: string }) {
  const isDismissed = (await readCookie(OFFER_COOKIE)) !== undefined;
  if (isDismissed || (await listPasskeys(memberKeys, memberId)).length > 0) return null;
  const t = await getTranslations("ways.offer");
  return (
    <section className="flex flex-col gap-4 rounded-16 border border-line p-4">
      <SectionHeading text={t("title")} />
      <p>{t("text")}</p>
      <LinkButton href="/me/ways-in" look="outlined" prefetch={false}>
        {t("go")}
      </LinkButton>
      <form action={dismissOfferAction}>
        <SubmitButton look="text" size="medium">
          {t("later")}
        </SubmitButton>
      </form>
    </section>
  );
}
