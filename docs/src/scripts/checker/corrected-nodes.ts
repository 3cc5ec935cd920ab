/** Renders the corrected request in one language, with a button that copies it. */
import type { CodeLanguage } from '../../lib/code/index.ts';
import { fillNodes, h } from './dom.ts';
import { type Checked, makeCopyButton, renderNames, type Surroundings } from './surroundings.ts';

/** Renders the code or the reason why there is none, and the removed features. */
export function renderCorrected(
  { correction }: Checked,
  language: CodeLanguage,
  around: Surroundings,
): Node[] {
  const { texts, titles } = around;
  const t = texts.corrected;
  const { platform, betas, stripped, without, samples } = correction;
  const note = (text: string, names: readonly string[]): HTMLElement =>
    h(
      'p',
      { class: 'check-note' },
      ...fillNodes(text, {
        platform: document.createTextNode(titles.get(platform) ?? platform),
        names: h('span', {}, ...renderNames(names, around)),
      }),
    );
  if (without === 'refused')
    return [note(stripped.length > 0 ? t.refused : t.refusedWhole, stripped)];
  const notes = stripped.length > 0 ? [note(t.stripped, stripped)] : [];
  const text = samples?.[language];
  if (text === undefined)
    return [...notes, note(betas.length > 0 ? t.tooLong : t.tooLongNone, betas)];
  if (platform === 'bedrock-converse') notes.push(h('p', {}, t.converse));
  return [
    ...notes,
    h(
      'div',
      { class: 'check-code' },
      makeCopyButton(t.copy, text, texts),
      h(
        'pre',
        { tabindex: '0', translate: 'no', 'aria-label': t.heading, role: 'region' },
        h('code', {}, ...emphasize(text, betas)),
      ),
    ),
  ];
}

/** Puts the betas in a text in bold. */
function emphasize(text: string, betas: readonly string[]): (Node | string)[] {
  if (betas.length === 0) return [text];
  // The capturing group makes the betas the pieces with odd numbers.
  const pattern = new RegExp(`(${betas.map(escapeRegExp).join('|')})`);
  return text.split(pattern).map((piece, index) => (index % 2 ? h('b', {}, piece) : piece));
}

const escapeRegExp = (text: string): string => text.replace(/[^\w-]/g, '\\$&');
