/** 起案番号 as paper has it: fiscal year and the number within it, `2026-00017`. */
export const formatApprovalNumber = (fiscalYear: number, number: number): string =>
  `${fiscalYear}-${String(number).padStart(5, "0")}`;
