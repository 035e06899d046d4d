import { newId } from "@/lib/shared/ids";
import { addMember } from "../support/staff-fixtures";
import type { Copy } from "./copy";

export type Town = { programme: string; programmeAccount: number; shop: number };
export type Wallet = { account: number; owner: string };

/** A programme with a ceiling in points, and a shop, made past the use cases, which know one database only. */
export async function openTown({ admin }: Copy, budget: number): Promise<Town> {
  const [programme, shop, section] = [newId(), newId(), newId()];
  await admin`insert into books (id, kind, name, is_current) values (1, 'demo', '試験', true) on conflict do nothing`;
  await admin`insert into sections (id, name) values (${section}, ${`健康推進課 ${section}`})`;
  const [made] = await admin<{ programme: string; shop: string }[]>`
    select open_account('programme', ${programme}) as programme, open_account('shop', ${shop}) as shop`;
  if (!made) throw new Error("the town has no accounts");
  await admin`insert into programmes (id, account_id, domain_id, section_id, name, policy_goal, kpi, starts_on, ends_on, funding_source,
                                      points, expiry_kind, created_at)
    values (${programme}, ${made.programme}, 'health', ${section}, '健康ウオーキング', '歩く人をふやす', '参加者数', '2026-04-01',
            '2099-03-31', '一般会計', 100, 'next_fiscal_year_end', now())`;
  await admin`select set_budget(${programme}, ${budget})`;
  await admin`insert into shops (id, account_id, category_id, name, name_kana, address, opening_hours, phone, summary, created_at)
    values (${shop}, ${made.shop}, 'food', 'むいから食堂', 'むいからしょくどう', '狛江市元和泉1-1-1', '11時から20時', '', '', now())`;
  return { programme, programmeAccount: Number(made.programme), shop: Number(made.shop) };
}

export async function openWallets({ admin }: Copy, count: number): Promise<Wallet[]> {
  const wallets: Wallet[] = [];
  for (let n = 0; n < count; n += 1) {
    const { memberId, accountId } = await addMember(admin);
    wallets.push({ account: accountId, owner: memberId });
  }
  return wallets;
}

export async function openWallet(copy: Copy): Promise<Wallet> {
  const [wallet] = await openWallets(copy, 1);
  if (!wallet) throw new Error("the town has no wallet");
  return wallet;
}

export async function balanceOf({ admin }: Copy, { account }: Wallet): Promise<number | undefined> {
  return (await admin<{ balance: number }[]>`select balance from wallets where account_id = ${account}`)[0]?.balance;
}
