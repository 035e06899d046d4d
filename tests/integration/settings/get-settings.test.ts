import postgres from "postgres";
import { afterAll, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { getSettings } from "@/lib/settings/queries";

const admin = postgres(process.env.ADMIN_DATABASE_URL ?? "", { max: 1 });
const rename = (name: string) => admin`update settings set value = to_jsonb(${name}::text) where key = 'service_name'`;

afterAll(async () => {
  await admin.end();
  await closeDatabase();
});

test("a migrated book has every name, colour and telephone", async () => {
  expect(await getSettings()).toMatchObject({ service_name: "こまポ", unit_name: "ポイント", city_name: "狛江市" });
});

test("a new name is seen within seconds, without a restart", async () => {
  await getSettings();
  await rename("めぐポ");
  await expect.poll(async () => (await getSettings()).service_name, { timeout: 5_000 }).toBe("めぐポ");
});

test("a colour that is no colour is refused, so that no setting can write into a page's styles", async () => {
  await admin`update settings set value = '"red;}body{display:none"' where key = 'colour_primary'`;
  await expect
    .poll(
      () =>
        getSettings().then(
          () => "read",
          () => "refused",
        ),
      { timeout: 5_000 },
    )
    .toBe("refused");
});
