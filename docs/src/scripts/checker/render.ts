/** Answers as elements. */
import type { checkEn } from '../../i18n/check.en.ts';
import type {
  CheckAnswer,
  ErrorAnswer,
  HeaderAnswer,
  HeaderPart,
  Place,
  PlacedDecision,
  PlatformAnswer,
} from '../../lib/checker/check.ts';
import type { Problem } from '../../lib/checker/read.ts';
import type { Language } from '../../lib/checker/state.ts';
import { button, copyText, fill, fillNodes, h } from './dom.ts';

export type Texts = Omit<typeof checkEn, 'title' | 'lead' | 'privacy' | 'noScript'>;
export type Checked = Extract<CheckAnswer, { kind: 'checked' }>;

/** What rendering needs to know of the page. */
export interface Surroundings {
  readonly texts: Texts;
  readonly titles: ReadonlyMap<string, string>;
  /** Names for a narrow column. */
  readonly short: ReadonlyMap<string, string>;
  /** Betas that have a page. */
  readonly known: ReadonlySet<string>;
  /** `/betas/{id}/` */
  readonly betaHref: string;
  readonly errorsHref: string;
  /** Selects a place in the text; absent where the text is not shown. */
  readonly show?: ((place: Place) => void) | undefined;
}

const code = (text: string): HTMLElement => h('code', { translate: 'no' }, text);

/** A beta, linked to its page if it has one. */
function betaNode(id: string, { known, betaHref }: Surroundings): HTMLElement {
  return known.has(id)
    ? h('a', { href: fill(betaHref, { id }), translate: 'no' }, code(id))
    : code(id);
}

const betaList = (ids: readonly string[], around: Surroundings): Node[] =>
  ids.flatMap((id, i) => [...(i > 0 ? [document.createTextNode(', ')] : []), betaNode(id, around)]);

/** What is wrong with the request, with line and column. */
export function problemText({ code: name, line, column }: Problem, { problem }: Texts): string {
  const text = problem[name];
  return line === undefined || column === undefined
    ? text
    : fill(problem.at, { line, column, problem: text });
}

/** One line about the whole plan. */
export function summaryText(
  { method, path, addressed, platforms }: Checked,
  { texts, titles }: Surroundings,
): string {
  const { result } = texts;
  const betas = new Set(platforms.flatMap(({ decisions }) => decisions.map(({ beta }) => beta)));
  const refused = platforms.filter(({ verdict }) => verdict === 'refused').length;
  return [
    fill(result.read, { method, path }),
    addressed && fill(result.addressed, { platform: titles.get(addressed) ?? addressed }),
    betas.size === 0
      ? result.summaryNone
      : fill(result.summary, { betas: betas.size, refused, all: platforms.length }),
  ]
    .filter(Boolean)
    .join(' ');
}

/** The plan: a row a beta, a column a platform. */
export function planTable(answer: Checked, around: Surroundings): Node {
  const { texts, titles, short } = around;
  const betas = [
    ...new Set(answer.platforms.flatMap(({ decisions }) => decisions.map(({ beta }) => beta))),
  ];
  const label = (platform: string): string => short.get(platform) ?? platform;
  const head = answer.platforms.map(({ platform }) =>
    h(
      'th',
      { role: 'columnheader', scope: 'col' },
      h('abbr', { title: titles.get(platform) ?? platform }, label(platform)),
    ),
  );
  const sent = answer.platforms.map((one) =>
    h(
      'td',
      { role: 'cell', 'data-label': label(one.platform) },
      verdict(one, texts),
      sentNode(one, texts),
    ),
  );
  const more = Math.max(0, ...answer.platforms.map((one) => one.more));
  const table = h(
    'table',
    { class: 'plan stack', role: 'table' },
    h('caption', { class: 'sr-only' }, texts.result.caption),
    h(
      'thead',
      { role: 'rowgroup' },
      h(
        'tr',
        { role: 'row' },
        h('th', { role: 'columnheader', scope: 'col' }, texts.result.beta),
        ...head,
      ),
    ),
    h(
      'tbody',
      { role: 'rowgroup' },
      h(
        'tr',
        { role: 'row', class: 'plan-sent' },
        h('th', { role: 'rowheader', scope: 'row' }, texts.result.header),
        ...sent,
      ),
      ...betas.map((beta) => betaRow(beta, answer, around)),
    ),
  );
  return more > 0
    ? h('div', {}, table, h('p', {}, fill(texts.result.more, { count: more })))
    : table;
}

