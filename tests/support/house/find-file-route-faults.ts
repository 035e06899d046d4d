import ts from "typescript";
import { isExported } from "./find-action-faults";
import { at, findNodes, type Source } from "./sources";

const ROUTE = /^app\/admin\/.*\/route\.tsx?$/;

/** An answer with a body; figures as JSON are nothing that a person takes along. */
const isFile = (node: ts.Node): node is ts.NewExpression =>
  ts.isNewExpression(node) &&
  node.expression.getText() === "Response" &&
  node.arguments?.[0]?.kind !== ts.SyntaxKind.NullKeyword;

const isRefusal = (step: ts.Statement): boolean =>
  ts.isIfStatement(step) &&
  /(^|\|\| )isCrossSite\(request\.headers\)$/.test(step.expression.getText()) &&
  step.thenStatement.getText().startsWith("redirect(");

/** Whoever acts is handed over: from here on something is done and recorded. */
const isAct = (node: ts.Node): boolean =>
  ts.isCallExpression(node) && node.arguments.some((argument) => argument.getText() === "actor")
    ? true
    : (ts.forEachChild(node, (child) => isAct(child) || undefined) ?? false);

function isOpenToLinks({ body }: ts.FunctionDeclaration): boolean {
  const steps = [...(body?.statements ?? [])];
  const refusal = steps.findIndex(isRefusal);
  return refusal === -1 || steps.slice(0, refusal).some(isAct);
}

/** Making a file is an act on record: a route at /admin that answers one leads elsewhere, before it acts, whoever follows another site's link. */
export function findFileRouteFaults(source: Source): string[] {
  if (!ROUTE.test(source.file) || findNodes(source, isFile).length === 0) return [];
  const methods = source.tree.statements.filter(ts.isFunctionDeclaration).filter(isExported);
  if (methods.length === 0) return [`${source.file} exports no function that could refuse`];
  return methods
    .filter(isOpenToLinks)
    .map((made) => at(source, made, `${made.name?.text}: another site's link makes the file`));
}
