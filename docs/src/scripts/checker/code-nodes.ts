/** Renders the corrected request in one language, with a button that copies it. */

import type { Correction } from '../../lib/checker/correct.ts';
import { CODE_LANGUAGES, writeCode } from '../../lib/code/index.ts';
import { type Context, getTitle, makeCopyButton, renderNames } from './context.ts';
import { fillNodes, h } from './dom.ts';

/** Renders the code or the reason why there is none, and the removed features. */
export function renderCode(
  { platform, betas, stripped, without, request, replaced }: Correction,
  language: string,
  choose: (language: string) => void,
  context: Context,
): Node[] {
  const { texts } = context;
  const note = (text: string): HTMLElement =>
    h(
      'p',
      { class: 'check-note' },
      ...fillNodes(text, {
        platform: document.createTextNode(getTitle(context, platform)),
        names: h('span', {}, ...renderNames(stripped, context)),
      }),
    );
  if (without) {
    const isWhole = without === 'refused' && stripped.length === 0;
    return [note(texts.without[isWhole ? 'refusedWhole' : without])];
  }
  const samples = new Map(
    CODE_LANGUAGES.flatMap((one) => {
      const code = request && writeCode(request, one);
      return code === undefined ? [] : [[one as string, code]];
    }),
  );
  const languages = [...samples.keys()];
  const shown = languages.includes(language) ? language : (languages[0] ?? '');
  const text = samples.get(shown);
  if (text === undefined) return [note(texts.without.form)];
  return [
    ...(stripped.length > 0 ? [note(texts.stripped)] : []),
    ...(languages.length > 1 ? [renderLanguages(languages, shown, choose, context)] : []),
    h(
      'div',
      { class: 'check-code' },
      makeCopyButton(text, `${texts.code}, ${texts.tabs[shown] ?? shown}`, context),
      h(
        'pre',
        { tabindex: '0', translate: 'no', 'aria-label': texts.code, role: 'region' },
        h('code', {}, ...emphasize(text, betas)),
      ),
    ),
    ...(replaced > 0 ? [h('p', { class: 'because' }, texts.codeReplaced)] : []),
  ];
}

function renderLanguages(
  languages: readonly string[],
  shown: string,
  choose: (language: string) => void,
  { texts }: Context,
): HTMLElement {
  const radios = languages.map((language) => {
    const radio = h('input', { type: 'radio', name: 'check-language', value: language });
    radio.checked = language === shown;
    radio.addEventListener('change', () => choose(language));
    return h('label', {}, radio, h('span', {}, texts.tabs[language] ?? language));
  });
  return h('fieldset', { class: 'check-languages' }, h('legend', {}, texts.language), ...radios);
}

/** Puts the betas in a text in bold. */
function emphasize(text: string, betas: readonly string[]): (Node | string)[] {
  if (betas.length === 0) return [text];
  // The capturing group makes the betas the pieces with odd numbers.
  const pattern = new RegExp(`(${betas.map(escapeRegExp).join('|')})`);
  return text.split(pattern).map((piece, index) => (index % 2 ? h('b', {}, piece) : piece));
}

const escapeRegExp = (text: string): string => text.replace(/[^\w-]/g, '\\$&');
