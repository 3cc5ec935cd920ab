/** The reason why a text does not follow a grammar. */
export interface SyntaxProblem {
  /** Where the text goes wrong: 0-based, in UTF-16 units. */
  readonly index: number;
  /** What is wrong, in words that a sentence can end with. */
  readonly message: string;
}
