/** What rules are compiled to: places to look at, and what follows from what is found there. */
import type { Constraint, KnownFeature, Scalar, Substitute } from '../catalog/types.ts';

/** A place, and what has to be found there. Rules that ask the same share one. */
export interface Probe {
  /** The literal that has to be there; `undefined` where a test or nothing more is asked. */
  readonly value: Scalar | undefined;
  readonly nonEmpty: boolean;
  readonly above: number | undefined;
  readonly where: { readonly [name: string]: Scalar } | undefined;
  /** Everything that is looked at again when this is met. */
  readonly links: Link[];
}

/** A condition: one of its probes is met; no probes mean that the endpoint alone is enough. */
export interface Test {
  readonly probes: readonly Probe[];
  readonly model?: readonly string[];
  readonly apiVersion?: string;
  readonly unless?: Test;
  readonly shape?: string;
  /** Probes of other rules of the feature that name the form of it. */
  formed?: readonly Probe[];
}

/** What follows from a test. */
export type Link =
  | { readonly kind: 'use'; readonly feature: KnownFeature; readonly test: Test }
  | {
      readonly kind: 'need';
      readonly feature: KnownFeature;
      readonly test: Test;
      readonly choices: readonly string[];
    }
  | {
      readonly kind: 'constraint';
      readonly feature: KnownFeature;
      readonly constraint: Constraint;
      readonly all: readonly Test[];
      readonly absent: readonly Test[];
      readonly betas: readonly string[];
    }
  | {
      readonly kind: 'substitute';
      readonly feature: KnownFeature;
      readonly test: Test;
      readonly remove: Probe;
      readonly substitute: Substitute;
    };

/** A step of a path: what to look for in the value reached so far. */
export interface Node {
  /** The fields to follow, and where each leads. */
  readonly fields: Map<string, Node>;
  /** Where every element of a list leads. */
  each: Node | undefined;
  /** What to look for in everything nested in the value. */
  deep: Node | undefined;
  /** Probes met by the value being one of these. */
  values: Map<unknown, Probe[]> | undefined;
  /** Probes met by something else about the value. */
  tests: Probe[] | undefined;
  /** Texts that are not among `values` are unknown to the SDK. */
  closed: boolean;
}

/** All nodes have all keys, in one order: engines read objects of one shape much faster. */
export const emptyNode = (): Node => ({
  fields: new Map(),
  each: undefined,
  deep: undefined,
  values: undefined,
  tests: undefined,
  closed: false,
});
