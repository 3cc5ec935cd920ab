/**
 * Every value of the `anthropic-beta` header as a typed constant. No dependency; a bundler keeps
 * only the strings that you import.
 * @module
 */
export * from './generated/betas.ts';
export { PLATFORMS, type Platform } from './generated/platforms.ts';
export type * from './generated/types.ts';
export { VERSION } from './generated/version.ts';
export { isPlatform } from './is-platform.ts';
