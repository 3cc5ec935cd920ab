/** Chooses the platform that is answered first. */
import type { Platform } from '@beta-headers/core';
import type { RequestAnswer } from './answer.ts';

/**
 * The platform that the reader chose, that the text shows, or that the reader remembers. Without
 * one, no answer is for all.
 */
export function choosePlatform(
  { shown, platforms }: RequestAnswer,
  chosen: Platform | undefined,
  mine: readonly Platform[],
): Platform | undefined {
  const ids = platforms.map(({ platform }) => platform);
  if (ids.length === 1) return ids[0];
  return [chosen, shown, ...mine].find((id) => id !== undefined && ids.includes(id));
}
