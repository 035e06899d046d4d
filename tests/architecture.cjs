// The dependency rule: app → components → lib → db. Each rule here is broken on purpose in
// tests/unit/house/architecture.test.ts, so that it is known to bite.

/** Folders of lib that every domain may use. */
const COMMON = "ledger|audit|approvals|limits|passkeys|shared";
/** Folders of lib at the edge: they know the framework, and no domain knows them. */
const EDGE = "auth|i18n|jobs|mail";
const FRAMEWORK = "^(node_modules/)?(next|react|react-dom|next-intl|use-intl|next-auth|react-aria-components)(/|$)";
const DATABASE = "^(node_modules/)?(drizzle-orm|postgres)(/|$)";
/** What only runs from the command line. */
const TOOLS =
  "^db/(demo/|seed/|book-state|migrate|seal-plain-text|embedded|postgres-binaries|bootstrap|drizzle\\.config)";

const rule = (name, comment, from, to) => ({ name, severity: "error", comment, from, to });

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    rule(
      "app-knows-no-database",
      "A page or action calls lib; tables and SQL are lib's and db's.",
      { path: "^app/" },
      { path: ["^db/", DATABASE] },
    ),
    rule("citizen-knows-no-admin", "Two sites in one.", { path: "^app/\\(citizen\\)/" }, { path: "^app/admin/" }),
    rule("admin-knows-no-citizen", "Two sites in one.", { path: "^app/admin/" }, { path: "^app/\\(citizen\\)/" }),
    rule("components-know-no-app", "Pages use components.", { path: "^components/" }, { path: "^app/" }),
    rule(
      "components-know-no-database",
      "A component is given what it shows.",
      { path: "^components/" },
      { path: ["^db/", DATABASE] },
    ),
    rule(
      "components-know-no-use-case",
      "Of lib a component takes shared, types, messages and the shapes of input.ts.",
      { path: "^components/" },
      {
        path: "^lib/",
        pathNot: ["^lib/(shared|i18n)/", "^lib/[^/]+/input\\.ts$"],
        dependencyTypesNot: ["type-only"],
      },
    ),
    rule(
      "lib-knows-no-screen",
      "lib is below app and components.",
      { path: "^lib/" },
      { path: ["^app/", "^components/"] },
    ),
    rule(
      "domain-knows-no-framework",
      "Only the edge folders of lib know the framework.",
      { path: "^lib/", pathNot: `^lib/(${EDGE})/` },
      { path: FRAMEWORK },
    ),
    rule(
      "domain-knows-no-edge",
      "Who acts comes in as plain values.",
      { path: "^lib/", pathNot: `^lib/(${EDGE})/` },
      { path: `^lib/(${EDGE})/` },
    ),
    rule(
      "domain-reads-another-through-its-queries",
      "Use cases of two domains are joined at the edge (a command line is one); pure decisions may meet.",
      { path: "^lib/([^/]+)/", pathNot: [`^lib/(${EDGE})/`, "/decide-[^/]+\\.ts$", "-cli\\.ts$"] },
      {
        path: "^lib/[^/]+/",
        pathNot: ["^lib/$1/", `^lib/(${COMMON}|${EDGE})/`, "^lib/[^/]+/queries\\.ts$"],
        dependencyTypesNot: ["type-only"],
      },
    ),
    rule(
      "ledger-knows-no-domain",
      "The laws do not depend on what is done under them.",
      { path: "^lib/ledger/" },
      { path: "^lib/[^/]+/", pathNot: "^lib/(ledger|shared)/" },
    ),
    rule(
      "shared-knows-nothing",
      "What everybody uses uses nobody.",
      { path: "^lib/shared/" },
      { path: ["^lib/", "^db/"], pathNot: "^lib/shared/" },
    ),
    rule(
      "approvals-know-no-domain",
      "An act's kind, payload and hash are enough.",
      { path: "^lib/approvals/" },
      { path: "^lib/[^/]+/", pathNot: `^lib/(${COMMON})/` },
    ),
    rule(
      "decisions-are-pure",
      "Facts in, result out: no I/O, no clock, no library that has any.",
      { path: "/decide-[^/]+\\.ts$" },
      { pathNot: ["^lib/shared/", "/decide-[^/]+\\.ts$"], dependencyTypesNot: ["type-only"] },
    ),
    rule(
      "db-knows-its-driver-only",
      "Tables and connection: drizzle-orm, its driver and the settings.",
      { path: "^db/", pathNot: TOOLS },
      {
        pathNot: ["^db/(?!demo/|seed/|migrate|embedded|postgres-binaries)", DATABASE, "^lib/env\\.ts$", "server-only"],
      },
    ),
    rule(
      "tools-know-the-settings-only",
      "Migration, embedded server and demo start the app; they are no part of it. A migration seals what was plain, a demo tries its secrets on a book.",
      { path: TOOLS, pathNot: "^db/seed/" },
      {
        path: ["^app/", "^components/", "^lib/", "^db/seed/"],
        pathNot: ["^lib/env\\.ts$", "^lib/shared/(seal|index-email)\\.ts$"],
      },
    ),
    rule(
      "seed-knows-no-screen",
      "The seed uses lib as a page would.",
      { path: "^db/seed/" },
      { path: ["^app/", "^components/"] },
    ),
    rule(
      "app-runs-no-tool",
      "What runs from the command line is not for the server.",
      { path: ["^app/", "^components/", "^lib/", "^(proxy|instrumentation)\\.ts$"] },
      { path: TOOLS },
    ),
    rule("nothing-knows-the-tests", "Tests are above all.", { pathNot: "^tests/" }, { path: "^tests/" }),
    rule(
      "no-circles",
      "A circle has no bottom.",
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    ),
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "\\.(css|json|html|wasm)$" },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["react-server", "import", "require", "node", "default", "types"],
      mainFields: ["module", "main", "types"],
    },
  },
};
