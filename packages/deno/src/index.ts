/**
 * The Claude API's beta headers on Deno: constants, inference, merging, platform translation, and
 * clear errors.
 * @module
 */
export * from '@beta-headers/constants';
export * from '@beta-headers/core';
export * from '@beta-headers/core/errors';
export * from '@beta-headers/core/recovery';
export { type KvMemoryOptions, kvMemory, type SharedKv } from './memory.ts';
