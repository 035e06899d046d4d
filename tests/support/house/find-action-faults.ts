import ts from "typescript";
import { at, type Source } from "./sources";

const isUseServer = (node: ts.Node | undefined): boolean =>
  node !== undefined &&
  ts.isExpressionStatement(node) &&
  ts.isStringLiteral(node.expression) &&
  node.expression.text === "use server";

export const isExported = (node: ts.Node): boolean =>
  ts.canHaveModifiers(node) &&
  (ts.getModifiers(node) ?? []).some((modifier) => modifier.kind === ts.SyntaxKind.ExportKeyword);

const isAsync = (node: ts.FunctionDeclaration): boolean =>
  (ts.getModifiers(node) ?? []).some((modifier) => modifier.kind === ts.SyntaxKind.AsyncKeyword);

const isType = (node: ts.Node): boolean => ts.isTypeAliasDeclaration(node) || ts.isInterfaceDeclaration(node);

/** The name of the guard in `await requireX(…)` alone, or what it answers kept: nothing may run before it. */
export function guardIn(statement: ts.Statement | undefined): string | undefined {
  return /^require[A-Z]\w*/.exec(awaitedIn(statement) ?? "")?.[0];
}

/** The function whose answer a statement waits for first. */
export function awaitedIn(statement: ts.Statement | undefined): string | undefined {
  if (!statement) return undefined;
  const kept = ts.isVariableStatement(statement) ? statement.declarationList.declarations[0]?.initializer : undefined;
  const value = ts.isExpressionStatement(statement) ? statement.expression : kept;
  if (!value || !ts.isAwaitExpression(value) || !ts.isCallExpression(value.expression)) return undefined;
  return value.expression.expression.getText();
}

function findExportFaults(source: Source, statement: ts.Statement): string[] {
  if (ts.isExportAssignment(statement) || ts.isExportDeclaration(statement)) {
    const isTypeOnly = ts.isExportDeclaration(statement) && statement.isTypeOnly;
    return isTypeOnly ? [] : [at(source, statement, "exports something else than an async function")];
  }
  if (!isExported(statement) || isType(statement)) return [];
  if (!ts.isFunctionDeclaration(statement) || !isAsync(statement)) {
    return [at(source, statement, "exports something else than an async function")];
  }
  const name = statement.name?.text ?? "";
  return [
    ...(name.endsWith("Action") ? [] : [at(source, statement, `${name}: the name of an action ends in Action`)]),
    ...(guardIn(statement.body?.statements[0]) ? [] : [at(source, statement, `${name}: line one is no guard`)]),
  ];
}

/**
 * Each export of a "use server" file is a public address. A constant among them builds green and turns every submit into a 500;
 * an action without a guard in line one serves anybody.
 */
export function findActionFaults(source: Source): string[] {
  const inline = source.tree.statements.flatMap((statement) => findInlineActions(source, statement));
  if (!isUseServer(source.tree.statements[0])) return inline;
  return source.tree.statements.flatMap((statement) => findExportFaults(source, statement));
}

/** An action hidden inside a component would escape the rule above. */
function findInlineActions(source: Source, node: ts.Node): string[] {
  const own =
    ts.isBlock(node) && isUseServer(node.statements[0]) ? [at(source, node, "an action outside actions.ts")] : [];
  const below: string[] = [];
  ts.forEachChild(node, (child) => void below.push(...findInlineActions(source, child)));
  return [...own, ...below];
}
