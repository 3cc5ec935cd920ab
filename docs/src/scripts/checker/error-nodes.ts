/** Renders the meaning of an error. */
import type { ErrorAnswer } from '../../lib/checker/explain-error.ts';
import { h } from './dom.ts';
import { renderCode, renderNames, type Surroundings } from './surroundings.ts';

const MAX_NAMES = 30;
const MAX_ADVICE = 3000;

/** Renders the kind of an error, its subjects and the advice. */
export function renderError(answer: ErrorAnswer, around: Surroundings): Node[] {
  const { error: t, kind } = around.texts;
  if (answer.kind === 'empty') return [h('p', { class: 'check-waiting' }, t.waiting)];
  if (answer.kind === 'unrelated') return [h('p', { class: 'check-note' }, t.unrelated)];
  const { info } = answer;
  const line = (label: string, ids: readonly string[]): Node[] =>
    ids.length > 0
      ? [h('p', {}, `${label}: `, ...renderNames(ids.slice(0, MAX_NAMES), around))]
      : [];
  return [
    h(
      'div',
      { class: 'check-meaning' },
      h('p', { class: 'check-kind' }, h('strong', {}, kind[info.kind]), ' ', renderCode(info.kind)),
      h('p', {}, info.advice.slice(0, MAX_ADVICE)),
      ...line(t.about, info.betas),
      ...line(t.suspects, info.suspects),
      ...(answer.together ? [h('p', { class: 'because' }, t.together)] : []),
      h(
        'p',
        {},
        h('a', { href: `${around.errorsHref}#${info.kind}` }, t.more),
        ...(info.docs?.startsWith('https://')
          ? [' · ', h('a', { href: info.docs, rel: 'noopener' }, t.docs)]
          : []),
      ),
    ),
  ];
}
