import { expect, test } from "vitest";
import { db } from "@/db/client";
import { postForfeit } from "@/lib/ledger/post-forfeit";
import { runTransaction } from "@/lib/ledger/run-transaction";
import { verifyLedger } from "@/lib/ledger/verify-ledger";
import { newId } from "@/lib/shared/ids";
import { adminSql, appSql } from "../../support/database";
import { type Owner, openSmallWorld } from "../../support/open-world";
import { grant, posted, refusalOf, spend } from "../../support/post";

const admin = adminSql();
const app = appSql();

const forfeit = (of: Owner, points: number, eventKey = newId()) =>
  runTransaction((tx) =>
    postForfeit(tx, {
      ...{ eventKey, memberAccountId: of.account, points },
      ...{ happenedAt: new Date("2026-05-04T00:00:00Z"), actor: "system:leave" },
    }),
  );

async function granted(points: number) {
  const world = await openSmallWorld(admin, 1_000);
  await posted(grant(app, { to: world.member, of: world.programme, points }));
  return world;
}

test("law 6: what a leaving member has left goes to the book's one forfeiture account, part by part, out of the lots", async () => {
  const { member, other, programme } = await granted(80);
  await posted(grant(app, { to: other, of: programme, points: 5 }));
  expect(await forfeit(member, 30)).toMatchObject({ ok: true, value: { balanceAfter: 50 } });
  expect(await forfeit(member, 50)).toMatchObject({ ok: true, value: { balanceAfter: 0 } });
  expect(await forfeit(other, 5)).toMatchObject({ ok: true, value: { balanceAfter: 0 } });
  const [account] = await admin`select count(*)::int as many from accounts where kind = 'forfeiture'`;
  expect(account).toEqual({ many: 1 });
  expect((await verifyLedger(db)).faults).toEqual([]);
});

test("law 4: the same forfeit again gives the first, another amount under its key is a conflict", async () => {
  const { member } = await granted(80);
  const key = newId();
  const answers = await Promise.all(Array.from({ length: 10 }, () => forfeit(member, 80, key)));
  expect(answers.filter((answer) => answer.ok && !answer.value.isRepeat)).toHaveLength(1);
  expect(answers.filter((answer) => answer.ok && answer.value.isRepeat)).toHaveLength(9);
  expect(await forfeit(member, 1, key)).toEqual({ ok: false, reason: "event_key_conflict" });
});

test("law 5: more than there is is not forfeited, and of a payment and a forfeit at once one finds the points gone", async () => {
  const { member, shop } = await granted(80);
  expect(await forfeit(member, 81)).toEqual({ ok: false, reason: "insufficient_points" });
  const [left, paid] = await Promise.all([
    forfeit(member, 80),
    refusalOf(spend(app, { from: member, at: shop, points: 80 })),
  ]);
  expect([left.ok, paid]).toBeOneOf([
    [true, "insufficient_points"],
    [false, undefined],
  ]);
});
