import { expect, test } from "vitest";
import { decideDrawn, decideDrawnWords } from "@/lib/members/decide-drawn";

const own = { memberId: "m", name: null };
const child = { memberId: "c", name: "花子" };
const same = { ok: true, value: "same" };
const other = { ok: false, reason: "drawn_for_other" };

test("what a page was drawn for is done in that wallet and in no other", () => {
  expect(decideDrawn(own, own)).toEqual(same);
  expect(decideDrawn(child, { ...child, name: "花" })).toEqual(same);
  for (const [drawn, present] of [
    [child, own],
    [own, child],
    [child, { memberId: "d", name: "次郎" }],
    [own, { memberId: "n", name: null }],
    [child, { memberId: "c", name: null }],
  ] as const)
    expect(decideDrawn(drawn, present)).toEqual(other);
});

test("a page from before the sign-in counts for the person themself, never for somebody for whom they act", () => {
  expect(decideDrawn(undefined, own)).toEqual(same);
  expect(decideDrawn(undefined, child)).toEqual(other);
});

test("the sentence says whose it would have been", () => {
  expect(decideDrawnWords(child, false)).toBe("for");
  expect(decideDrawnWords(child, true)).toBe("for");
  expect(decideDrawnWords(own, true)).toBe("own");
  expect(decideDrawnWords(own, false)).toBe("other");
  expect(decideDrawnWords(undefined, true)).toBe("other");
});
