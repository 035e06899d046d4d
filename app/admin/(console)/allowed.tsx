import type { ReactNode } from "react";
import { findStaff } from "@/lib/auth/guards";
import { isWithin } from "@/lib/shared/scope";
import { decidePermission } from "@/lib/staff/decide-permission";
import { type Permission, permissions } from "@/lib/staff/permissions";

type Props = {
  to: Permission;
  /** The section that it would be done in; left out: anywhere will do. */
  within?: string;
  children: ReactNode;
  /** What those see instead who may not. */
  instead?: ReactNode;
};

/** Shows what only leads somewhere for those who may do this. What is not shown is refused all the same. */
export async function Allowed({ to, within, children, instead = null }: Props) {
  const scope = decidePermission(permissions, (await findStaff())?.holdings ?? [], to);
  return scope && (within === undefined || isWithin(scope, within)) ? children : instead;
}
