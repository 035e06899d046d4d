import { getTranslations } from "next-intl/server";
import { ProviderButtons } from "@/components/sign-in/provider-buttons";
import { SectionHeading } from "@/components/ui/page-heading";
import { mayConfirmResidency } from "@/lib/members/decide-residency";
import type { Profile } from "@/lib/members/queries";
import { listProviders } from "@/lib/providers/queries";
import { tieWords } from "../describe-profile";
import { confirmResidencyAction } from "./actions";

/** What is known of where the member lives, and the providers that can show it; nothing where none can. */
export async function ResidencyStep({ profile }: { profile: Profile }) {
  const t = await getTranslations("me.about.step");
  const providers = (await listProviders())
    .filter(({ purpose }) => purpose === "residency")
    .map(({ key, name }) => ({ key, label: t("button", { provider: name }) }));
  if (providers.length === 0 || !mayConfirmResidency(profile.residency)) return null;
  return (
    <section className="flex flex-col gap-4">
      <SectionHeading text={t("title")} />
      <p>{await tieWords(profile)}</p>
      <p>{t("text")}</p>
      <ProviderButtons action={confirmResidencyAction} providers={providers} />
    </section>
  );
}
