/** The columns of the reader's own platforms: styles and the script that apply them. */
import beforePaint from '../scripts/inline/before-paint.js?raw';
import { catalog } from './catalog.ts';

/** The columns before those of the platforms. */
const COLUMNS_BEFORE = 2;

/** Writes a text as a string of CSS, which cannot end the element that it is in. */
const quoteCss = (text = ''): string =>
  `"${text.replaceAll(/[^\p{L}\d -]/gu, (char) => `\\${char.codePointAt(0)?.toString(16)} `)}"`;

/**
 * Styles for the column of each platform: the name that a narrow table shows before the cell, and
 * hiding the column if the reader has chosen other platforms. A script lists the chosen platforms
 * in `data-mine` on the root element before the page is drawn.
 */
export const columnStyles: string = catalog.platforms
  .map(({ id, short }, index) => {
    const column = `table.betas tr>:nth-child(${COLUMNS_BEFORE + 1 + index})`;
    return (
      `${column}.p{--column:${quoteCss(short)}}` +
      `[data-mine]:not([data-mine~=${id}]) ${column}.p{display:none}`
    );
  })
  .join('');

/** The script that applies them before the page is drawn. Its hash is in the page's policy. */
export const beforePaintScript: string = beforePaint.trim();
