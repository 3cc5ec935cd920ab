/** Merges rule paths into one tree, so that a body is walked once for all rules. */
import { splitRulePath } from '@beta-headers/grammar';
import { createNode, type Node, type Probe } from './probe.ts';

/** Adds a probe at the end of its path. */
export function addProbe(root: Node, path: string, probe: Probe): void {
  for (const node of findEnds(root, splitRulePath(path))) {
    if (probe.value === undefined) (node.tests ??= []).push(probe);
    else {
      node.values ??= new Map();
      node.values.set(probe.value, [...(node.values.get(probe.value) ?? []), probe]);
    }
  }
}

/** Marks every string at a path as unknown, except these and those of the probes. */
export function closeValues(root: Node, path: string, known: Iterable<string>): void {
  for (const node of findEnds(root, splitRulePath(path))) {
    node.closed = true;
    node.values ??= new Map();
    for (const value of known) if (!node.values.has(value)) node.values.set(value, []);
  }
}

/**
 * Finds the nodes at the end of a path. After `**` there are two: one below the value reached so
 * far, and one below `deep`, for everything nested in it. So a value is visited once, although two
 * kinds of path lead to it.
 */
function findEnds(node: Node, path: readonly string[]): Node[] {
  const [step, ...rest] = path;
  if (step === undefined) return [node];
  if (step === '**')
    return [...findEnds(node, rest), ...findEnds((node.deep ??= createNode()), rest)];
  if (step === '[]') return findEnds((node.each ??= createNode()), rest);
  let next = node.fields.get(step);
  if (!next) {
    next = createNode();
    node.fields.set(step, next);
  }
  return findEnds(next, rest);
}
