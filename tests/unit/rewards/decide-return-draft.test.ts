import { expect, test } from "vitest";
import { needsSecondPerson, returnDraftOf } from "@/lib/rewards/decide-return-draft";

const limits = { approval_correction_points: 1000, approval_code_points: 500 };

test("a second person is needed above the limit for corrections, and not for a return that was made already", () => {
  expect(needsSecondPerson({ points: 1000, returnedAt: null }, limits)).toBe(false);
  expect(needsSecondPerson({ points: 1001, returnedAt: null }, limits)).toBe(true);
  expect(needsSecondPerson({ points: 1001, returnedAt: new Date() }, limits)).toBe(false);
});

test("the second person sees which goods come back, and what the member has before and after", () => {
  const facts = { item: "エコバッグ", sectionId: "s", pieces: 12, points: 1200, returnedAt: null };
  const draft = returnDraftOf(
    { ...facts, memberId: "m", balance: 30 },
    { transferId: "t", reason: "きず", followsId: "f" },
  );
  expect(draft).toMatchObject({ kind: "return_exchange", memberId: "m", sectionId: "s", followsId: "f" });
  expect(draft.effect).toMatchObject({ people: 1, points: 1200 });
  expect(draft.effect.lines).toContainEqual({ label: "balance", before: "30", after: "1230" });
  expect(draft.effect.lines).toContainEqual({ label: "pieces", before: "0", after: "12" });
});
