import { openField } from "@/lib/open-field";

/** By what those who act for one another know each other; the nickname as it is kept, sealed. */
export const knownAs = <Nickname, Number>(one: { nicknameEncrypted: Nickname; number: Number }) => ({
  nickname: one.nicknameEncrypted,
  number: one.number,
});

type Known = { nickname: Uint8Array | null; number: string };
const openKnown = ({ nickname, number }: Known) => ({ nickname: openField(nickname), number });

/** A row about two of them, as it is shown. */
export const openSides = <Row extends { principal: Known; agent: Known }>(row: Row) => ({
  ...row,
  principal: openKnown(row.principal),
  agent: openKnown(row.agent),
});
