/** Puts the answer to "Do you need it?" into words, with `code` in backticks. */
import { HOME } from '@beta-headers/manifest';
import { type Messages, messages } from '../../i18n/index.ts';
import type { CatalogBeta, CatalogFeature, CatalogRule } from '../catalog.ts';
import { getModelTitle, getPlatformTitle } from '../catalog.ts';
import { describeCondition } from '../rules.ts';
import type { Locale } from '../site.ts';
import type { Need } from './answer.ts';
import { ANSWERS, type Answer, type PlatformAnswer, type SentValue } from './placement.ts';

/** The verdict in two parts: the word that answers, and the rest of its sentence. */
export interface Verdict {
  readonly word: string;
  readonly rest: string;
}

type NeedTexts = Messages['need'];

/** Formats a day as in a sentence: `19 August 2026`. */
const formatDay = (date: string, locale: Locale): string =>
  new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'id', {
    dateStyle: 'long',
    timeZone: 'UTC',
  }).format(new Date(`${date}T00:00:00Z`));

/** Writes the verdict. */
export function writeVerdict(need: Need, locale: Locale): Verdict {
  const t = messages(locale).need;
  return { word: t.verdict[need.kind], rest: writeRest(need, locale, t) };
}

function writeRest({ kind, stage, since, by }: Need, locale: Locale, t: NeedTexts): string {
  const day = since && formatDay(since, locale);
  if (kind === 'superseded') return by[0] ? t.superseded(by[0]) : '';
  if (kind === 'client') return t.client;
  if (kind === 'yes') return stage === 'preview' ? t.access : '';
  if (kind !== 'no') return '';
  if (stage === 'retired') return day ? t.retired(day) : t.isRetired;
  return day ? t.since(day) : '';
}

/** The verdict as one sentence. */
export function writeVerdictSentence(need: Need, locale: Locale): string {
  const { word, rest } = writeVerdict(need, locale);
  return `${word}${rest}.`;
}

/** Writes the sentences that explain the verdict. */
export function explainNeed(
  need: Need,
  subject: CatalogBeta | CatalogFeature,
  locale: Locale,
): string[] {
  const t = messages(locale).need.says;
  const isFeature = 'betas' in subject;
  const { kind, stage, by, since, olderForms } = need;
  const forms = describeForms(olderForms, locale);
  const newest = by.at(-1);
  const sentences: (string | false | undefined)[] = [];
  if (kind === 'yes' && !isFeature) sentences.push(isSentByHand(subject) ? t.byHand : t.send);
  if (isFeature && (kind === 'yes' || kind === 'form')) sentences.push(listSent(need, locale));
  if (kind === 'yes') sentences.push(listModels(need, locale));
  if (kind === 'unknown') sentences.push(t.unknown);
  if (stage === 'graduated' || stage === 'legacy-shape') {
    if (kind === 'depends' && since) sentences.push(t.notAnyMore(formatDay(since, locale)));
    else sentences.push(isFeature || stage === 'legacy-shape' ? t.graduatedFeature : t.graduated);
    sentences.push(...listStill(need, locale));
    const shape = 'selectsAt' in subject ? subject.selectsAt : [];
    // The notes of a beta say the same with more detail.
    if (isFeature || stage !== 'legacy-shape' || !subject.notes) {
      sentences.push(shape.length > 0 && t.selects(shape.map(formatEndpoint).join(', ')));
      sentences.push(forms && t.olderForms(forms));
    }
  }
  if (kind === 'superseded')
    sentences.push(by.length > 1 && newest && t.newest(newest), forms && t.ownForm(forms));
  if (stage === 'retired') {
    const still = listStill(need, locale);
    sentences.push(...(still.length > 0 ? still : [t.remove]), newest && t.use(newest));
  }
  if (kind === 'client') sentences.push(t.client, forms && t.olderForms(forms));
  if (kind === 'no' && stage === 'internal') sentences.push(t.clientFeature);
  if (need.freeForms.length > 0)
    sentences.push(t.freeForms(describeForms(need.freeForms, locale) ?? ''));
  return sentences.filter((sentence) => typeof sentence === 'string');
}

/** Writes the whole answer as one paragraph, for pages that are only text. */
export function writeAnswer(
  need: Need,
  subject: CatalogBeta | CatalogFeature,
  locale: Locale,
): string {
  const isLegacy = !('betas' in subject) && subject.stage === 'legacy-shape';
  return [
    writeVerdictSentence(need, locale),
    need.kind === 'depends' && !need.since && writeWhere(need, locale),
    ...explainNeed(need, subject, locale),
    isLegacy && subject.notes?.[locale],
  ]
    .filter(Boolean)
    .join(' ');
}

