/** A syntax error in a text. */
export interface SyntaxProblem {
  /** The position of the error: 0-based, in UTF-16 units. */
  readonly index: number;
  /** The error as a clause that can end a sentence. */
  readonly message: string;
}
