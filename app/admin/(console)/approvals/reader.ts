import type { Reader } from "@/lib/approvals/queries";
import type { Scope } from "@/lib/shared/scope";
import { decidePermission, type Holding } from "@/lib/staff/decide-permission";
import { type Permission, permissions } from "@/lib/staff/permissions";

/** What these holdings let somebody see of drafts, and decide: acts of the programmes by one permission, acts on the staff by another. */
export function readerOf({ staffId, holdings }: { staffId: string; holdings: readonly Holding[] }): Reader {
  const scopeOf = (permission: Permission): Scope | undefined => decidePermission(permissions, holdings, permission);
  return {
    staffId,
    reads: { acts: scopeOf("approval.read"), staff: scopeOf("staff.read") },
    decides: { acts: scopeOf("approval.decide"), staff: scopeOf("staff.approve") },
  };
}
