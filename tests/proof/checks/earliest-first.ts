import assert from "node:assert/strict";
import type { Check } from "../check";
import { grant, spend } from "../postings";
import { openTown, openWallet } from "../town";

export const earliestFirst: Check = {
  name: "the points that expire first are spent first, and of two equals the older",
  async run(copy) {
    const town = await openTown(copy, 100_000);
    const wallet = await openWallet(copy);
    for (const expiresOn of ["2091-03-31", "2090-03-31", "2092-03-31", "2090-03-31"]) {
      await grant(copy, town, wallet, 100, { expiresOn });
    }
    const payment = await spend(copy, town, wallet, 250);
    const taken = await copy.admin<{ nth: number; points: number }[]>`
      select (l.id - (select min(id) from lots where account_id = ${wallet.account}))::int as nth, u.points
        from lot_uses u join lots l on l.id = u.lot_id join transfers t on t.id = u.transfer_id
       where t.public_id = ${payment} order by l.expires_on, l.id`;
    assert.deepEqual(
      [...taken],
      [
        { nth: 1, points: 100 },
        { nth: 3, points: 100 },
        { nth: 0, points: 50 },
      ],
    );
  },
};
