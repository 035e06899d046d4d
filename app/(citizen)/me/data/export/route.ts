import { Readable } from "node:stream";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { isCrossSite } from "@/lib/auth/decide-own-request";
import { requireProvenSelf } from "@/lib/auth/require-proven";
import { cityNow } from "@/lib/clock/city-now";
import { takeAttempt } from "@/lib/limits/limits";
import type { OwnSection } from "@/lib/members/collect-own-data";
import { exportOwnData } from "@/lib/members/export-own-data";
import { ownFormats } from "@/lib/members/input";
import { cityDay } from "@/lib/shared/city-time";

const types = { json: "application/json; charset=utf-8", csv: "text/csv; charset=utf-8" } as const;

/** All that is kept of the signed-in member as one file; that it was taken is on their record. */
export async function GET(request: Request): Promise<Response> {
  const { memberId, accountId } = await requireProvenSelf("/me/data");
  const asked = new URL(request.url).searchParams.get("format");
  const format = ownFormats.find((known) => known === asked);
  if (!format || isCrossSite(request.headers)) redirect("/me/data");
  if (!(await takeAttempt("own_export", memberId)).ok) redirect("/me/data?wait");
  const at = await cityNow();
  const pieces = await exportOwnData({ memberId, accountId }, { format, words: await ownWords() }, at);
  return new Response(Readable.toWeb(Readable.from(pieces)) as ReadableStream, {
    headers: {
      "Content-Type": types[format],
      "Content-Disposition": `attachment; filename="my-data-${cityDay(at)}.${format}"`,
      "Cache-Control": "no-store",
    },
  });
}

async function ownWords() {
  const t = await getTranslations("own-data");
  return {
    section: (section: OwnSection) => t(`section.${section}`),
    column: (column: string) => t(`column.${column}` as Parameters<typeof t>[0]),
  };
}
