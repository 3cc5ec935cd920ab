/** `<bh-checker>`: connects the forms with the worker and the link. Sends nothing to a server. */
import type { Platform } from '@beta-headers/core';
import type { HeaderAnswer } from '../lib/checker/build-header.ts';
import type { CheckAnswer } from '../lib/checker/check.ts';
import type { ErrorAnswer } from '../lib/checker/explain-error.ts';
import type { Beside } from '../lib/checker/read.ts';
import {
  type CheckerState,
  EMPTY_STATE,
  formatFragment,
  MAX_LINK,
  parseFragment,
} from '../lib/checker/state.ts';
import type { CodeLanguage } from '../lib/code/index.ts';
import { renderCorrected } from './checker/corrected-nodes.ts';
import { copyText, fill, h } from './checker/dom.ts';
import { Editor } from './checker/editor.ts';
import { renderError } from './checker/error-nodes.ts';
import { renderHeader } from './checker/header-nodes.ts';
import { describeProblem, describeSummary, renderPlan } from './checker/plan-table.ts';
import type { Surroundings, Texts } from './checker/surroundings.ts';
import { ANSWER_TIMEOUT_SECONDS, Answerer } from './checker/worker.ts';

/** The pause in typing after which the request is checked, in ms. */
const PAUSE = 250;
const MAX_NAMES = 100;

class CheckerElement extends HTMLElement {
  readonly #worker = new Answerer();
  #request!: Editor;
  #error!: Editor;
  #texts!: Texts;
  #names: readonly string[] = [];
  #answer: CheckAnswer = { kind: 'empty' };
  #timer = 0;
  /** True if the reader chose the platform. Otherwise it follows the address of the request. */
  #chosen = false;

