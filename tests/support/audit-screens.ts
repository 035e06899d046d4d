import type { Sql } from "postgres";
import type { Screens } from "./screens";

async function findChange(admin: Sql): Promise<number> {
  const [row] = await admin<{ id: number }[]>`
    select id from audit_entries order by (before is not null) desc, (after is not null) desc, id desc limit 1`;
  if (!row) throw new Error("The seed has no act.");
  return row.id;
}

/** The trail as an auditor sees it. */
export const auditScreens: Screens = {
  "/admin/audit": { who: "auditor", open: (page) => page.goto("/admin/audit") },
  "/admin/audit: nothing": { who: "auditor", open: (page) => page.goto("/admin/audit?act=nothing") },
  "/admin/audit: a record's trail": {
    who: "auditor",
    open: (page, { offers }) => page.goto(`/admin/audit?kind=shop&target=${offers.shop.shopId}`),
  },
  "/admin/audit/[id]": {
    who: "auditor",
    open: async (page, { admin }) => page.goto(`/admin/audit/${await findChange(admin)}`),
  },
  "/admin/audit/export": { who: "auditor", open: (page) => page.goto("/admin/audit/export?outcome=done") },
  "/admin/audit/export: an error": { who: "auditor", open: (page) => page.goto("/admin/audit/csv?outcome=done") },
};
