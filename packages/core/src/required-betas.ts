/** The rules as types, so that a compiler finds the betas that a request needs. */
import type { RuleTypes } from './generated/catalog.ts';

/**
 * The betas that message params of this type need, wherever they are sent and whatever the model;
 * `never` for none. Write the params with `as const` or `satisfies`: if a `type` is only known to
 * be a string, the compiler cannot find its beta.
 * @example
 * ```ts
 * const params = { model: 'claude-opus-5-5', compaction: { type: 'summarize' } } as const;
 * const needed: RequiredBetas<typeof params> = 'compact-2026-09-04';
 * ```
 */
export type RequiredBetas<Params> = {
  [K in keyof RuleTypes]: Needed<Params, RuleTypes[K]>;
}[keyof RuleTypes];

/**
 * The beta of one rule, if the params match it.
 * @internal
 */
type Needed<Params, Rule extends { at: string; is: unknown; beta: string }> = [
  Matching<At<Params, Rule['at']>, Rule['is']>,
] extends [never]
  ? never
  : Rule['beta'];

type Matching<Value, Wanted> = unknown extends Wanted
  ? Exclude<Value, null | undefined | readonly []>
  : Extract<Value, Wanted>;

/** The type at a rule path. Nested content (`**`) is followed to its first level. */
type At<T, Path extends string> = Path extends `${infer Head}.${infer Rest}`
  ? At<Step<T, Head>, Rest>
  : Step<T, Path>;

type Step<T, Segment extends string> = Segment extends '**'
  ? T
  : Segment extends `${infer Name}[]`
    ? Element<Field<T, Name>>
    : Field<T, Segment>;

type Field<T, Name extends string> = T extends object
  ? Name extends keyof T
    ? T[Name]
    : never
  : never;

type Element<T> = T extends readonly (infer Item)[] ? Item : never;
