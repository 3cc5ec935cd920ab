/** The stages of a beta on the Claude API, and the transitions between them. */

/** All stages, in the order of lists. */
export const STAGES = [
  'beta',
  'preview',
  'superseded',
  'graduated',
  'legacy-shape',
  'retired',
  'internal',
] as const;

/** The stage of a beta, which determines the effect of its header on the Claude API. */
export type Stage = (typeof STAGES)[number];

/**
 * The stages that may follow each stage. A retired beta stays retired. An internal value may turn
 * out to be a beta.
 */
export const NEXT_STAGES: Readonly<Record<Stage, readonly Stage[]>> = {
  preview: ['beta', 'superseded', 'graduated', 'legacy-shape', 'retired'],
  beta: ['preview', 'superseded', 'graduated', 'legacy-shape', 'retired'],
  superseded: ['graduated', 'legacy-shape', 'retired'],
  graduated: ['legacy-shape', 'retired'],
  'legacy-shape': ['graduated', 'retired'],
  retired: [],
  internal: ['preview', 'beta', 'superseded', 'graduated', 'legacy-shape', 'retired'],
};

/**
 * Tests if a released beta may have this stage in the next release. Every stage may stay the same.
 */
export function canBecome(from: Stage, to: Stage): boolean {
  return from === to || NEXT_STAGES[from].includes(to);
}
