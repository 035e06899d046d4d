import ts from "typescript";
import { findNodes, type Source } from "./sources";

const isNamedAct = (node: ts.Node): node is ts.PropertyAssignment | ts.PropertySignature | ts.ParameterDeclaration =>
  (ts.isPropertyAssignment(node) || ts.isPropertySignature(node) || ts.isParameter(node)) &&
  node.name.getText() === "act";

/** Every text in an expression or a type, whichever branch it stands in. */
function textsIn(node: ts.Node | undefined): string[] {
  if (!node) return [];
  if (ts.isStringLiteralLike(node)) return [node.text];
  const texts: string[] = [];
  ts.forEachChild(node, (child) => void texts.push(...textsIn(child)));
  return texts;
}

/** The names of staff acts that a source writes or types: what stands behind `act:`. */
export const findActs = (source: Source): string[] =>
  findNodes(source, isNamedAct)
    .flatMap((node) => (ts.isPropertyAssignment(node) ? textsIn(node.initializer) : textsIn(node.type)))
    .filter((text) => /^[a-z]+(_[a-z]+)+$/.test(text));
