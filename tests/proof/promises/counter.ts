import assert from "node:assert/strict";
import { newId } from "@/lib/shared/ids";
import { EARNED } from "../amounts";
import { CounterVisitor } from "../counter-visitor";
import type { Promised } from "../proof";

const steps = (activityId: string, itemId: string) =>
  ["", "/menu", "/grant", `/grant/${activityId}`, "/exchange", `/exchange/${itemId}`, "/card", "/balance"].map(
    (step) => `/admin/counter${step}`,
  );

export const nothingCarriedOver: Promised = {
  name: "nothing of the former member after a visit at the counter: receipt, sixty idle seconds, next member",
  async run({ city, admin, people: { counter } }) {
    const [comer, next] = counter.comers;
    assert.ok(comer && next, "nobody stands at the counter");
    const pages = steps(counter.activityId, counter.itemId);
    const check = `/admin/counter/grant/${counter.activityId}`;
    const desk = new CounterVisitor(city.origin, comer);
    const nobody = async (when: string) => assert.ok(!(await desk.isSeenOn(pages)), `something is seen ${when}`);

    const visitId = await desk.open(check);
    assert.ok(await desk.isSeenOn(["/admin/counter/menu"]), "an open visit does not name its member");
    assert.match(await desk.act("grantAction", { visitId, activityId: counter.activityId }), /receipt/);
    await nobody("after the receipt");
    await desk.open(check);
    await admin`update counter_visits set last_seen_at = last_seen_at - interval '61 seconds' where ended_at is null`;
    await nobody("after sixty-one idle seconds");
    await desk.open(check);
    await new CounterVisitor(city.origin, { ...next, session: comer.session }).open(check);
    await nobody("when the next one stands there");
    return `${pages.length} pages after each end`;
  },
};

export const lastPieceOnce: Promised = {
  name: "the last piece of goods goes once, to one of two who ask at the same moment, and the other keeps all points",
  async run({ city, admin, people: { counter } }) {
    const { itemId, comers } = counter;
    const desks = comers.map((comer) => new CounterVisitor(city.origin, comer));
    const visits = await Promise.all(desks.map((desk) => desk.open("/admin/counter/card")));
    const wish = { itemId, pieces: "1", points: String(EARNED) };
    await Promise.all(
      desks.map((desk, at) => desk.act("exchangeAction", { ...wish, id: newId(), visitId: visits[at] ?? "" })),
    );
    const [seen] = await admin`
      select (select stock from reward_items where id = ${itemId}) as stock,
             (select count(*)::int from reward_exchanges where item_id = ${itemId}) as exchanges,
             (select count(*)::int from audit_entries where act = 'exchange_reward' and reason = 'out_of_stock') as told`;
    assert.deepEqual({ ...seen }, { stock: 0, exchanges: 1, told: 1 });
    return undefined;
  },
};
