import { plantedBugs } from "../all-bugs";
import { survivesCrash } from "../checks/survives-crash";
import type { PlantedBug } from "../plant";
import type { Promised } from "../proof";
import { checks, findFailure } from "../suite";
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

const caught = ({ name, plant }: PlantedBug): Promised => ({
  name: `planted bug: ${name}`,
  async run({ workshop }) {
    const failure = await workshop.onCopy(async (copy) => {
      await plant(copy.admin, copy.name);
      return findFailure(copy, suiteFor(workshop));
    });
    if (!failure) throw new Error("no check caught it");
    return `caught by “${failure.check}”`;
  },
});

export const caughtBugs: readonly Promised[] = plantedBugs.map(caught);
