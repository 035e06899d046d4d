import { randomUUID } from "node:crypto";
import type { Sql } from "postgres";
import type { HammerBook } from "./hammer-plan";

const MEMBERS = 24;
const CEILING = 400_000;

/** A small town, so that everybody is in everybody's way: few wallets, one programme whose budget runs out, one shop. */
export async function fillHammerBook(admin: Sql): Promise<HammerBook> {
  await admin`insert into books (id, kind, name, is_current) values (1, 'demo', 'hammer', true)`;
  const [section, programme, shop] = [randomUUID(), randomUUID(), randomUUID()];
  await admin`insert into sections values (${section}, 'hammer')`;
  const open = async (kind: string, owner: string) => {
    const [account] = await admin<{ id: string }[]>`select open_account(${kind}, ${owner}) as id`;
    return Number(account?.id);
  };
  const purse = await open("programme", programme);
  await admin`insert into programmes (id, account_id, domain_id, section_id, name, policy_goal, kpi, starts_on, ends_on, funding_source, points, expiry_kind, created_at)
    values (${programme}, ${purse}, 'health', ${section}, 'hammer', 'x', 'x', '2020-04-01', '2099-03-31', 'x', 1, 'next_fiscal_year_end', now())`;
  await admin`select set_budget(${programme}, ${CEILING})`;
  const members: number[] = [];
  for (let n = 0; n < MEMBERS; n += 1) members.push(await open("member", randomUUID()));
  return { members, programme, shop: await open("shop", shop), ceiling: CEILING };
}
