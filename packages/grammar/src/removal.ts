/** The effects of removing a feature from a request, the least harmful first. */
export const REMOVALS = ['safe', 'changes-answer', 'breaks'] as const;

/** The effect of removing a feature from a request. `safe`: it changes only cost or speed. */
export type Removal = (typeof REMOVALS)[number];
