/** Opens the note of a cell beside it. */
import type { CellNotes } from '../lib/cell-notes.ts';

/** The width of the panel in `styles/cell-note.css`, with a margin. */
const WIDTH = 360;

let notes: Promise<CellNotes> | undefined;
let panel: HTMLElement | undefined;

document.addEventListener('click', ({ target }) => {
  const button = target instanceof Element && target.closest('table.betas td.p > button');
  if (button) open(button);
});

async function open(button: Element): Promise<void> {
  const table = button.closest('table') as HTMLTableElement;
  const row = button.closest('tr') as HTMLTableRowElement;
  const cell = button.parentElement as HTMLTableCellElement;
  const head = table.tHead?.rows[0]?.cells[cell.cellIndex];
  const platform = head?.dataset['platform'] ?? '';
  const { id = '' } = row.dataset;
  const title = `${row.querySelector('.name a')?.textContent} · ${head?.textContent?.trim()}`;
  const page = row.querySelector<HTMLAnchorElement>('.id a')?.href;
  const { body, note } = show(title, `${page}#on-${platform}`, table.dataset);
  body.textContent = table.dataset['loading'] ?? '';
  place(note, button);
  note.showPopover();
  note.focus();
  try {
    const all = await (notes ??= load(table.dataset['notes'] ?? ''));
    body.innerHTML = all[id]?.[platform] ?? '';
  } catch {
    notes = undefined;
    body.textContent = table.dataset['failed'] ?? '';
  }
  place(note, button);
}

async function load(path: string): Promise<CellNotes> {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response.json();
}

/** Makes the panel, one for the page, and fills it except for the note itself. */
function show(
  title: string,
  href: string,
  { more = '', close = '' }: DOMStringMap,
): { note: HTMLElement; body: HTMLElement } {
  panel ??= makePanel(close);
  const find = (selector: string) => panel?.querySelector(selector) as HTMLElement;
  find('h3').textContent = title;
  const link = find('.cell-note-more') as HTMLAnchorElement;
  link.href = href;
  link.textContent = more;
  return { note: panel, body: find('.cell-note-body') };
}

function makePanel(close: string): HTMLElement {
  const note = document.createElement('div');
  note.id = 'cell-note';
  note.popover = 'auto';
  note.tabIndex = -1;
  note.setAttribute('role', 'dialog');
  note.setAttribute('aria-labelledby', 'cell-note-title');
  note.innerHTML =
    '<h3 id="cell-note-title"></h3><button type="button" popovertarget="cell-note" ' +
    'popovertargetaction="hide">×</button>' +
    '<div class="cell-note-body"></div><a class="cell-note-more"></a>';
  note.querySelector('button')?.setAttribute('aria-label', close);
  document.body.append(note);
  return note;
}

/** Places the panel below the cell, or above it if there is more room. CSS does it on a phone. */
function place(note: HTMLElement, cell: Element): void {
  const { left, top, bottom } = cell.getBoundingClientRect();
  const above = innerHeight - bottom < Math.min(320, top);
  const start = Math.max(16, Math.min(left, innerWidth - WIDTH - 16));
  note.classList.toggle('above', above);
  note.style.setProperty('--start', `${start + scrollX}px`);
  note.style.setProperty('--top', `${scrollY + (above ? top - 6 : bottom + 6)}px`);
}
