import type { Route } from "next";
import { withQuery } from "@/components/admin/address";
import type { ApprovalDetail } from "@/lib/approvals/queries";

const pages: Record<string, string> = {
  programme: "/admin/programmes",
  activity: "/admin/activities",
  transfer: "/admin/grants",
  shop: "/admin/shops",
  staff: "/admin/staff",
  member: "/admin/members",
};

type Target = Pick<ApprovalDetail, "kind" | "targetKind" | "targetId">;

/** The page of what a draft is about, where it has one. */
export function targetPath({ kind, targetKind, targetId }: Target): Route | undefined {
  // An exchange is a transfer with a page of its own.
  const page = kind === "return_exchange" ? "/admin/rewards/exchanges" : pages[targetKind];
  return page && targetId ? withQuery(`${page}/${targetId}`, {}) : undefined;
}

const ofEntries = ["correct_grant", "correct_payment", "return_exchange"];

/** The form that a sent-back draft was made with, to be opened again with its values; undefined where there is none. */
export function redoPath({ id, ...target }: Target & Pick<ApprovalDetail, "id">): Route | undefined {
  const { kind } = target;
  const page = targetPath(target);
  if (kind === "set_programme_budget") return withQuery(`${page}/budget`, { follows: id });
  if (kind === "change_programme_rule") return withQuery(`${page}/edit`, { follows: id });
  if (ofEntries.some((one) => one === kind)) return withQuery(`${page}`, { follows: id });
  if (kind === "merge_members") return withQuery(`${page}/merge`, { follows: id });
  return kind === "issue_code" ? page : undefined;
}
