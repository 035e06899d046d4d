/** What books of before held as plain text, where it is kept since, and SQL for the member (of row `t`) whom it tells of. */
export const plainColumns = [
  { table: "members", plain: "nickname", sealed: "nickname_encrypted", who: "t.id" },
  { table: "member_suspensions", plain: "reason", sealed: "reason_encrypted", who: "t.member_id" },
  { table: "member_suspensions", plain: "end_reason", sealed: "end_reason_encrypted", who: "t.member_id" },
  {
    table: "member_appeals",
    plain: "answer",
    sealed: "answer_encrypted",
    who: "(select s.member_id from member_suspensions s where s.id = t.suspension_id)",
  },
  { table: "member_passkeys", plain: "label", sealed: "label_encrypted", who: "t.member_id" },
  { table: "staff_passkeys", plain: "label", sealed: "label_encrypted", who: "null" },
] as const;

export type PlainColumn = (typeof plainColumns)[number];
