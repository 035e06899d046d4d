import { createTransport } from "nodemailer";
import { expect, onTestFinished, test } from "vitest";
import { startMailbox } from "@/db/demo/mailbox";
import { showTotpCodes } from "@/db/demo/totp-codes";
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

test("a demo's mailbox shows what the staff's authenticator apps show now, and any other shows none", async () => {
  const now = new Date("2026-05-03T01:12:10Z");
  const codes = showTotpCodes(now);
  expect(codes.length).toBeGreaterThan(8);
  expect(codes[0]).toEqual({ name: "渡辺 直樹", email: "watanabe@example.jp", code: expect.any(String), seconds: 20 });
  const demo = await startMailbox(0, () => codes);
  const plain = await startMailbox();
  onTestFinished(async () => void (await Promise.all([demo.stop(), plain.stop()])));
  const shown = await (await fetch(demo.pageUrl)).text();
  for (const { code } of codes) expect(shown).toContain(`<td>${code}</td>`);
  expect(await (await fetch(plain.pageUrl)).text()).toContain('<section hidden="">');
});
