import type { Page } from "@playwright/test";
import type { Sql } from "postgres";
import type { Screen, Screens } from "./screens";
import { words } from "./words";

const approvals = words("approvals");

const list = (view = ""): Screen => ({ who: "staff", open: (page) => page.goto(`/admin/approvals${view}`) });

/** A draft's page. That it is not there would be a page in order, too. */
async function openDraft(page: Page, id: string): Promise<void> {
  await page.goto(`/admin/approvals/${id}`);
  await page.getByRole("heading", { level: 2, name: approvals("detail.effect") }).waitFor();
}

/** The seed's, whatever the tests beside this one have asked for since. */
async function findCarriedOut(admin: Sql): Promise<string> {
  const [draft] = await admin<{ id: string }[]>`
    select id from approvals where kind = 'set_programme_budget' and state = 'approved' order by id limit 1`;
  if (!draft) throw new Error("The seed has no budget that was approved.");
  return draft.id;
}

/** 起案: the lists, a draft before the person who decides, and one that is over. */
export const approvalScreens: Screens = {
  "/admin/approvals": list(),
  "/admin/approvals: mine": list("?view=mine"),
  "/admin/approvals: ended": list("?view=done"),
  "/admin/approvals/[id]": {
    who: "approver",
    open: async (page, { offers }) => {
      await openDraft(page, offers.draftId);
      await page.getByRole("button", { name: approvals("act.toCheck") }).waitFor();
    },
  },
  "/admin/approvals/[id]: carried out": {
    who: "approver",
    open: async (page, { admin }) => openDraft(page, await findCarriedOut(admin)),
  },
};
