/** The box: connects the field with the worker, the answers and the link. Sends nothing. */
import type { Platform } from '@beta-headers/core';
import type { CheckAnswer, Gap } from '../../lib/checker/answer.ts';
import { choosePlatform } from '../../lib/checker/choose-platform.ts';
import type { CheckFacts } from '../../lib/checker/facts.ts';
import { type FactsFile, unpackFacts } from '../../lib/checker/facts-file.ts';
import type { Link, LinkState } from '../../lib/checker/link.ts';
import { renderAnswer, type View } from './answer-nodes.ts';
import { type Context, count, type Texts } from './context.ts';
import { copyText, fill, h } from './dom.ts';
import { Editor } from './editor.ts';
import { ANSWER_TIMEOUT_SECONDS, Answerer } from './worker.ts';

/** The pause in typing after which the text is checked, in ms. */
const PAUSE = 250;

/** Makes a loaded element work. */
export async function startBox(root: HTMLElement): Promise<void> {
  const response = await fetch(root.dataset['facts'] ?? '');
  const { facts, texts } = (await response.json()) as { facts: FactsFile; texts: Texts };
  new Box(root, unpackFacts(facts), texts).start();
}

class Box {
  readonly #root: HTMLElement;
  readonly #facts: CheckFacts;
  readonly #texts: Texts;
  readonly #worker: Answerer;
  readonly #editor: Editor;
  #answer: CheckAnswer | undefined;
  #index = 0;
  #chosen: Platform | undefined;
  #language = '';
  #isCodeOpen = false;
  #timer = 0;
  /** The gaps of the text that a link set, as long as it is unchanged. */
  #linked: { readonly text: string; readonly gaps: readonly Gap[] } | undefined;

  constructor(root: HTMLElement, facts: CheckFacts, texts: Texts) {
    this.#root = root;
    this.#facts = facts;
    this.#texts = texts;
    const { rareFacts = '', locale } = root.dataset;
    this.#worker = new Answerer({ facts, rareFacts }, locale === 'id' ? 'id' : 'en');
    this.#editor = new Editor(this.#find('.editor'), () => this.#schedule());
  }

  start(): void {
    this.#find('form').addEventListener('submit', (event) => event.preventDefault());
    this.#find('[data-do=clear]').addEventListener('click', () => {
      this.#set('');
      if (this.#isLinked) this.#replaceAddress('');
      this.#editor.area.focus();
    });
    if (this.#isLinked) {
      window.addEventListener('hashchange', () => this.#open());
      this.#open();
    }
    if (this.#editor.text !== '') this.#ask();
    this.#root.dataset['ready'] = '';
  }

  get #isLinked(): boolean {
    return this.#root.dataset['linked'] !== undefined;
  }

