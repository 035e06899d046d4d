import { readSent, type Sent, withQuery } from "@/components/admin/address";
import { AuditQuery } from "@/lib/audit/input";
import type { AuditFilter } from "@/lib/audit/queries";

/** What an address asks of the trail: its filter, and after which line. */
export async function readAuditRequest(sent: Sent): Promise<{ filter: AuditFilter; after: string | undefined }> {
  const { after, ...filter } = AuditQuery.parse(await readSent(sent));
  return { filter, after };
}

export const auditAddress = (filter: AuditFilter, after?: string | null) =>
  withQuery("/admin/audit", { ...filter, after });

/** The page that asks for a purpose before what an address asks for is taken along. */
export const exportAddress = async (sent: Sent) =>
  withQuery("/admin/audit/export", (await readAuditRequest(sent)).filter);
