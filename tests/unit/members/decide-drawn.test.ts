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
  const [self, acting] = [
    { memberId: "m", isActing: false },
    { memberId: "m", isActing: true },
  ];
  expect(decideDrawnWords({ ...child, readerId: "m" }, self)).toBe("for");
  expect(decideDrawnWords({ ...child, readerId: "m" }, acting)).toBe("for");
  expect(decideDrawnWords({ ...own, readerId: "m" }, acting)).toBe("own");
  expect(decideDrawnWords({ ...own, readerId: "m" }, self)).toBe("other");
  expect(decideDrawnWords(undefined, acting)).toBe("other");
});

test("a name is told to nobody but the reader whom the page showed it", () => {
  for (const isActing of [true, false])
    for (const drawn of [child, own])
      expect(decideDrawnWords({ ...drawn, readerId: "m" }, { memberId: "n", isActing })).toBe("other");
});
