/** Renders the answers of all platforms as a compact table, and of several requests as a list. */
import type { Action, Platform } from '@beta-headers/core';
import type { Answer, PlatformAnswer, RequestAnswer } from '../../lib/checker/answer.ts';
import { choosePlatform } from '../../lib/checker/choose-platform.ts';
import {
  type Context,
  count,
  getTitle,
  renderBadge,
  renderName,
  renderText,
  type Texts,
} from './context.ts';
import { fill, h, makeButton } from './dom.ts';

/** The look of an answer. One about a part of the request is never shown like a whole one. */
export const getLook = (
  { answer, isPartial, hasOpenMarkers }: PlatformAnswer,
  isList: boolean,
): string =>
  (isPartial || isList || hasOpenMarkers) && answer === 'works' ? 'works verdict-partial' : answer;

/** The answer in words, with what limits it. */
export function describeAnswer(
  { answer, doubt, isPartial, hasOpenMarkers }: PlatformAnswer,
  texts: Texts,
): string {
  const limits = [
    isPartial && (answer === 'works' || answer === 'changed') && texts.partial,
    hasOpenMarkers && (answer === 'works' || answer === 'changed') && texts.markers,
    doubt && texts.doubt[doubt],
  ].filter(Boolean);
  return [texts[answer], ...limits].join(', ');
}

/** Puts the reader's own platforms first. */
export const orderPlatforms = <T extends { readonly platform: Platform }>(
  platforms: readonly T[],
  mine: readonly Platform[],
): T[] => [
  ...platforms.filter(({ platform }) => mine.includes(platform)),
  ...platforms.filter(({ platform }) => !mine.includes(platform)),
];

/** Renders the table. `choose` shows the details of a platform. */
export function renderTable(
  { platforms, isList }: RequestAnswer,
  chosen: Platform | undefined,
  mine: readonly Platform[],
  choose: (platform: Platform) => void,
  context: Context,
): HTMLElement {
  const { texts } = context;
  const head = [texts.platform, texts.verdict, texts.changes].map((text) =>
    h('th', { role: 'columnheader', scope: 'col' }, text),
  );
  const rows = orderPlatforms(platforms, mine).map((one) => {
    const { platform, answer } = one;
    const isChosen = platform === chosen;
    return h(
      'tr',
      { role: 'row', 'data-platform': platform, ...(isChosen && { class: 'chosen' }) },
      h(
        'th',
        { role: 'rowheader', scope: 'row' },
        makeButton(getTitle(context, platform), () => choose(platform), {
          class: 'pick',
          'aria-pressed': String(isChosen),
        }),
      ),
      h(
        'td',
        { role: 'cell' },
        renderBadge(getLook(one, isList), texts[answer]),
        ...describeAnswer(one, texts)
          .split(', ')
          .slice(1)
          .map((text) => h('span', { class: 'because' }, text)),
      ),
      h('td', { role: 'cell' }, renderChanges(one, context)),
    );
  });
  return h(
    'table',
    { class: 'plan stack', role: 'table' },
    h('caption', { class: 'sr-only' }, texts.caption),
    h('thead', { role: 'rowgroup' }, h('tr', { role: 'row' }, ...head)),
    h('tbody', { role: 'rowgroup' }, ...rows),
  );
}

/** The signs of changes. The rest of a request stays as it is. */
const SIGNS: { readonly [A in Action]?: string } = {
  added: '+',
  missing: '+',
  dropped: '−',
  stripped: '−',
  substituted: '−',
};

/** Renders why a platform refuses, or what has to change there, one change per line. */
function renderChanges({ answer, decisions }: PlatformAnswer, context: Context): HTMLElement {
  const { texts } = context;
  if (answer === 'refused') {
    const reason = decisions.find(({ action }) => action === 'refused');
    return h('span', { class: 'because' }, ...renderText(shorten(reason?.text ?? ''), context));
  }
  const lines = decisions.flatMap(({ action, reason, beta, feature, confidence, isOpenMarker }) => {
    const name = beta ?? feature;
    const isOpen = confidence === 'unknown' || reason === 'unknown-beta' || isOpenMarker;
    const sign = SIGNS[action] ?? (isOpen ? '?' : undefined);
    return name === undefined || sign === undefined
      ? []
      : [h('li', {}, `${sign} `, renderName(name, context))];
  });
  return lines.length > 0
    ? h('ul', { class: 'ids' }, ...lines)
    : h('span', { class: 'because' }, texts.noChange);
}

/** Leaves out the link and the fix of a decision, which the details have. */
const shorten = (text: string): string => text.replace(/ (?:→|https:\/\/).*$/s, '');

/** Sums up an answer if no platform is chosen: one answer, or that it depends. */
export function findCommon({ platforms }: RequestAnswer): Answer | undefined {
  const [first] = platforms;
  return first && platforms.every(({ answer }) => answer === first.answer)
    ? first.answer
    : undefined;
}

/** Renders several requests as a list of which one is shown. */
export function renderRequests(
  requests: readonly RequestAnswer[],
  shown: number,
  mine: readonly Platform[],
  choose: (index: number) => void,
  context: Context,
): HTMLElement {
  const { texts } = context;
  const items = requests.map((request, index) => {
    const platform = choosePlatform(request, undefined, mine);
    const on = request.platforms.find((one) => one.platform === platform);
    const answer = on?.answer ?? findCommon(request);
    const { method, path, line } = request;
    return h(
      'li',
      {},
      makeButton(fill(texts.read, { method, path: path.slice(0, 80), line }), () => choose(index), {
        class: 'pick',
        'aria-pressed': String(index === shown),
      }),
      ' ',
      renderBadge(answer ?? 'depends', answer ? texts[answer] : texts.depends),
    );
  });
  return h(
    'section',
    {},
    h('p', { class: 'label' }, count(texts.requests, requests.length)),
    h('ol', { class: 'requests' }, ...items),
  );
}
