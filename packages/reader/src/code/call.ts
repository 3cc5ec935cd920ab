/** A call in code, and what the readers of calls share. */

import type { Draft } from '../draft.ts';
import type { Entry, Node } from '../literals/literal-node.ts';
import type { Piece, Source } from '../text.ts';
import type { Format } from '../types.ts';
import type { Client } from './clients.ts';
import type { Evaluator } from './evaluate.ts';

/** One call in the code. */
export interface Call {
  /** `client.beta.messages.create`, without white space. */
  readonly chain: string;
  readonly start: number;
  readonly end: number;
  /** The offset of its bracket. */
  readonly open: number;
  readonly args: readonly Node[];
  readonly named: readonly Entry[];
}

/** The text of a call, and what is known about it. */
export interface Context {
  readonly source: Source;
  readonly evaluator: Evaluator;
  readonly clients: readonly Client[];
  readonly isPython: boolean;
}

/** Finds the value of the last entry that has one of the names. */
export const findEntry = (entries: readonly Entry[], ...keys: string[]): Node | undefined =>
  entries.findLast(({ key }) => key !== undefined && keys.includes(key))?.value;

/** Returns the text of a value, if it is one. */
export const toPiece = (node: Node | undefined, { evaluator }: Context): Piece | undefined => {
  const value = node && evaluator.resolve(node);
  return value?.kind === 'text' ? value.piece : undefined;
};

/** Begins a draft with the place of its call. */
export function makeDraft(call: Call, format: Format): Pick<Draft, 'format' | 'range'> {
  return { format, range: { start: call.start, end: call.end } };
}

/** Makes an object of arguments by name, as a body. */
export const toObject = ({ start, end, named }: Call): Node => ({
  kind: 'object',
  start,
  end,
  entries: named,
});
