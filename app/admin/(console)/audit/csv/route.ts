import { Readable } from "node:stream";
import { redirect } from "next/navigation";
import { withQuery } from "@/components/admin/address";
import { exportAudit } from "@/lib/audit/export-audit";
import { ExportPurpose } from "@/lib/audit/input";
import { isCrossSite } from "@/lib/auth/decide-own-request";
import { requireFresh } from "@/lib/auth/guards";
import { cityNow } from "@/lib/clock/city-now";
import { cityDay } from "@/lib/shared/city-time";
import { exportAddress, readAuditRequest } from "../audit-request";
import { csvWords } from "../csv-words";

/** The trail of the same address as a file for Japanese Excel; an act with a purpose. Another site's link leads to the page that asks for one. */
export async function GET(request: Request): Promise<Response> {
  const { actor, scope } = await requireFresh("audit.export", "/admin/audit/export");
  const sent = Object.fromEntries(new URL(request.url).searchParams);
  const { filter } = await readAuditRequest(Promise.resolve(sent));
  if (isCrossSite(request.headers)) redirect(await exportAddress(Promise.resolve(sent)));
  const purpose = ExportPurpose.safeParse(sent.purpose);
  if (!purpose.success) {
    redirect(withQuery("/admin/audit/export", { ...filter, error: purpose.error.issues[0]?.message }));
  }
  const at = await cityNow();
  const order = { filter, scope, purpose: purpose.data, words: await csvWords() };
  const lines = await exportAudit(order, actor, at);
  return new Response(Readable.toWeb(Readable.from(lines)) as ReadableStream, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="audit-${cityDay(at)}.csv"`,
      "Cache-Control": "no-store",
    },
  });
}
