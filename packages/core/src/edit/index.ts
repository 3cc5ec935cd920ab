/**
 * Changes to a JSON body, of a value and of its text alike.
 * @module
 */
export type { JsonEdit, JsonPath } from './edit.ts';
export { editJson } from './text.ts';
export { editValue } from './value.ts';
