import { SPENT } from "./amounts";
import type { Citizen, People } from "./people";
import { Visitor } from "./visitor";

/** How far one of the crowd has come, and the receipts that were answered on the way. */
export type Diary = {
  citizen: Citizen;
  visitor: Visitor;
  receipts: Set<string>;
  visited: number;
  quote: string | undefined;
};

export function openDiary(origin: string, citizen: Citizen): Diary {
  return { citizen, visitor: new Visitor(origin, citizen), receipts: new Set(), visited: 0, quote: undefined };
}

/** At each activity: receives its points and pays some of them. Called again after a cut it does the unanswered act again. */
export async function goOn(diary: Diary, { offers, shop }: Pick<People, "offers" | "shop">): Promise<void> {
  const { visitor, receipts } = diary;
  for (const token of offers.slice(diary.visited)) {
    receipts.add(await visitor.claim(token));
    diary.quote ??= await visitor.quote(shop, SPENT);
    receipts.add(await visitor.pay(shop, diary.quote));
    diary.quote = undefined;
    diary.visited += 1;
  }
}

export const countReceipts = (diaries: readonly Diary[]): number =>
  diaries.reduce((sum, { receipts }) => sum + receipts.size, 0);
