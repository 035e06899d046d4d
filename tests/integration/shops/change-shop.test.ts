import { expect, test } from "vitest";
import { newId } from "@/lib/shared/ids";
import { closeShop } from "@/lib/shops/close-shop";
import { createShop } from "@/lib/shops/create-shop";
import { findShopRecord, listShops } from "@/lib/shops/queries";
import { reopenShop } from "@/lib/shops/reopen-shop";
import { updateShop } from "@/lib/shops/update-shop";
import { adminSql } from "../../support/database";
import { actsOn, addStaff, MAY_DAY, shopPlan } from "../../support/staff-fixtures";

const admin = adminSql();

async function addShop(changes: Parameters<typeof shopPlan>[0] = {}) {
  const actor = await addStaff(admin);
  const plan = shopPlan(changes);
  await createShop(plan, actor, MAY_DAY);
  return { actor, plan };
}

test("a shop is changed with one audit row; the same again writes nothing", async () => {
  const { actor, plan } = await addShop();
  for (let time = 0; time < 2; time += 1) {
    expect(await updateShop({ ...plan, address: "狛江市中和泉2-2" }, actor, MAY_DAY)).toMatchObject({ ok: true });
  }
  expect(await findShopRecord(plan.id)).toMatchObject({ address: "狛江市中和泉2-2", hasCode: false });
  expect(await actsOn(admin, plan.id)).toEqual(["create_shop", "update_shop"]);
});

test("closing twice at once is one act, and it can be undone once", async () => {
  const { actor, plan } = await addShop();
  const close = () => closeShop({ shopId: plan.id, reason: "閉店" }, actor, MAY_DAY);
  await Promise.all([close(), close()]);
  expect((await findShopRecord(plan.id))?.closedAt).toEqual(MAY_DAY);
  await Promise.all([reopenShop({ shopId: plan.id }, actor, MAY_DAY), reopenShop({ shopId: plan.id }, actor, MAY_DAY)]);
  expect((await findShopRecord(plan.id))?.closedAt).toBeNull();
  expect(await actsOn(admin, plan.id)).toEqual(["create_shop", "close_shop", "reopen_shop"]);
});

test("what is unknown can be neither changed, closed nor reopened, and each act that was tried has its row", async () => {
  const { actor, plan } = await addShop();
  const shopId = newId();
  const refused = { ok: false, reason: "unknown_shop" };
  expect(await updateShop({ ...plan, id: shopId }, actor, MAY_DAY)).toEqual(refused);
  expect(await closeShop({ shopId, reason: "閉店" }, actor, MAY_DAY)).toEqual(refused);
  expect(await reopenShop({ shopId }, actor, MAY_DAY)).toEqual(refused);
  const acts = ["update_shop", "close_shop", "reopen_shop"].map((act) => `${act} denied: unknown_shop`);
  expect(await actsOn(admin, shopId)).toEqual(acts);
});

test("shops stand in the order of their readings and are found by any kana, part of a name, or address", async () => {
  const key = newId();
  await addShop({ name: "パン工房", nameKana: "ぱんこうぼう", address: key });
  await addShop({ name: "喫茶 朝日100%", nameKana: "あさひ", address: key });
  const find = async (words: string) => (await listShops({ words }, undefined)).rows.map((shop) => shop.name);
  expect(await find(key)).toEqual(["喫茶 朝日100%", "パン工房"]);
  expect(await find("ﾊﾟﾝｺｳ")).toEqual(["パン工房"]);
  expect(await find("0%")).toEqual(["喫茶 朝日100%"]);
  expect(await find("パン_房")).toEqual([]);
  expect(await find("\u0000")).not.toEqual([]);
});

test("a long list of shops pages by reading without a gap or a repeat", async () => {
  const words = newId();
  for (let made = 0; made < 32; made += 1) await addShop({ nameKana: "さくら", address: words });
  const first = await listShops({ words });
  const second = await listShops({ words }, first.next ?? undefined);
  expect(new Set([...first.rows, ...second.rows].map((shop) => shop.id)).size).toBe(32);
});
