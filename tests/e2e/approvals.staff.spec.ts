import { approveDraft, openDraft } from "../support/approver";
import { createProgramme, fillFields } from "../support/console";
import { expect, test } from "../support/journey";
import { words } from "../support/words";

const approvals = words("approvals");
const programmes = words("programmes");
const ui = words("ui");
const consoleWords = words("console");

test("a budget is drafted in one browser, approved in another, and holds only then; its maker is offered no approval", async ({
  desk,
  approver,
}) => {
  const name = `二人で決める事業 ${test.info().workerIndex}`;
  await createProgramme(desk, name);
  const programme = desk.url();
  await expect(desk.getByText(consoleWords("budgetBar", { used: 0, budget: 0, percent: 0 }))).toBeVisible();
  await desk.getByRole("link", { name: approvals("pending.link") }).click();
  await expect(desk.getByText(approvals("next.maker"))).toBeVisible();
  await expect(desk.getByRole("button", { name: approvals("act.toCheck") })).toHaveCount(0);

  await openDraft(approver, name);
  await expect(approver.getByRole("row", { name: new RegExp(approvals("line.budget")) })).toContainText("10,000");
  await approveDraft(approver, name);
  await expect(approver.getByText(approvals("state.approved"), { exact: true })).toBeVisible();
  await desk.goto(programme);
  await expect(desk.getByText(consoleWords("budgetBar", { used: 0, budget: 10_000, percent: 0 }))).toBeVisible();
  await expect(desk.getByRole("link", { name: approvals("pending.link") })).toHaveCount(0);
});

test("a draft that was sent back is opened again with its values, mended and approved", async ({ desk, approver }) => {
  const name = `差し戻される事業 ${test.info().workerIndex}`;
  await createProgramme(desk, name);
  const programme = desk.url();
  await openDraft(approver, name);
  await approver.getByRole("button", { name: approvals("act.sendBack") }).click();
  await expect(approver.getByRole("alert", { name: ui("errorSummary") })).toBeVisible();
  await approver.getByLabel(approvals("act.note")).fill("予算の根拠を書いてください");
  await approver.getByRole("button", { name: approvals("act.sendBack") }).click();
  await expect(approver.getByText(approvals("done.sentBack"))).toBeVisible();

  await desk.goto("/admin/approvals?view=mine");
  await desk.getByRole("row").filter({ hasText: name }).getByRole("link").first().click();
  await desk.getByRole("link", { name: approvals("act.redo") }).click();
  await expect(desk.getByText(/予算の根拠を書いてください/)).toBeVisible();
  await expect(desk.getByLabel(programmes("budget.label"))).toHaveValue("10000");
  await fillFields(desk, {
    [programmes("budget.label")]: "8,000",
    [approvals("reason.label")]: "参加者80人の見込みのため",
  });
  await desk.getByRole("button", { name: programmes("budget.check") }).click();
  await desk.getByRole("button", { name: programmes("budget.confirm", { budget: 8000 }) }).click();
  await expect(desk.getByText(approvals("draftedNext"))).toBeVisible();
  await approveDraft(approver, name);
  await desk.goto(programme);
  await expect(desk.getByText(consoleWords("budgetBar", { used: 0, budget: 8000, percent: 0 }))).toBeVisible();
});
