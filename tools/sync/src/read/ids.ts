/** Beta ids inside other text. */
import { findBetaIds } from '@beta-headers/grammar';

export { isBetaId } from '@beta-headers/grammar';

/** A date with hyphens: models are dated without them, and one beta is. */
const IS_BETA = /-20\d{2}-\d{2}-\d{2}(?:-|$)|^claude-code-\d{8}$/;

/** Every beta id of a text, once. Dated model ids (`claude-opus-4-20250514`) are none. */
export function findIds(text: string): string[] {
  const ids = findBetaIds(text).map(({ id }) => id);
  return [...new Set(ids.filter((id) => IS_BETA.test(id)))];
}
