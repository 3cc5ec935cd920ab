/** Renders the plans as a table, with a row for each platform. */
import type { PlatformAnswer, TextDecision } from '../../lib/checker/check.ts';
import type { Place } from '../../lib/checker/places.ts';
import type { Problem } from '../../lib/checker/read.ts';
import { fill, h, makeButton } from './dom.ts';
import {
  type Checked,
  renderCode,
  renderText,
  type Surroundings,
  type Texts,
} from './surroundings.ts';

/** Describes why a text is no request, with line and column. */
export function describeProblem({ code: name, line, column }: Problem, texts: Texts): string {
  const { problem, verdict } = texts;
  const place =
    line === undefined || column === undefined
      ? problem[name]
      : fill(problem.at, { line, column, problem: problem[name] });
  return `${verdict.none}. ${place}`;
}

/** Sums up all plans in one line. */
export function describeSummary(
  { method, path, addressed, platforms }: Checked,
  { texts, titles }: Surroundings,
): string {
  const { result, verdict } = texts;
  const counts = (['works', 'changed', 'refused', 'unverified'] as const).flatMap((name) => {
    const count = platforms.filter((one) => one.verdict === name).length;
    return count > 0 ? [`${verdict[name]}: ${count}`] : [];
  });
  return [
    fill(result.read, { method, path }),
    addressed && fill(result.addressed, { platform: titles.get(addressed) ?? addressed }),
    `${fill(result.summary, { all: platforms.length })} ${counts.join(' · ')}`,
  ]
    .filter(Boolean)
    .join(' ');
}

/** Renders the table. */
export function renderPlan(answer: Checked, around: Surroundings): Node {
  const { result } = around.texts;
  const head = [result.platform, result.verdict, result.why].map((text) =>
    h('th', { role: 'columnheader', scope: 'col' }, text),
  );
  return h(
    'table',
    { class: 'plan stack', role: 'table' },
    h('caption', { class: 'sr-only' }, result.caption),
    h('thead', { role: 'rowgroup' }, h('tr', { role: 'row' }, ...head)),
    h(
      'tbody',
      { role: 'rowgroup' },
      ...answer.platforms.map((one) => renderPlatform(one, answer.places, around)),
    ),
  );
}

function renderPlatform(
  one: PlatformAnswer,
  places: readonly Place[],
  around: Surroundings,
): HTMLElement {
  const { texts, titles } = around;
  const { platform, verdict, decisions, more } = one;
  const lines = decisions.map((decision) => renderDecision(decision, places, around));
  const rest = more > 0 ? h('li', {}, fill(texts.result.more, { count: more })) : undefined;
  return h(
    'tr',
    { role: 'row', 'data-platform': platform },
    h('th', { role: 'rowheader', scope: 'row' }, titles.get(platform) ?? platform),
    h(
      'td',
      { role: 'cell' },
      h('span', { class: `verdict verdict-${verdict}` }, texts.verdict[verdict]),
      renderSent(one, texts),
    ),
    h(
      'td',
      { role: 'cell' },
      lines.length > 0
        ? h('ul', { class: 'decisions' }, ...lines, rest)
        : h('span', { class: 'because' }, texts.result.undecided),
    ),
  );
}

/** Renders the betas that are sent, unless the request is refused. */
function renderSent({ verdict, betas, inBody }: PlatformAnswer, { result }: Texts) {
  if (verdict === 'refused') return undefined;
  if (betas.length === 0) return h('span', { class: 'because' }, result.nothing);
  return h(
    'span',
    { class: 'because sent' },
    inBody ? result.inBody : result.header,
    ' ',
    ...betas.flatMap((beta) => [renderCode(beta), ' ']),
  );
}

function renderDecision(
  { action, text, places: numbers }: TextDecision,
  places: readonly Place[],
  around: Surroundings,
): HTMLElement {
  const shown = numbers.slice(0, MAX_PLACES).flatMap((number) => places[number] ?? []);
  return h(
    'li',
    { class: `act act-${action}` },
    h('span', {}, ...renderText(text, around)),
    ...shown.map((place) => renderPlace(place, around)),
  );
}

/** The number of places that a decision shows. The text marks all of them. */
const MAX_PLACES = 3;

function renderPlace(place: Place, { texts, show }: Surroundings): HTMLElement {
  const where = fill(texts.result.place, { line: place.line, column: place.column });
  const name = renderCode(
    place.pointer.length > 80 ? `…${place.pointer.slice(-79)}` : place.pointer,
  );
  if (show)
    return makeButton(h('span', {}, name, ` ${where}`), () => show(place), { class: 'place' });
  const { before, text, after } = place.excerpt;
  return h(
    'span',
    { class: 'place' },
    name,
    ` ${where}`,
    h('span', { class: 'excerpt', translate: 'no' }, before, h('mark', {}, text), after),
  );
}
