/** Reads the name of a platform. */
import { isPlatform, PLATFORMS, type Platform } from '@beta-headers/constants';
import { findNearest } from '@beta-headers/grammar';
import { CommandError } from './exit-code.ts';

/** Reads the value of `--platform`. @throws {CommandError} with the nearest name and the list */
export function readPlatform(value: string): Platform {
  if (isPlatform(value)) return value;
  const nearest = findNearest(value, PLATFORMS);
  throw new CommandError(
    `no platform is called ${JSON.stringify(value)}${nearest ? `; did you mean ${nearest}?` : ''}\n` +
      `Platforms: ${PLATFORMS.join(', ')}`,
  );
}
