/** A call of a framework, and the request that it makes. */
import type { Platform } from '@beta-headers/core';
import type { Unknown } from '../json/body.ts';
import type { Entry, Node } from '../literals/literal-node.ts';
import type { Piece, Range } from '../text.ts';
import type { Evaluator } from './evaluate.ts';
import type { ParamsNormalizer } from './typed-params.ts';

/** A call of a framework. */
export interface FrameworkCall {
  readonly text: string;
  readonly evaluator: Evaluator;
  readonly normalizer: ParamsNormalizer;
  readonly entries: readonly Entry[];
  readonly range: Range;
  readonly className: string;
}
/** The request that it makes. */
export interface FrameworkRequest {
  /** The fields of the body. */
  readonly entries: readonly Entry[];
  /** Objects of headers. */
  readonly headers: readonly Node[];
  readonly platform?: Platform | undefined;
  readonly isConverse?: boolean;
  readonly unknown: readonly Unknown[];
}

/** Finds the last member with one of the names. */
export const findEntry = (entries: readonly Entry[], ...keys: string[]): Entry | undefined =>
  entries.findLast(({ key }) => key !== undefined && keys.includes(key));

/** Makes a text that code only implies, such as the type of a tool. */
export function makeText(text: string, { start, end }: Range): Node {
  const piece: Piece = { text, runs: [{ at: 0, from: start }] };
  return { kind: 'text', start, end, piece, isWhole: true };
}

/** Makes an object of members. */
export const makeObject = ({ start, end }: Range, entries: readonly Entry[]): Node => ({
  kind: 'object',
  start,
  end,
  entries,
});
