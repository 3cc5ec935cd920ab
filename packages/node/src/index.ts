/**
 * The Claude API's beta headers on Node and Bun: constants, inference, merge, translation, and errors that explain themselves.
 * @module
 */
export * from '@beta-headers/constants';
export * from '@beta-headers/core';
export { betaFetch, betaMiddleware } from './doors.ts';
export { type SharedStorage, type StorageMemoryOptions, storageMemory } from './memory.ts';
export { DECISION_CHANNEL, type DecisionMessage } from './telemetry.ts';
