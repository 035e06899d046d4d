import {
  addMonths,
  type CityDay,
  endOfFiscalYear,
  fiscalYear,
  monthOf,
  startOfFiscalYear,
} from "@/lib/shared/city-time";

/** Points of one kind of entry that came in (positive) or went out in a month, "2026-05". */
export type Movement = { month: string; kind: string; points: number };
export type StatementLine = {
  month: string;
  earned: number;
  used: number;
  ended: number;
  moved: number;
  closing: number;
};
export type Statement = {
  year: number;
  opening: number;
  closing: number;
  total: Omit<StatementLine, "month" | "closing">;
  lines: StatementLine[];
};

type Column = "earned" | "used" | "ended" | "moved";

/** Where an entry counts: what is taken back makes its own column less. Whatever is none of these came from, or went to, a merged membership. */
const columns: Record<string, Column> = {
  grant: "earned",
  grant_reversal: "earned",
  spend: "used",
  refund: "used",
  exchange: "used",
  exchange_return: "used",
  expire: "ended",
  forfeit: "ended",
};
const columnOf = (kind: string): Column => columns[kind] ?? "moved";

/** Uses and endings are told as what went out. */
const signOf: Record<Column, 1 | -1> = { earned: 1, moved: 1, used: -1, ended: -1 };

function sumOf(movements: readonly Movement[], column: Column): number {
  const own = movements.filter(({ kind }) => columnOf(kind) === column);
  return own.reduce((sum, { points }) => sum + points, 0) * signOf[column] || 0;
}

const figuresOf = (movements: readonly Movement[]) => ({
  earned: sumOf(movements, "earned"),
  used: sumOf(movements, "used"),
  ended: sumOf(movements, "ended"),
  moved: sumOf(movements, "moved"),
});

const netOf = (movements: readonly Movement[]): number => movements.reduce((sum, { points }) => sum + points, 0);

/** The twelve months of a fiscal year, or those that have begun by `today`. */
export function decideMonths(year: number, today: CityDay): string[] {
  const start = startOfFiscalYear(year);
  const months = Array.from({ length: 12 }, (_, at) => monthOf(addMonths(start, at)));
  return months.filter((month) => month <= monthOf(today));
}

/** 年間の記録: the balance before the year, what each month brought and took, and what is left. */
export function decideStatement(
  { year, opening, movements }: { year: number; opening: number; movements: readonly Movement[] },
  today: CityDay,
): Statement {
  let closing = opening;
  const lines = decideMonths(year, today).map((month) => {
    const own = movements.filter((movement) => movement.month === month);
    closing += netOf(own);
    return { month, ...figuresOf(own), closing };
  });
  return { year, opening, closing, total: figuresOf(movements), lines };
}

/** The fiscal years of which there is a statement, the latest first: from the one in which the member joined. */
export function decideStatementYears(joinedOn: CityDay, today: CityDay): number[] {
  const [first, last] = [fiscalYear(joinedOn), fiscalYear(today)];
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, back) => last - back);
}

/** The days that a statement is about, the current year's until today. */
export const statementDays = (year: number, today: CityDay): { from: CityDay; to: CityDay } => {
  const end = endOfFiscalYear(year);
  return { from: startOfFiscalYear(year), to: end < today ? end : today };
};
