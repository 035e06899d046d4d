import { randomInt, randomUUID } from "node:crypto";

/** Digits that stand in no other number. */
const digits = (length: number) => Array.from({ length }, () => randomInt(10)).join("");

const said = (words: string) => `${words}${randomUUID().slice(0, 8)}`;
/** A day of which no other row tells; kept as it is written here. */
const longAgo = () => `19${10 + randomInt(10)}-${10 + randomInt(3)}-${10 + randomInt(19)}`;

/** Something to be found by in each personal field; what is kept in another form than it was typed in is looked for in both. */
export const makeCanaries = () => ({
  familyName: `鷹匠${randomUUID().slice(0, 8)}`,
  givenName: `萬次${randomUUID().slice(0, 8)}`,
  familyKana: "タカジョウバシノモリ",
  givenKana: "マンジロウエモンザ",
  phone: `03-${digits(4)}-${digits(4)}`,
  memberEmail: `m.${randomUUID()}@example.jp`,
  attemptEmail: `a.${randomUUID()}@example.jp`,
  staffEmail: `s.${randomUUID()}@example.jp`,
  invitedEmail: `i.${randomUUID()}@example.jp`,
  bornOn: longAgo(),
  nickname: said("かわせみ"),
  /** What somebody calls their passkey, and what their browser calls itself. */
  passkeyName: said("萬次の電話"),
  device: said("Hanako"),
  suspensionReason: said("萬次さんが写しを広めた"),
  appealText: said("私は萬次の隣の者です"),
  appealAnswer: said("萬次さんの言うとおりでした"),
  liftReason: said("萬次さんに謝りました"),
  /** Who somebody is at a provider. */
  subject: said("sub-"),
  invitation: said("CODE"),
});
export type Canaries = ReturnType<typeof makeCanaries>;

/**
 * Four digits are in any file by chance: a year of birth is looked for as a word of its own in rows and lines, beside ids, hashes and the number of
 * a process.
 */
export const BIRTH_YEAR = 1907;
export const tellsBirthYear = (lines: string): boolean => {
  const words = lines.replace(/"pid":\d+|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\\x[0-9a-f]+/g, "");
  return new RegExp(`(?<![0-9A-Za-z.])${BIRTH_YEAR}(?![0-9A-Za-z])`).test(words);
};

/**
 * What may be read in the book, each with its reason; in no log all the same. They are words of the city about its own acts, which the law on
 * official documents (公文書管理) has it keep as they were written: who asked two persons for what and why, and why a card is void. The form says
 * that nobody is named in them. A member's number is what stands in the place of a name.
 */
export const makeReadable = () => ({
  mergeReason: said("同じ方の二つの登録"),
  sendBackNote: said("書類をそろえてください"),
  cardReason: said("水にぬれて読めない"),
});
export type Readable = ReturnType<typeof makeReadable>;

/** How a text may stand in a file: as itself, in an address, in a dump's hex, and in a mail's or a token's base64. */
export function formsOf(text: string): Buffer[] {
  const bytes = Buffer.from(text, "utf8");
  const base64 = [0, 1, 2].map((shift) =>
    Buffer.concat([Buffer.alloc(shift), bytes])
      .toString("base64")
      .slice(shift === 0 ? 0 : 4, -4),
  );
  return [
    bytes,
    Buffer.from(encodeURIComponent(text)),
    Buffer.from(bytes.toString("hex")),
    ...base64.map((form) => Buffer.from(form)),
  ];
}

/** The names of the canaries that are in these bytes. */
export const findIn = (bytes: Buffer, canaries: Record<string, string>): string[] =>
  Object.entries(canaries)
    .filter(([, text]) => formsOf(text).some((form) => bytes.includes(form)))
    .map(([name]) => name);
