import { ok, type Result, refuse } from "@/lib/shared/result";
import { readBirthDate } from "./decide-birth-date";
import { kanaKey, readKana } from "./decide-kana";
import { readMemberNumber } from "./decide-member-number";

/** What one typed line asks for. The values are personal: they are looked for, never written down. */
export type MemberSearch =
  | { by: "card"; token: string }
  | { by: "phone"; code: string }
  | { by: "number"; number: string }
  | { by: "birth"; bornOn: string }
  | { by: "kana"; key: string };

export const searchRefusals = ["required", "foreign_code", "wrong_number", "not_a_day", "not_kana"] as const;
export type SearchRefusal = (typeof searchRefusals)[number];

const CARD_PATH = /^\/c\/([A-Za-z0-9_-]{22})$/;
/** What a member's own phone shows instead: sealed, and another one every 15 seconds. */
const PHONE_PATH = /^\/c\/m([A-Za-z0-9_-]{60,160})$/;
const ERA = /^([mtshr]\d|[明大昭平令])/i;

/** The token of one of our own cards: the address is compared, not parsed, so that no look-alike passes for it. */
export function readCardAddress(text: string, origin: string): Result<string, "foreign_code"> {
  const token = text.startsWith(origin) ? CARD_PATH.exec(text.slice(origin.length))?.[1] : undefined;
  return token ? ok(token) : refuse("foreign_code");
}

/** Understands the address of a card or of a phone's code (camera, or a reader that types), a member number, a birth date, or a reading in kana. */
export function decideSearch(typed: string, origin: string): Result<MemberSearch, SearchRefusal> {
  const text = typed.normalize("NFKC").trim();
  if (text === "") return refuse("required");
  if (/^[a-z]+:/i.test(text)) return decideAddress(text, origin);
  if (ERA.test(text)) return understand(readBirthDate(text), (bornOn) => ({ by: "birth", bornOn }));
  if (/^\d/.test(text)) return decideDigits(text);
  return understand(readKana(text), (kana) => ({ by: "kana", key: kanaKey(kana) }));
}

function decideAddress(text: string, origin: string): Result<MemberSearch, "foreign_code"> {
  const code = text.startsWith(origin) ? PHONE_PATH.exec(text.slice(origin.length))?.[1] : undefined;
  return code
    ? ok({ by: "phone", code })
    : understand(readCardAddress(text, origin), (token) => ({ by: "card", token }));
}

/** A day has eight digits or separators; all else that begins with a digit is taken for a number. */
function decideDigits(text: string): Result<MemberSearch, SearchRefusal> {
  const digits = text.replace(/\D/g, "");
  const looksLikeDay = digits.length === 8 || (digits.length < 8 && digits !== text);
  if (looksLikeDay) return understand(readBirthDate(text), (bornOn) => ({ by: "birth", bornOn }));
  return understand(readMemberNumber(text), (number) => ({ by: "number", number }));
}

function understand<Reason extends string>(
  read: Result<string, Reason>,
  search: (value: string) => MemberSearch,
): Result<MemberSearch, Reason> {
  return read.ok ? ok(search(read.value)) : read;
}
