/** Renders the built header and the list of its names. */
import type { HeaderAnswer, HeaderPart } from '../../lib/checker/build-header.ts';
import { fill, fillNodes, h, makeButton } from './dom.ts';
import {
  makeCopyButton,
  renderCode,
  renderName,
  renderText,
  type Surroundings,
} from './surroundings.ts';

/** Renders the list, the header and the button that copies it. */
export function renderHeader(
  answer: HeaderAnswer,
  remove: (name: string) => void,
  replace: (name: string, near: string) => void,
  around: Surroundings,
): Node[] {
  const { texts } = around;
  const t = texts.header;
  if (answer.parts.length === 0) return [];
  const items = answer.parts.map((part) =>
    h(
      'li',
      {},
      ...renderPart(part, replace, around),
      makeButton('×', () => remove(part.name), {
        class: 'remove',
        'aria-label': fill(t.remove, { name: part.name }),
        title: fill(t.remove, { name: part.name }),
      }),
    ),
  );
  const list = h('ul', { class: 'check-names', 'aria-label': t.list }, ...items);
  if (answer.header === undefined) return [list, h('p', { class: 'check-note' }, t.empty)];
  const box = h(
    'div',
    { class: 'header-box', translate: 'no' },
    h(
      'code',
      {},
      h('span', { class: 'header-name' }, 'anthropic-beta:'),
      ' ',
      h('span', { class: 'header-value' }, answer.header),
    ),
  );
  return [list, box, makeCopyButton(t.copy, answer.header, texts)];
}

function renderPart(
  { name, beta, near, note }: HeaderPart,
  replace: (name: string, near: string) => void,
  around: Surroundings,
): Node[] {
  const t = around.texts.header;
  if (beta === undefined) {
    const said = h(
      'span',
      { class: 'check-bad' },
      ...fillNodes(t.unknown, { name: renderCode(name) }),
    );
    if (near === undefined) return [said];
    const swap = makeButton(fill(t.near, { near }), () => replace(name, near), { class: 'near' });
    return [said, document.createTextNode(' '), swap];
  }
  const meaning =
    name === beta
      ? [renderName(beta, around)]
      : fillNodes(t.means, { name: renderCode(name), beta: renderName(beta, around) });
  return [
    h('span', {}, ...meaning),
    ...(note ? [h('span', { class: 'because' }, ' ', ...renderText(note, around))] : []),
  ];
}
