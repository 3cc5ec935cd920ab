/** The corrected request in one language, with a button that copies it. */
import type { Language } from '../../lib/checker/state.ts';
import { fillNodes, h } from './dom.ts';
import { type Checked, makeCopyButton, renderNames, type Surroundings } from './surroundings.ts';

/** The code, or why there is none, and what was taken out for it. */
export function renderCorrected(
  { correction }: Checked,
  language: Language,
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

/** The text with every beta that is sent in bold. */
function emphasize(text: string, betas: readonly string[]): (Node | string)[] {
  if (betas.length === 0) return [text];
  // A capturing group keeps the betas as the odd pieces.
  const pattern = new RegExp(`(${betas.map(escapeRegExp).join('|')})`);
  return text.split(pattern).map((piece, index) => (index % 2 ? h('b', {}, piece) : piece));
}

const escapeRegExp = (text: string): string => text.replace(/[^\w-]/g, '\\$&');
