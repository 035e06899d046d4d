import type { Route } from "next";
import { withQuery } from "@/components/admin/address";

const pages: Record<string, string> = {
  programme: "/admin/programmes",
  activity: "/admin/activities",
  shop: "/admin/shops",
  code: "/admin/codes",
  transfer: "/admin/grants",
  reward: "/admin/rewards",
  member: "/admin/members",
  staff: "/admin/staff",
  approval: "/admin/approvals",
};

/** The page of what an act was done to, where there is one. */
export function recordPath(kind: string, id: string | null): Route | undefined {
  if (kind === "settings") return "/admin/settings";
  const page = pages[kind];
  return page && id ? (`${page}/${id}` as Route) : undefined;
}

/** All that was ever done to one thing. */
export const trailPath = (kind: string, target: string): Route => withQuery("/admin/audit", { kind, target });
