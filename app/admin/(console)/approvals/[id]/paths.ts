import type { Route } from "next";
import { withQuery } from "@/components/admin/address";
import type { ApprovalDetail } from "@/lib/approvals/queries";

const pages: Record<string, string> = {
  programme: "/admin/programmes",
  activity: "/admin/activities",
  transfer: "/admin/grants",
  shop: "/admin/shops",
  staff: "/admin/staff",
};

type Target = Pick<ApprovalDetail, "targetKind" | "targetId">;

/** The page of what a draft is about, where it has one. */
export function targetPath({ targetKind, targetId }: Target): Route | undefined {
  const page = pages[targetKind];
  return page && targetId ? withQuery(`${page}/${targetId}`, {}) : undefined;
}

/** The form that a sent-back draft was made with, to be opened again with its values; undefined where there is none. */
export function redoPath({ id, kind, ...target }: Target & Pick<ApprovalDetail, "id" | "kind">): Route | undefined {
  const page = targetPath(target);
  if (kind === "set_programme_budget") return withQuery(`${page}/budget`, { follows: id });
  if (kind === "change_programme_rule") return withQuery(`${page}/edit`, { follows: id });
  if (kind === "correct_grant" || kind === "correct_payment") return withQuery(`${page}`, { follows: id });
  return kind === "issue_code" ? page : undefined;
}
