/** Renders the meaning of an error. */
import type { Platform } from '@beta-headers/core';
import type { ErrorAnswer } from '../../lib/checker/answer.ts';
import { type Context, getTitle, renderBadge, renderList, renderText } from './context.ts';
import { fill, h } from './dom.ts';

const MAX_NAMES = 30;
const MAX_ADVICE = 3000;

/** Renders the kind of an error, its subjects and the advice. */
export function renderError({ info, answeredBy }: ErrorAnswer, context: Context): HTMLElement {
  const { texts, errorsHref, platformHref } = context;
  if (!info)
    return h(
      'section',
      { class: 'check-meaning' },
      h('p', {}, renderBadge('unverified', texts.notBetas, 'strong')),
      h('p', {}, texts.unrelated),
    );
  const list = (label: string, ids: readonly string[]): Node[] =>
    ids.length > 0
      ? [h('p', { class: 'label' }, label), renderList(ids.slice(0, MAX_NAMES), context)]
      : [];
  const on = (label: string, platforms: readonly Platform[]): Node[] =>
    platforms.length > 0
      ? [h('p', {}, `${label} ${platforms.map((id) => getTitle(context, id)).join(', ')}.`)]
      : [];
  return h(
    'section',
    { class: 'check-meaning' },
    h(
      'p',
      {},
      renderBadge('refused', texts.error, 'strong'),
      ' ',
      h('b', {}, texts.kind[info.kind]),
    ),
    h('p', { class: 'advice' }, ...renderText(info.advice.slice(0, MAX_ADVICE), context)),
    ...on(texts.neededOn, info.neededOn),
    ...on(texts.absentOn, info.absentOn),
    ...list(texts.about, info.betas),
    ...list(texts.suspects, info.suspects),
    h(
      'p',
      {},
      ...answeredBy.flatMap((id) => [
        h(
          'a',
          { href: fill(platformHref, { id }) },
          fill(texts.accepts, { platform: getTitle(context, id) }),
        ),
        ' · ',
      ]),
      h('a', { href: `${errorsHref}#${info.kind}` }, texts.moreErrors),
      ...(info.docs?.startsWith('https://')
        ? [' · ', h('a', { href: info.docs, rel: 'noopener' }, texts.docs)]
        : []),
    ),
  );
}
