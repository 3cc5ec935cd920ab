/** The values that are read from code, with their places. */
import type { Piece } from '../text.ts';

/** A member of an object, or a named argument. */
export interface Entry {
  /** The name; `undefined` for a spread. */
  readonly key: string | undefined;
  readonly start: number;
  readonly value: Node;
}
interface Base {
  readonly start: number;
  readonly end: number;
}
/** A call on the result of another call. */
export interface ChainedCall {
  readonly name: string;
  readonly start: number;
  readonly args: readonly Node[];
  readonly named: readonly Entry[];
}
/** A value in code. */
export type Node = Base &
  (
    | { readonly kind: 'text'; readonly piece: Piece; readonly isWhole: boolean }
    | { readonly kind: 'scalar'; readonly value: number | boolean | null }
    | { readonly kind: 'list'; readonly items: readonly Node[] }
    | {
        readonly kind: 'object';
        readonly entries: readonly Entry[];
        /** The class of an object in a language with types. */
        readonly type?: string;
      }
    | { readonly kind: 'name'; readonly name: string }
    | { readonly kind: 'spread'; readonly value: Node }
    | {
        readonly kind: 'call';
        readonly name: string;
        readonly args: readonly Node[];
        readonly named: readonly Entry[];
        /** The calls on its result, `.model(…).maxTokens(…)`. */
        readonly chain?: readonly ChainedCall[];
      }
    | { readonly kind: 'unknown' }
  );
