import { plantedBugs } from "../all-bugs";
import { survivesCrash } from "../checks/survives-crash";
import type { PlantedBug } from "../plant";
import type { Promised } from "../proof";
import { checks, type Failure, findFailure } from "../suite";
import type { Workshop } from "../workshop";

const suiteFor = ({ dir }: Workshop) => [...checks, survivesCrash(dir)];

export const soundLedger: Promised = {
  name: "no check finds a fault in the ledger as it is",
  async run({ workshop }) {
    const suite = suiteFor(workshop);
    const failure = await workshop.onCopy((copy) => findFailure(copy, suite));
    if (failure) throw new Error(`${failure.check}: ${failure.why}`);
    return `${suite.length} checks`;
  },
};

/** A bug is caught by its own check alone: any other failure, of a connection for one, would hide that this check is blind. */
export function expectCaught(failure: Failure | undefined, { caughtBy }: Pick<PlantedBug, "caughtBy">): void {
  if (!failure) throw new Error("no check caught it");
  const { check, why, isFound } = failure;
  if (!isFound) throw new Error(`“${check}” broke off: ${why}`);
  if (check !== caughtBy) throw new Error(`caught by “${check}” and not by “${caughtBy}”: ${why}`);
}

const caught = (bug: PlantedBug): Promised => ({
  name: `planted bug: ${bug.name}`,
  async run({ workshop }) {
    const failure = await workshop.onCopy(async (copy) => {
      await bug.plant(copy.admin, copy.name);
      return findFailure(copy, suiteFor(workshop));
    });
    expectCaught(failure, bug);
    return `caught by “${bug.caughtBy}”`;
  },
});

export const caughtBugs: readonly Promised[] = plantedBugs.map(caught);
