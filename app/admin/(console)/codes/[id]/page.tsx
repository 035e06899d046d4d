import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PosterPicture } from "@/components/admin/poster-picture";
import { BackLink, FileLink } from "@/components/ui/link";
import { Notification } from "@/components/ui/notification";
import { PageHeading } from "@/components/ui/page-heading";
import { requirePermission } from "@/lib/auth/guards";
import { composePoster } from "@/lib/codes/compose-poster";
import { PAGE, type Shape, textsOf } from "@/lib/codes/draw-shapes";
import { findPoster } from "@/lib/codes/find-poster";
import { findUnprintable, openMeasure } from "@/lib/shared/open-fonts";
import { isId } from "@/lib/shared/page";
import { TrailLink } from "../../audit/trail-link";
import { posterColours, posterWords } from "../poster-words";
import { targetPath } from "../target-path";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("codes.posterPage");
  return { title: t("title") };
}

/** The poster as it will be printed, to be looked at first. */
export default async function PosterPage({ params }: Props) {
  const { scope } = await requirePermission("code.read");
  const { id } = await params;
  const facts = isId(id) ? await findPoster(id, scope) : undefined;
  if (!facts) notFound();
  const t = await getTranslations("codes.posterPage");
  const words = await posterWords(facts);
  const shapes = composePoster(words, await posterColours(), openMeasure());
  return (
    <>
      <div>
        <BackLink href={targetPath(facts)} />
      </div>
      <PageHeading text={t("title")}>
        <p>{t("lead")}</p>
      </PageHeading>
      {facts.revokedAt ? <Notification kind="warning" title={t("revoked")} /> : <Printing id={id} shapes={shapes} />}
      <PosterPicture page={PAGE} shapes={shapes} label={`${t("picture")} ${words.title} ${words.typed.code}`} />
      <TrailLink kind="code" target={id} />
    </>
  );
}

async function Printing({ id, shapes }: { id: string; shapes: readonly Shape[] }) {
  const t = await getTranslations("codes.posterPage");
  const missing = findUnprintable(textsOf(shapes));
  if (missing.length > 0) {
    return (
      <Notification kind="error" title={t("unprintable", { letters: missing.join(" ") })}>
        <p>{t("unprintableText")}</p>
      </Notification>
    );
  }
  return (
    <div className="flex flex-wrap gap-3">
      <FileLink href={`/admin/codes/${id}/poster`} look="filled">
        {t("open")}
      </FileLink>
      <FileLink href={`/admin/codes/${id}/poster?download=1`}>{t("download")}</FileLink>
    </div>
  );
}
