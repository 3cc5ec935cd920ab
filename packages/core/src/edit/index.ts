/**
 * Edits JSON bodies, as values and as text.
 * @module
 */
export type { JsonEdit, JsonPath } from './edit.ts';
export { editJson } from './text.ts';
export { editValue } from './value.ts';
