/**
 * A text field with line numbers that marks places. It keeps texts that are too long to be shown in
 * memory.
 */
import { fill, h } from './dom.ts';

/** A part of the text. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** The length up to which a text is shown. Browsers need seconds to lay out a longer one. */
const MAX_SHOWN = 150_000;
/** The size up to which a dropped file is read. */
const MAX_FILE = 40_000_000;
const BEGINNING = 600;

export class Editor {
  readonly #root: HTMLElement;
  readonly #onChange: () => void;
  #held: string | undefined;
  #marks: readonly Range[] = [];

  constructor(root: HTMLElement, onChange: () => void) {
    this.#root = root;
    this.#onChange = onChange;
    const area = this.area;
    area.addEventListener('paste', (event) => this.#take(event, event.clipboardData));
    area.addEventListener('drop', (event) => this.#take(event, event.dataTransfer));
    area.addEventListener('input', () => this.#read());
    this.#find<HTMLButtonElement>('.editor-held button').addEventListener('click', () => {
      this.text = '';
      area.focus();
      this.#onChange();
    });
    if (area.value === '') this.#draw();
    else this.#read();
  }

  get area(): HTMLTextAreaElement {
    return this.#find<HTMLTextAreaElement>('textarea');
  }

  get text(): string {
    return this.#held ?? this.area.value;
  }

  set text(text: string) {
    this.#marks = [];
    if (text.length > MAX_SHOWN) {
      this.#hold(text);
      return;
    }
    this.#held = undefined;
    this.area.value = text;
    this.#show();
    this.#draw();
  }

  /** The whole text is shown. */
  get isShown(): boolean {
    return this.#held === undefined;
  }

  /** Marks these places until the text changes. */
  mark(ranges: readonly Range[]): void {
    this.#marks = ranges;
    this.#draw();
  }

  /** Selects a place and brings it into view. */
  select({ start, end }: Range): void {
    const { area } = this;
    area.focus({ preventScroll: true });
    area.setSelectionRange(start, end);
    const marks = [...this.#root.querySelectorAll<HTMLElement>('mark')];
    const mark = marks.find((one) => one.dataset['start'] === String(start)) ?? area;
    mark.scrollIntoView({ block: 'center', inline: 'nearest' });
  }

  #read(): void {
    const { value } = this.area;
    this.text = value;
    this.#onChange();
  }

  /** Keeps a paste that is too long away from the field. */
  #take(event: Event, data: DataTransfer | null): void {
    const text = data?.getData('text/plain') ?? '';
    const file = text === '' ? data?.files[0] : undefined;
    if (file) {
      event.preventDefault();
      if (file.size > MAX_FILE) {
        const most = MAX_FILE / 1_000_000;
        this.#find('.editor-problem').textContent = fill(this.#root.dataset['file'] ?? '', {
          most,
        });
        return;
      }
      file.text().then((content) => {
        this.text = content;
        this.#onChange();
      });
    } else if (text.length > MAX_SHOWN) {
      event.preventDefault();
      this.#hold(text);
      this.#onChange();
    }
  }

  #hold(text: string): void {
    this.#held = text;
    this.area.value = '';
    this.#marks = [];
    const size = (text.length / 1_000_000).toFixed(1);
    this.#find('.editor-held p').textContent = fill(this.#root.dataset['long'] ?? '', { size });
    this.#find('.editor-held pre').textContent = `${text.slice(0, BEGINNING)}…`;
    this.#show();
    this.#draw();
  }

  #show(): void {
    this.#find('.editor-problem').textContent = '';
    this.#find('.editor-box').hidden = !this.isShown;
    this.#find('.editor-held').hidden = this.isShown;
  }

  /** Draws the text line by line, because each line has a number and may be wrapped. */
  #draw(): void {
    const text = this.area.value;
    const marks = this.#marks
      .filter(({ start, end }) => start < end && end <= text.length)
      .sort((a, b) => a.start - b.start || b.end - a.end);
    let start = 0;
    let next = 0;
    const lines = text.split('\n').map((line) => {
      const end = start + line.length;
      while ((marks[next]?.end ?? Number.POSITIVE_INFINITY) <= start) next += 1;
      const node = h('div', {}, ...drawLine(text, start, end, marks.slice(next, next + 20)));
      start = end + 1;
      return node;
    });
    this.#find('.editor-mirror').replaceChildren(...lines);
    this.#root.style.setProperty('--digits', String(String(lines.length).length));
  }

  #find<E extends HTMLElement = HTMLElement>(selector: string): E {
    return this.#root.querySelector(selector) as E;
  }
}

/** Draws the marks in one line. A mark may begin or end in another line. */
function drawLine(
  text: string,
  start: number,
  end: number,
  marks: readonly Range[],
): (Node | string)[] {
  const nodes: (Node | string)[] = [];
  let from = start;
  for (const mark of marks) {
    const first = Math.max(mark.start, from);
    const last = Math.min(mark.end, end);
    if (first >= last) continue;
    nodes.push(
      text.slice(from, first),
      h('mark', { 'data-start': String(mark.start) }, text.slice(first, last)),
    );
    from = last;
  }
  // An empty line has no height without a character.
  return [...nodes, text.slice(from, end), start === end ? '\u200b' : ''];
}
