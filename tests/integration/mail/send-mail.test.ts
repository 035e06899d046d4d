import { afterAll, beforeAll, expect, test } from "vitest";
import { type Mailbox, startMailbox } from "../../../db/demo/mailbox";
import { waitForMail } from "../../support/mailbox";

let mailbox: Mailbox;
let sendMail: typeof import("@/lib/mail/send-mail").sendMail;

beforeAll(async () => {
  mailbox = await startMailbox();
  process.env.SMTP_URL = mailbox.smtpUrl;
  // After the address is known: settings are read once.
  ({ sendMail } = await import("@/lib/mail/send-mail"));
});
afterAll(() => mailbox.stop());

test("a letter arrives as it was written, in Japanese", async () => {
  await sendMail({ to: "hanako@example.jp", subject: "【こまポ】確認コード", text: "コード：012345\n㈱①髙﨑～\n" });
  const mail = await waitForMail(mailbox.pageUrl, "hanako@example.jp");
  expect(mail).toMatchObject({ subject: "【こまポ】確認コード", text: "コード：012345\n㈱①髙﨑～\n" });
});

test("what looks like a list of addresses reaches nobody", async () => {
  const to = "first@example.jp,second@example.jp";
  await expect(sendMail({ to, subject: "s", text: "t" })).rejects.toMatchObject({ code: "EENVELOPE" });
  const mails: { to: string }[] = await (await fetch(`${mailbox.pageUrl}/mails.json`)).json();
  expect(mails.map((mail) => mail.to)).toEqual(["hanako@example.jp"]);
});
