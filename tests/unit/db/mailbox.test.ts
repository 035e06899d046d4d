import { createTransport } from "nodemailer";
import { expect, onTestFinished, test } from "vitest";
import { startMailbox } from "@/db/demo/mailbox";
import { waitForCode } from "../../support/mailbox";

test("the mailbox shows every mail, newest first, and nothing in it becomes markup", async () => {
  const mailbox = await startMailbox();
  onTestFinished(mailbox.stop);
  const post = createTransport(mailbox.smtpUrl);
  const from = "こまポ <no-reply@komapo.example>";
  await post.sendMail({ from, to: "hanako@example.jp", subject: "確認コード", text: "コードは 123456 です" });
  await post.sendMail({ from, to: "taro@example.jp", subject: "<b>題</b>", text: "<script>alert(1)</script>" });

  const mails = await (await fetch(`${mailbox.pageUrl}/mails.json`)).json();
  expect(mails.map((mail: { to: string }) => mail.to)).toEqual(["taro@example.jp", "hanako@example.jp"]);
  expect(await waitForCode(mailbox.pageUrl, "hanako@example.jp")).toBe("123456");

  const page = await (await fetch(mailbox.pageUrl)).text();
  expect(page).toContain("コードは 123456 です");
  expect(page).not.toMatch(/<script>|<b>/);
});
