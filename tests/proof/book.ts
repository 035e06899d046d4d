import type { Sql } from "postgres";
import type { Citizen } from "./people";

/** What the city's book says of a citizen: the balance, and the public ids of grants and payments, oldest first. */
export async function readBook(admin: Sql, { memberId }: Citizen) {
  const [wallet] = await admin<{ balance: number }[]>`
    select balance from wallets join members using (account_id) where members.id = ${memberId}`;
  const rows = await admin<{ id: string }[]>`
    select t.public_id as id from transfers t join members m on m.account_id in (t.from_account_id, t.to_account_id)
     where m.id = ${memberId} order by t.id`;
  return { balance: wallet?.balance, transfers: rows.map(({ id }) => id) };
}
