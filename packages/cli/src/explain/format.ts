/** Formats an explanation as text: the verdict first. */
import { hidesFeatures } from '@beta-headers/reader';
import { formatHeader } from '../header/format.ts';
import { type Colors, escapeControls } from '../output.ts';
import type { ErrorOutput } from '../schema/error.ts';
import type {
  CorrectedOutput,
  DecisionOutput,
  ExplainOutput,
  PlanOutput,
  RequestOutput,
} from '../schema/explain.ts';
import type { PlaceOutput } from '../schema/parts.ts';
import { type ExplainTexts, TEXTS } from './texts.ts';

/** Options of the text. */
export interface FormatOptions {
  readonly language: 'en' | 'id';
  readonly colors: Colors;
}

/** Formats an explanation. A text that is no request has none. */
export function formatExplanation(output: ExplainOutput, options: FormatOptions): string {
  const texts = TEXTS[options.language];
  const { kind, requests, header, error, more = 0, others = 0 } = output;
  const parts = requests.map((request) => formatRequest(request, options));
  if (kind === 'requests' && requests.length > 1)
    parts.unshift(`${texts.kind.requests}: ${texts.count(requests.length)}`);
  if (error) parts.push(escapeControls(formatError(error, options)));
  if (header) parts.push(formatHeader(header, options.colors));
  if (more > 0) parts.push(texts.more(more));
  if (others > 0) parts.push(texts.others(others));
  return parts.join('\n\n');
}

const formatPlace = ({ line, column }: PlaceOutput): string => `${line}:${column}`;

function formatRequest(request: RequestOutput, options: FormatOptions): string {
  const texts = TEXTS[options.language];
  const { plans, method, url, format, at, unknown } = request;
  const about = `${method} ${url}, ${texts.request(format, formatPlace(at))}`;
  const notes =
    unknown.length === 0
      ? []
      : [
          `${texts.missing} ${unknown.map((part) => formatUnknown(part, texts)).join(', ')}`,
          ...(hidesFeatures(request) ? [texts.hidden] : []),
        ];
  const [plan, ...others] = plans;
  if (!plan || others.length > 0) {
    const rows = plans.map((one) => formatRow(one, request, options));
    return [escapeControls(about), ...rows, ...notes.map(escapeControls)].join('\n');
  }
  const lines = [
    about,
    formatSent(plan, texts),
    ...plan.decisions.flatMap((decision) => formatDecision(decision, texts)),
    ...notes,
    ...formatByPlatform(request, texts),
    ...(plan.corrected ? ['', texts.send, formatCorrected(plan.corrected)] : []),
  ];
  // The verdict has colours, and no part of the text.
  return [formatVerdict(plan, request, options), ...lines.map(escapeControls)].join('\n');
}

/** Groups the platforms by their answer. */
function formatByPlatform({ byPlatform = [] }: RequestOutput, texts: ExplainTexts): string[] {
  const answers = (['works', 'changed', 'refused', 'unverified'] as const).flatMap((answer) => {
    const names = byPlatform.filter((one) => one.answer === answer).map(({ platform }) => platform);
    return names.length > 0 ? [`    ${texts.verdict[answer]}: ${names.join(', ')}`] : [];
  });
  return answers.length > 0 ? [texts.byPlatform, ...answers] : [];
}

function formatUnknown(
  { part, why, at }: RequestOutput['unknown'][number],
  texts: ExplainTexts,
): string {
  return `${part} (${texts.why[why]}${at ? `, ${formatPlace(at)}` : ''})`;
}

function formatVerdict(
  plan: PlanOutput,
  { unknown }: RequestOutput,
  { language, colors }: FormatOptions,
): string {
  const texts = TEXTS[language];
  const { verdict, changed } = plan;
  const isSeen = unknown.length > 0;
  const sum = verdict === 'works' ? (changed ? 'changed' : 'works') : verdict;
  const color = { works: colors.green, refused: colors.red, unverified: colors.yellow }[verdict];
  const key = verdict === 'works' && isSeen ? (`${sum}-seen` as keyof typeof texts.verdict) : sum;
  return `${plan.platform} (${texts.from[plan.platformFrom]}): ${color(texts.verdict[key])}`;
}

function formatSent({ header, betas }: PlanOutput, texts: ExplainTexts): string {
  if (header !== undefined) return `anthropic-beta: ${header}`;
  const names = betas.length > 0 ? `${texts.inBody} ${betas.join(',')}` : texts.none;
  return `anthropic-beta: ${names}`;
}

/** The number of places that are listed. */
const MAX_PLACES = 5;

function formatDecision({ text, note, places }: DecisionOutput, texts: ExplainTexts): string[] {
  const shown = places.slice(0, MAX_PLACES).map(formatPlace);
  const more = places.length > MAX_PLACES ? ', …' : '';
  return [
    text,
    ...(note === undefined ? [] : [`    ${note}`]),
    ...(places.length === 0 ? [] : [`    ${texts.at} ${shown.join(', ')}${more}`]),
  ];
}

/** Formats a plan as one line of a list of platforms. */
function formatRow(plan: PlanOutput, request: RequestOutput, options: FormatOptions): string {
  const texts = TEXTS[options.language];
  const refused = plan.decisions.filter(({ action }) => action === 'refused');
  const verdict = formatVerdict({ ...plan, platformFrom: 'option' }, request, options);
  const lines = [
    ...(plan.verdict === 'refused' ? [] : [`    ${formatSent(plan, texts)}`]),
    ...refused.map(({ text }) => `    ${text}`),
  ];
  return [verdict.replace(/ \([^)]*\)/, ''), ...lines.map(escapeControls)].join('\n');
}

function formatCorrected({ method, url, headers, body }: CorrectedOutput): string {
  return [
    `${method} ${url}`,
    ...headers.map(([name, value]) => `${name}: ${value}`),
    ...(body === undefined
      ? []
      : ['', typeof body === 'string' ? body : JSON.stringify(body, null, 2)]),
  ].join('\n');
}

/** Formats an error: the advice, then what it is about. */
export function formatError(
  error: ErrorOutput,
  { language }: Pick<FormatOptions, 'language'>,
): string {
  const texts = TEXTS[language];
  const { isAboutBetas, advice = '', suspects, docs, kind, betas, platform } = error;
  const { neededOn = [], absentOn = [] } = error;
  const misspelt = (error.misspelt ?? []).map(({ value, means }) => texts.misspelt(value, means));
  if (!isAboutBetas) return [texts.notAboutBetas, ...misspelt].join('\n');
  const about = [kind, platform, ...betas].filter((part) => part !== undefined);
  return [
    advice,
    `${texts.kind.error}: ${about.join(', ')}`,
    ...(neededOn.length > 0 ? [`${texts.neededOn} ${neededOn.join(', ')}`] : []),
    ...(absentOn.length > 0 ? [`${texts.absentOn} ${absentOn.join(', ')}`] : []),
    ...(suspects.length > 0 ? [`${texts.suspects} ${suspects.join(', ')}`] : []),
    ...misspelt,
    ...(docs === undefined ? [] : [docs]),
  ].join('\n');
}
