import type { Sql } from "postgres";
import { env } from "@/lib/env";
import { formatMemberNumber } from "@/lib/members/decide-member-number";
import { openField } from "@/lib/open-field";
import { indexEmail } from "@/lib/shared/index-email";
import { memberPeople } from "./data/members";
import { staffPeople } from "./data/staff";

/** Who can sign in to this book: citizens with their balance in points, and staff; and who has no e-mail, by member number. */
export async function describePeople(sql: Sql): Promise<string[]> {
  const sealed = await sql<{ index: Buffer | null; number: string; nickname: Buffer | null; balance: number }[]>`
    select m.email_index as index, m.number, m.nickname_encrypted as nickname, w.balance from members m join wallets w on w.account_id = m.account_id
    where m.state <> 'merged'`;
  const rows = sealed.map((row) => ({ ...row, nickname: openField(row.nickname) }));
  const byEmail = new Map(rows.map((row) => [row.index?.toString("hex"), row]));
  const line = (name: string, { balance, nickname }: { balance: number; nickname: string | null }) =>
    `  ${name.padEnd(24)} ${String(balance).padStart(6)}  ${nickname}`;
  const citizens = memberPeople.flatMap(({ email }) => {
    const row = byEmail.get(indexEmail(env.INDEX_KEY, email).toString("hex"));
    return row ? [line(email, row)] : [];
  });
  const cards = rows.filter(({ index }) => !index).map((row) => line(formatMemberNumber(row.number), row));
  const staff = staffPeople.map(({ details: { email, name, section, roles = [] } }) => {
    return `  ${email.padEnd(24)} ${name} (${section}: ${roles.join(", ")})`;
  });
  return ["Citizens, with their points:", ...citizens, ...cards, "Staff:", ...staff];
}
