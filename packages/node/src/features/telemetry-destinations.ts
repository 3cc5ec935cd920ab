// Generated from packages/manifest by tools/codegen. Do not edit: change the manifest and run `npm run generate`.
/**
 * Telemetry destinations: Sends OpenTelemetry traces of your organization's API requests to a collector that you run. The endpoints create, change, test and delete destinations, and choose the workspaces that each one covers. Part of the Admin API.
 *
 * @see https://platform.claude.com/docs/en/manage-claude/opentelemetry
 * @module
 */
export { TELEMETRY_DESTINATIONS_2026_08_11 } from '@beta-headers/constants';

/** The newest beta of the feature that people may use. Stage: beta. */
export const beta = 'telemetry-destinations-2026-08-11';

/** The page that explains the feature. */
export const docs = 'https://platform.claude.com/docs/en/manage-claude/opentelemetry';
