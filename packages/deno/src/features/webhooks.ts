// Generated from packages/manifest by tools/codegen. Do not edit: change the manifest and run `npm run generate`.
/**
 * Organization webhooks: Webhook endpoints that belong to the organization and report its events, such as enforcement actions on user profiles, to a URL of yours. The beta opens their management: create, change, delete, and renew the signing secret. Anthropic switches the feature on for each organization; until then, and without the header, requests answer 404.
 *
 * @see https://platform.claude.com/docs/en/api/beta/organization/webhooks
 * @module
 */
export { WEBHOOKS_2026_10_07 } from '@beta-headers/constants';

/** The newest beta of the feature that people may use. Stage: preview. */
export const beta = 'webhooks-2026-10-07';

/** The page that explains the feature. */
export const docs = 'https://platform.claude.com/docs/en/api/beta/organization/webhooks';
