import { newId } from "@/lib/shared/ids";
import type { Copy } from "./copy";
import type { Town, Wallet } from "./town";

type Posted = { id: string }[];

/** The public id of the transfer that answered. */
async function idOf(answer: PromiseLike<Posted>): Promise<string> {
  const [row] = await answer;
  if (!row) throw new Error("a posting function returned no row");
  return row.id;
}

type Grant = { key?: string; expiresOn?: string };

/** Grants points as the app does; by default a new event each time. */
export const grant = ({ app }: Copy, town: Town, to: Wallet, points: number, given: Grant = {}): Promise<string> =>
  idOf(app<Posted>`
    select public_id as id from post_grant(${newId()}, ${given.key ?? `proof:${newId()}`}, ${to.account}, ${town.programme}, ${points},
      ${given.expiresOn ?? "2099-03-31"}, null, null, now(), ${`member:${to.owner}`})`);

export const spend = (
  { app }: Copy,
  town: Town,
  from: Wallet,
  points: number,
  key = `proof:${newId()}`,
): Promise<string> =>
  idOf(app<Posted>`
    select public_id as id from post_spend(${newId()}, ${key}, ${from.account}, ${town.shop}, ${points}, now(), ${`member:${from.owner}`})`);

/** Reverses the whole of a transfer, each time as another event. */
export const reverse = ({ app }: Copy, transfer: string): Promise<string> =>
  idOf(app<Posted>`
    select public_id as id from reverse_transfer(${newId()}, ${`proof:${newId()}`}, ${transfer}, null, 'staff:proof', '訂正', 30)`);

export async function numberOf({ app }: Copy, payment: string): Promise<string> {
  const [row] = await app<{ number: number }[]>`select assign_receipt_number(${payment}) as number`;
  return String(row?.number);
}
