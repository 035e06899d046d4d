import type { Page } from "@playwright/test";
import type { Sql } from "postgres";
import { formatMemberNumber } from "@/lib/members/decide-member-number";
import { earnAsNewcomer } from "./people";
import { words } from "./words";

const receipts = words("receipts");

export type Somebody = { page: Page; address: string; memberId: string; number: string };

/** A new citizen on a phone of their own with the points of an activity; by the receipt that their phone shows. */
export async function newCitizen(page: Page, mailbox: string, token: string, admin: Sql): Promise<Somebody> {
  const address = await earnAsNewcomer(page, mailbox, token);
  const receipt = new URL(page.url()).pathname.split("/").at(-1) ?? "";
  const [member] = await admin<{ id: string; number: string }[]>`
    select m.id, m.number from transfers t join members m on m.account_id = t.to_account_id where t.public_id = ${receipt}`;
  if (!member) throw new Error(`no member has the receipt ${receipts("id")} ${receipt}`);
  return { page, address, memberId: member.id, number: formatMemberNumber(member.number) };
}
