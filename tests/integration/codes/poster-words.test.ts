import { expect, test, vi } from "vitest";
import { adminSql } from "../../support/database";
import { makeStaff, makeTill } from "../../support/fixtures";
import { readPdf } from "../../support/read-pdf";
import { MAY_DAY } from "../../support/staff-fixtures";

vi.mock("next-intl/server", () => import("../../support/translations"));

const admin = adminSql();

/** Prints as the route does that gives the PDF. */
async function printCode(codeId: string, staff: Awaited<ReturnType<typeof makeStaff>>) {
  const { posterColours, posterWords } = await import("@/app/admin/(console)/codes/poster-words");
  const { findPoster } = await import("@/lib/codes/find-poster");
  const { printPoster } = await import("@/lib/codes/print-poster");
  const facts = await findPoster(codeId, "everywhere");
  if (!facts) throw new Error("the poster's code is not there");
  const order = { codeId, words: await posterWords(facts), colours: await posterColours() };
  const printed = await printPoster(order, staff, MAY_DAY);
  if (!printed.ok) throw new Error(printed.reason);
  return (await readPdf(printed.value)).text.replaceAll(/\s/g, "");
}

test("a shop's poster says whose it is, where and when it is open, its typed code, who issued it and its number", async () => {
  const staff = await makeStaff();
  const shop = { name: "㈱髙﨑ベーカリー", address: "狛江市岩戸北3-2-1", openingHours: "9時から18時30分 水曜休み" };
  const { codeId, serial, typedCode } = await makeTill(staff, shop);
  const [section] = await admin<{ name: string }[]>`select name from sections where id = ${staff.sectionId}`;
  const text = await printCode(codeId, staff);
  const typed = `${typedCode.slice(0, 4)}-${typedCode.slice(4)}`;
  const told = [
    ...[shop.name, `住所${shop.address}`, `営業時間${shop.openingHours}`, typed, "このお店でポイントがつかえます"],
    ...["1ポイントを1円としてつかえます", "QRコードを読む", "金額を入れて見せる", "ボタンで支払う"],
    `発行：狛江市${section?.name}No.${String(serial).padStart(6, "0")}`,
  ];
  for (const word of told) expect(text).toContain(word.replaceAll(/\s/g, ""));
  expect(text).not.toMatch(/もらえ|undefined|null/);
});
