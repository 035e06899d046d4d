import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { checkout } from "@/db/postgres-binaries";

const require = createRequire(import.meta.url);
const rules: { forbidden: { name: string }[] } = require("../../architecture.cjs");

/** Each line breaks one rule: the file, what it imports, the rule that must catch it. */
const PLANTED: [file: string, imported: string, rule: string][] = [
  ["app/a/page.tsx", "@/db/client", "app-knows-no-database"],
  ["app/b/page.tsx", "drizzle-orm", "app-knows-no-database"],
  ["app/c/page.tsx", "postgres", "app-knows-no-database"],
  ["app/(citizen)/d/page.tsx", "@/app/admin/menu", "citizen-knows-no-admin"],
  ["app/admin/e/page.tsx", "@/app/(citizen)/menu", "admin-knows-no-citizen"],
  ["components/ui/f.tsx", "@/app/admin/menu", "components-know-no-app"],
  ["components/ui/g.tsx", "@/db/client", "components-know-no-database"],
  ["components/ui/h.tsx", "@/lib/claims/claim-points", "components-know-no-use-case"],
  ["lib/claims/i.ts", "@/app/admin/menu", "lib-knows-no-screen"],
  ["lib/auth/j.ts", "@/components/ui/button", "lib-knows-no-screen"],
  ["lib/claims/k.ts", "next/headers", "domain-knows-no-framework"],
  ["lib/claims/l.ts", "react", "domain-knows-no-framework"],
  ["lib/claims/m.ts", "next-intl", "domain-knows-no-framework"],
  ["lib/claims/n.ts", "@/lib/auth/guards", "domain-knows-no-edge"],
  ["lib/claims/o.ts", "@/lib/jobs/sweep", "domain-knows-no-edge"],
  ["lib/claims/p.ts", "@/lib/i18n/words", "domain-knows-no-edge"],
  ["lib/claims/q.ts", "@/lib/shops/create-shop", "domain-reads-another-through-its-queries"],
  ["lib/ledger/r.ts", "@/lib/shops/queries", "ledger-knows-no-domain"],
  ["lib/shared/s.ts", "@/lib/shops/queries", "shared-knows-nothing"],
  ["lib/shared/t.ts", "@/db/client", "shared-knows-nothing"],
  ["lib/approvals/u.ts", "@/lib/shops/queries", "approvals-know-no-domain"],
  ["lib/claims/decide-v.ts", "@/db/client", "decisions-are-pure"],
  ["lib/claims/decide-w.ts", "@/lib/clock/city-now", "decisions-are-pure"],
  ["lib/claims/decide-x.ts", "node:fs", "decisions-are-pure"],
  ["db/schema/y.ts", "@/lib/shops/queries", "db-knows-its-driver-only"],
  ["db/schema/z.ts", "node:fs", "db-knows-its-driver-only"],
  ["db/demo/aa.ts", "@/lib/shops/queries", "tools-know-the-settings-only"],
  ["db/seed/ab.ts", "@/components/ui/button", "seed-knows-no-screen"],
  ["lib/claims/ac.ts", "@/db/seed/run", "app-runs-no-tool"],
  ["lib/claims/ad.ts", "@/tests/support/fixture", "nothing-knows-the-tests"],
  ["lib/claims/ae.ts", "@/lib/claims/af", "no-circles"],
];
const OTHER_HALF_OF_THE_CIRCLE = [["lib/claims/af.ts", "@/lib/claims/ae"]] as const;

