/** The types of the scanner. */
import type { Platform } from '@beta-headers/constants';

/** The severity of a finding. Only `warn` and `error` fail a scan. */
export type Level = 'error' | 'warn' | 'info';

/** The verdict about a value, or about an ignore comment. */
export type Kind =
  | 'graduated'
  | 'superseded'
  | 'retired'
  | 'misspelt'
  | 'invented'
  | 'unavailable'
  | 'ending'
  | 'current'
  | 'unknown'
  | 'unused-ignore'
  | 'ignore-without-reason';

/** The use of a value at its place. The values of `sent` and `value` places reach a request. */
export type Place =
  | 'sent'
  | 'value'
  | 'key'
  | 'table'
  | 'type'
  | 'comparison'
  | 'comment'
  | 'prose'
  | 'changelog'
  | 'output'
  | 'test'
  | 'ignore-comment';

/** A replacement of a part of the text; offsets count UTF-16 units. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** One value, or one ignore comment, and the verdict about it. */
export interface Finding {
  readonly kind: Kind;
  readonly level: Level;
  /** The value as written, or the value that a constant of an SDK names. */
  readonly beta: string;
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 units. */
  readonly column: number;
  readonly endColumn: number;
  /** The offset in the text, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
  readonly place: Place;
  readonly message: string;
  /** The value to send in place of it. */
  readonly instead?: string;
  /** The page of the beta or of its migration. */
  readonly docs?: string;
  /** The edit of `--fix`; absent if no edit is safe. */
  readonly fix?: Edit;
}

/** The project's settings. */
export interface ScanSettings {
  /** The platforms that the project uses. Default: the Claude API. */
  readonly platforms?: readonly Platform[];
  /** Reports values that end within this number of days. */
  readonly failWithin?: number;
  /** The current day, YYYY-MM-DD. Without it, no value is reported as ending. */
  readonly today?: string;
}

/** The options of `scanText`. */
export interface ScanTextOptions extends ScanSettings {
  /** The path of the file, which decides its language. */
  readonly path: string;
  /**
   * True if another process has parsed the text, false if it cannot. Without it, only a text that
   * cannot exhaust the stack of the native parser is parsed; others are read by their tokens.
   */
  readonly isParsable?: boolean;
}

/** A text in the form of a beta's id. */
export interface Candidate {
  readonly id: string;
  readonly start: number;
  readonly end: number;
}