/** Formats an endpoint without the star that stands for any method. */
const formatEndpoint = (endpoint: string): string => `\`${endpoint.replace(/^\* /, '')}\``;

const isSentByHand = ({ requires }: CatalogBeta): boolean => requires.length === 0;

/** Names the models to which the need is limited on the Claude API. */
function listModels({ platforms }: Need, locale: Locale): string | undefined {
  const models = platforms.find(({ platform }) => platform === HOME)?.models ?? [];
  const titles = models.map(getModelTitle).join(', ');
  return titles ? messages(locale).need.write.onlyWith(titles) : undefined;
}

/** Names the platforms where a graduated beta is still needed, with the models. */
function listStill({ platforms }: Need, locale: Locale): string[] {
  const t = messages(locale).need.says;
  return platforms
    .filter(({ answer }) => answer === 'send')
    .map(({ platform, models }) => {
      const only = models.length > 0 ? ` (${t.only(models.map(getModelTitle).join(', '))})` : '';
      return t.still(getPlatformTitle(platform) + only);
    });
}

/** Names the values that a feature needs on any platform. */
function listSent({ platforms }: Need, locale: Locale): string {
  const sent = platforms.flatMap(({ answer, send }) => (answer === 'send' ? send : []));
  const values = [...new Set(sent.map(({ value }) => `\`${value}\``))];
  const t = messages(locale).need.says;
  return values.length === 1 ? t.sends(values.join()) : t.sendsOne(formatList(values, locale));
}

/** Names the platforms that need the value, and those that do not, for pages without a list. */
function writeWhere({ platforms }: Need, locale: Locale): string {
  const t = messages(locale).need.says;
  const list = (...answers: Answer[]): string =>
    formatList(
      platforms
        .filter(({ answer }) => answers.includes(answer))
        .map(({ platform }) => getPlatformTitle(platform)),
      locale,
    );
  const needed = list('send');
  const free = list('no-header');
  return [needed && t.neededOn(needed), free && t.notNeededOn(free)].filter(Boolean).join(' ');
}

const formatList = (items: readonly string[], locale: Locale): string =>
  new Intl.ListFormat(locale, { type: 'conjunction' }).format(items);

function describeForms(rules: readonly CatalogRule[], locale: Locale): string | undefined {
  const { or } = messages(locale).rule;
  // A test of the same values deeper in the request is the same form.
  const byTest = new Map<string, CatalogRule>();
  for (const rule of rules) {
    const key = JSON.stringify(rule.is ?? rule.in ?? rule);
    if (!byTest.has(key)) byTest.set(key, rule);
  }
  const forms = [...new Set([...byTest.values()].map((rule) => describeCondition(rule, locale)))];
  return forms.length > 0 ? forms.join(`; ${or} `) : undefined;
}

/** Describes what an answer depends on: named models, or that it is not the same for all. */
export function describeLimit(
  { answer, models, limitedBy }: PlatformAnswer,
  locale: Locale,
): string {
  const t = messages(locale).need;
  if (models.length > 0 && models.length < 3)
    return t.says.only(models.map(getModelTitle).join(', '));
  const isUse = answer === 'send' || answer === 'instead' || answer === 'no-header';
  const limits = models.length > 0 ? (['models'] as const) : limitedBy;
  return isUse ? limits.map((limit) => t.limited[limit]).join(', ') : '';
}

/** The platforms with the same answer and the same values. */
export interface AnswerGroup {
  readonly answer: Answer;
  readonly send: readonly SentValue[];
  readonly platforms: readonly PlatformAnswer[];
}

/** Groups the platforms by answer, the most useful answers first. */
export function groupAnswers(answers: readonly PlatformAnswer[]): AnswerGroup[] {
  return ANSWERS.flatMap((answer) => {
    const groups = new Map<string, PlatformAnswer[]>();
    for (const one of answers.filter((each) => each.answer === answer)) {
      const key = JSON.stringify(one.send);
      groups.set(key, [...(groups.get(key) ?? []), one]);
    }
    return [...groups.values()].map((platforms) => ({
      answer,
      send: platforms[0]?.send ?? [],
      platforms,
    }));
  });
}

/** Writes the text to copy: the header, or the fields of the body. */
export function writePlacement({ wire, send }: Pick<PlatformAnswer, 'wire' | 'send'>): string {
  const values = [...new Set(send.map(({ value }) => value))];
  if (wire === 'header') return `anthropic-beta: ${values.join(',')}`;
  const list = `"anthropic_beta": [${values.map((value) => `"${value}"`).join(', ')}]`;
  return wire === 'body' ? list : `"additionalModelRequestFields": { ${list} }`;
}
