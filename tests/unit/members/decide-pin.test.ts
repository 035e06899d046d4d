import { expect, test } from "vitest";
import { decidePin, decidePinTry, needsPin, readPin } from "@/lib/members/decide-pin";

const born = { bornOn: "1948-03-05", birthYear: null };
const nothing = { bornOn: null, birthYear: null };
const hash = (text: string) => Buffer.from(text.padEnd(32));

test("four digits are read in any width; anything else is not", () => {
  expect(readPin(" ２５８０ ")).toEqual({ ok: true, value: "2580" });
  for (const typed of ["", "258", "25801", "25a0", "二五八〇"])
    expect(readPin(typed)).toEqual({ ok: false, reason: "not_four_digits" });
});

test.each(["0000", "7777", "1234", "0123", "9876", "8901", "3210"])("%s is a row that anybody would try", (pin) => {
  expect(decidePin(pin, nothing)).toEqual({ ok: false, reason: "trivial_pin" });
});

test.each(["1948", "0305", "0503"])("%s is the member's birth", (pin) => {
  expect(decidePin(pin, born)).toEqual({ ok: false, reason: "trivial_pin" });
  expect(decidePin(pin, nothing)).toMatchObject({ ok: true });
});

test("a birth year that was told alone is as well known", () => {
  expect(decidePin("1960", { bornOn: null, birthYear: "1960" })).toMatchObject({ ok: false });
});

test.each(["2580", "1357", "1223", "4809"])("%s may be chosen", (pin) => {
  expect(decidePin(pin, born)).toMatchObject({ ok: true });
});

test("a right PIN opens a card that has one and is not shut", () => {
  const card = { pinHash: hash("right"), pinTriesLeft: 1 };
  expect(decidePinTry(card, hash("right"))).toEqual({ ok: true, value: "right" });
  expect(decidePinTry(card, hash("wrong"))).toMatchObject({ reason: "wrong_pin" });
  expect(decidePinTry({ ...card, pinTriesLeft: 0 }, hash("right"))).toMatchObject({ reason: "pin_shut" });
  expect(decidePinTry({ ...card, pinHash: null }, hash("right"))).toMatchObject({ reason: "no_pin" });
  expect(decidePinTry(undefined, hash("right"))).toMatchObject({ reason: "unknown_card" });
});

test("only whoever was recognised by a card is asked", () => {
  expect(needsPin("card")).toBe(true);
  for (const foundBy of ["number", "name", "sign_up", undefined]) expect(needsPin(foundBy)).toBe(false);
});
