/** Reads values of JavaScript and Python. Many texts have none. */

import { Evaluator } from '../code/evaluate.ts';
import type { Body } from '../json/body.ts';
import { LiteralReader } from './literal.ts';
import type { Node } from './literal-node.ts';

/** Reads the value at a place. */
export function readLiteral(
  text: string,
  at: number,
): { readonly node: Node; readonly end: number } {
  const reader = new LiteralReader(text, at);
  return { node: reader.readValue(), end: reader.at };
}

/** Turns a value into a body, with the variables of the text. */
export const toLiteralBody = (text: string, node: Node): Body => new Evaluator(text).toBody(node);
