import sharp from "sharp";
import { expect, test } from "vitest";
import { drawIcon, icons } from "@/lib/logos/draw-icon";
import { keepLogo } from "@/lib/logos/keep-logo";
import { findLogo } from "@/lib/logos/queries";
import { adminSql } from "../../support/database";
import { makeStaff } from "../../support/fixtures";
import { actsOn, MAY_DAY } from "../../support/staff-fixtures";

const admin = adminSql();
const square = (side: number) =>
  sharp({ create: { width: side, height: side, channels: 3, background: { r: 200, g: 30, b: 30 } } });
const secret = "taken at the mayor's home";

test.each(["png", "jpeg", "webp"] as const)(
  "a %s is drawn anew as PNG, and nothing it told of itself is kept",
  async (kind) => {
    const staff = await makeStaff();
    const file = await square(300)
      .withExif({ IFD0: { ImageDescription: secret } })
      .toFormat(kind)
      .toBuffer();
    expect(file.toString("latin1")).toContain(secret);
    const kept = await keepLogo(Buffer.concat([file, Buffer.from("<script>")]), staff, MAY_DAY);
    if (!kept.ok) throw new Error(kept.reason);
    const png = await findLogo(kept.value);
    expect(await sharp(png).metadata()).toMatchObject({ format: "png", width: 300 });
    expect((await sharp(png).metadata()).exif).toBeUndefined();
    for (const gone of [secret, "<script>"]) expect(png?.toString("latin1")).not.toContain(gone);
  },
);

test("a file that only begins like a picture is refused, on record, and none is kept", async () => {
  const staff = await makeStaff();
  const [before] = await admin`select count(*) from logos`;
  const png = await square(300).png().toBuffer();
  const broken = [png.subarray(0, 60), Buffer.concat([png.subarray(0, 8), Buffer.from("<svg onload=alert(1)>")])];
  for (const file of broken) expect(await keepLogo(file, staff, MAY_DAY)).toMatchObject({ reason: "logo_no_picture" });
  expect(await keepLogo(await square(40).png().toBuffer(), staff, MAY_DAY)).toMatchObject({ reason: "logo_too_small" });
  expect(await admin`select count(*) from logos`).toEqual([before]);
  expect(await actsOn(admin, "city")).toContain("upload_logo denied: logo_no_picture");
});

test("every icon has its size, from the city's colours or its logo", async () => {
  const colours = { primary: "#7a1f1f", onPrimary: "#ffffff" };
  for (const logo of [undefined, await square(100).png().toBuffer()]) {
    for (const name of Object.keys(icons) as (keyof typeof icons)[]) {
      const { side } = icons[name];
      expect(await sharp(await drawIcon(name, { ...colours, logo })).metadata()).toMatchObject({ width: side });
    }
  }
});
