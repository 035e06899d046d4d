import { expect, test } from "vitest";
import { CodeInput, EmailInput, MailedCodeInput } from "@/lib/auth/input";

const reasons = (result: { success: boolean; error?: { issues: { message: string }[] } | undefined }) =>
  result.error?.issues.map((issue) => issue.message);

test("a code may be typed in full width, with blanks and hyphens", () => {
  for (const code of ["123456", "１２３４５６", " 123 456 ", "123-456", "１２３　４５６", "123ー456"]) {
    expect(CodeInput.parse({ code })).toEqual({ code: "123456" });
  }
});

test("a mailed code is short or long, typed in one go or in groups, and nothing between", () => {
  for (const code of ["123456", "123456789012", "1234 5678 9012", "１２３４　５６７８　９０１２"])
    expect(MailedCodeInput.safeParse({ code }).success).toBe(true);
  for (const code of ["12345", "1234567", "12345678901", "1234567890123"])
    expect(reasons(MailedCodeInput.safeParse({ code }))).toEqual(["not_a_mailed_code"]);
});

test("what is not six digits is no code", () => {
  for (const code of ["12345", "1234567", "12345a", "٣٤٥٦٧٨"]) {
    expect(reasons(CodeInput.safeParse({ code }))).toEqual(["not_six_digits"]);
  }
  for (const form of [{ code: "" }, { code: " " }, {}])
    expect(reasons(CodeInput.safeParse(form))).toContain("required");
});

test("an address is read in full width and upper case, and with dots where old carriers have them", () => {
  const typed = {
    " Hanako＠Example.JP ": "hanako@example.jp",
    "taro..komae.@docomo.ne.jp": "taro..komae.@docomo.ne.jp",
  };
  for (const [email, read] of Object.entries(typed)) expect(EmailInput.parse({ email })).toEqual({ email: read });
});

test("lists, quoted parts, line breaks and names without a domain are no address", () => {
  const others = [
    "a@b.jp,c@d.jp",
    '"a b"@c.jp',
    "a@b.jp\r\nbcc:c@d.jp",
    "a@localhost",
    "a@b@c.jp",
    "a",
    "<a@b.jp>",
    "ａ@例え.jp",
  ];
  for (const email of others) expect(reasons(EmailInput.safeParse({ email }))?.[0]).toBe("not_an_email");
  expect(reasons(EmailInput.safeParse({ email: `${"a".repeat(250)}@b.jp` }))).toContain("too_long");
});

test("fields that the form does not have are refused", () => {
  expect(EmailInput.safeParse({ email: "a@b.jp", staff: "1" }).success).toBe(false);
  expect(CodeInput.safeParse({ code: "123456", memberId: "x" }).success).toBe(false);
});
