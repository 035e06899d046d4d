import type { Page } from "@playwright/test";
import type { Sql } from "postgres";
import { openAppeal } from "./appeal-screen";
import type { Screen, Screens } from "./screens";
import { words } from "./words";

const members = words("members");

/** Seeded members, one with a live card and one without; neither is the counter's own. */
export async function findCounterMember(admin: Sql, card: "with" | "without"): Promise<string> {
  const [found] = await admin<{ id: string }[]>`
    select id from members m where admitted_by is not null and ${card === "with"} =
      exists (select from member_cards c where c.member_id = m.id and c.revoked_at is null) order by id limit 1`;
  if (!found) throw new Error(`The seed has no member ${card} a card.`);
  return found.id;
}

const ofMember = (card: "with" | "without", after: string): Screen => ({
  who: "counter",
  open: async (page, { admin }) => page.goto(`/admin/members/${await findCounterMember(admin, card)}${after}`),
});

export async function searchMembers(page: Page, typed: string): Promise<void> {
  await page.goto("/admin/members");
  await page.getByLabel(members("search.label")).fill(typed);
  await page.getByRole("button", { name: members("search.submit") }).click();
}

/** From a member's page; where it is open to this person already, nothing is asked. */
export async function openForPurpose(page: Page, purpose: string): Promise<void> {
  await page.getByRole("heading", { level: 1 }).waitFor();
  if (await page.getByRole("heading", { level: 2, name: members("purpose.title") }).isVisible()) {
    await page.getByLabel(purpose).check();
    await page.getByRole("button", { name: members("purpose.submit") }).click();
  }
  await page.getByRole("heading", { level: 2, name: members("entries.title") }).waitFor();
}

export const memberScreens: Screens = {
  "/admin/members": { who: "counter", open: (page) => page.goto("/admin/members") },
  "/admin/members: found": {
    who: "counter",
    open: async (page) => {
      await searchMembers(page, "さとう");
      await page.getByRole("table").waitFor();
    },
  },
  "/admin/members: not understood": {
    who: "counter",
    open: async (page) => {
      await searchMembers(page, "佐藤");
      await page.getByRole("main").getByRole("alert").first().waitFor();
    },
  },
  "/admin/members/[id]": ofMember("without", ""),
  "/admin/members/[id]: open": {
    who: "counter",
    open: async (page, { admin }) => {
      await page.goto(`/admin/members/${await findCounterMember(admin, "with")}`);
      await openForPurpose(page, members("purpose.identity_check"));
    },
  },
  "/admin/members/[id]/residency": ofMember("without", "/residency"),
  "/admin/members/[id]/card/issue": ofMember("without", "/card/issue"),
  "/admin/members/[id]/card/reissue": ofMember("with", "/card/reissue"),
  "/admin/members/[id]/card/revoke": ofMember("with", "/card/revoke"),
  "/admin/members/[id]/merge": ofMember("without", "/merge"),
  "/admin/members/[id]/proxies": ofMember("without", "/proxies"),
  "/admin/members/[id]/suspension": ofMember("without", "/suspension"),
  "/admin/suspensions": { who: "counter", open: (page) => page.goto("/admin/suspensions") },
  "/admin/appeals": { who: "approver", open: (page) => page.goto("/admin/appeals") },
  "/admin/appeals/[id]": {
    who: "approver",
    open: async (page, { admin }) => page.goto(`/admin/appeals/${await openAppeal(admin)}`),
  },
};
