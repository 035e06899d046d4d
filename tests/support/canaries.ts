import { randomInt, randomUUID } from "node:crypto";

/** Digits that stand in no other number. */
const digits = (length: number) => Array.from({ length }, () => randomInt(10)).join("");

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
});
export type Canaries = ReturnType<typeof makeCanaries>;

/** How a text may stand in a file: as itself, in a dump's hex, and in a mail's or a token's base64. */
export function formsOf(text: string): Buffer[] {
  const bytes = Buffer.from(text, "utf8");
  const base64 = [0, 1, 2].map((shift) =>
    Buffer.concat([Buffer.alloc(shift), bytes])
      .toString("base64")
      .slice(shift === 0 ? 0 : 4, -4),
  );
  return [bytes, Buffer.from(bytes.toString("hex")), ...base64.map((form) => Buffer.from(form))];
}

/** The names of the canaries that are in these bytes. */
export const findIn = (bytes: Buffer, canaries: Record<string, string>): string[] =>
  Object.entries(canaries)
    .filter(([, text]) => formsOf(text).some((form) => bytes.includes(form)))
    .map(([name]) => name);
