/** Renders the answer for a text: the error, the answer on one platform, then all platforms. */
import type { Platform } from '@beta-headers/core';
import type { CheckAnswer, PlatformAnswer, RequestAnswer } from '../../lib/checker/answer.ts';
import { type Context, count, getTitle, renderBadge, renderPlace, type Texts } from './context.ts';
import { fill, h, makeButton } from './dom.ts';
import type { Range } from './editor.ts';
import { renderError } from './error-nodes.ts';
import { renderPlatform, renderReading } from './request-nodes.ts';
import {
  describeAnswer,
  findCommon,
  getLook,
  orderPlatforms,
  renderRequests,
  renderTable,
} from './table-nodes.ts';

/** The state of the answer, and what its buttons do. */
export interface View {
  readonly answer: CheckAnswer;
  /** The request that is shown. */
  readonly index: number;
  /** The platform that is answered first. */
  readonly platform: Platform | undefined;
  /** The platform that the reader chose. */
  readonly chosen: Platform | undefined;
  /** The platforms that the reader remembers. */
  readonly mine: readonly Platform[];
  readonly choosePlatform: (platform: Platform | undefined) => void;
  readonly chooseRequest: (index: number) => void;
  readonly share: () => void;
}

/** The rendered answer. */
export interface Rendered {
  readonly nodes: Node[];
  /** The answer in one sentence, for screen readers. */
  readonly said: string;
  readonly marks: readonly Range[];
}

/** Renders an answer. */
export function renderAnswer(view: View, context: Context): Rendered {
  const { answer, index } = view;
  const { texts } = context;
  if (answer.none) return renderNone(answer.none, context);
  const { error, requests, more, others } = answer;
  const request = requests[index] && openMarkers(requests[index]);
  const nodes: Node[] = [];
  const said: string[] = [];
  if (error) {
    nodes.push(renderError(error, context));
    said.push(error.info ? texts.kind[error.info.kind] : texts.unrelated);
  }
  if (requests.length > 1)
    nodes.push(renderRequests(requests, index, view.mine, view.chooseRequest, context));
  if (more > 0) nodes.push(h('p', { class: 'because' }, count(texts.requestsLeft, more)));
  if (others > 0) nodes.push(h('p', { class: 'because' }, count(texts.others, others)));
  if (error && request?.isList)
    nodes.push(
      h('h2', { class: 'check-heading' }, answer.kind === 'log' ? texts.sent : texts.named),
    );
  let marks: readonly Range[] = [];
  if (request) {
    const rendered = renderRequest(request, view, context);
    nodes.push(...rendered.nodes);
    said.push(rendered.said);
    marks = rendered.marks;
  }
  nodes.push(renderShare(view, context));
  return { nodes, said: said.join(' '), marks };
}

function renderNone(
  { why, hint, at }: NonNullable<CheckAnswer['none']>,
  context: Context,
): Rendered {
  const { none } = context.texts;
  return {
    nodes: [
      h(
        'section',
        { class: 'check-sum' },
        h('p', {}, renderBadge('none', none, 'strong'), ' ', why),
        h('p', {}, hint),
        at && renderPlace(at, context),
      ),
    ],
    said: `${none}. ${why} ${hint}`,
    marks: at ? [at] : [],
  };
}

function renderRequest(request: RequestAnswer, view: View, context: Context): Rendered {
  const { texts } = context;
  const { platform, mine, chosen } = view;
  const one = request.platforms.find((answer) => answer.platform === platform);
  const choose = (id: Platform): void => view.choosePlatform(id);
  const head = one ? renderSum(one, request, view, context) : renderDepends(request, view, context);
  const summary = texts.platforms;
  return {
    nodes: [
      h(
        'section',
        { class: 'check-sum' },
        ...head.nodes,
        ...renderReading(request, context),
        ...(one ? renderPlatform(one, context) : []),
      ),
      ...(one && !request.isList ? [renderCodeHolder(context)] : []),
      ...(request.platforms.length > 1
        ? [
            h('h2', { class: 'check-heading' }, summary),
            renderTable(request, chosen ?? platform, mine, choose, context),
          ]
        : []),
    ],
    said: head.said,
    marks: (one?.decisions ?? request.platforms.flatMap(({ decisions }) => decisions)).flatMap(
      ({ places }) => places,
    ),
  };
}

