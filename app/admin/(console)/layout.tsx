import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ConsoleShell } from "@/components/admin/console-shell";
import { IdleWatch } from "@/components/admin/idle-watch";
import { SubmitButton } from "@/components/ui/submit-button";
import { countInbox } from "@/lib/approvals/queries";
import { requireStaff } from "@/lib/auth/guards";
import { cityNow } from "@/lib/clock/city-now";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { decidePermission } from "@/lib/staff/decide-permission";
import { permissions } from "@/lib/staff/permissions";
import { signOutStaffAction } from "../sign-in/actions";
import { keepSessionAction } from "./actions";
import { readerOf } from "./approvals/reader";
import { nav } from "./nav";

/** The staff's frame. Each page and action below guards itself: a layout is not asked again on navigation. */
export default async function ConsoleLayout({ children }: { children: ReactNode }) {
  const person = await requireStaff();
  const { name, holdings } = person;
  const t = await getTranslations("console");
  const waiting = await countInbox(readerOf(person), await cityNow());
  const inbox = t("navCount", { label: t("nav.approvals"), count: waiting });
  const entries = nav
    .filter(({ permission }) => decidePermission(permissions, holdings, permission))
    .map(({ href, label }) => ({ href, label: label === "approvals" && waiting ? inbox : t(`nav.${label}`) }));
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
      <ClientMessages names={["idle"]}>
        <IdleWatch keep={keepSessionAction} />
      </ClientMessages>
    </ConsoleShell>
  );
}
