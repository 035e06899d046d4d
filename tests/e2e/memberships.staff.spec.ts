import type { Page } from "@playwright/test";
import { expectNoSideScroll, expectNoViolations } from "../support/accessibility";
import { approveDraft, openDraft } from "../support/approver";
import { fillFields } from "../support/console";
import { deskDevice } from "../support/e2e";
import { test as base, expect } from "../support/journey";
import { newCitizen, type Somebody } from "../support/membership-desk";
import { payAt, signInByMail } from "../support/people";
import { words } from "../support/words";

const memberships = words("memberships");
const approvals = words("approvals");
const history = words("history");
const claims = words("claims");

const test = base.extend<{ counterDesk: Page; somebody: () => Promise<Somebody> }>({
  counterDesk: async ({ openDevice, counterState }, use) =>
    use(await openDevice({ ...deskDevice, storageState: counterState })),
  somebody: async ({ openDevice, mailbox, offers, admin }, use) =>
    use(async () => newCitizen(await openDevice(), mailbox, offers.open.token, admin)),
});

const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();

test("two memberships are merged by two persons, the history of both is there, and a second draft undoes it but for what was spent", async ({
  counterDesk: desk,
  approver,
  somebody,
  mailbox,
  offers,
}) => {
  test.setTimeout(180_000);
  const [from, into] = [await somebody(), await somebody()];
  await desk.goto(`/admin/members/${from.memberId}/merge`);
  await fillFields(desk, {
    [memberships("merge.number")]: into.number,
    [approvals("reason.label")]: "同じ人の登録のため",
  });
  await press(desk, memberships("merge.submit"));
  await expect(desk.getByText(approvals("draftedNext"))).toBeVisible();
  await openDraft(approver, from.number);
  const sides = approver.getByRole("heading", { level: 2, name: approvals("sides.title") });
  await expect(sides).toBeVisible();
  await expect(approver.getByRole("link", { name: approvals("detail.seeTarget") })).toHaveCount(0);
  await approveDraft(approver, from.number);
  await expect(sides).toBeHidden();

  await from.page.goto("/history");
  await expect(from.page).toHaveURL(/\/sign-in/);
  await into.page.goto("/history");
  await expect(into.page.getByText(history("merged", { number: from.number })).first()).toBeVisible();
  await expect(into.page.getByText(history("kinds.merge_in"))).toBeVisible();
  await payAt(into.page, offers.shop.token, 100);

  await desk.goto(`/admin/members/${from.memberId}/merge`);
  await fillFields(desk, { [memberships("merge.undoReason")]: "別の人と分かったため" });
  await press(desk, memberships("merge.undoSubmit"));
  await expect(desk.getByText(approvals("draftedNext"))).toBeVisible();
  await approveDraft(approver, from.number);
  await expect(approver.getByText(approvals("line.staysSpent"))).toBeVisible();
  // Whoever was signed in meanwhile may be the other person: both show again who they are.
  for (const one of [from, into]) {
    await one.page.goto("/history");
    await expect(one.page).toHaveURL(/\/sign-in/);
    await signInByMail(one.page, mailbox, one.address);
    await one.page.goto("/me");
    await expect(one.page.getByText(one.number)).toBeVisible();
  }
  await into.page.goto("/history");
  await expect(into.page.getByText(history("kinds.merge_in_reversal"))).toBeVisible();
});

/** At the counter: the guardian may look and earn for the child. */
async function makeGuardian(desk: Page, child: Somebody, guardian: Somebody): Promise<void> {
  await desk.goto(`/admin/members/${child.memberId}/proxies`);
  await fillFields(desk, { [memberships("proxies.number")]: guardian.number });
  await desk.getByLabel(memberships("proxies.relations.guardian"), { exact: true }).check();
  await desk.getByLabel(memberships("proxies.consents.guardian_of_minor")).check();
  const year = new Date().getFullYear() + 1;
  await fillFields(desk, { [memberships("proxies.endsOn")]: `${year}-03-31` });
  await press(desk, memberships("proxies.submit"));
  await expect(desk.getByRole("table")).toContainText(guardian.number);
}

