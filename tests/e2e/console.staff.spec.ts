import { idOf } from "../support/address";
import { createProgramme, createShop, fillFields, issuePoster, printPoster } from "../support/console";
import { expect, test } from "../support/journey";
import { readPoster } from "../support/poster-video";
import { words } from "../support/words";

const ui = words("ui");
const programmes = words("programmes");
const grants = words("grants");
const usage = words("usage");
const shops = words("shops-admin");
const codes = words("codes");
const activities = words("activities");
const claims = words("claims");
const spending = words("spending");

test("a form with errors keeps what was typed, names each error, and is accepted once they are mended", async ({
  desk,
}) => {
  await desk.goto("/admin/programmes/new");
  const name = `川をきれいに ${test.info().workerIndex}`;
  await fillFields(desk, {
    [programmes("label.name")]: name,
    [programmes("label.domainId")]: "環境",
    [programmes("label.policyGoal")]: "多摩川のごみをへらす",
    [programmes("label.startsOn")]: "2027-05-01",
    [programmes("label.endsOn")]: "2027-02-30",
    [programmes("label.budget")]: "たくさん",
    [programmes("label.points")]: "１００",
  });
  await desk.getByLabel(programmes("expiry.days")).check();
  await desk.getByRole("button", { name: programmes("register"), exact: true }).click();
  await expect(desk).toHaveTitle(/^エラー：/);
  const summary = desk.getByRole("alert", { name: ui("errorSummary") });
  await expect(summary).toBeFocused();
  await summary.getByRole("link", { name: programmes("label.budget") }).click();
  await expect(desk.getByLabel(programmes("label.budget"))).toBeFocused();
  await expect(desk.getByLabel(programmes("label.name"))).toHaveValue(name);
  await expect(desk.getByLabel(programmes("label.policyGoal"))).toHaveValue("多摩川のごみをへらす");
  await expect(desk.getByLabel(programmes("label.domainId")).locator("option:checked")).toHaveText("環境");
  await expect(desk.getByLabel(programmes("expiry.days"))).toBeChecked();
  await expect(desk.getByRole("group", { name: programmes("label.endsOn") }).getByLabel(ui("month"))).toHaveValue("2");
  await fillFields(desk, {
    [programmes("label.kpi")]: "集めたごみ 1トン",
    [programmes("label.fundingSource")]: "一般会計",
    [programmes("label.endsOn")]: "2027-12-31",
    [programmes("label.budget")]: "5,000",
    [programmes("label.expiryCount")]: "90",
  });
  await desk.getByRole("button", { name: programmes("register"), exact: true }).click();
  await expect(desk.getByRole("heading", { level: 1, name })).toBeVisible();
});

test("a reissued poster replaces the old one at once, and a revoked one leads nowhere", async ({
  desk,
  openDevice,
}) => {
  await createShop(desk, `はりかえの店 ${test.info().workerIndex}`, "はりかえのみせ");
  const shop = idOf(desk);
  const old = await readPoster(await issuePoster(desk));
  await desk.goto(`/admin/shops/${shop}`);
  await desk.getByRole("link", { name: codes("reissue") }).click();
  await desk.getByLabel(codes("reason")).fill("ポスターをなくしたため");
  await desk.getByRole("button", { name: codes("reissuePage.confirm") }).click();
  const fresh = await readPoster(await printPoster(desk));
  expect(fresh).not.toBe(old);
  const phone = await openDevice();
  await phone.goto(old);
  await expect(phone.getByText(spending("refusal.revoked_code"))).toBeVisible();
  await phone.goto(fresh);
  await expect(phone.getByRole("button", { name: spending("signInAct") })).toBeVisible();

  await desk.goto(`/admin/shops/${shop}`);
  await desk.getByRole("link", { name: codes("revoke") }).click();
  await desk.getByLabel(codes("reason")).fill("汚れたため");
  await desk.getByRole("button", { name: codes("revokePage.confirm") }).click();
  await expect(desk.getByText(codes("none"))).toBeVisible();
  await phone.reload();
  await expect(phone.getByText(spending("refusal.revoked_code"))).toBeVisible();
});

test("a cancelled activity grants nothing until its cancellation is taken back", async ({
  desk,
  openDevice,
  offers,
}) => {
  const { activityId, token } = offers.mayBeCancelled;
  const phone = await openDevice();
  await desk.goto(`/admin/activities/${activityId}`);
  await desk.getByRole("link", { name: activities("cancelAct") }).click();
  await desk.getByLabel(activities("cancel.reason")).fill("雨のため");
  await desk.getByRole("button", { name: activities("cancel.confirm") }).click();
  await expect(desk.getByText(activities("detail.cancelledText"))).toBeVisible();
  await phone.goto(`/e/${token}`);
  await expect(phone.getByText(claims("refusal.cancelled"))).toBeVisible();
  await desk.getByRole("button", { name: activities("resumeAct") }).click();
  await expect(desk.getByText(activities("detail.cancelledText"))).toHaveCount(0);
  await phone.reload();
  await expect(phone.getByRole("button", { name: claims("take", { points: 500 }) })).toBeVisible();
});

test("a list without rows says so in a sentence", async ({ desk }) => {
  await createProgramme(desk, `まだ何もない事業 ${test.info().workerIndex}`);
  await expect(desk.getByText(programmes("detail.activitiesEmpty"))).toBeVisible();
  const id = idOf(desk);
  for (const [path, sentence] of [
    [`/admin/grants?programme=${id}`, grants("empty")],
    [`/admin/activities?programme=${id}`, activities("empty")],
    [`/admin/usage?programme=${id}`, usage("empty")],
    ["/admin/shops?words=どこにもない店", shops("empty")],
  ] as const) {
    await desk.goto(path);
    await expect(desk.getByText(sentence)).toBeVisible();
  }
});

test("a long list is turned page by page, no row twice", async ({ desk }) => {
  const seen = new Set<string>();
  await desk.goto("/admin/grants");
  for (let turned = 0; turned < 3; turned += 1) {
    await expect(desk.getByRole("table")).toBeVisible();
    const shown = await desk
      .getByRole("table")
      .getByRole("link")
      .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
    for (const href of shown.filter((link) => link.startsWith("/admin/grants/"))) {
      expect(seen, href).not.toContain(href);
      seen.add(href);
    }
    const next = desk.getByRole("link", { name: ui("pages.next") });
    const to = await next.getAttribute("href");
    await next.click();
    await desk.waitForURL((url) => `${url.pathname}${url.search}` === to);
  }
  expect(seen.size).toBe(90);
  await desk.getByRole("link", { name: ui("pages.first") }).click();
  await desk.waitForURL((url) => !url.searchParams.has("after"));
});
