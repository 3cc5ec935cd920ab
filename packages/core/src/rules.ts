/** The rules of the table → one tree for each platform and kind of body, so that a body is walked once for all of them. */
import type { Route } from './route.ts';
import { endpointMatches } from './route.ts';
import { knownBetas, type RuleRow } from './table.ts';
import type { Platform } from './types.ts';

/** A rule, and the beta that it stands under. */
export interface Rule extends RuleRow {
  readonly beta: string;
  /** The betas that satisfy it, the default first. */
  readonly choices: readonly string[];
}

/** A step of a path: what to look for in the value reached so far. */
export interface Node {
  /** The fields to follow, and where each leads. */
  fields: { readonly name: string; readonly node: Node }[];
  /** Where every element of a list leads. */
  each?: Node;
  /** What to look for in the value and in everything nested in it. */
  deep?: Node;
  /** Rules met by the value being one of these. */
  values?: Map<unknown, Rule[]>;
  /** Rules met by something else about the value. */
  tests?: Rule[];
}

/** The rules that hold for a route on a platform: those that look into the body as a tree, those that the endpoint alone meets as a list. */
export interface RuleSet {
  readonly tree: Node;
  readonly byEndpoint: readonly Rule[];
}

/** Routes are few, but ids in paths make them many: past this number the oldest are forgotten. */
const MAX_SETS = 500;
const sets = new Map<string, RuleSet>();

/** The rules for a route on a platform, built once. */
export function rulesFor(platform: Platform, route: Route): RuleSet {
  const key = `${platform} ${route.method} ${route.path}`;
  let set = sets.get(key);
  if (!set) {
    const held = allRules().filter((rule) => holdsFor(rule, platform, route));
    set = { tree: build(held.filter((rule) => rule.at !== undefined)), byEndpoint: held.filter((rule) => rule.at === undefined) };
    if (sets.size >= MAX_SETS) sets.delete(sets.keys().next().value as string);
    sets.set(key, set);
  }
  return set;
}

let rules: readonly Rule[] | undefined;

function allRules(): readonly Rule[] {
  rules ??= [...knownBetas.values()].flatMap((beta) => (beta.opens ?? []).map((row) => ({ ...row, beta: beta.id, choices: row.choice ?? [beta.id] })));
  return rules;
}

function holdsFor(rule: Rule, platform: Platform, route: Route): boolean {
  if (rule.platform && !rule.platform.includes(platform)) return false;
  return rule.endpoint ? rule.endpoint.some((endpoint) => endpointMatches(endpoint, route)) : route.kind !== 'other';
}

function build(selected: readonly Rule[]): Node {
  const root: Node = { fields: [] };
  for (const rule of selected) {
    const end = (rule.at as string).split('.').reduce(step, root);
    const values = rule.in ?? (rule.is === undefined ? undefined : [rule.is]);
    if (!values) (end.tests ??= []).push(rule);
    for (const value of values ?? []) {
      end.values ??= new Map();
      end.values.set(value, [...(end.values.get(value) ?? []), rule]);
    }
  }
  return root;
}

function step(node: Node, segment: string): Node {
  if (segment === '**') return (node.deep ??= { fields: [] });
  const name = segment.endsWith('[]') ? segment.slice(0, -2) : segment;
  let next = node.fields.find((field) => field.name === name)?.node;
  if (!next) {
    next = { fields: [] };
    node.fields.push({ name, node: next });
  }
  return segment.endsWith('[]') ? (next.each ??= { fields: [] }) : next;
}
