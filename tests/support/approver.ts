import type { Page } from "@playwright/test";
import type { Sql } from "postgres";
import people from "../../db/seed/people.json" with { type: "json" };
import { openStaffSession } from "./staff-session";
import { words } from "./words";

const approvals = words("approvals");

/** The seed's approver who asks for nothing: 伊藤 さくら. */
const approver = people.find(({ roles }) => roles?.join() === "approver")?.name ?? "";

/** Signs the approver in past the door. */
export const signInAsApprover = (page: Page, admin: Sql): Promise<Buffer> =>
  openStaffSession(page.context(), admin, process.env.E2E_ORIGIN ?? "", approver);

/** From the list of what waits: opens the draft about this thing. */
export async function openDraft(checker: Page, about: string): Promise<void> {
  await checker.goto("/admin/approvals");
  await checker.getByRole("row").filter({ hasText: about }).getByRole("link").first().click();
  await checker.getByRole("heading", { level: 2, name: approvals("detail.effect") }).waitFor();
}

/** Approves the draft about this thing, after its check. */
export async function approveDraft(checker: Page, about: string): Promise<void> {
  await openDraft(checker, about);
  await checker.getByRole("button", { name: approvals("act.toCheck") }).click();
  await checker.getByRole("button", { name: approvals("act.approve") }).click();
  await checker.getByText(approvals("done.approved")).waitFor();
}
