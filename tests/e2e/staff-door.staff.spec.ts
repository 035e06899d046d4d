import { arriveInConsole, enrolApp, typeEnrolmentCode } from "../support/enrol";
import { hireFromCommandLine } from "../support/hire";
import { expect, test } from "../support/journey";
import { countMails, waitForMail } from "../support/mailbox";
import { proveStaffAddress, typeTotp } from "../support/people";
import { useVirtualAuthenticator } from "../support/virtual-authenticator";
import { words } from "../support/words";

const auth = words("auth");

test("a new person enrols a passkey by the code that staff:add printed, is told by mail, and signs in with it alone", async ({
  openDevice,
  mailbox,
}) => {
  const person = hireFromCommandLine("programme");
  const page = await openDevice();
  await useVirtualAuthenticator(page);
  await proveStaffAddress(page, mailbox, person.email);
  const mails = await countMails(mailbox, person.email);
  await typeEnrolmentCode(page, person.code);
  await page.getByRole("button", { name: auth("enrol.passkey") }).click();
  await arriveInConsole(page);
  expect((await waitForMail(mailbox, person.email, mails)).text).toContain(words("mail")("factor.enrolled"));
  await page.context().clearCookies();
  await page.goto("/admin/sign-in");
  await page.getByRole("button", { name: auth("staff.passkey") }).click();
  await page.waitForURL((url) => url.pathname === "/admin");
});

test("a passkey whose person was not verified opens nothing", async ({ openDevice, mailbox }) => {
  const person = hireFromCommandLine("programme");
  const page = await openDevice();
  const authenticator = await useVirtualAuthenticator(page);
  await proveStaffAddress(page, mailbox, person.email);
  await typeEnrolmentCode(page, person.code);
  await page.getByRole("button", { name: auth("enrol.passkey") }).click();
  await arriveInConsole(page);
  await page.context().clearCookies();
  await authenticator.letVerify(false);
  await page.goto("/admin/sign-in");
  await page.getByRole("button", { name: auth("staff.passkey") }).click();
  await expect(page.getByText(auth("passkey.stopped.title"))).toBeVisible();
  await page.goto("/admin");
  await expect(page).toHaveURL(/\/admin\/sign-in$/);
});

test("an authenticator app is registered and signs in, and its code works once", async ({ openDevice, mailbox }) => {
  const person = hireFromCommandLine("programme");
  const page = await openDevice();
  const { secret, spent } = await enrolApp(page, mailbox, person);
  const other = await openDevice();
  await proveStaffAddress(other, mailbox, person.email);
  await other.getByRole("textbox", { name: auth("second.label") }).fill(spent);
  await other.getByRole("button", { name: auth("second.submit") }).click();
  await expect(other.getByRole("link", { name: auth("refusal.totp_used") })).toBeVisible();
  // What was said of the spent code must not be taken for an answer to the next.
  await other.reload();
  await typeTotp(other, secret);
  await expect(other).toHaveURL((url) => url.pathname === "/admin");
});

test("who is half-way in opens no page of the console, and leaves no session behind", async ({
  openDevice,
  mailbox,
  admin,
}) => {
  const { email } = hireFromCommandLine("programme", "administrator");
  const page = await openDevice();
  await proveStaffAddress(page, mailbox, email);
  for (const path of ["/admin", "/admin/programmes", "/admin/usage/csv", "/admin/grants"]) {
    await page.goto(path);
    await expect(page).toHaveURL(/\/admin\/sign-in$/);
  }
  const cookies = await page.context().cookies();
  expect(cookies.filter(({ name }) => name === "__Host-komapo-staff")).toEqual([]);
  const sessions =
    await admin`select 1 from staff_sessions s join staff p on p.id = s.staff_id where p.created_at = (select max(created_at) from staff)`;
  expect(sessions).toHaveLength(0);
});

test("a wrong enrolment code is told, and an unreadable one costs no try", async ({ openDevice, mailbox }) => {
  const person = hireFromCommandLine("programme");
  const page = await openDevice();
  await proveStaffAddress(page, mailbox, person.email);
  await typeEnrolmentCode(page, "AAAA");
  await expect(page.getByRole("link", { name: auth("refusal.malformed_code") })).toBeVisible();
  await page.getByLabel(auth("enrol.label")).fill("0000-0000");
  await page.getByRole("button", { name: auth("enrol.submit") }).click();
  await expect(page.getByRole("link", { name: auth("refusal.wrong_enrolment_code") })).toBeVisible();
});
