/** Renders the answer for one request or list, on one platform. */
import type { PlatformAnswer, RequestAnswer, TextDecision } from '../../lib/checker/answer.ts';
import {
  type Context,
  count,
  formatPlace,
  getTitle,
  makeCopyButton,
  renderCode,
  renderName,
  renderPlace,
  renderText,
} from './context.ts';
import { fill, fillNodes, h } from './dom.ts';

/** The number of places that a decision shows. The text marks all of them. */
const MAX_PLACES = 3;

/** Says what was read, and what the text does not have. */
export function renderReading(request: RequestAnswer, context: Context): Node[] {
  const { texts } = context;
  const { isList, method, path, line, gaps, api, platforms, unknownModel } = request;
  const listed = platforms[0]?.decisions.length ?? 0;
  const read = isList ? count(texts.readList, listed) : fill(texts.read, { method, path, line });
  const nodes: Node[] = [h('p', { class: 'because read' }, read)];
  if (isList) nodes.push(h('p', { class: 'check-note' }, texts.listNote));
  if (api === 'openai') nodes.push(h('p', { class: 'check-note' }, texts.openai));
  if (unknownModel !== undefined)
    nodes.push(
      h(
        'p',
        { class: 'check-note' },
        ...fillNodes(texts.unknownModel, { model: renderCode(unknownModel) }),
      ),
    );
  if (gaps.length > 0)
    nodes.push(
      h(
        'p',
        { class: 'check-note gaps' },
        `${texts.gaps} `,
        ...gaps
          .slice(0, 10)
          .flatMap(({ part, why, at }, i) => [
            i > 0 ? ', ' : '',
            renderCode(part),
            ` (${[texts.why[why], at && formatPlace(at, context)].filter(Boolean).join(', ')})`,
          ]),
        `${gaps.length > 10 ? ', …' : ''}. ${texts.gapsNote}`,
      ),
    );
  return nodes;
}

/** Renders the reasons, and the header or the field to send. */
export function renderPlatform(one: PlatformAnswer, context: Context): Node[] {
  const { texts } = context;
  const { decisions, more, answer } = one;
  const lines = decisions.map((decision) => renderDecision(decision, one, context));
  const rest = more > 0 ? [h('li', {}, count(texts.more, more))] : [];
  return [
    ...(answer === 'refused' ? [] : renderSend(one, context)),
    lines.length > 0
      ? h('ul', { class: 'decisions', 'aria-label': texts.reasons }, ...lines, ...rest)
      : h('p', { class: 'because' }, texts.undecided),
  ];
}

function renderSend(
  { betas, inBody, decisions, platform }: PlatformAnswer,
  context: Context,
): Node[] {
  const { texts } = context;
  // A value that is known to be refused is not offered for copying.
  if (decisions.some(({ isRefusedUnknown }) => isRefusedUnknown)) return [];
  const hasDropped = decisions.some(({ action }) => action === 'dropped');
  if (betas.length === 0)
    return hasDropped ? [h('p', {}, ...renderText(texts.sendNothing, context))] : [];
  const isConverse = platform === 'bedrock-converse';
  const list = `"anthropic_beta": ${JSON.stringify(betas)}`;
  const text = !inBody
    ? `anthropic-beta: ${betas.join(',')}`
    : isConverse
      ? `"additionalModelRequestFields": { ${list} }`
      : list;
  const label = inBody ? texts.sendBody : texts.send;
  return [
    h(
      'div',
      { class: 'check-send' },
      h('span', { class: 'label' }, label),
      makeCopyButton(text, label, context),
      h('pre', { translate: 'no' }, h('code', {}, ...breakAfterCommas(text))),
    ),
  ];
}

/** Lets a line break after commas only, so that no id is broken. */
const breakAfterCommas = (text: string): (Node | string)[] =>
  text.split(/(?<=,)/).map((part) => h('span', {}, part));

function renderDecision(
  decision: TextDecision,
  { platform }: PlatformAnswer,
  context: Context,
): HTMLElement {
  const {
    action,
    reason,
    text,
    places,
    confidence,
    meant,
    note,
    isRefusedUnknown,
    absent,
    isOpenMarker,
    needs = [],
    instead = [],
  } = decision;
  const { texts, facts } = context;
  const title = getTitle(context, platform);
  const more: (Node | string)[][] = [];
  if (note !== undefined) more.push(renderText(note, context));
  if (meant !== undefined && !text.includes(`${meant}?`))
    more.push(fillNodes(texts.meant, { name: renderName(meant, context) }));
  if (isRefusedUnknown) more.push([fill(texts.refusedUnknown, { platform: title })]);
  if (absent !== undefined)
    more.push([
      fill(texts.absent, {
        platform: title,
        feature: facts.features[absent]?.title ?? absent,
      }),
    ]);
  for (const { for: feature, send } of instead)
    more.push(
      fillNodes(texts.instead, {
        feature: renderName(feature, context),
        name: renderName(send, context),
        platform: document.createTextNode(title),
      }),
    );
  for (const need of needs) more.push([texts.needs[need]]);
  if (isOpenMarker) more.push([fill(texts.openMarker, { platform: title })]);
  const isUnknown = confidence === 'unknown' || reason === 'unknown-beta' || isOpenMarker;
  return h(
    'li',
    { class: `act act-${isUnknown ? 'unknown' : absent ? 'refused' : action}` },
    h('span', {}, ...renderText(text, context)),
    places.length > 0 &&
      h(
        'span',
        { class: 'places' },
        ...places.slice(0, MAX_PLACES).map((place) => renderPlace(place, context)),
      ),
    ...more.map((nodes) => h('span', { class: 'because' }, ...nodes)),
  );
}
