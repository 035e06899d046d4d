import type { Page } from "@playwright/test";
import { deskDevice } from "../support/e2e";
import { expect, test } from "../support/journey";
import { findCounterMember, openForPurpose, searchMembers } from "../support/member-screens";
import { filmPoster, findCode, renderPoster } from "../support/poster-video";
import { words } from "../support/words";

const members = words("members");
const consoleWords = words("console");

/** A camera's first picture and its decoder take their time. */
const CAMERA_MS = 30_000;

const rowOf = (page: Page, name: string) => page.getByRole("row").filter({ hasText: name });

/** Prints the member's card as the browser would, and gives the paper. */
async function printCard(page: Page): Promise<Buffer> {
  const href = await page.getByRole("link", { name: members("card.print") }).getAttribute("href");
  const answer = await page.request.get(href ?? "");
  expect(answer.headers()["content-type"]).toBe("application/pdf");
  expect(answer.headers()["cache-control"]).toContain("no-store");
  return answer.body();
}

test("a member is found by kana, masked, opened for a purpose, given a card, and known again by that card", async ({
  openDevice,
  openPhoneWithCamera,
  counterState,
  admin,
}, test) => {
  test.setTimeout(180_000);
  const desk = await openDevice({ ...deskDevice, storageState: counterState });
  await searchMembers(desk, "ヤマダ");
  await expect(rowOf(desk, "山＊清")).toContainText(members("noCard"));
  await rowOf(desk, "山＊清").getByRole("link").click();
  await expect(desk.getByRole("heading", { level: 1, name: "山＊清" })).toBeVisible();
  await expect(desk.getByText("ヤマダ")).toHaveCount(0);
  await expect(desk).toHaveTitle(new RegExp(members("one")));
  await openForPurpose(desk, members("purpose.counter_request"));
  await expect(desk.getByRole("heading", { level: 1, name: "山田 清" })).toBeVisible();
  for (const known of ["ヤマダ キヨシ", "昭和16年1月20日"]) await expect(desk.getByText(known)).toBeVisible();
  await expect(desk.getByText(/\d\d:\d\dに閉じます/)).toBeVisible();
  await expect(desk).not.toHaveURL(/[^\x20-\x7e]|%E/);
  const [act] =
    await admin`select purpose, target_id from audit_entries where act = 'view_member' order by id desc limit 1`;
  expect(act?.purpose).toBe("counter_request");

  await desk.getByRole("link", { name: members("card.issue") }).click();
  await desk.getByRole("button", { name: members("card.issuePage.confirm") }).click();
  await expect(desk.getByText(consoleWords("done.cardIssued"))).toBeVisible();
  const video = test.outputPath("card.y4m");
  await filmPoster(await renderPoster(await printCard(desk)), video);

  const counter = await openPhoneWithCamera(video, { ...deskDevice, storageState: counterState });
  await counter.goto("/admin/members");
  await counter.getByRole("button", { name: members("camera.start") }).click();
  await expect(rowOf(counter, "山＊清")).toContainText(members("hasCard"), { timeout: CAMERA_MS });

  await desk.getByRole("link", { name: members("card.revoke") }).click();
  await desk.getByLabel(members("card.reason")).fill("紛失の届け出");
  await desk.getByRole("button", { name: members("card.revokePage.confirm") }).click();
  await expect(desk.getByText(consoleWords("done.cardRevoked"))).toBeVisible();
  await counter.goto("/admin/members");
  await counter.getByRole("button", { name: members("camera.start") }).click();
  await expect(counter.getByText(members("search.none"))).toBeVisible({ timeout: CAMERA_MS });
});

test("a reader that types a card's address finds its member, and the address is not shown again", async ({
  openDevice,
  counterState,
  admin,
  baseURL,
}) => {
  const desk = await openDevice({ ...deskDevice, storageState: counterState });
  await desk.goto(`/admin/members/${await findCounterMember(admin, "with")}`);
  await openForPurpose(desk, members("purpose.identity_check"));
  const name = await desk.getByRole("heading", { level: 1 }).textContent();
  const code = await findCode(await renderPoster(await printCard(desk)));
  expect(code?.text).toMatch(new RegExp(`^${baseURL}/c/[\\w-]{22}$`));
  await desk.goto("/admin/members");
  await desk.getByLabel(members("search.label")).fill(code?.text ?? "");
  await desk.keyboard.press("Enter");
  await expect(desk.getByRole("table").getByRole("row")).toHaveCount(2);
  await expect(desk.getByLabel(members("search.label"))).toHaveValue("");
  await expect(desk.getByRole("table")).toContainText(name?.split(" ")[1] ?? "");
});

test("what is open to one member of staff is masked again by itself when its time is over", async ({
  openDevice,
  counterState,
  admin,
}) => {
  const desk = await openDevice({ ...deskDevice, storageState: counterState });
  const memberId = await findCounterMember(admin, "with");
  await desk.clock.install();
  await desk.goto(`/admin/members/${memberId}`);
  const purpose = desk.getByRole("heading", { level: 2, name: members("purpose.title") });
  await openForPurpose(desk, members("purpose.points_inquiry"));
  await admin`update member_disclosures set opened_at = opened_at - interval '10 minutes',
    expires_at = expires_at - interval '10 minutes' where member_id = ${memberId}`;
  await desk.clock.fastForward("10:01");
  await expect(purpose).toBeVisible();
});

test("staff look at their own membership, and are told that a colleague must act on it", async ({
  openDevice,
  counterState,
  admin,
}) => {
  const desk = await openDevice({ ...deskDevice, storageState: counterState });
  const memberId = await findCounterMember(admin, "without");
  await desk.goto(`/admin/members/${memberId}`);
  await openForPurpose(desk, members("purpose.points_inquiry"));
  const header = await desk.getByRole("banner").textContent();
  const [person] = await admin<{ id: string }[]>`select id from staff where position(name in ${header}) > 0`;
  const id = person?.id ?? "";
  const [own] = await admin<{ index: Buffer | null; sealed: Buffer | null }[]>`
    select email_index as index, email_encrypted as sealed from members where id = ${memberId}`;
  try {
    await desk.goto(`/admin/members/${memberId}/card/issue`);
    // By the address, which can be taken back: a link stays.
    await admin`update members m set email_index = s.email_index, email_encrypted = s.email_encrypted
      from staff s where m.id = ${memberId} and s.id = ${id}`;
    await desk.getByRole("button", { name: members("card.issuePage.confirm") }).click();
    await expect(desk.getByText(members("refusal.own_wallet"))).toBeVisible();
    await desk.goto(`/admin/members/${memberId}`);
    await expect(desk.getByText(members("own.title"))).toBeVisible();
    await expect(desk.getByRole("link", { name: members("card.issue") })).toHaveCount(0);
  } finally {
    await admin`update members set email_index = ${own?.index ?? null}, email_encrypted = ${own?.sealed ?? null}
      where id = ${memberId}`;
  }
});

test("a card says the same to whoever finds it, whether it lives or not", async ({ openDevice, baseURL }) => {
  const phone = await openDevice();
  const seen: (string | null)[] = [];
  for (const token of ["A".repeat(22), "_".repeat(22), "x"]) {
    await phone.goto(`${baseURL}/c/${token}`);
    await expect(phone.getByText(members("found.lost"))).toBeVisible();
    seen.push(await phone.getByRole("main").textContent());
  }
  expect(new Set(seen).size).toBe(1);
});
