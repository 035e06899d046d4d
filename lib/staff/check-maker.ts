import type { Transaction } from "@/db/client";
import type { ApprovalKind } from "@/lib/approvals/input";
import type { Result } from "@/lib/shared/result";
import { decideMaker, type MakerRefusal } from "./decide-maker";
import { findHoldings } from "./find-staff-facts";
import { permissions } from "./permissions";

type Draft = { makerId: string; kind: ApprovalKind; sectionId: string | null };

/** Asks, in the approval's transaction, whether the maker's roles of now allow what they asked for then. */
export async function checkMaker(tx: Transaction, { makerId, ...asked }: Draft): Promise<Result<null, MakerRefusal>> {
  return decideMaker(permissions, await findHoldings(tx, makerId), asked);
}
