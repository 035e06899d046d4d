import { beforeAll, expect, test } from "vitest";
import { PAGE_SIZE } from "@/lib/shared/page";
import { findShop, listOpenShops } from "@/lib/shops/queries";
import { adminSql } from "../../support/database";
import { makeShop, makeStaff, type TestStaff } from "../../support/fixtures";

const admin = adminSql();
let staff: TestStaff;
beforeAll(async () => {
  staff = await makeStaff();
});

test("shops stand in the order of their readings, page by page, each once; those that have left do not", async () => {
  const letters = [..."あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよ"];
  for (const letter of letters.toReversed()) await makeShop(staff, { nameKana: `${letter}や`, name: `${letter}屋` });
  const left = await makeShop(staff, { nameKana: "ああや", categoryId: "beauty" });
  await admin`update shops set closed_at = now() where id = ${left}`;
  const first = await listOpenShops({});
  const second = await listOpenShops({}, first.next ?? undefined);
  expect(first.rows).toHaveLength(PAGE_SIZE);
  expect([...first.rows, ...second.rows].map(({ name }) => name)).toEqual(letters.map((letter) => `${letter}屋`));
  expect(second.next).toBeNull();
  expect(await findShop(left)).toMatchObject({ closedAt: expect.any(Date) });
});

test("a category shows its own shops only, and an unreadable key begins at the first page", async () => {
  const culture = await makeShop(staff, { nameKana: "わや", categoryId: "culture" });
  expect((await listOpenShops({ category: "culture" })).rows.map(({ id }) => id)).toEqual([culture]);
  expect((await listOpenShops({}, "nonsense'--")).rows[0]?.nameKana).toBe("あや");
});

test("a shop's page has what a visitor needs; an unknown id has none", async () => {
  const id = await makeShop(staff, { nameKana: "んや" });
  expect(await findShop(id)).toMatchObject({
    name: "むいから食堂",
    category: "飲食",
    openingHours: "11時から20時",
    closedAt: null,
  });
  expect(await findShop(staff.staffId)).toBeUndefined();
});
