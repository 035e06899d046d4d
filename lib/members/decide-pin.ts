import { isSameHash } from "@/lib/shared/keyed-hash";
import { ok, type Result, refuse } from "@/lib/shared/result";

/** Wrong ones in all until a card is shut; then the PIN is set anew at the counter, by somebody who has seen who it is. */
export const PIN_TRIES = 5;

const PIN = /^\d{4}$/;
const separators = /[\s\p{Pd}\u30fc\u2212]/gu;

/** Four digits in any width. Reason: `not_four_digits`. */
export function readPin(typed: string): Result<string, "not_four_digits"> {
  const digits = typed.normalize("NFKC").replace(separators, "");
  return PIN.test(digits) ? ok(digits) : refuse("not_four_digits");
}

/** What is known of a birth, opened: `1948-03-05`, and the year alone that was told. */
export type Birth = { bornOn: string | null; birthYear: string | null };

/** 0000, 1234 and 9876 and their like: each digit as far from the last one as the next. */
function isRow(pin: string): boolean {
  const steps = [...pin].slice(1).map((digit, at) => (10 + Number(digit) - Number(pin[at])) % 10);
  return [0, 1, 9].some((step) => steps.every((taken) => taken === step));
}

/** Whether a chosen PIN is none that a finder of the card would try first. */
export function decidePin(pin: string, { bornOn, birthYear }: Birth): Result<null, "trivial_pin"> {
  const [year, month, day] = bornOn?.split("-") ?? [];
  const told = [birthYear, year, month && day && `${month}${day}`, month && day && `${day}${month}`];
  return isRow(pin) || told.includes(pin) ? refuse("trivial_pin") : ok(null);
}

/** A live card's PIN: null where none was chosen yet. */
export type CardPin = { pinHash: Uint8Array | null; pinTriesLeft: number };

export const pinRefusals = ["not_four_digits", "unknown_card", "no_pin", "pin_shut", "wrong_pin"] as const;
export type PinRefusal = (typeof pinRefusals)[number];

/** Whether the typed PIN, hashed like the card's, is right. A shut card is told before a right one: else guessing could go on. */
export function decidePinTry(
  card: CardPin | undefined,
  typedHash: Uint8Array,
): Result<"right", Exclude<PinRefusal, "not_four_digits">> {
  if (!card) return refuse("unknown_card");
  if (!card.pinHash) return refuse("no_pin");
  if (card.pinTriesLeft <= 0) return refuse("pin_shut");
  return isSameHash(card.pinHash, typedHash) ? ok("right") : refuse("wrong_pin");
}

/** Only whoever was recognised by a card is asked: the card could be anybody's. */
export const needsPin = (foundBy: string | undefined): boolean => foundBy === "card";
