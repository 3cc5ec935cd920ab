/** The surroundings of a literal, from the inside out, in a form that all languages share. */

/** One construct around a literal. */
export interface Frame {
  readonly kind: 'list' | 'map' | 'call' | 'index' | 'block' | 'enum' | 'type';
  /** The names that the literal, or the construct that it is in, is bound to at this level. */
  readonly names: readonly string[];
  /** The names before the bracket, the nearest first: `push`, `betas`. */
  readonly callee: readonly string[];
  /** The contents of the other literals of a call. */
  readonly siblings: readonly string[];
  /** The value of `name` or `key` beside this `value`. */
  readonly record?: string | undefined;
  /** The number of betas in the construct. */
  readonly count: number;
  /** The literal is compared at this level. */
  readonly isCompared: boolean;
  /** The literal is the key of an entry. */
  readonly isKey: boolean;
  /** The key of the entry is itself the id of a beta. */
  readonly isMapped: boolean;
}

/** A range of the text. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** A literal with its surroundings. */
export interface Site {
  /** The range of the content. */
  readonly inner: Range;
  readonly content: string;
  /** Inner to outer, up to the function or block. */
  readonly frames: readonly Frame[];
  /** The elements of the list, if the literal is one of them, and its position. */
  readonly elements?: { readonly ranges: readonly Range[]; readonly at: number } | undefined;
  /** The range to remove with a header that has only this value. */
  readonly entry?: Range | undefined;
  /** A statement of its own, such as a docstring. */
  readonly isStatement?: boolean;
  /** A fixed place, such as a comment. */
  readonly place?:
    | 'comment'
    | 'prose'
    | 'type'
    | 'output'
    | 'comparison'
    | 'key'
    | 'test'
    | undefined;
  /** The literal is sent for certain, as in a file of environment variables. */
  readonly isSent?: boolean;
  /** The literal is no place of a beta, such as the argument of a command. */
  readonly isOther?: boolean;
}

/** Finds the site of the literal or comment at an offset. */
export type FindSite = (at: number) => Site | undefined;

/** Creates a frame; facts that are left out have defaults. */
export function createFrame(kind: Frame['kind'], facts: Partial<Omit<Frame, 'kind'>> = {}): Frame {
  return {
    kind,
    names: [],
    callee: [],
    siblings: [],
    count: 0,
    isCompared: false,
    isKey: false,
    isMapped: false,
    ...facts,
  };
}
