import { expect, test } from "vitest";
import { db } from "@/db/client";
import { type CitySettings, CityTerms } from "@/lib/settings/input";
import { getSettings, readSettings } from "@/lib/settings/queries";
import { undoSettings } from "@/lib/settings/undo-settings";
import { updateSettings } from "@/lib/settings/update-settings";
import { newId } from "@/lib/shared/ids";
import { adminSql } from "../../support/database";
import { makeStaff } from "../../support/fixtures";
import { actsOn, MAY_DAY } from "../../support/staff-fixtures";

const admin = adminSql();
const staff = await makeStaff();

async function wish(changes: Partial<CitySettings>): Promise<CitySettings> {
  const now = await readSettings(db);
  const terms = Object.fromEntries(CityTerms.keyof().options.map((key) => [key, now[key]])) as CityTerms;
  return { ...terms, logo_id: now.logo_id, ...changes };
}
const lastRow = async () =>
  (
    await admin`select act, before, after from audit_entries where target_kind = 'settings' order by id desc limit 1`
  )[0];

test("a change is one act with what was and what is, and seen everywhere within seconds", async () => {
  expect(await updateSettings(await wish({ unit_name: "コイン" }), staff, MAY_DAY)).toMatchObject({ ok: true });
  expect(await lastRow()).toEqual({
    act: "update_settings",
    before: { unit_name: "ポイント" },
    after: { unit_name: "コイン" },
  });
  await expect.poll(async () => (await getSettings()).unit_name, { timeout: 5_000 }).toBe("コイン");
});

test("the latest change is taken back once", async () => {
  await updateSettings(await wish({ city_name: "見本市" }), staff, MAY_DAY);
  expect(await undoSettings(staff, MAY_DAY)).toEqual({ ok: true, value: null });
  expect((await readSettings(db)).city_name).toBe("狛江市");
  expect(await undoSettings(staff, MAY_DAY)).toMatchObject({ reason: "nothing_to_undo" });
});

test("saved as it is, nothing is written; colours that cannot be read and a logo that is none are denied, on record", async () => {
  const before = await lastRow();
  expect(await updateSettings(await wish({}), staff, MAY_DAY)).toEqual({ ok: true, value: { changed: false } });
  expect(await lastRow()).toEqual(before);
  const pale = await wish({ colour_primary: "#dddddd" });
  expect(await updateSettings(pale, staff, MAY_DAY)).toMatchObject({ reason: "contrast_too_low" });
  expect(await updateSettings(await wish({ logo_id: newId() }), staff, MAY_DAY)).toMatchObject({
    reason: "unknown_logo",
  });
  expect(await actsOn(admin, "city")).toEqual(
    expect.arrayContaining(["update_settings denied: contrast_too_low", "update_settings denied: unknown_logo"]),
  );
});

test("of two who save at once, each has its act, and the last one's words stand", async () => {
  const [one, other] = [await wish({ service_name: "めぐポ" }), await wish({ service_name: "つなポ" })];
  await Promise.all([updateSettings(one, staff, MAY_DAY), updateSettings(other, staff, MAY_DAY)]);
  const row = await lastRow();
  expect((await readSettings(db)).service_name).toBe(row?.after.service_name);
  expect(["めぐポ", "つなポ"]).toContain(row?.before.service_name);
});
