/** What changed in meaning between two manifests: as data, and as text. */
export * from './changes.ts';
export { formatChanges } from './text.ts';
