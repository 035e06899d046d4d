import { beforeAll, expect, test } from "vitest";
import { findCheck, findTill, getWallet } from "@/lib/spending/queries";
import { quotePayment } from "@/lib/spending/quote-payment";
import { adminSql } from "../../support/database";
import {
  AT,
  balanceOf,
  earn,
  makeMember,
  makeOffer,
  makeStaff,
  makeTill,
  type TestStaff,
} from "../../support/fixtures";

const admin = adminSql();
let staff: TestStaff;
beforeAll(async () => {
  staff = await makeStaff();
});

test("a quote locks shop and amount for three minutes and moves no points", async () => {
  const { token } = await makeTill(staff, { name: "髙﨑青果店" });
  const { memberId, accountId } = await makeMember();
  await earn(staff, memberId, 300);
  const quoted = await quotePayment({ token, memberId, points: 120 });
  const check = quoted.ok ? await findCheck({ quoteId: quoted.value.quoteId, token, memberId }) : undefined;
  expect(check).toMatchObject({ points: 120, shopName: "髙﨑青果店", closedAt: null, paidBy: null, balance: 300 });
  const [times] =
    await admin`select abs(extract(epoch from expires_at - opened_at) - 180) < 0.1 as three from quotes where member_id = ${memberId}`;
  expect(times?.three).toBe(true);
  expect(await balanceOf(accountId)).toBe(300);
});

test("a member has one open quote: a new one closes the one before", async () => {
  const { token } = await makeTill(staff);
  const { memberId } = await makeMember();
  await earn(staff, memberId, 300);
  const quotes = await Promise.all([100, 200, 300].map((points) => quotePayment({ token, memberId, points })));
  expect(quotes.every((quote) => quote.ok)).toBe(true);
  const open = await admin`select 1 from quotes where member_id = ${memberId} and closed_at is null`;
  expect(open).toHaveLength(1);
});

test("another member's quote and another shop's code show nothing", async () => {
  const [till, otherTill] = [await makeTill(staff), await makeTill(staff)];
  const [one, other] = [await makeMember(), await makeMember()];
  await earn(staff, one.memberId, 100);
  const quoted = await quotePayment({ token: till.token, memberId: one.memberId, points: 100 });
  const quoteId = quoted.ok ? quoted.value.quoteId : "";
  expect(await findCheck({ quoteId, token: till.token, memberId: other.memberId })).toBeUndefined();
  expect(await findCheck({ quoteId, token: otherTill.token, memberId: one.memberId })).toBeUndefined();
});

test("what cannot be paid is refused by its own reason", async () => {
  const { token, shopId, codeId } = await makeTill(staff);
  const { memberId } = await makeMember();
  await earn(staff, memberId, 100);
  const reason = async (wish: { token: string; points: number }) => {
    const quoted = await quotePayment({ memberId, ...wish });
    return quoted.ok ? "ok" : quoted.reason;
  };
  const { token: activityToken } = await makeOffer(staff);
  expect(await reason({ token, points: 101 })).toBe("insufficient_points");
  expect(await reason({ token, points: 0 })).toBe("not_an_amount");
  expect(await reason({ token: "A".repeat(22), points: 1 })).toBe("unknown_code");
  expect(await reason({ token: activityToken, points: 1 })).toBe("unknown_code");
  await admin`update shops set closed_at = now() where id = ${shopId}`;
  expect(await reason({ token, points: 1 })).toBe("shop_closed");
  await admin`update codes set revoked_at = now(), revoked_by = ${staff.staffId}, revoke_reason = 'lost' where id = ${codeId}`;
  expect(await reason({ token, points: 1 })).toBe("revoked_code");
});

test("a shop's poster shows the shop to anybody; an activity's code shows none", async () => {
  const { token } = await makeTill(staff, { name: "むいから食堂", address: "狛江市元和泉1-1-1" });
  expect(await findTill(token)).toEqual({
    name: "むいから食堂",
    address: "狛江市元和泉1-1-1",
    category: "飲食",
    revokedAt: null,
    closedAt: null,
  });
  const { token: activityToken } = await makeOffer(staff);
  expect(await findTill(activityToken)).toBeUndefined();
});

test("a wallet says what of it ends next, all that ends on that one day, and what is past its day and still in it", async () => {
  const { memberId, accountId } = await makeMember();
  const open = { isSuspended: false };
  expect(await getWallet(accountId, AT)).toEqual({ balance: 0, ending: undefined, ended: 0, ...open });
  await earn(staff, memberId, 100, 50);
  expect(await getWallet(accountId, AT)).toEqual({
    balance: 150,
    ending: { on: "2028-03-31", points: 150 },
    ended: 0,
    ...open,
  });
  await admin`insert into open_lots (account_id, expires_on, is_general, lot_id, points, remaining)
    values (${accountId}, '2026-05-02', true, 0, 7, 7)`;
  expect(await getWallet(accountId, AT)).toEqual({
    balance: 150,
    ending: { on: "2028-03-31", points: 150 },
    ended: 7,
    ...open,
  });
  expect(await getWallet(accountId, new Date("2026-05-02T14:59:59Z"))).toMatchObject({
    ending: { on: "2026-05-02", points: 7 },
    ended: 0,
  });
});
