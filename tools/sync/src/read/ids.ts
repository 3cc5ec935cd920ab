/** Finds beta ids in a text. */
import { findBetaIds } from '@beta-headers/grammar';

export { isBetaId } from '@beta-headers/grammar';

/** A date with hyphens: model ids have none, and one beta has none either. */
const IS_BETA = /-20\d{2}-\d{2}-\d{2}(?:-|$)|^claude-code-\d{8}$/;

/** Finds every beta id of a text, once, without dated model ids (`claude-opus-4-20250514`). */
export function findIds(text: string): string[] {
  const ids = findBetaIds(text).map(({ id }) => id);
  return [...new Set(ids.filter((id) => IS_BETA.test(id)))];
}
