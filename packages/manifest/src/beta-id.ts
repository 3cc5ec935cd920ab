/** What a beta's id says by itself. */

const DATED = /^([a-z0-9]+(?:-[a-z0-9]+)*?)-(\d{4})-?(\d{2})-?(\d{2})$/;

/** The feature and the date in an id: `mcp-client-2025-11-20` → `mcp-client`, `2025-11-20`. Takes `claude-code-20250219` too. */
export function splitBetaId(id: string): { feature: string; date: string } | undefined {
  const match = DATED.exec(id);
  if (!match) return undefined;
  const [, feature, year, month, day] = match;
  return { feature: feature as string, date: `${year}-${month}-${day}` };
}

/** Whether YYYY-MM-DD is a day of the calendar. */
export function isCalendarDate(date: string): boolean {
  const time = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === date;
}

/** The name of the constant: `mcp-client-2025-11-20` → `MCP_CLIENT_2025_11_20`. */
export function constantName(id: string): string {
  return id.toUpperCase().replaceAll('-', '_');
}
