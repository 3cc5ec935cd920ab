/** Renders texts of the Catalog: plain sentences with `code` in backticks. */
import { findBetaIds } from '@beta-headers/grammar';

const escapes: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Removes characters that neither XML nor iCalendar may have, even escaped. */
export const removeControls = (text: string): string =>
  text.replace(/[^\P{Cc}\t\n\r]|[\uFFFE\uFFFF\p{Surrogate}]/gu, '');

/** Escapes a text for HTML and XML. */
export const escapeHtml = (text: string): string =>
  removeControls(text).replace(/[&<>"']/g, (char) => escapes[char] as string);

/** Renders one text as HTML. `getHref` returns the address of a beta's page, if there is one. */
export function renderInline(
  text: string,
  getHref: (id: string) => string | undefined = () => undefined,
): string {
  return text
    .split(/(``|`[^`]+`)/)
    .map((part) =>
      part.startsWith('`') && part.length > 2
        ? renderCode(part.slice(1, -1), getHref)
        : renderProse(part, getHref),
    )
    .join('');
}

function renderCode(code: string, getHref: (id: string) => string | undefined): string {
  const link = getHref(code);
  // A long path may break after a dot, not within a name.
  const text =
    code.length > 30 ? escapeHtml(code).replace(/\.(?=[A-Za-z])/g, '.<wbr>') : escapeHtml(code);
  const html = `<code>${text}</code>`;
  return link ? `<a href="${escapeHtml(link)}">${html}</a>` : html;
}

function renderProse(prose: string, getHref: (id: string) => string | undefined): string {
  let html = '';
  let from = 0;
  for (const { id, index } of findBetaIds(prose)) {
    if (!getHref(id)) continue;
    html += escapeHtml(prose.slice(from, index)) + renderCode(id, getHref);
    from = index + id.length;
  }
  return html + escapeHtml(prose.slice(from));
}

/** Removes the backticks from a text, for titles and descriptions. */
export const removeBackticks = (text: string): string => text.replaceAll('`', '');

/** Takes the first sentence of a text, for meta descriptions. */
export function takeFirstSentence(text: string): string {
  return removeBackticks(text.match(/^.+?[.!?](?=\s|$)/)?.[0] ?? text);
}
