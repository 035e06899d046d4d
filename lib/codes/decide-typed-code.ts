import { ok, type Result, refuse } from "@/lib/shared/result";

/** Crockford base32: no I, L, O, U, so that nothing printed is read as something else. */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const DATA_LENGTH = 7;

/**
 * The check character: each character weighted by an odd number, modulo 32. An odd weight has an inverse modulo 32,
 * so any one wrong character is caught; neighbours differ by 2 in weight, so most swaps are caught too.
 */
function checkCharacter(data: string): string {
  const sum = [...data].reduce((total, character, index) => total + ALPHABET.indexOf(character) * (2 * index + 1), 0);
  return ALPHABET.charAt(sum % ALPHABET.length);
}

/** Makes the 8 characters of a typed code from 7 random bytes (35 random bits; guesses are rate-limited). */
export function makeTypedCode(random: Uint8Array): string {
  const data = Array.from(random.subarray(0, DATA_LENGTH), (byte) => ALPHABET.charAt(byte % ALPHABET.length)).join("");
  return data + checkCharacter(data);
}

/** `7Q2M9KXW` as it is printed: `7Q2M-9KXW`. */
export const formatTypedCode = (code: string): string => `${code.slice(0, 4)}-${code.slice(4)}`;

/** Reads what a person typed: 全角, lower case, any dash or space, O for 0, I and L for 1. */
export function readTypedCode(typed: string): Result<string, "malformed_code"> {
  const code = typed
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s\p{Pd}ー−]/gu, "")
    .replaceAll("O", "0")
    .replace(/[IL]/g, "1");
  const isComplete = code.length === DATA_LENGTH + 1 && [...code].every((character) => ALPHABET.includes(character));
  if (!isComplete || checkCharacter(code.slice(0, DATA_LENGTH)) !== code.charAt(DATA_LENGTH))
    return refuse("malformed_code");
  return ok(code);
}
