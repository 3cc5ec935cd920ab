/** The rules of the table → one tree for each platform and path, so that a body is walked once for all of them. */
import { type Route, splitRulePath } from '@beta-headers/grammar';
import { isAt } from './route.ts';
import { knownBetas, type RuleRow } from './table.ts';
import type { Platform } from './types.ts';

/** A rule, and what satisfies it. */
export interface Rule extends RuleRow {
  /** The betas that satisfy it, the default first. */
  readonly choices: readonly string[];
}

/** A step of a path: what to look for in the value reached so far. */
export interface Node {
  /** The fields to follow, and where each leads. */
  fields: { readonly name: string; readonly node: Node }[];
  /** Where every element of a list leads. */
  each: Node | undefined;
  /** What to look for in everything nested in the value. */
  deep: Node | undefined;
  /** Rules met by the value being one of these. */
  values: Map<unknown, Rule[]> | undefined;
  /** Rules met by something else about the value. */
  tests: Rule[] | undefined;
}

/** All nodes have all keys, in one order: engines read objects of one shape much faster. */
const emptyNode = (): Node => ({
  fields: [],
  each: undefined,
  deep: undefined,
  values: undefined,
  tests: undefined,
});

/** The rules that hold for a route on a platform: those that look into the body as a tree, those that the endpoint alone meets as a list. */
export interface RuleSet {
  readonly tree: Node;
  readonly byEndpoint: readonly Rule[];
}

const sets = new WeakMap<Route, { [P in Platform]?: RuleSet }>();

/** The rules for a route on a platform, built once. */
export function rulesFor(platform: Platform, route: Route): RuleSet {
  const ofRoute = sets.get(route) ?? {};
  sets.set(route, ofRoute);
  return (ofRoute[platform] ??= select(platform, route));
}

function select(platform: Platform, route: Route): RuleSet {
  const held = rules.filter((rule) => holdsFor(rule, platform, route));
  return {
    tree: build(held.filter((rule) => rule.at !== undefined)),
    byEndpoint: held.filter((rule) => rule.at === undefined),
  };
}

const rules: readonly Rule[] = [...knownBetas.values()].flatMap((beta) =>
  (beta.opens ?? []).map((row) => ({ ...row, choices: [beta.id, ...(row.or ?? [])] })),
);

function holdsFor(rule: Rule, platform: Platform, route: Route): boolean {
  if (rule.platform && !rule.platform.includes(platform)) return false;
  return rule.endpoint ? isAt(route, rule.endpoint) : route.params !== 'none';
}

function build(selected: readonly Rule[]): Node {
  const root = emptyNode();
  for (const rule of selected)
    for (const end of ends(root, splitRulePath(rule.at as string))) attach(end, rule);
  return root;
}

/**
 * Where a path ends. After `**` it ends twice: at the value reached so far, whose own node gets the rest of the path, and in `deep`, which holds
 * what to look for further in. So a value is looked at once, though two kinds of path lead to it.
 */
function ends(node: Node, path: readonly string[]): Node[] {
  const [step, ...rest] = path;
  if (step === undefined) return [node];
  if (step === '**') return [...ends(node, rest), ...ends((node.deep ??= emptyNode()), rest)];
  if (step === '[]') return ends((node.each ??= emptyNode()), rest);
  let next = node.fields.find((field) => field.name === step)?.node;
  if (!next) {
    next = emptyNode();
    node.fields.push({ name: step, node: next });
  }
  return ends(next, rest);
}

function attach(node: Node, rule: Rule): void {
  const values = rule.in ?? (rule.is === undefined ? undefined : [rule.is]);
  if (!values) (node.tests ??= []).push(rule);
  for (const value of values ?? []) {
    node.values ??= new Map();
    node.values.set(value, [...(node.values.get(value) ?? []), rule]);
  }
}
