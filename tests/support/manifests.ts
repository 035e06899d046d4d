import { readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { checkout } from "../../db/postgres-binaries";

const read = (name: string): unknown => JSON.parse(readFileSync(path.join(checkout, ".next", "server", name), "utf8"));

const Actions = z.object({
  node: z.record(z.string(), z.object({ filename: z.string(), exportedName: z.string() })),
});

/** Every server action of the build: `app/…/actions.ts#nameAction` → the id that its POST carries. */
export function listActions(): Map<string, string> {
  const { node } = Actions.parse(read("server-reference-manifest.json"));
  return new Map(Object.entries(node).map(([id, { filename, exportedName }]) => [`${filename}#${exportedName}`, id]));
}

const listFiles = () => Object.keys(z.record(z.string(), z.string()).parse(read("app-paths-manifest.json")));
const routeOf = (file: string) => file.replace(/\/(page|route)$/, "").replace(/\/\([^)]*\)/g, "") || "/";
const internal = new Set(["/_not-found", "/_global-error"]);

/** Every page and route handler of the build, as Next writes it: `/receipts/[id]`, `/api/health`. */
export function listRoutes(): string[] {
  return listFiles()
    .map(routeOf)
    .filter((route) => !internal.has(route))
    .sort();
}

/** Every page of the build: what a person looks at. */
export function listPages(): string[] {
  const routes = new Set(
    listFiles()
      .filter((file) => file.endsWith("/page"))
      .map(routeOf),
  );
  return [...routes].filter((route) => !internal.has(route)).sort();
}
