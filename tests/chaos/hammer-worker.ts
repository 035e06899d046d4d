import postgres, { type Sql } from "postgres";
import { findPostingRefusal } from "@/lib/ledger/decide-refusal";
import { newId } from "@/lib/shared/ids";
import { eventOf, type HammerAnswer, type HammerBook, type HammerEvent } from "./hammer-plan";

// A process of the hammer, started with an IPC channel: posts the shared sequence of events, each up to three times at once, until told to stop.
export type HammerOrder = { url: string; book: HammerBook } | "stop";

const LANES = 8;
let sql: Sql | undefined;
let stopping = false;
let next = 0;

const connect = (url: string) => {
  sql = postgres(url, {
    max: LANES * 3,
    onnotice: () => undefined,
    connect_timeout: 2,
    idle_timeout: 5,
    fetch_types: false,
  });
};

async function post(
  { key, kind, account, points }: HammerEvent,
  { programme, shop }: HammerBook,
): Promise<HammerAnswer> {
  if (!sql) throw new Error("the hammer has no database");
  try {
    const [row] =
      kind === "grant"
        ? await sql`select public_id from post_grant(${newId()}, ${key}, ${account}, ${programme}, ${points}, '2099-03-31', null, null, now(), 'system:hammer')`
        : await sql`select public_id from post_spend(${newId()}, ${key}, ${account}, ${shop}, ${points}, now(), 'system:hammer')`;
    return { key, id: row?.public_id, reason: undefined };
  } catch (thrown) {
    const reason = findPostingRefusal(thrown);
    if (reason) return { key, id: undefined, reason };
    throw thrown;
  }
}

/** A lost connection leaves the outcome open: the same event is posted again until there is an answer. */
async function postUntilAnswered(event: HammerEvent, book: HammerBook): Promise<void> {
  while (!stopping) {
    try {
      process.send?.(await post(event, book));
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

async function lane(book: HammerBook): Promise<void> {
  while (!stopping) {
    const event = eventOf(next, book);
    next += 1;
    const twins = 1 + (next % 3);
    await Promise.all(Array.from({ length: twins }, () => postUntilAnswered(event, book)));
  }
}

process.on("message", async (order: HammerOrder) => {
  if (order === "stop") {
    stopping = true;
    return;
  }
  connect(order.url);
  await Promise.all(Array.from({ length: LANES }, () => lane(order.book)));
  await sql?.end({ timeout: 1 });
  process.disconnect();
});
