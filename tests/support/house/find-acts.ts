import ts from "typescript";
import { findNodes, type Source } from "./sources";

type Named = ts.PropertyAssignment | ts.PropertySignature | ts.ParameterDeclaration;

const isNamed =
  (name: string) =>
  (node: ts.Node): node is Named =>
    (ts.isPropertyAssignment(node) || ts.isPropertySignature(node) || ts.isParameter(node)) &&
    node.name.getText() === name;

/** Every text in an expression or a type, whichever branch it stands in. */
export function textsIn(node: ts.Node | undefined): string[] {
  if (!node) return [];
  if (ts.isStringLiteralLike(node)) return [node.text];
  const texts: string[] = [];
  ts.forEachChild(node, (child) => void texts.push(...textsIn(child)));
  return texts;
}

const textsBehind = (source: Source, name: string): string[] =>
  findNodes(source, isNamed(name)).flatMap((node) =>
    ts.isPropertyAssignment(node) ? textsIn(node.initializer) : textsIn(node.type),
  );

/** The names of staff acts that a source writes or types: what stands behind `act:`. */
export const findActs = (source: Source): string[] =>
  textsBehind(source, "act").filter((text) => /^[a-z]+(_[a-z]+)+$/.test(text));

/** The kinds of things that staff act on: what stands behind `targetKind:`. */
export const findTargetKinds = (source: Source): string[] =>
  textsBehind(source, "targetKind").filter((text) => /^[a-z_]+$/.test(text));