  #open(): void {
    if (!location.hash.includes('=')) return;
    this.#worker.ask({ kind: 'open', hash: location.hash }, (state) => {
      if (state === 'slow' || state === 'failed') return this.#fail(state);
      if (!state) return this.#explainLink();
      const { text, platform, gaps }: LinkState = state;
      this.#linked = { text, gaps };
      this.#set(text, platform);
    });
  }

  /** Says that a link has nothing to check, unless the reader has a text of their own. */
  #explainLink(): void {
    if (this.#editor.text !== '') return;
    this.#say(this.#texts.emptyLink);
    this.#put(h('p', { class: 'check-note' }, this.#texts.emptyLink));
  }

  #set(text: string, platform?: Platform): void {
    this.#editor.text = text;
    this.#chosen = platform;
    this.#ask();
  }

  #schedule(): void {
    window.clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => {
      this.#chosen = undefined;
      this.#ask();
    }, PAUSE);
  }

  #ask(): void {
    window.clearTimeout(this.#timer);
    const { text } = this.#editor;
    if (text.trim() === '') {
      this.#answer = undefined;
      this.#say('');
      this.#put();
      return;
    }
    this.#say(this.#texts.working);
    const gaps = this.#linked?.text === text ? this.#linked.gaps : [];
    this.#worker.ask({ kind: 'check', text, today: today(), gaps }, (answer) => {
      if (text !== this.#editor.text) return;
      if (answer === 'slow' || answer === 'failed') {
        this.#answer = undefined;
        this.#fail(answer);
        return;
      }
      this.#answer = answer;
      this.#index = 0;
      this.#show();
    });
  }

  #fail(why: 'slow' | 'failed'): void {
    const text = fill(this.#texts[why], { seconds: ANSWER_TIMEOUT_SECONDS });
    this.#say(text);
    this.#put(h('p', { class: 'check-bad' }, text));
  }

  /** Renders the answer. The element with the focus is replaced, so the new one gets it. */
  #show(): void {
    const answer = this.#answer;
    if (!answer) return;
    const focused = this.#output.contains(document.activeElement)
      ? (document.activeElement as HTMLElement).dataset['key']
      : undefined;
    const request = answer.requests[this.#index];
    const mine = readMine();
    const view: View = {
      answer,
      index: this.#index,
      platform: request && choosePlatform(request, this.#chosen, mine),
      chosen: this.#chosen,
      mine,
      choosePlatform: (platform) => {
        this.#chosen = platform;
        this.#show();
      },
      chooseRequest: (index) => {
        this.#index = index;
        this.#show();
      },
      share: () => this.#share(),
    };
    const { nodes, said, marks } = renderAnswer(view, this.#context);
    this.#put(...nodes);
    this.#say(said);
    this.#editor.mark(marks);
    if (focused) this.#root.querySelector<HTMLElement>(`[data-key="${focused}"]`)?.focus();
    if (view.platform) this.#prepareCode(view.platform);
  }

  /** Shows the code if it was open for the answer before. */
  #prepareCode(platform: Platform): void {
    const holder = this.#output.querySelector('[data-out=code]');
    const details = holder?.closest('details');
    if (!holder || !details) return;
    details.open = this.#isCodeOpen;
    details.addEventListener('toggle', () => {
      this.#isCodeOpen = details.open;
      if (details.open && holder.childElementCount === 0) this.#drawCode(holder, platform);
    });
  }

  /** Most readers need the header alone, so the writer of code is loaded when it is opened. */
  #drawCode(holder: Element, platform: Platform): void {
    const { text } = this.#editor;
    const question = {
      kind: 'correct',
      text,
      index: this.#index,
      platform,
      today: today(),
    } as const;
    this.#worker.ask(question, async (correction) => {
      if (typeof correction !== 'object') return;
      const { renderCode } = await import('./code-nodes.ts');
      if (!holder.isConnected) return;
      const draw = (): void =>
        holder.replaceChildren(
          ...renderCode(
            correction,
            this.#language,
            (language) => {
              this.#language = language;
              draw();
              this.#root.querySelector<HTMLElement>('[name=check-language]:checked')?.focus();
            },
            this.#context,
          ),
        );
      draw();
    });
  }

  #share(): void {
    const { text } = this.#editor;
    const about = { text, index: this.#index, platform: this.#chosen, today: today() };
    this.#worker.ask({ kind: 'link', ...about }, async (link) => {
      const said = this.#output.querySelector('[data-said=share]');
      if (!said) return;
      if (typeof link === 'string')
        said.textContent = fill(this.#texts[link], { seconds: ANSWER_TIMEOUT_SECONDS });
      else if ('without' in link) said.textContent = this.#texts.shareWithout[link.without];
      else said.textContent = await this.#copyLink(link);
    });
  }

  async #copyLink(link: Extract<Link, { fragment: string }>): Promise<string> {
    const { texts } = this.#context;
    const { fragment, kind, replaced, isPart } = link;
    const address = new URL(this.#root.dataset['checkHref'] ?? '', location.href);
    address.hash = fragment;
    if (this.#isLinked) this.#replaceAddress(`#${fragment}`);
    if (!(await copyText(address.href)) && this.#isLinked) return texts.shareFailed;
    return [
      texts.shared[kind],
      replaced > 0 && count(texts.replaced, replaced),
      isPart && texts.isPart,
    ]
      .filter(Boolean)
      .join(' ');
  }

  #replaceAddress(hash: string): void {
    history.replaceState(history.state, '', `${location.pathname}${location.search}${hash}`);
  }

  /** Shows an answer, in place of the room that was made for it. */
  #put(...nodes: readonly Node[]): void {
    this.#output.replaceChildren(...nodes);
    delete this.#root.dataset['busy'];
  }

  #say(text: string): void {
    const status = this.#find('[role=status]');
    if (status.textContent !== text) status.textContent = text;
  }

  get #context(): Context {
    const {
      betaHref = '',
      featureHref = '',
      platformHref = '',
      errorsHref = '',
    } = this.#root.dataset;
    return {
      texts: this.#texts,
      facts: this.#facts,
      betaHref,
      featureHref,
      platformHref,
      errorsHref,
      show: this.#editor.isShown ? (place) => this.#editor.select(place) : undefined,
    };
  }

  get #output(): HTMLElement {
    return this.#find('[data-out=answer]');
  }

  #find<E extends HTMLElement = HTMLElement>(selector: string): E {
    return this.#root.querySelector(selector) as E;
  }
}

const today = (): string => new Date().toISOString().slice(0, 10);

/** The platforms that the reader chose on page one. */
function readMine(): Platform[] {
  try {
    return (localStorage.getItem('bh-platforms') ?? '').split(' ').filter(Boolean) as Platform[];
  } catch {
    return [];
  }
}
