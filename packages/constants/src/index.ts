// Generated from packages/manifest by tools/codegen. Do not edit:
// change the manifest and run `npm run generate`.
/**
 * Every value of the `anthropic-beta` header as a typed constant. No dependency; a bundler keeps
 * the strings that you import.
 * @module
 */
export * from './betas.ts';
export { isPlatform, PLATFORMS, type Platform } from './platforms.ts';
export type * from './types.ts';
export { VERSION } from './version.ts';