const verdict = ({ verdict: name }: PlatformAnswer, { verdict: texts }: Texts): HTMLElement =>
  h('span', { class: `verdict verdict-${name}` }, texts[name]);

function sentNode(
  { verdict: name, betas }: PlatformAnswer,
  { result }: Texts,
): HTMLElement | undefined {
  if (name === 'refused') return undefined;
  return betas.length === 0
    ? h('span', { class: 'because' }, result.nothing)
    : h('span', { class: 'because' }, ...betas.flatMap((beta) => [code(beta), ' ']));
}

function betaRow(beta: string, { platforms, places }: Checked, around: Surroundings): HTMLElement {
  const { texts, short } = around;
  const mine = platforms.map(({ platform, decisions }) => ({
    platform,
    decisions: decisions.filter((decision) => decision.beta === beta),
  }));
  const numbers = [
    ...new Set(mine.flatMap(({ decisions }) => decisions.flatMap(({ place }) => place ?? []))),
  ];
  const found = numbers.flatMap((number) => places[number] ?? []);
  const cells = mine.map(({ platform, decisions }) =>
    h(
      'td',
      { role: 'cell', 'data-label': short.get(platform) ?? platform },
      ...(decisions.length > 0
        ? decisions.flatMap((one) => decisionNodes(one, around))
        : [absent(texts)]),
    ),
  );
  return h(
    'tr',
    { role: 'row' },
    h(
      'th',
      { role: 'rowheader', scope: 'row' },
      betaNode(beta, around),
      ...found.map((place) => placeNode(place, around)),
    ),
    ...cells,
  );
}

const absent = ({ result }: Texts): HTMLElement =>
  h(
    'span',
    { class: 'absent' },
    h('span', { 'aria-hidden': 'true' }, '–'),
    h('span', { class: 'sr-only' }, result.absent),
  );

function decisionNodes(
  { action, because, other = '' }: PlacedDecision,
  around: Surroundings,
): Node[] {
  const reason = fillNodes(around.texts.because[because], { other: betaNode(other, around) });
  return [
    h('span', { class: `act act-${action}` }, around.texts.action[action]),
    h('span', { class: 'because' }, ...reason),
  ];
}

function placeNode(place: Place, { texts, show }: Surroundings): HTMLElement {
  const where = fill(texts.result.place, { line: place.line, column: place.column });
  const name = code(place.pointer.length > 80 ? `…${place.pointer.slice(-79)}` : place.pointer);
  if (show) return button(h('span', {}, name, ` ${where}`), () => show(place), { class: 'place' });
  const { before, text, after } = place.excerpt;
  return h(
    'span',
    { class: 'place' },
    name,
    ` ${where}`,
    h('span', { class: 'excerpt', translate: 'no' }, before, h('mark', {}, text), after),
  );
}

/** The text with every beta that is sent in bold: what the checker added or kept. */
const emphasized = (text: string, betas: readonly string[]): (Node | string)[] =>
  betas.length === 0
    ? [text]
    : // A capturing group keeps the betas as the odd pieces.
      text
        .split(new RegExp(`(${betas.map(escapeRegExp).join('|')})`))
        .map((piece, index) => (index % 2 ? h('b', {}, piece) : piece));

const escapeRegExp = (text: string): string => text.replace(/[^\w-]/g, '\\$&');

