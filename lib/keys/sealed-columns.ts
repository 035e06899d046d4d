/** A column that holds sealed text (lib/shared/seal), in a table whose key is `id`. */
export type SealedColumn = { table: string; column: string };

const of = (table: string, ...columns: string[]): SealedColumn[] => columns.map((column) => ({ table, column }));

/** Every one of them: a key that is in none of them any more may be taken away. */
export const sealedColumns: readonly SealedColumn[] = [
  ...of("members", "email_encrypted", "phone_encrypted", "born_on_encrypted", "birth_year_encrypted"),
  ...of("members", "nickname_encrypted"),
  ...of("members", "family_name_encrypted", "given_name_encrypted", "family_kana_encrypted", "given_kana_encrypted"),
  ...of("member_cards", "token_encrypted"),
  ...of("member_suspensions", "reason_encrypted", "end_reason_encrypted"),
  ...of("member_appeals", "text_encrypted", "answer_encrypted"),
  ...of("member_passkeys", "label_encrypted"),
  ...of("staff_passkeys", "label_encrypted"),
  ...of("sign_in_attempts", "email_encrypted", "pending_claim"),
  ...of("staff", "email_encrypted"),
  ...of("staff_totps", "secret_encrypted"),
  ...of("codes", "secret_encrypted"),
];
