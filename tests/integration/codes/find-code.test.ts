import { beforeAll, expect, test } from "vitest";
import { findCodeByToken, findCodeByTyped, findPathOfTyped } from "@/lib/codes/queries";
import { makeOffer, makeStaff, makeTill, type TestStaff } from "../../support/fixtures";

let staff: TestStaff;
beforeAll(async () => {
  staff = await makeStaff();
});

test("a typed code leads to the page that its QR opens, for an activity and for a shop", async () => {
  const [offer, till] = [await makeOffer(staff), await makeTill(staff)];
  expect(await findPathOfTyped(offer.typedCode)).toBe(`/e/${offer.token}`);
  expect(await findPathOfTyped(till.typedCode)).toBe(`/s/${till.token}`);
});

test("a code is found by either of its keys, and neither answer carries its secret", async () => {
  const { codeId, activityId, token, typedCode } = await makeOffer(staff);
  const found = { codeId, kind: "activity", activityId, shopId: null, revokedAt: null };
  expect(await findCodeByToken(token)).toEqual(found);
  expect(await findCodeByTyped(typedCode)).toEqual(found);
});

test("a code that was never issued leads nowhere", async () => {
  expect(await findCodeByToken("A".repeat(22))).toBeUndefined();
  expect(await findCodeByTyped("00000000")).toBeUndefined();
  expect(await findPathOfTyped("00000000")).toBeUndefined();
});
