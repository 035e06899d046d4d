import { Readable } from "node:stream";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { isCrossSite } from "@/lib/auth/decide-own-request";
import { requirePermission } from "@/lib/auth/guards";
import { cityNow } from "@/lib/clock/city-now";
import { exportUsage } from "@/lib/usage/export-usage";
import { reportAddress } from "../report-address";
import { readReportRequest } from "../report-request";

/** The report of the same address as a file for Japanese Excel; an audited act. */
export async function GET(request: Request): Promise<Response> {
  const { actor } = await requirePermission("usage.export");
  const { asked, scope } = await readReportRequest(Object.fromEntries(new URL(request.url).searchParams), actor.scope);
  if (isCrossSite(request.headers)) redirect(reportAddress("/admin/usage", asked));
  const t = await getTranslations("usage");
  const figures = [t("column.payments"), t("column.points"), t("column.refunds"), t("column.refunded")];
  const columns = {
    shops: [t("column.shops"), t("column.kana"), ...figures],
    days: [t("column.days"), ...figures],
    programmes: [t("column.programmes"), ...figures],
    payments: [
      t("csv.day"),
      t("csv.time"),
      t("column.shops"),
      t("column.kind"),
      t("column.points"),
      t("column.receipt"),
      t("csv.number"),
    ],
  };
  const words = { columns, payment: t("payment"), refund: t("refund") };
  const lines = await exportUsage({ view: asked.view, scope, words }, actor, await cityNow());
  const name = `usage-${asked.view}-${scope.period.from}-${scope.period.to}.csv`;
  return new Response(Readable.toWeb(Readable.from(lines)) as ReadableStream, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${name}"`,
      "Cache-Control": "no-store",
    },
  });
}
