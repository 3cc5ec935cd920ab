/** The calendar of ends, as iCalendar (RFC 5545). */
import { messages } from '../../i18n/index.ts';
import { removeBackticks, removeControls } from '../inline.ts';
import { type Locale, PATHS } from '../site.ts';
import { type Change, isEnd } from './changes.ts';
import { describeDated, getEntryPlace } from './text.ts';

/** The path of the calendar, without language and base. */
export const getCalendarPath = (): string => `${PATHS.changes}upcoming.ics`;

export interface CalendarOptions {
  readonly site: URL;
  readonly locale: Locale;
  /** Newest first. */
  readonly changes: readonly Change[];
  /** The day up to which the data are known. Ends of the same month are still listed. */
  readonly day: string;
}

/**
 * Makes the calendar. Its text depends on the data alone, and an event keeps its UID when its day
 * is corrected. A calendar without an event would not be valid, so the last end remains in it.
 */
export function makeCalendar({ site, locale, changes, day }: CalendarOptions): string {
  const ends = changes.filter(isEnd);
  const recent = ends.filter(({ date }) => date >= `${day.slice(0, 7)}-01`);
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//beta-headers//changes//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escapeText(messages(locale).changes.upcoming)}`,
    ...(recent.length > 0 ? recent : ends.slice(0, 1)).flatMap((change) =>
      listEventLines(change, locale, site, day),
    ),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join('');
}

function listEventLines(change: Change, locale: Locale, site: URL, day: string): string[] {
  const { title, breaking, who, todo } = describeDated(change, locale);
  const address = new URL(getEntryPlace(change, locale), site).href;
  const text = removeBackticks([breaking, who, todo].join(' '));
  return [
    'BEGIN:VEVENT',
    `UID:${change.id}.${locale}@beta-headers.github.io`,
    `DTSTAMP:${formatDate(day)}T000000Z`,
    `DTSTART;VALUE=DATE:${formatDate(change.date)}`,
    `SUMMARY:${escapeText(removeBackticks(title))}`,
    `DESCRIPTION:${escapeText(text)}`,
    `URL:${address}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

const formatDate = (date: string): string => date.replaceAll('-', '');

const escapeText = (text: string): string =>
  removeControls(text)
    .replace(/[\\;,]/g, (char) => `\\${char}`)
    .replaceAll('\t', ' ')
    .replaceAll(/\r\n?|\n/g, '\\n');

const LINE_BYTES = 75;
const encoder = new TextEncoder();

/** Folds a line after at most 75 bytes, never inside of a character. */
function fold(line: string): string {
  let folded = '';
  let bytes = 0;
  for (const char of line) {
    const size = encoder.encode(char).length;
    if (bytes + size > LINE_BYTES) {
      folded += '\r\n ';
      bytes = 1;
    }
    folded += char;
    bytes += size;
  }
  return folded;
}
