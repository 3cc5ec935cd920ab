/** Old links to a change. Runs in the browser, so it imports nothing of the catalog. */

/** Finds the address on the page of its month for a place that the list does not have. */
export function findMonthAddress(
  pattern: string,
  months: Readonly<Record<string, unknown>>,
  id: string,
): string | undefined {
  const month = Object.hasOwn(months, id) ? months[id] : undefined;
  return typeof month === 'string' ? `${pattern.replace('*', month)}#${id}` : undefined;
}
