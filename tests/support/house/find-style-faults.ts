import ts from "typescript";
import { at, findNodes, lineOf, type Source } from "./sources";

const MAX_FUNCTION = 40;
const JAPANESE = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;
/** Hues that Tailwind has and the Digital Agency's design system has not. */
const FOREIGN_HUES = "slate|gray|zinc|neutral|stone|amber|emerald|teal|sky|indigo|violet|fuchsia|pink|rose";
const OFF_TOKEN = new RegExp(
  [
    "\\[-?[\\d.]+(px|rem|em)\\]", // a size that is nobody's token
    `(?<!solid-|opacity-)\\b(${FOREIGN_HUES})-\\d{2,3}\\b`,
    "-950\\b",
    "(^|[\\s\"'`:[])#[\\da-f]{3,8}\\b", // a colour by its number
    "\\b\\d+px\\b",
  ].join("|"),
  "i",
);

type Text = ts.StringLiteral | ts.NoSubstitutionTemplateLiteral | ts.TemplateHead | ts.TemplateMiddle | ts.TemplateTail;

const isText = (node: ts.Node): node is Text | ts.JsxText =>
  ts.isStringLiteral(node) ||
  ts.isNoSubstitutionTemplateLiteral(node) ||
  ts.isTemplateHead(node) ||
  ts.isTemplateMiddleOrTemplateTail(node) ||
  ts.isJsxText(node);

/** Sentences belong to lib/i18n/messages, where every language has its own. */
export const findJapanese = (source: Source): string[] =>
  findNodes(source, isText)
    .filter((node) => JAPANESE.test(node.text))
    .map((node) => at(source, node, node.text.trim().slice(0, 20)));

/** Sizes and colours come from the tokens, or a change of the city's colours would miss them. */
export const findOffToken = (source: Source): string[] =>
  findNodes(source, isText)
    .filter((node) => OFF_TOKEN.test(node.text))
    .map((node) => at(source, node, OFF_TOKEN.exec(node.text)?.[0].trim()));

type Function = ts.FunctionLikeDeclaration & { body: ts.Node };
const isFunction = (node: ts.Node): node is Function =>
  ts.isFunctionLike(node) && "body" in node && node.body !== undefined;

/** Functions of more than 40 lines, from their first word to their last brace. */
export const findLongFunctions = (source: Source): string[] =>
  findNodes(source, isFunction).flatMap((node) => {
    const lines = source.tree.getLineAndCharacterOfPosition(node.getEnd()).line + 2 - lineOf(source, node);
    return lines > MAX_FUNCTION ? [at(source, node, `${node.name?.getText() ?? "a function"}: ${lines} lines`)] : [];
  });