  connectedCallback(): void {
    if (this.#texts) return;
    this.#texts = JSON.parse(this.dataset['texts'] ?? '{}') as Texts;
    this.#request = new Editor(this.#find('[data-editor=request]'), () => this.#scheduleAnswer());
    this.#error = new Editor(this.#find('[data-editor=error]'), () => this.#scheduleAnswer());
    for (const form of this.querySelectorAll('form'))
      form.addEventListener('submit', (event) => event.preventDefault());
    for (const name of ['endpoint', 'sent'])
      this.#getField(name).addEventListener('input', () => this.#scheduleAnswer());
    this.#getField('platform').addEventListener('change', () => {
      this.#chosen = true;
      this.#ask();
    });
    for (const radio of this.querySelectorAll('[name=language]'))
      radio.addEventListener('change', () => this.#showCorrected());
    this.#find('.check-header').addEventListener('submit', () => this.#add());
    this.#on('example', () =>
      this.#set({
        ...EMPTY_STATE,
        request: this.dataset['example'] ?? '',
        language: this.#language,
      }),
    );
    this.#on('clear', () => {
      this.#set(EMPTY_STATE);
      history.replaceState(history.state, '', location.pathname + location.search);
      this.#find('#check-request').focus();
    });
    this.#on('share', () => this.#share());
    window.addEventListener('hashchange', () => this.#readLink());
    this.#readLink();
    this.dataset['ready'] = '';
  }

  #readLink(): void {
    const state = parseFragment(location.hash);
    if (!state) return;
    this.#set(state);
    this.#chosen = new URLSearchParams(location.hash.slice(1)).has('platform');
  }

  #set(state: CheckerState): void {
    this.#chosen = false;
    this.#request.text = state.request;
    this.#error.text = state.error;
    this.#getField('endpoint').value = state.endpoint;
    this.#getField('sent').value = state.sent;
    this.#getField('platform').value = state.platform;
    for (const radio of this.querySelectorAll<HTMLInputElement>('[name=language]'))
      radio.checked = radio.value === state.language;
    this.#names = state.names;
    this.#askHeader();
    this.#ask();
  }

  #scheduleAnswer(): void {
    window.clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.#ask(), PAUSE);
  }

  #ask(): void {
    const text = this.#request.text;
    const { beside, platform } = this;
    if (text.length > 100_000) this.#getOutput('status').textContent = this.#texts.result.working;
    const today = new Date().toISOString().slice(0, 10);
    const about = { text, beside, platform, language: this.#locale, today };
    this.#worker.ask({ kind: 'check', ...about }, (answer) =>
      this.#showCheck(answer as CheckAnswer | 'slow' | 'failed'),
    );
    this.#worker.ask({ kind: 'error', error: this.#error.text, ...about }, (answer) =>
      this.#showError(answer as ErrorAnswer | 'slow' | 'failed'),
    );
  }

  get #locale(): 'en' | 'id' {
    return this.dataset['locale'] === 'id' ? 'id' : 'en';
  }

  get beside(): Beside {
    return { endpoint: this.#getField('endpoint').value, sent: this.#getField('sent').value };
  }

  get platform(): Platform {
    return this.#getField('platform').value as Platform;
  }

  get #language(): CodeLanguage {
    return (this.querySelector<HTMLInputElement>('[name=language]:checked')?.value ??
      'typescript') as CodeLanguage;
  }

  #showCheck(answer: CheckAnswer | 'slow' | 'failed'): void {
    const status = this.#getOutput('status');
    const { result } = this.#texts;
    this.#answer = typeof answer === 'string' ? { kind: 'empty' } : answer;
    status.classList.toggle('check-bad', typeof answer === 'string' || answer.kind === 'problem');
    const showStatus = (text: string): void => {
      if (status.textContent !== text) status.textContent = text;
    };
    if (typeof answer === 'string')
      showStatus(
        answer === 'slow' ? fill(result.slow, { seconds: ANSWER_TIMEOUT_SECONDS }) : result.failed,
      );
    else if (answer.kind === 'empty') showStatus(result.waiting);
    else if (answer.kind === 'problem') showStatus(describeProblem(answer, this.#texts));
    if (this.#answer.kind === 'checked') {
      const { addressed, platforms } = this.#answer;
      const follow =
        !this.#chosen && platforms.find(({ platform }) => platform === addressed)?.platform;
      if (follow && follow !== this.platform) {
        this.#getField('platform').value = follow;
        this.#ask();
      }
      showStatus(describeSummary(this.#answer, this.#around));
      this.#request.mark(this.#answer.places);
      this.#getOutput('plan').replaceChildren(renderPlan(this.#answer, this.#around));
    } else {
      this.#request.mark(
        this.#answer.kind === 'problem' && this.#answer.range ? [this.#answer.range] : [],
      );
      this.#getOutput('plan').replaceChildren();
    }
    this.#showCorrected();
  }

  #showCorrected(): void {
    const nodes =
      this.#answer.kind === 'checked'
        ? renderCorrected(this.#answer, this.#language, this.#around)
        : [h('p', { class: 'check-waiting' }, this.#texts.corrected.waiting)];
    this.#getOutput('corrected').replaceChildren(...nodes);
  }

  #showError(answer: ErrorAnswer | 'slow' | 'failed'): void {
    const { result } = this.#texts;
    const nodes =
      typeof answer === 'string'
        ? [
            h(
              'p',
              { class: 'check-bad' },
              answer === 'slow'
                ? fill(result.slow, { seconds: ANSWER_TIMEOUT_SECONDS })
                : result.failed,
            ),
          ]
        : renderError(answer, this.#around);
    this.#getOutput('error').replaceChildren(...nodes);
  }

  #add(): void {
    const field = this.#getField('name');
    // A whole header line from a log is accepted as well.
    const added = field.value
      .replace(/^\s*["']?anthropic-beta["']?\s*:/i, '')
      .split(/[\s,;"'[\]]+/)
      .filter(Boolean);
    if (added.length === 0) return;
    const bad = added.find((name) => !/^[\w.-]{1,100}$/.test(name));
    if (bad !== undefined) {
      this.#getOutput('header').replaceChildren(
        h(
          'p',
          { class: 'check-bad' },
          fill(this.#texts.header.badName, { name: bad.slice(0, 100) }),
        ),
      );
      return;
    }
    field.value = '';
    this.#setNames([...this.#names, ...added]);
  }

  #setNames(names: readonly string[]): void {
    this.#names = [...new Set(names)].slice(0, MAX_NAMES);
    this.#askHeader();
  }

  #askHeader(): void {
    this.#worker.ask({ kind: 'header', names: this.#names, language: this.#locale }, (answer) => {
      if (typeof answer === 'string') return;
      const without = (name: string): void => {
        this.#setNames(this.#names.filter((one) => one !== name));
        this.#getField('name').focus();
      };
      const replace = (name: string, near: string): void =>
        this.#setNames(this.#names.map((one) => (one === name ? near : one)));
      this.#getOutput('header').replaceChildren(
        ...renderHeader(answer as HeaderAnswer, without, replace, this.#around),
      );
    });
  }

  async #share(): Promise<void> {
    const status = this.#find('[data-said=share]');
    const { request } = this.#texts;
    const fragment = formatFragment({
      request: this.#request.text,
      ...this.beside,
      platform: this.platform,
      language: this.#language,
      names: this.#names,
      error: this.#error.text,
    });
    if (fragment === undefined) {
      status.textContent = fill(request.shareLong, { most: MAX_LINK });
      return;
    }
    history.replaceState(
      history.state,
      '',
      `${location.pathname}${location.search}${fragment ? `#${fragment}` : ''}`,
    );
    status.textContent = (await copyText(location.href)) ? request.shared : request.shareFailed;
  }

  get #around(): Surroundings {
    const platforms = JSON.parse(this.dataset['platforms'] ?? '[]') as {
      id: string;
      title: string;
    }[];
    const names = (key: string): Set<string> => new Set((this.dataset[key] ?? '').split(' '));
    return {
      texts: this.#texts,
      titles: new Map(platforms.map(({ id, title }) => [id, title])),
      betas: names('betas'),
      features: names('features'),
      betaHref: this.dataset['betaHref'] ?? '',
      featureHref: this.dataset['featureHref'] ?? '',
      errorsHref: this.dataset['errorsHref'] ?? '',
      show: this.#request.shown ? (place) => this.#request.select(place) : undefined,
    };
  }

  #on(name: string, act: () => void): void {
    this.#find(`[data-do=${name}]`).addEventListener('click', act);
  }

  #getOutput(name: string): HTMLElement {
    return this.#find(`[data-out=${name}]`);
  }

  #getField(name: string): HTMLInputElement {
    return this.#find<HTMLInputElement>(`[name=${name}]`);
  }

  #find<E extends HTMLElement = HTMLElement>(selector: string): E {
    return this.querySelector(selector) as E;
  }
}

customElements.define('bh-checker', CheckerElement);
