import { stringify } from "csv-stringify/sync";

/** Excel takes a file for UTF-8 only with this in front. */
export const BYTE_ORDER_MARK = "\ufeff";

/** Lines of CSV that no spreadsheet takes for formulas (also ＝＋－＠), with the line ends that Excel expects. */
export const csvLines = (rows: readonly (readonly (string | number)[])[]): string =>
  stringify(
    rows.map((row) => [...row]),
    { record_delimiter: "windows", quoted_match: /[\r\n]/, escape_formulas: true },
  );
