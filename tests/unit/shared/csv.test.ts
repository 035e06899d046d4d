import { expect, test } from "vitest";
import { csvLines } from "@/lib/shared/csv";

test("no cell starts a formula, in half width or full width", () => {
  for (const start of ["=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r"]) {
    const [line] = csvLines([[`${start}1+1`, 5]]).split("\r\n");
    expect(line?.replace(/^"/, "").startsWith("'")).toBe(true);
  }
});

test("lines end as Excel expects, and commas, quotes and line breaks stay inside their cell", () => {
  expect(csvLines([["a,b", 'c"d', "e\nf", 7]])).toBe('"a,b","c""d","e\nf",7\r\n');
});