/**
 * The engine leaves the markers of clients out of its verdict. Of a list that has nothing else,
 * nothing is known to be accepted.
 */
function openMarkers(request: RequestAnswer): RequestAnswer {
  if (!request.isList) return request;
  const platforms = request.platforms.map((one) => {
    const isOpen = one.hasOpenMarkers && one.decisions.every(({ isOpenMarker }) => isOpenMarker);
    return isOpen ? { ...one, answer: 'unverified' as const } : one;
  });
  return { ...request, platforms };
}

/** The answer on one platform in one sentence, with the choice of another. */
function renderSum(
  one: PlatformAnswer,
  request: RequestAnswer,
  view: View,
  context: Context,
): { readonly nodes: Node[]; readonly said: string } {
  const { texts } = context;
  const { shown, from, isList, platforms } = request;
  const title = getTitle(context, one.platform);
  const sentence = fill(describeSum(one, request, texts), { platform: title });
  const isMine = view.chosen === undefined && one.platform !== shown;
  const why = isMine
    ? platforms.length > 1 && texts.from.mine
    : view.chosen === undefined && from && texts.from[from];
  return {
    nodes: [
      h(
        'p',
        { class: 'sum' },
        renderBadge(getLook(one, isList), describeAnswer(one, texts), 'strong'),
        ' ',
        sentence,
        why && h('span', { class: 'because' }, ` (${why})`),
      ),
      ...(platforms.length > 1 ? [renderSelect(one.platform, request, view, context)] : []),
    ],
    said: `${describeAnswer(one, texts)}. ${sentence}`,
  };
}

/** The sentence about an answer. Says why an answer is open, because there are several reasons. */
function describeSum(
  { answer, decisions, doubt }: PlatformAnswer,
  { isList, gaps }: RequestAnswer,
  texts: Texts,
): string {
  if (answer === 'unverified') {
    const isUnknown = decisions.some(({ confidence }) => confidence === 'unknown');
    if (decisions.some((one) => one.isRefusedUnknown)) return texts.open.refused;
    if (doubt === 'disputed' && !isUnknown && !isList) return texts.open.disputed;
    if (gaps.length > 0) return texts.open.gaps;
  }
  return (isList ? texts.listSum : texts.sum)[answer];
}

function renderSelect(
  platform: Platform | undefined,
  { platforms }: RequestAnswer,
  view: View,
  context: Context,
): HTMLElement {
  const { texts } = context;
  const options = orderPlatforms(platforms, view.mine).map(({ platform: id }) => {
    const option = h('option', { value: id }, getTitle(context, id));
    option.selected = id === platform;
    return option;
  });
  const empty = platform ? [] : [h('option', { value: '' }, texts.choose)];
  const select = h(
    'select',
    { name: 'check-platform', 'data-key': 'platform' },
    ...empty,
    ...options,
  );
  select.addEventListener('change', () => view.choosePlatform(select.value as Platform));
  return h('label', { class: 'field check-platform' }, h('span', {}, texts.platform), select);
}

/** Nothing shows the platform: one answer for all, or that it depends. */
function renderDepends(
  request: RequestAnswer,
  view: View,
  context: Context,
): { readonly nodes: Node[]; readonly said: string } {
  const { texts } = context;
  const common = findCommon(request);
  const [first] = request.platforms;
  const look = common && first ? getLook(first, request.isList) : 'depends';
  const word = common ? `${texts[common]}, ${texts.all}` : texts.depends;
  return {
    nodes: [
      h('p', { class: 'sum' }, renderBadge(look, word, 'strong'), ' ', texts.dependsSum),
      renderSelect(undefined, request, view, context),
    ],
    said: `${word}. ${texts.dependsSum}`,
  };
}

/** The code is written when it is opened. */
const renderCodeHolder = ({ texts }: Context): HTMLElement =>
  h(
    'details',
    { class: 'check-corrected' },
    h('summary', {}, texts.code),
    h('div', { 'data-out': 'code' }),
  );

const renderShare = ({ share }: View, { texts }: Context): HTMLElement =>
  h(
    'p',
    { class: 'check-actions' },
    makeButton(texts.share, share, { 'data-key': 'share' }),
    h('span', { class: 'check-said', 'data-said': 'share', role: 'status' }),
  );
