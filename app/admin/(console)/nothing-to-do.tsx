import { getTranslations } from "next-intl/server";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link";
import { countInbox } from "@/lib/approvals/queries";
import type { Permitted } from "@/lib/auth/guards";
import { Allowed } from "./allowed";
import { readerOf } from "./approvals/reader";

/** What the first page shows is for those who may see one of these. */
const working = ["grant.read", "usage.read", "programme.read", "activity.read"] as const;

/** For whom the first page has nothing: the ways to what they may look at. */
export async function NothingToDo({ person, at }: { person: Permitted; at: Date }) {
  if (working.some(person.scopeOf) || (await countInbox(readerOf(person), at)) > 0) return null;
  const t = await getTranslations("console");
  const links = (
    <div className="flex flex-wrap justify-center gap-3">
      <Allowed to="staff.read">
        <LinkButton href="/admin/staff" look="outlined" size="medium">
          {t("nav.staff")}
        </LinkButton>
      </Allowed>
      <Allowed to="audit.read">
        <LinkButton href="/admin/audit" look="outlined" size="medium">
          {t("nav.audit")}
        </LinkButton>
      </Allowed>
    </div>
  );
  return <EmptyState action={links}>{t("dashboard.nothing")}</EmptyState>;
}