test("a guardian earns for a child within the proxy, a banner says for whom, both read who did it, and either ends it at once", async ({
  counterDesk: desk,
  somebody,
  offers,
}) => {
  const [child, guardian] = [await somebody(), await somebody()];
  await makeGuardian(desk, child, guardian);
  const phone = guardian.page;
  await phone.goto("/me/proxies");
  await expectNoViolations(phone);
  await expectNoSideScroll(phone);
  await press(phone, memberships("me.proxies.act", { name: child.number }));
  const banner = phone.getByText(memberships("me.acting.banner", { name: child.number }));
  await expect(banner).toBeVisible();
  await phone.goto(`/e/${offers.open.token}`);
  await expect(banner).toBeVisible();
  await expect(phone.getByText(claims("received.receipt"))).toBeVisible();
  await phone.goto(`/s/${offers.shop.token}`);
  await phone.getByLabel(words("spending")("amount.label")).fill("5");
  await phone.getByRole("button", { name: words("spending")("amount.next") }).click();
  await expect(phone.getByText(memberships("me.proxies.denied"))).toBeVisible();
  await phone.goto("/me");
  await expect(phone.getByText(memberships("me.proxies.own"))).toBeVisible();
  await press(phone, memberships("me.acting.stop"));
  await expect(banner).toHaveCount(0);

  await child.page.goto("/me/proxies");
  await child.page.getByText(memberships("me.proxies.endAsk")).click();
  await press(child.page, memberships("me.proxies.end", { name: guardian.number }));
  await expect(child.page.getByText(memberships("me.proxies.ended"))).toBeVisible();
  await phone.goto("/me/proxies");
  await expect(phone.getByText(memberships("me.proxies.noneFor")).first()).toBeVisible();
});

test("a proxy that the child ends while the guardian's page is open gives the guardian nothing, and says for whom it would have been", async ({
  counterDesk: desk,
  somebody,
  offers,
  admin,
}) => {
  const [child, guardian] = [await somebody(), await somebody()];
  await makeGuardian(desk, child, guardian);
  const phone = guardian.page;
  await phone.goto("/me/proxies");
  await press(phone, memberships("me.proxies.act", { name: child.number }));
  await expect(phone.getByText(memberships("me.acting.banner", { name: child.number }))).toBeVisible();
  await phone.goto(`/e/${offers.daily.token}`);
  await child.page.goto("/me/proxies");
  await child.page.getByText(memberships("me.proxies.endAsk")).click();
  await press(child.page, memberships("me.proxies.end", { name: guardian.number }));
  await expect(child.page.getByText(memberships("me.proxies.ended"))).toBeVisible();
  await press(phone, claims("take", { points: 500 }));
  await expect(phone.getByText(memberships("me.proxies.drawn.for.title", { name: child.number }))).toBeVisible();
  await expectNoViolations(phone);
  await expectNoSideScroll(phone);
  const grants = await admin`
    select m.id from transfers t join members m on m.account_id = t.to_account_id
     where m.id in (${child.memberId}, ${guardian.memberId})`;
  expect(grants).toHaveLength(2);
});

test("a suspended member reads why, appeals, and is let go by somebody else than who suspended", async ({
  counterDesk: desk,
  approver,
  somebody,
  offers,
}) => {
  const { page: phone, memberId, number } = await somebody();
  await desk.goto(`/admin/members/${memberId}/suspension`);
  await press(desk, memberships("suspension.submit"));
  await expect(desk.getByText(memberships("error.required")).first()).toBeVisible();
  const reason = "同じQRコードの写しが出回ったため";
  await fillFields(desk, { [memberships("suspension.reason")]: reason });
  await press(desk, memberships("suspension.submit"));
  await expect(desk.getByText(words("console")("done.suspended"))).toBeVisible();

  await phone.goto("/");
  await expect(phone.getByText(memberships("me.suspended.title"))).toBeVisible();
  await phone.goto(`/s/${offers.shop.token}`);
  await phone.getByLabel(words("spending")("amount.label")).fill("5");
  await phone.getByRole("button", { name: words("spending")("amount.next") }).click();
  await expect(phone.getByText(words("spending")("refusal.member_suspended"))).toBeVisible();
  await phone.goto("/me/suspension");
  await expect(phone.getByText(reason)).toBeVisible();
  await expectNoViolations(phone);
  await fillFields(phone, { [memberships("me.suspension.text")]: "写しを広めたのは私ではありません" });
  await press(phone, memberships("me.suspension.submit"));
  await expect(phone.getByText(memberships("me.suspension.waiting"))).toBeVisible();

  await approver.goto("/admin/appeals");
  await approver.getByRole("row").filter({ hasText: number }).getByRole("link").click();
  await approver.getByLabel(memberships("appeals.upheld")).check();
  await fillFields(approver, { [memberships("appeals.answer")]: "確認し、誤りでした" });
  await press(approver, memberships("appeals.submit"));
  await expect(approver.getByText(words("console")("done.appealAnswered"))).toBeVisible();
  await phone.goto("/me/suspension");
  await expect(phone.getByText(memberships("me.suspension.upheld"))).toBeVisible();
  await payAt(phone, offers.shop.token, 5);
});
