import type { Sql } from "postgres";
import { hashEmail } from "@/lib/auth/hash-sign-in";
import { memberPeople } from "./data/members";
import { staffPeople } from "./data/staff";

/** Who can sign in to this book: citizens with their balance in points, and staff. */
export async function describePeople(sql: Sql): Promise<string[]> {
  const rows = await sql<{ index: Buffer; balance: number }[]>`
    select m.email_index as index, w.balance from members m join wallets w on w.account_id = m.account_id`;
  const balances = new Map(rows.map(({ index, balance }) => [index.toString("hex"), balance]));
  const citizens = memberPeople.flatMap(({ email, nickname }) => {
    const balance = balances.get(hashEmail(email).toString("hex"));
    return balance === undefined ? [] : [`  ${email.padEnd(24)} ${String(balance).padStart(6)}  ${nickname}`];
  });
  const staff = staffPeople.map(({ details: { email, name, section, roles = [] } }) => {
    return `  ${email.padEnd(24)} ${name} (${section}: ${roles.join(", ")})`;
  });
  return ["Citizens, with their points:", ...citizens, "Staff:", ...staff];
}
