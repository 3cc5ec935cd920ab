/** Reads a body that is an object of JavaScript or Python, without variables. */
import type { Draft } from '../draft.ts';
import { findShape } from '../json/shape.ts';
import type { Source } from '../text.ts';

/** Reads the object at a place; `undefined` if it is no body. */
export function readLiteralBody(source: Source, start: number): Draft | undefined {
  const head = /^\{\s*['\w]/.exec(source.text.slice(start, start + 1000))?.[0];
  if (!head) return undefined;
  const { literals } = source.parts;
  const { node } = literals.readLiteral(source.text, start);
  if (node.kind !== 'object') return undefined;
  const body = literals.toLiteralBody(source.text, node);
  if (body.unknown.length > 0 || !findShape(body.value)) return undefined;
  const format = head.endsWith("'") ? 'python' : 'typescript';
  return { format, range: { start, end: node.end }, headers: [], body };
}
