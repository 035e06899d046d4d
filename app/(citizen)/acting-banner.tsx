import { getTranslations } from "next-intl/server";
import { SubmitButton } from "@/components/ui/submit-button";
import { findActing } from "@/lib/auth/guards";
import { stopActingAction } from "./me/proxies/actions";

/** On every page, while somebody acts for another: for whom, and the way back in one tap. */
export async function ActingBanner() {
  const acting = await findActing();
  if (!acting) return null;
  const t = await getTranslations("memberships.me.acting");
  return (
    <aside
      aria-label={t("banner", { name: acting.name })}
      className="border-b-4 border-primary bg-primary-soft print:hidden"
    >
      <div className="page-narrow flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-2">
        <p className="text-std-17B-170">{t("banner", { name: acting.name })}</p>
        <form action={stopActingAction}>
          <SubmitButton look="outlined" size="medium">
            {t("stop")}
          </SubmitButton>
        </form>
      </div>
    </aside>
  );
}
