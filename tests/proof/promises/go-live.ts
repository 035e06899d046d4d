import assert from "node:assert/strict";
import { send } from "../../support/raw-request";
import { act } from "../act";
import type { Promised } from "../proof";
import { verify } from "./verified";

/** The end of the proof: afterwards the city is another one. */
export const goesLive: Promised = {
  name: "a closed test goes live once, by two persons: its book is archived as it was, those who agreed begin from zero, and both books verify",
  async run({ city, admin, people }) {
    await admin`update books set kind = 'closed_test' where is_current`;
    await admin`update members set stays_after_test = (id = ${people.scanner.memberId}) where state = 'active'`;
    const [{ sum: before } = {}] = await admin`select sum(hashtext(t::text)) as sum from transfers t`;
    const { maker: staffId, checkers } = people.office;
    const done = act(city, "goLive", { staffId, checkers });
    assert.equal(done.filter(Boolean).length, 1, "not one of two approvers began the real run");
    const books = await admin`select kind, is_current, archived_at is not null as archived from books order by id`;
    assert.deepEqual(
      [...books],
      [
        { kind: "closed_test", is_current: false, archived: true },
        { kind: "real", is_current: true, archived: false },
      ],
    );
    const [{ sum: after } = {}] = await admin`select sum(hashtext(t::text)) as sum from transfers t`;
    assert.equal(after, before, "a transfer of the test has changed");
    const [left] = await admin`
      select count(*)::int as points from wallets w join accounts a on a.id = w.account_id where a.book_id = 2 and w.balance <> 0`;
    assert.equal(left?.points, 0);
    const { code, said } = verify(city);
    assert.equal(code, 0, said);
    assert.equal((await send(city.origin, "/", { headers: { accept: "text/html" } })).status, 200);
    return said;
  },
};
