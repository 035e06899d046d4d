import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { plainColumns } from "@/db/plain-columns";
import { decideReadiness, type ReadinessFault } from "./decide-readiness";

const SENTENCES: Record<ReadinessFault, string> = {
  fsync_off: "fsync is off, so a power cut would lose payments",
  synchronous_commit_off: "synchronous_commit is off, so a crash would lose payments",
  full_page_writes_off: "full_page_writes is off, so a power cut would damage pages",
  superuser: "DATABASE_URL is a superuser; it must be komapo_app",
  owner: "DATABASE_URL owns the ledger's tables, or may become their owner; it must be komapo_app",
  ledger_writable: "DATABASE_URL may change or delete ledger rows; apply db/functions again",
  no_book: "no book is open; run the migration with BOOK=closed_test or BOOK=real",
  clock_moved_on_real_book: "city time runs ahead of the clock on a real book",
  plain_words: "words are still to be sealed; run the migration to its end with FIELD_KEYS",
};

type Row = {
  fsync: string;
  synchronous_commit: string;
  full_page_writes: string;
  is_superuser: boolean;
  is_owner: boolean;
  may_rewrite: boolean;
  book: string | null;
  offset_seconds: string | null;
  has_plain_words: boolean;
};

/** Throws, with every reason in one message, when the app must not serve on this database. */
export async function assertReadyToServe(): Promise<void> {
  const [row] = await db.execute<Row>(sql`
    select current_setting('fsync') as fsync,
      current_setting('synchronous_commit') as synchronous_commit,
      current_setting('full_page_writes') as full_page_writes,
      (select rolsuper from pg_roles where rolname = current_user) as is_superuser,
      exists (select from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
        and pg_has_role(current_user, relowner, 'member')) as is_owner,
      exists (select from unnest(array['transfers', 'lot_uses', 'lots', 'accounts', 'wallets', 'books', 'transfer_routes',
          'budget_slices', 'quotes', 'receipt_numbers', 'city_clock']) as fixed (name)
        where (has_any_column_privilege(fixed.name, 'insert, update') or has_table_privilege(fixed.name, 'delete, truncate')))
      or has_any_column_privilege('audit_entries', 'update') or has_table_privilege('audit_entries', 'delete, truncate')
      or exists (select from unnest(array['members', 'programmes', 'shops']) as owner (name)
        where has_column_privilege(owner.name, 'account_id', 'update')) as may_rewrite,
      (select kind from books where is_current) as book,
      (select offset_seconds from city_clock) as offset_seconds,
      exists (select from jsonb_to_recordset(${JSON.stringify(plainColumns)}::jsonb) as one ("table" text, plain text)
        join pg_attribute on attrelid = to_regclass('public.' || one."table") and attname = one.plain and not attisdropped) as has_plain_words`);
  if (!row) throw new Error("The database does not say what it is.");
  const faults = decideReadiness({
    fsync: row.fsync,
    synchronousCommit: row.synchronous_commit,
    fullPageWrites: row.full_page_writes,
    isSuperuser: row.is_superuser,
    isOwner: row.is_owner,
    mayRewriteLedger: row.may_rewrite,
    book: row.book,
    clockOffsetSeconds: Number(row.offset_seconds ?? 0),
    hasPlainWords: row.has_plain_words,
  });
  if (faults.length === 0) return;
  throw new Error(`this database is not one to keep points in: ${faults.map((fault) => SENTENCES[fault]).join("; ")}.`);
}
