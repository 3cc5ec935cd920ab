// Generated from packages/manifest by tools/codegen. Do not edit: change the manifest and run `npm run generate`.
/**
 * User Profiles: A user profile stands for one end user or one reseller's customer behind your API traffic, so that enforcement and program standing reach that person and not your whole account. The API has been generally available since October 20, 2026 and needs no header. Three dates remain, and each one selects an older shape of the same endpoints: keep the one your code was written for until you have moved its fields, then drop it.
 *
 * @see https://platform.claude.com/docs/en/api/user_profiles
 * @module
 */
export { USER_PROFILES_2026_03_24, USER_PROFILES_2026_08_18, USER_PROFILES_2026_09_04 } from '@beta-headers/constants';

/** The newest beta of the feature that people may use. Stage: legacy-shape. */
export const beta = 'user-profiles-2026-09-04';

/** The page that explains the feature. */
export const docs = 'https://platform.claude.com/docs/en/api/user_profiles';
