/** Changes in meaning between two manifests: as data, and as text in each language. */
export type {
  Change,
  ChangeOf,
  ClaimValue,
  ConstraintValue,
  SubstituteValue,
} from './change.ts';
export { diffCatalogs, impliedBump } from './changes.ts';
export { formatChange, formatChanges } from './format-changes.ts';
export {
  BUMPS,
  type Bump,
  CHANGE_GROUPS,
  CHANGE_KINDS,
  type ChangeGroup,
  type ChangeKind,
} from './kinds.ts';
export { renderEnglish } from './render.en.ts';
export { renderIndonesian } from './render.id.ts';
export type { Names, Render } from './render.ts';
