import { getTranslations } from "next-intl/server";
import { LinkButton } from "@/components/ui/link";
import { findStaff } from "@/lib/auth/guards";
import { decidePermission } from "@/lib/staff/decide-permission";
import { permissions } from "@/lib/staff/permissions";
import { auditAddress } from "./audit-request";
import { trailPath } from "./record-path";

/** Leads from a record to all that was done to it, for those who may see the trail; from a person also to all that they did. */
export async function TrailLink({ kind, target }: { kind: string; target: string }) {
  const person = await findStaff();
  if (!person || !decidePermission(permissions, person.holdings, "audit.read")) return null;
  const t = await getTranslations("audit");
  return (
    <div className="flex flex-wrap gap-3">
      <LinkButton href={trailPath(kind, target)} look="text" size="small">
        {t("trail")}
      </LinkButton>
      {kind === "staff" && (
        <LinkButton href={auditAddress({ staff: target })} look="text" size="small">
          {t("personTrail")}
        </LinkButton>
      )}
    </div>
  );
}
