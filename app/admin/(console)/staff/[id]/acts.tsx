import { getTranslations } from "next-intl/server";
import { LinkButton } from "@/components/ui/link";
import { SectionHeading } from "@/components/ui/page-heading";
import type { StaffRecord } from "@/lib/staff/queries";

/** What an administrator can do about a person; not about themselves. */
export async function Acts({ record: { id, disabled }, isSelf }: { record: StaffRecord; isSelf: boolean }) {
  const t = await getTranslations("staff");
  return (
    <section aria-labelledby="acts" className="flex flex-col gap-4">
      <SectionHeading id="acts" text={t("detail.acts")} />
      {isSelf ? <p>{t("detail.self")}</p> : <Links id={id} disabled={disabled} />}
    </section>
  );
}

async function Links({ id, disabled }: { id: string; disabled: boolean }) {
  const t = await getTranslations("staff.acts");
  return (
    <div className="flex flex-wrap gap-3">
      <LinkButton href={`/admin/staff/${id}/roles`} look="outlined" size="medium">
        {t("roles")}
      </LinkButton>
      {disabled ? (
        <LinkButton href={`/admin/staff/${id}/enable`} look="outlined" size="medium">
          {t("enable")}
        </LinkButton>
      ) : (
        <>
          <LinkButton href={`/admin/staff/${id}/recover`} look="outlined" size="medium">
            {t("recover")}
          </LinkButton>
          <LinkButton href={`/admin/staff/${id}/disable`} look="outlined" size="medium" tone="danger">
            {t("disable")}
          </LinkButton>
        </>
      )}
    </div>
  );
}
