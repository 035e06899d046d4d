import { expect, test } from "vitest";
import { findPoster } from "@/lib/codes/find-poster";
import { issueCode } from "@/lib/codes/issue-code";
import { printPoster } from "@/lib/codes/print-poster";
import { createShop } from "@/lib/shops/create-shop";
import { adminSql } from "../../support/database";
import { sampleColours, sampleWords } from "../../support/poster-sample";
import { findCode, renderPoster } from "../../support/poster-video";
import { actsOn, addStaff, MAY_DAY, shopPlan } from "../../support/staff-fixtures";

const admin = adminSql();

async function issued() {
  const actor = await addStaff(admin);
  const shop = shopPlan({ name: "㈱髙﨑ベーカリー" });
  await createShop(shop, actor, MAY_DAY);
  const code = await issueCode({ shopId: shop.id }, actor, MAY_DAY);
  if (!code.ok) throw new Error(code.reason);
  return { actor, shop, ...code.value };
}

test("a poster can be printed again: its secrets are unsealed as they were issued", async () => {
  const { shop, codeId, token, typedCode, serial } = await issued();
  expect(await findPoster(codeId, "everywhere")).toMatchObject({
    kind: "shop",
    shop: { id: shop.id, name: shop.name, address: shop.address, openingHours: shop.openingHours },
    ...{ codeId, token, typedCode, serial, revokedAt: null },
  });
});

test("printing is an act of its own, recorded each time, and the paper holds the code's address", async () => {
  const { actor, codeId, token } = await issued();
  const address = `https://komapo.city.example.jp/s/${token}`;
  const order = { codeId, words: sampleWords({ address }), colours: sampleColours };
  const printed = await printPoster(order, actor, MAY_DAY);
  if (!printed.ok) throw new Error(printed.reason);
  expect((await findCode(await renderPoster(printed.value)))?.text).toBe(address);
  await printPoster(order, actor, MAY_DAY);
  expect(await actsOn(admin, codeId)).toEqual(["issue_code", "print_poster", "print_poster"]);
});

test("words that the fonts cannot print are refused, and it is recorded that they were", async () => {
  const { actor, codeId } = await issued();
  const order = { codeId, words: sampleWords({ title: "花🎉火" }), colours: sampleColours };
  expect(await printPoster(order, actor, MAY_DAY)).toEqual({ ok: false, reason: "unprintable_letters" });
  expect(await actsOn(admin, codeId)).toEqual(["issue_code", "print_poster denied: unprintable_letters"]);
});
