// Generated from packages/manifest by tools/codegen. Do not edit:
// change the manifest and run `npm run generate`.

/**
 * The version that all packages of a release share.
 */
export const VERSION = '0.0.0';
