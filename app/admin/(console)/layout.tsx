import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ConsoleShell } from "@/components/admin/console-shell";
import { SubmitButton } from "@/components/ui/submit-button";
import { requireStaff } from "@/lib/auth/guards";
import { signOutStaffAction } from "../sign-in/actions";

/** The staff's frame. Each page and action below guards itself: a layout is not asked again on navigation. */
export default async function ConsoleLayout({ children }: { children: ReactNode }) {
  const { name } = await requireStaff();
  const t = await getTranslations("console");
  const entries = [
    { href: "/admin", label: t("nav.home") },
    { href: "/admin/programmes", label: t("nav.programmes") },
    { href: "/admin/activities", label: t("nav.activities") },
    { href: "/admin/shops", label: t("nav.shops") },
    { href: "/admin/grants", label: t("nav.grants") },
    { href: "/admin/usage", label: t("nav.usage") },
  ] as const;
  const signOut = (
    <form action={signOutStaffAction}>
      <SubmitButton look="text" size="small">
        {t("signOut")}
      </SubmitButton>
    </form>
  );
  return (
    <ConsoleShell entries={entries} staffName={name} signOut={signOut}>
      {children}
    </ConsoleShell>
  );
}