/** What the rules allow, and must go on allowing. */
const ALLOWED: [file: string, imported: string][] = [
  ["app/(citizen)/menu.tsx", "@/lib/claims/claim-points"],
  ["app/admin/menu.tsx", "@/components/ui/button"],
  ["app/admin/words.tsx", "next-intl"],
  ["components/ui/button.tsx", "react"],
  ["components/ui/form.tsx", "@/lib/claims/input"],
  ["components/ui/sum.tsx", "@/lib/shared/result"],
  ["lib/claims/input.ts", "@/lib/shared/result"],
  ["lib/claims/claim-points.ts", "@/lib/ledger/post"],
  ["lib/claims/queries.ts", "@/lib/shops/queries"],
  ["lib/claims/decide-claim.ts", "@/lib/shops/decide-shop"],
  ["lib/shops/decide-shop.ts", "@/lib/shared/result"],
  ["lib/shops/queries.ts", "@/db/client"],
  ["lib/shops/create-shop.ts", "@/db/client"],
  ["lib/ledger/post.ts", "@/db/client"],
  ["lib/auth/guards.ts", "next/headers"],
  ["lib/i18n/words.ts", "next-intl"],
  ["lib/jobs/sweep.ts", "@/lib/claims/claim-points"],
  ["lib/clock/city-now.ts", "@/db/client"],
  ["lib/shops/add-shop-cli.ts", "@/lib/clock/city-now"],
  ["lib/shared/result.ts", "node:crypto"],
  ["lib/env.ts", "node:os"],
  ["db/client.ts", "drizzle-orm"],
  ["db/connection.ts", "postgres"],
  ["db/seed/run.ts", "@/lib/claims/claim-points"],
  ["db/demo/run.ts", "@/db/client"],
  ["db/demo/open-book.ts", "@/lib/shared/index-email"],
  ["tests/support/fixture.ts", "@/lib/claims/claim-points"],
];

const PACKAGES = ["next", "react", "next-intl", "drizzle-orm", "postgres"];
const tree = mkdtempSync(path.join(tmpdir(), "komapo-architecture-"));
afterAll(() => rmSync(tree, { recursive: true, force: true }));

function write(file: string, text: string): void {
  mkdirSync(path.join(tree, path.dirname(file)), { recursive: true });
  writeFileSync(path.join(tree, file), text);
}

/** A small project with the given imports; the rules and the compiler's settings are the real ones. */
function plant(imports: readonly (readonly [file: string, imported: string, ...unknown[]])[]): void {
  rmSync(tree, { recursive: true, force: true });
  for (const name of PACKAGES) {
    write(`node_modules/${name}/package.json`, JSON.stringify({ name, version: "1.0.0", main: "index.js" }));
    for (const file of ["index.js", "headers.js"]) write(`node_modules/${name}/${file}`, "module.exports = 1;");
  }
  for (const [file, imported] of imports) write(file, `import { it } from "${imported}";\nexport const own = it;\n`);
  for (const file of ["tests/architecture.cjs", "tsconfig.json"])
    copyFileSync(path.join(checkout, file), path.join(tree, file));
}

/** Every breach that dependency-cruiser reports, as `file rule`. */
function findBreaches(): string[] {
  const command = path.join(checkout, "node_modules", "dependency-cruiser", "bin", "dependency-cruiser.mjs");
  const args = ["--config", "tests/architecture.cjs", "--output-type", "json", "app", "components", "lib", "db"];
  const run = spawnSync(process.execPath, [command, ...args], { cwd: tree, encoding: "utf8" });
  const { summary } = JSON.parse(run.stdout);
  return summary.violations.map(
    (breach: { from: string; rule: { name: string } }) => `${breach.from} ${breach.rule.name}`,
  );
}

test("each rule of the architecture is broken below at least once", () => {
  expect(new Set(PLANTED.map(([, , rule]) => rule))).toEqual(new Set(rules.forbidden.map(({ name }) => name)));
});

test("every planted breach is caught under its rule, and nothing else is", () => {
  plant([...ALLOWED, ...PLANTED, ...OTHER_HALF_OF_THE_CIRCLE]);
  expect(findBreaches().sort()).toEqual(PLANTED.map(([file, , rule]) => `${file} ${rule}`).sort());
});

test("what the rules allow passes", () => {
  plant(ALLOWED);
  expect(findBreaches()).toEqual([]);
});
