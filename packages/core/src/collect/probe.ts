/** The compiled form of rules: places to look at, and the links that a match activates. */
import type { Constraint, KnownFeature, Scalar, Substitute } from '../catalog/types.ts';

/** A place and the value that it must have. Rules with the same condition share a probe. */
export interface Probe {
  /** The literal value; `undefined` for another test, or if any value matches. */
  readonly value: Scalar | undefined;
  readonly nonEmpty: boolean;
  readonly above: number | undefined;
  readonly where: { readonly [name: string]: Scalar } | undefined;
  /** The links to check when the probe matches. */
  readonly links: Link[];
}

/** A condition: one of its probes matches. Without probes, the endpoint alone is enough. */
export interface Test {
  readonly probes: readonly Probe[];
  readonly model?: readonly string[];
  readonly apiVersion?: string;
  readonly unless?: Test;
  readonly shape?: string;
  /** Probes of the feature's rules that determine the form that is used. */
  formed?: readonly Probe[];
}

/** The result that follows if a test is met. */
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

/** A step of a path: the tests for the value reached so far. */
export interface Node {
  /** The next node for each field to follow. */
  readonly fields: Map<string, Node>;
  /** The next node for every element of a list. */
  each: Node | undefined;
  /** The node for everything nested in the value. */
  deep: Node | undefined;
  /** The probes that match a literal value. */
  values: Map<unknown, Probe[]> | undefined;
  /** The probes that test the value otherwise. */
  tests: Probe[] | undefined;
  /** Strings that are not in `values` are unknown to the SDK. */
  closed: boolean;
}

/**
 * Creates a node. All nodes have the same keys in the same order, because engines read objects of
 * one shape much faster.
 */
export const createNode = (): Node => ({
  fields: new Map(),
  each: undefined,
  deep: undefined,
  values: undefined,
  tests: undefined,
  closed: false,
});
