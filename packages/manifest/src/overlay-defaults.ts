/** Fills in what an overlay may leave out: its readers speak one language and know its features. */

/** The group of a feature whose overlay names none. */
const FAMILY = 'tools';

/** Completes a feature file of an overlay, before it is validated. */
export function completeOverlayFeature(value: unknown): unknown {
  const completed = completeOverlayTexts(value);
  return isMap(completed) && 'feature' in completed ? { family: FAMILY, ...completed } : completed;
}

/** Gives every text without Indonesian its English as Indonesian. */
export function completeOverlayTexts(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(completeOverlayTexts);
  if (!isMap(value)) return value;
  const completed = Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      // The keys of `where` are those of the request.
      key === 'where' ? inner : completeOverlayTexts(inner),
    ]),
  );
  return typeof completed['en'] === 'string' && !('id' in completed)
    ? { ...completed, id: completed['en'] }
    : completed;
}

const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
