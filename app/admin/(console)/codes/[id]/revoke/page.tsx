import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ReasonForm } from "@/components/admin/reason-form";
import { BackLink } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { requirePermission } from "@/lib/auth/guards";
import { findPoster } from "@/lib/codes/find-poster";
import { isId } from "@/lib/shared/page";
import { revokeCodeAction } from "../../actions";
import { serialWords } from "../../poster-words";
import { targetPath } from "../../target-path";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("codes.revokePage");
  return { title: t("title") };
}

/** Asks once more, and why. */
export default async function RevokeCodePage({ params }: { params: Promise<{ id: string }> }) {
  const { scope } = await requirePermission("code.write");
  const { id } = await params;
  const poster = isId(id) ? await findPoster(id, scope) : undefined;
  if (!poster) notFound();
  if (poster.revokedAt) redirect(`/admin/codes/${id}`);
  const [t, tc] = await Promise.all([getTranslations("codes.revokePage"), getTranslations("codes")]);
  const name = poster.kind === "shop" ? poster.shop.name : poster.activity.title;
  return (
    <>
      <div>
        <BackLink href={targetPath(poster)} />
      </div>
      <ReasonForm
        send={revokeCodeAction}
        hidden={{ codeId: id }}
        label={tc("reason")}
        support={tc("reasonSupport")}
        submit={t("confirm")}
      >
        <PageHeading text={t("title")}>
          <p className="text-std-17B-170">
            {name} {serialWords(poster.serial)}
          </p>
          <p>{t("text")}</p>
        </PageHeading>
      </ReasonForm>
    </>
  );
}
