import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { serveCity } from "../support/server";
import { isMet, readFigures } from "./figures";
import { CLIENTS, type Medians, measure, runRound, type Workload } from "./measure";

const say = (line: string) => process.stdout.write(`${line}\n`);

const PARTS = ["ledger", "http"] as const;
const { values } = parseArgs({
  options: { only: { type: "string" }, json: { type: "string" }, rounds: { type: "string", default: "5" } },
});
const only = values.only?.split(",") ?? PARTS;
const unknown = only.filter((part) => !PARTS.some((known) => known === part));
if (unknown.length > 0) throw new Error(`--only takes ${PARTS.join(", ")}; not ${unknown.join(", ")}.`);

function printTable(workloads: readonly Workload[], medians: Medians): void {
  const limit = medians.get("single durable insert (the limit)");
  say(`\n| work | client | ${CLIENTS.map((clients) => `${clients} clients /s (ratio)`).join(" | ")} |`);
  say(`|---|---|${CLIENTS.map(() => "---:|").join("")}`);
  for (const { name, client } of workloads) {
    const cells = CLIENTS.map((clients) => {
      const speed = medians.get(name)?.[clients] ?? 0;
      const ratio = limit?.[clients] ? ` (${(speed / limit[clients]).toFixed(2)})` : "";
      return `${Math.round(speed).toLocaleString("en")}${ratio}`;
    });
    say(`| ${name} | ${client} | ${cells.join(" | ")} |`);
  }
}

const city = await serveCity({ seeded: false });
Object.assign(process.env, city.env);
// After the settings are known: they are read once.
const [{ fillBook }, { ledgerWorkloads }, { appWorkloads, claimSupply }, { httpWorkloads, weigh }, { closeDatabase }] =
  await Promise.all([
    import("./bench-book"),
    import("./ledger-workloads"),
    import("./app-workloads"),
    import("./http-workloads"),
    import("@/db/client"),
  ]);
try {
  say("filling the book …");
  const book = await fillBook(city.adminUrl);
  const nextClaim = claimSupply(book);
  const ledger = ledgerWorkloads(book, city.appUrl);
  const http = only.includes("http") ? httpWorkloads(book, city.origin, nextClaim) : [];
  const workloads = [
    ...(only.includes("ledger") ? [...ledger.workloads, ...appWorkloads(book, nextClaim)] : []),
    ...http,
  ];
  const medians = await measure(workloads, Number(values.rounds), say);
  const [earn] = http;
  const weighed = earn && weigh({ ...earn, operations: { 64: 2000 } }, city.pid());
  if (weighed) await runRound(weighed.workload, 64);
  const figures = readFigures(medians, weighed?.highest());
  printTable(workloads, medians);
  say("");
  for (const figure of figures) {
    say(
      `${isMet(figure) ? "MET   " : "MISSED"} ${figure.name} ${figure.value} ${figure.unit} (target ${figure.target})`,
    );
  }
  if (values.json) writeFileSync(values.json, `${JSON.stringify(figures, null, 2)}\n`);
  await ledger.end();
  await book.admin.end();
} finally {
  await closeDatabase();
  await city.stop();
}
