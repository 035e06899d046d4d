import "../../support/own-mailbox";
import sharp from "sharp";
import { expect, test, vi } from "vitest";
import { adminSql } from "../../support/database";
import { makeOffer, makeStaff } from "../../support/fixtures";
import { waitForMail } from "../../support/mailbox";
import { readPdf } from "../../support/read-pdf";
import { MAY_DAY } from "../../support/staff-fixtures";

vi.mock("next-intl/server", () => import("../../support/translations"));

const admin = adminSql();
const mailbox = process.env.TEST_MAILBOX ?? "";

const wanted = {
  ...{ service_name: "めぐポ", unit_name: "コイン", city_name: "見本市", contact_phone: "042-000-0000" },
  ...{ colour_primary: "#7a1f1f", colour_on_primary: "#ffffff" },
};

/** Renames the city through the use case, with a logo of its own. */
async function rename() {
  const { keepLogo } = await import("@/lib/logos/keep-logo");
  const { updateSettings } = await import("@/lib/settings/update-settings");
  const { getSettings } = await import("@/lib/settings/queries");
  const staff = await makeStaff();
  const square = { width: 200, height: 200, channels: 3, background: { r: 179, g: 38, b: 30 } } as const;
  const kept = await keepLogo(await sharp({ create: square }).png().toBuffer(), staff, MAY_DAY);
  if (!kept.ok) throw new Error(kept.reason);
  const saved = await updateSettings({ ...(await getSettings()), ...wanted, logo_id: kept.value }, staff, MAY_DAY);
  if (!saved.ok) throw new Error(saved.reason);
  await expect.poll(async () => (await getSettings()).service_name, { timeout: 5_000 }).toBe("めぐポ");
  return { staff, logoId: kept.value };
}

test("names, colours, telephone and logo of the settings are on the poster, in the mail, in the manifest and its icons, and in every sentence", async () => {
  const { staff, logoId } = await rename();

  const { default: manifest } = await import("@/app/manifest");
  expect(await manifest()).toMatchObject({ name: "めぐポ", short_name: "めぐポ", theme_color: "#7a1f1f" });
  const { drawCityIcon } = await import("@/lib/logos/city-icon");
  const { dominant } = await sharp(await drawCityIcon("512.png")).stats();
  expect(dominant.r).toBeGreaterThan(150);

  const { posterColours, posterWords } = await import("@/app/admin/(console)/codes/poster-words");
  const { findPoster } = await import("@/lib/codes/find-poster");
  const { printPoster } = await import("@/lib/codes/print-poster");
  const { codeId } = await makeOffer(staff);
  const facts = await findPoster(codeId, "everywhere");
  if (!facts) throw new Error("the poster's code is not there");
  const order = { codeId, words: await posterWords(facts), colours: await posterColours() };
  const printed = await printPoster(order, staff, MAY_DAY);
  if (!printed.ok) throw new Error(printed.reason);
  const { text, images } = await readPdf(printed.value);
  for (const word of ["めぐポ", "コイン", "見本市"]) expect(text).toContain(word);
  expect(text).not.toMatch(/こまポ|ポイント|狛江市の/);
  expect(images).toBe(1);

  const { sendMail } = await import("@/lib/mail/send-mail");
  await sendMail({ to: "hanako@example.jp", subject: "確認コード", text: "コード：012345\n" });
  const mail = await waitForMail(mailbox, "hanako@example.jp");
  expect(mail).toMatchObject({ subject: "確認コード" });
  expect(mail.from).toContain("めぐポ");

  const { catalogues } = await import("@/lib/i18n/catalogue");
  const { fillNames } = await import("@/lib/i18n/fill-names");
  const { getSettings } = await import("@/lib/settings/queries");
  const said = JSON.stringify(fillNames(catalogues.ja, await getSettings()));
  expect(said).toContain("めぐポ");
  expect(said.match(/.{0,20}(こまポ|ポイント|狛江).{0,20}/g)).toBeNull();
  expect(await admin`select id from logos where id = ${logoId}`).toHaveLength(1);
});

test("in a closed test the poster and the mail say that points are not real", async () => {
  await admin`update books set kind = 'closed_test' where is_current`;
  const { isClosedTest } = await import("@/lib/ledger/current-book");
  await expect.poll(isClosedTest, { timeout: 5_000 }).toBe(true);
  const { posterWords } = await import("@/app/admin/(console)/codes/poster-words");
  const { findPoster } = await import("@/lib/codes/find-poster");
  const { codeId } = await makeOffer(await makeStaff());
  const facts = await findPoster(codeId, "everywhere");
  expect(facts && (await posterWords(facts)).lead).toContain("テスト運用");
  const { sendMail } = await import("@/lib/mail/send-mail");
  await sendMail({ to: "taro@example.jp", subject: "確認コード", text: "コード：012345\n" });
  const mail = await waitForMail(mailbox, "taro@example.jp");
  expect(mail.subject).toContain("テスト運用");
  expect(mail.text).toContain("本物ではありません");
});

test("a poster says what, when, where, for whom and how much, and its typed code, section and serial number", async () => {
  const { posterColours, posterWords, serialWords } = await import("@/app/admin/(console)/codes/poster-words");
  const { findPoster } = await import("@/lib/codes/find-poster");
  const { printPoster } = await import("@/lib/codes/print-poster");
  const { formatTypedCode } = await import("@/lib/codes/decide-typed-code");
  const { cityDay, formatCityDate } = await import("@/lib/shared/city-time");
  const staff = await makeStaff();
  const { codeId } = await makeOffer(staff);
  const facts = await findPoster(codeId, "everywhere");
  if (facts?.kind !== "activity") throw new Error("the poster's code is not there");
  const order = { codeId, words: await posterWords(facts), colours: await posterColours() };
  const printed = await printPoster(order, staff, MAY_DAY);
  if (!printed.ok) throw new Error(printed.reason);
  const text = (await readPdf(printed.value)).text.replaceAll(/\s/g, "");
  const { title, place, audience, points, startsAt, endsAt } = facts.activity;
  const told = [
    title,
    place,
    audience,
    String(points),
    formatCityDate(cityDay(startsAt)),
    formatCityDate(cityDay(endsAt)),
  ];
  told.push(formatTypedCode(facts.typedCode), facts.section, serialWords(facts.serial));
  told.push(...order.words.steps.map((step) => step.text));
  for (const word of told) expect(text).toContain(word.replaceAll(/\s/g, ""));
});
