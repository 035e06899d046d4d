import { db } from "@/db/client";
import { members } from "@/db/schema";
import { claimPoints } from "@/lib/claims/claim-points";
import { sealField } from "@/lib/open-field";
import { exchangeItem } from "@/lib/rewards/exchange-item";
import { newId } from "@/lib/shared/ids";
import { confirmPayment } from "@/lib/spending/confirm-payment";
import { quotePayment } from "@/lib/spending/quote-payment";
import { AT, earn, makeMember, makeOffer, makeTill, type TestStaff } from "./fixtures";
import { addReward } from "./reward-fixtures";

function done<T>(result: { ok: true; value: T } | { ok: false; reason: string }): T {
  if (!result.ok) throw new Error(`a step of the test run was refused: ${result.reason}`);
  return result.value;
}

/** A closed test as it was played: three members who earned, paid and exchanged; in a book that is made a test afterwards. */
export async function playTest(staff: TestStaff) {
  const [stays, leaves, silent] = [await makeMember(), await makeMember(), await makeMember()];
  const offer = await makeOffer(staff);
  for (const { memberId } of [stays, leaves, silent]) {
    done(await claimPoints({ token: offer.token, memberId, at: AT }));
    await earn(staff, memberId, 500);
  }
  const till = await makeTill(staff);
  const quote = async (memberId: string) =>
    done(await quotePayment({ token: till.token, memberId, points: 30 })).quoteId;
  const paid = await quote(stays.memberId);
  done(await confirmPayment({ quoteId: paid, memberId: stays.memberId }));
  const unpaid = await quote(leaves.memberId);
  const itemId = await addReward(staff, { points: 100, stock: 5 });
  const wish = { id: newId(), itemId, pieces: 2, points: 200 };
  done(await exchangeItem(wish, { memberId: leaves.memberId, actor: staff, at: AT }));
  await db.update(members).set({ nicknameEncrypted: sealField("試験の人") });
  const openTokens: string[] = [];
  for (let count = 0; count < 5; count += 1) openTokens.push((await makeOffer(staff)).token);
  return { stays, leaves, silent, offer, openTokens, paid, unpaid, exchange: { itemId } };
}
