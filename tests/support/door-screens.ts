import { createHash } from "node:crypto";
import type { Page } from "@playwright/test";
import type { Sql } from "postgres";
import { newAddress } from "./people";
import type { Screens } from "./screens";
import { words } from "./words";

const auth = words("auth");
const factors = words("factors");

export async function askForCode(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.getByLabel(auth("signIn.email")).fill(newAddress());
  await page.getByRole("button", { name: auth("signIn.submit") }).click();
  await page.waitForURL(/\/code$/);
}

/** Half-way in, as if somebody of the staff had typed the code of the mail; `enrolling`: and an enrolment code. */
async function goHalfWay(page: Page, admin: Sql, { enrolling = false } = {}): Promise<void> {
  await askForCode(page, "/admin/sign-in");
  const cookies = await page.context().cookies();
  const secret = cookies.find(({ name }) => name === "__Host-komapo-browser")?.value ?? "";
  const hash = createHash("sha256").update(secret).digest();
  await admin`
    insert into sign_in_attempts (id, browser_hash, audience, email_encrypted, email_index, code_hash, tries_left, expires_at)
    select gen_random_uuid(), ${hash}, 'staff_second', email_encrypted, email_index,
           ${enrolling ? Buffer.alloc(32) : null}, 5, now() + interval '15 minutes' from staff order by id limit 1`;
  await page.goto(enrolling ? "/admin/sign-in/enrol" : "/admin/sign-in/second");
}

/** The steps of the staff door, and one's own account behind it. */
export const doorScreens: Screens = {
  "/admin/sign-in": { who: "nobody", open: (page) => page.goto("/admin/sign-in") },
  "/admin/sign-in: ended": { who: "nobody", open: (page) => page.goto("/admin/sign-in?ended=1") },
  "/admin/sign-in/code": { who: "nobody", open: (page) => askForCode(page, "/admin/sign-in") },
  "/admin/sign-in/second": { who: "nobody", open: (page, { admin }) => goHalfWay(page, admin) },
  "/admin/sign-in/enrol": {
    who: "nobody",
    open: async (page, { admin }) => {
      await goHalfWay(page, admin);
      await page.getByRole("link", { name: auth("second.enrol") }).click();
      await page.getByRole("heading", { level: 1, name: auth("enrol.title") }).waitFor();
    },
  },
  "/admin/sign-in/enrol: an authenticator app": {
    who: "nobody",
    open: async (page, { admin }) => {
      await goHalfWay(page, admin, { enrolling: true });
      await page.getByRole("button", { name: auth("enrol.totp") }).click();
      await page.getByRole("img", { name: factors("totp.picture") }).waitFor();
    },
  },
  "/admin/denied": { who: "staff", open: (page) => page.goto("/admin/denied") },
  "/admin/me": { who: "staff", open: (page) => page.goto("/admin/me") },
  "/admin/me/totp": { who: "staff", open: (page) => page.goto("/admin/me/totp") },
  "/admin/step-up": { who: "staff", open: (page) => page.goto("/admin/step-up?to=/admin/me") },
};
