/** The id of a user's profile, which AWS takes from the body. */
import type { JsonEdit } from '@beta-headers/core/edit';

/** The header of the API. */
export const USER_PROFILE_HEADER = 'anthropic-user-profile-id';

/** Removes the header, and returns the edit that puts its value into the body. */
export function moveUserProfile(headers: Headers, body: object): JsonEdit[] {
  const id = headers.get(USER_PROFILE_HEADER);
  headers.delete(USER_PROFILE_HEADER);
  const isMissing = id !== null && !Object.hasOwn(body, 'user_profile_id');
  return isMissing ? [{ at: ['user_profile_id'], set: id }] : [];
}
