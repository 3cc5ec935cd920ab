/**
 * The Claude API's beta headers on Node and Bun: constants, inference, merge, translation, and errors that explain themselves.
 * @module
 */
export * from '@beta-headers/constants';
export * from '@beta-headers/core';
