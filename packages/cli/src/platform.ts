/** Reads the name of a platform. */
import { isPlatform, PLATFORMS, type Platform } from '@beta-headers/constants';
import { findNearest } from '@beta-headers/grammar';
import { CommandError } from './exit-code.ts';

/** Reads the value of `--platform`. @throws {CommandError} with the nearest name and the list */
export function readPlatform(value: string | undefined): Platform {
  const list = `Platforms: ${PLATFORMS.join(', ')}`;
  if (value === undefined) throw new CommandError(`--platform is missing\n${list}`);
  if (isPlatform(value)) return value;
  const nearest = findNearest(value, PLATFORMS);
  const hint = nearest ? `; did you mean ${nearest}?` : '';
  throw new CommandError(`no platform is called ${JSON.stringify(value)}${hint}\n${list}`);
}
