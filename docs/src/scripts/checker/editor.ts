/** A text field that marks places. It keeps texts that are too long to be shown in memory. */
import type { Range } from '../../lib/checker/json.ts';
import { fill } from './dom.ts';

/** The length up to which a text is shown. Browsers need seconds to lay out a longer one. */
const MAX_SHOWN = 150_000;
const BEGINNING = 600;

export class Editor {
  readonly #root: HTMLElement;
  readonly #onChange: () => void;
  #held: string | undefined;
  #marks: readonly Range[] = [];

  constructor(root: HTMLElement, onChange: () => void) {
    this.#root = root;
    this.#onChange = onChange;
    const area = this.#area;
    area.addEventListener('paste', (event) => this.#take(event, event.clipboardData));
    area.addEventListener('drop', (event) => this.#take(event, event.dataTransfer));
    area.addEventListener('input', () => {
      if (area.value.length > MAX_SHOWN) this.#hold(area.value);
      else this.#draw();
      this.#onChange();
    });
    this.#find<HTMLButtonElement>('.editor-held button').addEventListener('click', () => {
      this.text = '';
      area.focus();
      this.#onChange();
    });
    this.#draw();
  }

  get text(): string {
    return this.#held ?? this.#area.value;
  }

  set text(text: string) {
    this.#marks = [];
    if (text.length > MAX_SHOWN) {
      this.#hold(text);
      return;
    }
    this.#held = undefined;
    this.#area.value = text;
    this.#show();
    this.#draw();
  }

  /** The whole text is shown. */
  get shown(): boolean {
    return this.#held === undefined;
  }

  /** Marks these places until the text changes. */
  mark(ranges: readonly Range[]): void {
    this.#marks = ranges;
    this.#draw();
  }

  /** Selects a place and brings it into view. */
  select({ start, end }: Range): void {
    const area = this.#area;
    area.focus({ preventScroll: true });
    area.setSelectionRange(start, end);
    const marks = [...this.#root.querySelectorAll<HTMLElement>('mark')];
    const mark = marks.find((one) => one.dataset['start'] === String(start)) ?? area;
    mark.scrollIntoView({ block: 'center', inline: 'nearest' });
  }

  /** Keeps a paste that is too long away from the field. */
  #take(event: Event, data: DataTransfer | null): void {
    const text = data?.getData('text/plain') ?? '';
    const file = text === '' ? data?.files[0] : undefined;
    if (file) {
      event.preventDefault();
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
    this.#area.value = '';
    this.#marks = [];
    const size = (text.length / 1_000_000).toFixed(1);
    this.#find('.editor-held p').textContent = fill(this.#root.dataset['long'] ?? '', { size });
    this.#find('.editor-held pre').textContent = `${text.slice(0, BEGINNING)}…`;
    this.#show();
    this.#draw();
  }

  #show(): void {
    this.#find('.editor-box').hidden = !this.shown;
    this.#find('.editor-held').hidden = this.shown;
  }

  #draw(): void {
    const text = this.#area.value;
    const nodes: (Node | string)[] = [];
    let from = 0;
    const fitting = this.#marks
      .filter(({ start, end }) => start < end && end <= text.length)
      .sort((a, b) => a.start - b.start);
    for (const { start, end } of fitting) {
      if (start < from) continue;
      const mark = document.createElement('mark');
      mark.textContent = text.slice(start, end);
      mark.dataset['start'] = String(start);
      nodes.push(text.slice(from, start), mark);
      from = end;
    }
    // An empty last line has no height without the line break.
    this.#find('.editor-mirror').replaceChildren(...nodes, `${text.slice(from)}\n`);
  }

  get #area(): HTMLTextAreaElement {
    return this.#find<HTMLTextAreaElement>('textarea');
  }

  #find<E extends HTMLElement = HTMLElement>(selector: string): E {
    return this.#root.querySelector(selector) as E;
  }
}
