import { expect, test } from "vitest";
import { formatMemberNumber, readMemberNumber } from "@/lib/members/decide-member-number";

test("a member number is read in any width, with or without hyphens and blanks", () => {
  for (const typed of ["100000017", "1000-0001-7", " １０００－０００１－７ ", "1000 0001 7", "1000ー0001ー7"])
    expect(readMemberNumber(typed)).toEqual({ ok: true, value: "100000017" });
});

test("every single wrong digit of a member number is told", () => {
  const right = "100000017";
  const wrong = [...right].flatMap((digit, at) =>
    [..."0123456789"]
      .filter((other) => other !== digit)
      .map((other) => right.slice(0, at) + other + right.slice(at + 1)),
  );
  expect(wrong).toHaveLength(81);
  for (const typed of wrong) expect(readMemberNumber(typed)).toEqual({ ok: false, reason: "wrong_number" });
});

test("a number with a digit too few, too many or a letter is no member number", () => {
  for (const typed of ["", "10000001", "1000000170", "10000001A"])
    expect(readMemberNumber(typed)).toEqual({ ok: false, reason: "wrong_number" });
});

test("a member number is shown in groups that can be read aloud", () => {
  expect(formatMemberNumber("100000017")).toBe("1000-0001-7");
});
