import { openMatrix } from "../support/matrix";
import { walk } from "./walk";
import { walkWithoutProxy } from "./without-proxy";

// `npm run matrix`: every entry of the build × every identity, then the same in a copy of the checkout without proxy.ts: it is no lock.
const IN_COPY = "--in-copy";
const say = (line: string) => process.stdout.write(`${line}\n`);

async function walkHere(name: string): Promise<number> {
  const matrix = await openMatrix();
  try {
    const { entries, identities, unexpected } = await walk(matrix);
    for (const fault of unexpected) say(`  ${fault}`);
    say(`${name}: ${entries} entries × ${identities} identities, ${unexpected.length} unexpected`);
    return unexpected.length;
  } finally {
    await matrix.stop();
  }
}

const isCopy = process.argv.includes(IN_COPY);
// Side by side: a walk keeps one core busy.
const unexpected = await Promise.all([
  walkHere(isCopy ? "matrix without proxy.ts" : "matrix"),
  isCopy ? 0 : walkWithoutProxy(IN_COPY),
]);
process.exit(unexpected.some((count) => count > 0) ? 1 : 0);
