import { stripTypeScriptTypes } from 'node:module';
import type { Mutation } from './mutation.ts';

/** A mutation that no longer fits its file. */
export class StaleMutation extends Error {}

/**
 * Applies a mutation to the text of its file.
 * @throws {StaleMutation} unless `find` occurs exactly once and the result is valid TypeScript
 */
export function applyMutation(text: string, { file, find, replace }: Mutation): string {
  const count = text.split(find).length - 1;
  if (count !== 1) {
    const times = count === 0 ? 'does not occur' : `occurs ${count} times`;
    throw new StaleMutation(
      `${file}: \`${find.trim()}\` ${times}. Correct or replace the mutation.`,
    );
  }
  const mutated = text.replace(find, () => replace);
  try {
    stripTypeScriptTypes(mutated);
  } catch (error) {
    throw new StaleMutation(`${file}: the result is not valid TypeScript: ${String(error)}`);
  }
  return mutated;
}
