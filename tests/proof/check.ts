import type { Copy } from "./copy";

/** One guarantee of the ledger, looked at on a database of its own; throws where it does not hold. */
export interface Check {
  name: string;
  run(copy: Copy): Promise<void>;
}
