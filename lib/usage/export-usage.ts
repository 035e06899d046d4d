import { db } from "@/db/client";
import { recordAct, type StaffActor } from "@/lib/audit/record-act";
import { cityDay, formatCityClock } from "@/lib/shared/city-time";
import { BYTE_ORDER_MARK, csvLines } from "@/lib/shared/csv";
import type { Page } from "@/lib/shared/page";
import type { UsageView } from "./input";
import * as queries from "./queries";

type Row = (string | number)[];
/** Column names and the words for a payment and a refund, in the reader's language. */
export type UsageWords = { columns: Record<UsageView, readonly string[]>; payment: string; refund: string };

/** Rows read at a time: the file is never whole in memory. */
const CHUNK = 1000;

/**
 * A report as CSV (UTF-8 with a byte order mark, CRLF), piece by piece. Points are positive; refunds have columns of their own.
 * It names no member. The export is recorded before its first line.
 */
export async function exportUsage(
  { view, scope, words }: { view: UsageView; scope: queries.UsageScope; words: UsageWords },
  actor: StaffActor,
  at: Date,
): Promise<AsyncGenerator<string>> {
  const act = { act: "export_usage", outcome: "done", targetKind: "usage", targetId: null } as const;
  await recordAct(
    db,
    actor,
    { ...act, after: { view, ...scope.period, shop: scope.shopId, programme: scope.programmeId } },
    at,
  );
  return writeUsage(view, scope, words);
}

async function* writeUsage(view: UsageView, scope: queries.UsageScope, words: UsageWords): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + csvLines([words.columns[view]]);
  let after: string | undefined;
  do {
    const page = await readRows(view, scope, words, after);
    if (page.rows.length > 0) yield csvLines(page.rows);
    after = page.next ?? undefined;
  } while (after);
}

const figures = (row: queries.UsageFigures): Row => [row.payments, row.points, row.refunds, row.refunded];

async function readRows(
  view: UsageView,
  scope: queries.UsageScope,
  words: UsageWords,
  after?: string,
): Promise<Page<Row>> {
  const chunk = { after, size: CHUNK };
  if (view === "shops")
    return map(await queries.listUsageByShop(scope, chunk), (row) => [row.name, row.nameKana, ...figures(row)]);
  if (view === "days") return map(await queries.listUsageByDay(scope, chunk), (row) => [row.day, ...figures(row)]);
  if (view === "programmes") {
    return map(await queries.listUsageByProgramme(scope, chunk), (row) => [row.name, ...figures(row)]);
  }
  return map(await queries.listPayments(scope, chunk), (row) => [
    cityDay(row.happenedAt),
    formatCityClock(row.happenedAt),
    row.shop,
    row.isRefund ? words.refund : words.payment,
    row.points,
    row.receiptNumber ?? "",
    row.transferId,
  ]);
}

const map = <From>({ rows, next }: Page<From>, to: (row: From) => Row): Page<Row> => ({ rows: rows.map(to), next });
