import ts from "typescript";
import { guardIn, isExported } from "./find-action-faults";
import { at, findNodes, type Source } from "./sources";

const CONSOLE = /^app\/admin\/\((console|counter)\)\//;
/** Where to be signed in is enough: the frame, the page that says what is denied, the second factor, the end of a session. */
const FOR_ALL_STAFF = /^app\/admin\/((\(console\)\/)?(layout\.tsx|denied\/|step-up\/)|sign-in\/)/;
const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"];

/** What Next calls from outside: a page, a title that reads what its address names, a route's methods, an action. */
function isEntry(file: string, made: ts.FunctionDeclaration): boolean {
  const name = made.name?.text ?? "";
  if (file.endsWith("/actions.ts")) return true;
  if (file.endsWith("/route.ts")) return METHODS.includes(name);
  if (!file.endsWith("/page.tsx")) return false;
  return made.getText().startsWith("export default") || (name === "generateMetadata" && made.parameters.length > 0);
}

/** A title asks whether it may tell a name; the page beside it is what refuses, and what is recorded. */
function isGuarded({ name, body }: ts.FunctionDeclaration): boolean {
  const first = body?.statements[0];
  if (name?.text === "generateMetadata" && /= await findScope\(/.test(first?.getText() ?? "")) return true;
  return /^require(Permission|Fresh\w*|Visit|VisitOf)$/.test(guardIn(first) ?? "");
}

function findUnguarded(source: Source): string[] {
  if (!CONSOLE.test(source.file) || FOR_ALL_STAFF.test(source.file)) return [];
  const entries = source.tree.statements
    .filter(ts.isFunctionDeclaration)
    .filter((made) => isExported(made) && isEntry(source.file, made));
  const isPageLike = /\/(page\.tsx|route\.ts|actions\.ts)$/.test(source.file);
  if (isPageLike && entries.length === 0) return [`${source.file} exports no function that a guard could begin`];
  return entries
    .filter((made) => !isGuarded(made))
    .map((made) => at(source, made, `${made.name?.text}: line one asks for no permission`));
}

/** `requireStaff` asks for no permission, so it stands only where none is needed. */
function findBareGuards(source: Source): string[] {
  if (!source.file.startsWith("app/") || FOR_ALL_STAFF.test(source.file)) return [];
  return findNodes(source, ts.isIdentifier)
    .filter((name) => name.text === "requireStaff")
    .map((name) => at(source, name, "requireStaff asks for no permission"));
}

/** Each page, route and action of the console begins by asking for a permission of lib/staff/permissions.ts. */
export const findConsoleFaults = (source: Source): string[] => [...findUnguarded(source), ...findBareGuards(source)];
