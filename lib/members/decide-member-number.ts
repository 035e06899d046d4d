import { ok, type Result, refuse } from "@/lib/shared/result";

/** Eight digits counted up, and one that checks them (Luhn). */
const FORM = /^\d{9}$/;

const separators = /[\s\p{Pd}\u30fc\u2212]/gu;

/** Luhn: every second digit from the right is doubled; any single wrong digit and nearly every swap of neighbours is told. */
function isChecked(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, character, place) => {
    const doubled = Number(character) * (place % 2 === 0 ? 1 : 2);
    return total + Math.floor(doubled / 10) + (doubled % 10);
  }, 0);
  return sum % 10 === 0;
}

/** Reads a typed member number, in any width, with or without its hyphens. `wrong_number`: a digit is missing, too many or mistyped. */
export function readMemberNumber(typed: string): Result<string, "wrong_number"> {
  const digits = typed.normalize("NFKC").replace(separators, "");
  return FORM.test(digits) && isChecked(digits) ? ok(digits) : refuse("wrong_number");
}

/** `100000017` as it is printed and read aloud: `1000-0001-7`. */
export const formatMemberNumber = (number: string): string => number.replace(/^(\d{4})(\d{4})(\d)$/, "$1-$2-$3");
