/** Paths → one tree, so that a body is walked once for all rules. */
import { splitRulePath } from '@beta-headers/grammar';
import { emptyNode, type Node, type Probe } from './probe.ts';

/** Puts a probe where its path ends. */
export function addProbe(root: Node, path: string, probe: Probe): void {
  for (const node of findEnds(root, splitRulePath(path))) {
    if (probe.value === undefined) (node.tests ??= []).push(probe);
    else {
      node.values ??= new Map();
      node.values.set(probe.value, [...(node.values.get(probe.value) ?? []), probe]);
    }
  }
}

/** Makes everything but these texts and those of the probes unknown at a path. */
export function closeValues(root: Node, path: string, known: Iterable<string>): void {
  for (const node of findEnds(root, splitRulePath(path))) {
    node.closed = true;
    node.values ??= new Map();
    for (const value of known) if (!node.values.has(value)) node.values.set(value, []);
  }
}

/**
 * Finds where a path ends. After `**` it ends twice: at the value reached so far, whose own node
 * gets the rest of the path, and in `deep`, which holds what to look for further in. So a value is
 * looked at once, though two kinds of path lead to it.
 */
function findEnds(node: Node, path: readonly string[]): Node[] {
  const [step, ...rest] = path;
  if (step === undefined) return [node];
  if (step === '**')
    return [...findEnds(node, rest), ...findEnds((node.deep ??= emptyNode()), rest)];
  if (step === '[]') return findEnds((node.each ??= emptyNode()), rest);
  let next = node.fields.get(step);
  if (!next) {
    next = emptyNode();
    node.fields.set(step, next);
  }
  return findEnds(next, rest);
}
