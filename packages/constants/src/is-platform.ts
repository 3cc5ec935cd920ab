import { PLATFORMS, type Platform } from './generated/platforms.ts';

/** Tests if a value is the id of a platform. */
export function isPlatform(value: unknown): value is Platform {
  return PLATFORMS.some((platform) => platform === value);
}
