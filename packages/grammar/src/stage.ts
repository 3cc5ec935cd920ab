/** The stages of a beta on the Claude API, and how it may move between them. */

/** Every stage, in the order in which lists show them. */
export const STAGES = [
  'beta',
  'preview',
  'superseded',
  'graduated',
  'legacy-shape',
  'retired',
  'internal',
] as const;

/** What a beta's header does on the Claude API. */
export type Stage = (typeof STAGES)[number];

/** The stages that may follow each. What is retired stays retired; the value of an official client may turn out to be a beta. */
export const NEXT_STAGES: Readonly<Record<Stage, readonly Stage[]>> = {
  preview: ['beta', 'superseded', 'graduated', 'legacy-shape', 'retired'],
  beta: ['preview', 'superseded', 'graduated', 'legacy-shape', 'retired'],
  superseded: ['graduated', 'legacy-shape', 'retired'],
  graduated: ['legacy-shape', 'retired'],
  'legacy-shape': ['graduated', 'retired'],
  retired: [],
  internal: ['preview', 'beta', 'superseded', 'graduated', 'legacy-shape', 'retired'],
};

/** Tests if a released beta may have this stage in the next release. A stage may always stay. */
export function canBecome(from: Stage, to: Stage): boolean {
  return from === to || NEXT_STAGES[from].includes(to);
}
