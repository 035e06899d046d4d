import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { FileLink } from "@/components/ui/link";
import { getVisitor } from "@/lib/counter/queries";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { formatMemberNumber } from "@/lib/members/decide-member-number";
import { EndVisit } from "./end-visit";
import { VisitGuard } from "./visit-guard";

type Props = { visit: { visitId: string; memberId: string }; isMenu?: boolean; children: ReactNode };

/** Every page of a visit stands in it: whose it is on top, always; the way out; and the clock that ends it. */
export async function VisitFrame({ visit: { visitId, memberId }, isMenu = false, children }: Props) {
  const [{ name, number }, t] = await Promise.all([getVisitor(memberId), getTranslations("counter")]);
  return (
    <ClientMessages names={["counter"]}>
      <VisitGuard visitId={visitId}>
        <section
          aria-label={t("now")}
          className="flex flex-wrap items-center justify-between gap-4 rounded-16 bg-primary-soft p-4"
        >
          <div>
            <p className="text-std-28B-150">{name ?? t("nameless")}</p>
            <p className="tabular-nums">{t("number", { number: formatMemberNumber(number) })}</p>
          </div>
          <div className="flex flex-wrap gap-3 print:hidden" data-way-out>
            {!isMenu && (
              <FileLink href="/admin/counter/menu" look="outlined">
                {t("menuBack")}
              </FileLink>
            )}
            <EndVisit visitId={visitId} />
          </div>
        </section>
        {children}
      </VisitGuard>
    </ClientMessages>
  );
}