/** The corrected request in one language, with a button that copies it. */
export function correctedNodes(
  { correction }: Checked,
  language: Language,
  around: Surroundings,
): Node[] {
  const { texts, titles } = around;
  const t = texts.corrected;
  const platform = document.createTextNode(titles.get(correction.platform) ?? correction.platform);
  const words = (ids: readonly string[]) => ({
    platform,
    betas: h('span', {}, ...betaList(ids, around)),
  });
  if (correction.without === 'refused')
    return [h('p', { class: 'check-note' }, ...fillNodes(t.refused, words(correction.stripped)))];
  const notes =
    correction.stripped.length > 0
      ? [h('p', { class: 'check-note' }, ...fillNodes(t.stripped, words(correction.stripped)))]
      : [];
  const text = correction.samples?.[language];
  if (text === undefined)
    return [
      ...notes,
      h(
        'p',
        { class: 'check-note' },
        ...fillNodes(
          correction.betas.length > 0 ? t.tooLong : t.tooLongNone,
          words(correction.betas),
        ),
      ),
    ];
  if (correction.platform === 'bedrock-converse') notes.push(h('p', {}, t.converse));
  return [
    ...notes,
    h(
      'div',
      { class: 'check-code' },
      copyButton(t.copy, text, texts),
      h(
        'pre',
        { tabindex: '0', translate: 'no', 'aria-label': t.heading, role: 'region' },
        h('code', {}, ...emphasized(text, correction.betas)),
      ),
    ),
  ];
}

function copyButton(label: string, text: string, { corrected: t }: Texts): HTMLElement {
  const said = h('span', { role: 'status', class: 'check-said' });
  const copy = button(label, async () => {
    said.textContent = (await copyText(text)) ? t.copied : t.copyFailed;
    window.setTimeout(() => said.replaceChildren(), 2000);
  });
  return h('span', { class: 'check-copy' }, copy, said);
}

/** The header that was built, its names as a list to take from. */
export function headerNodes(
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
      ...partNodes(part, replace, around),
      button('×', () => remove(part.name), {
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
  return [list, box, copyButton(t.copy, answer.header, texts)];
}

function partNodes(
  part: HeaderPart,
  replace: (name: string, near: string) => void,
  around: Surroundings,
): Node[] {
  const t = around.texts.header;
  const { name, beta, near, note, other = '' } = part;
  if (beta === undefined) {
    const said = h('span', { class: 'check-bad' }, ...fillNodes(t.unknown, { name: code(name) }));
    return near
      ? [
          said,
          document.createTextNode(' '),
          button(fill(t.near, { near }), () => replace(name, near), { class: 'near' }),
        ]
      : [said];
  }
  const nodes: Node[] = [
    h(
      'span',
      {},
      ...(name === beta
        ? [betaNode(beta, around)]
        : fillNodes(t.means, { name: code(name), beta: betaNode(beta, around) })),
    ),
  ];
  if (note)
    nodes.push(
      h(
        'span',
        { class: 'because' },
        ' ',
        ...fillNodes(around.texts.because[note], { other: betaNode(other, around) }),
      ),
    );
  return nodes;
}

/** What an error means. */
export function errorNodes(answer: ErrorAnswer, around: Surroundings): Node[] {
  const { error: t, kind } = around.texts;
  if (answer.kind === 'empty') return [h('p', { class: 'check-waiting' }, t.waiting)];
  if (answer.kind === 'unrelated') return [h('p', { class: 'check-note' }, t.unrelated)];
  const { info } = answer;
  const line = (label: string, ids: readonly string[]): Node[] =>
    ids.length > 0 ? [h('p', {}, `${label}: `, ...betaList(ids.slice(0, 30), around))] : [];
  return [
    h(
      'div',
      { class: 'check-meaning' },
      h('p', { class: 'check-kind' }, h('strong', {}, kind[info.kind]), ' ', code(info.kind)),
      h('p', {}, info.advice.slice(0, 3000)),
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
