import { test } from "@playwright/test";
import { type Matrix, openMatrix } from "./matrix";

/** Called at the top of a spec file: a matrix of the file's own, open from before its first test to after its last. */
export function matrixOfFile(): () => Matrix {
  let open: Matrix | undefined;
  test.beforeAll(async () => {
    test.setTimeout(120_000);
    open = await openMatrix();
  });
  test.afterAll(() => open?.stop());
  return () => {
    if (!open) throw new Error("The matrix is open in tests only.");
    return open;
  };
}
