import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ConsoleShell } from "@/components/admin/console-shell";
import { SubmitButton } from "@/components/ui/submit-button";
import { requireStaff } from "@/lib/auth/guards";
import { decidePermission } from "@/lib/staff/decide-permission";
import { permissions } from "@/lib/staff/permissions";
import { signOutStaffAction } from "../sign-in/actions";
import { nav } from "./nav";

/** The staff's frame. Each page and action below guards itself: a layout is not asked again on navigation. */
export default async function ConsoleLayout({ children }: { children: ReactNode }) {
  const { name, holdings } = await requireStaff();
  const t = await getTranslations("console");
  const entries = nav
    .filter(({ permission }) => decidePermission(permissions, holdings, permission))
    .map(({ href, label }) => ({ href, label: t(`nav.${label}`) }));
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
