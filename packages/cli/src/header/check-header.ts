/** Checks the values of a header: what each is, and what each platform makes of them. */
import {
  explain,
  isBetaToken,
  mergeBetas,
  PLATFORMS,
  type Platform,
  plan,
} from '@beta-headers/core';
import { findNearest } from '@beta-headers/grammar';
import {
  type CatalogBeta,
  type CatalogFeature,
  type CatalogNotBeta,
  catalog,
} from '@beta-headers/manifest/data';
import { findPlainForm, isModelName, mayBeKey } from '@beta-headers/reader';
import { findStatus } from '../catalog/claims.ts';
import { adviseOn } from '../catalog/stages.ts';
import type { HeaderOutput, HeaderValue } from '../schema/header.ts';
import type { PlaceOutput } from '../schema/parts.ts';

/** A value, and its place if it comes from a text. */
export interface ValueToCheck {
  readonly value: string;
  readonly at?: PlaceOutput;
}

/** Options of a check. */
export interface HeaderSettings {
  /** The only platform to plan for; default: all. */
  readonly platform?: Platform | undefined;
  readonly today: string;
}

/** Checks the values of a header. */
export function checkHeader(
  list: readonly ValueToCheck[],
  { platform, today }: HeaderSettings,
): HeaderOutput {
  const values = list.map((one) => checkValue(one, today));
  const shown = list.map(({ value }) => value).filter((value) => !mayBeKey(value));
  const sendable = shown.filter(isBetaToken);
  const platforms = (platform ? [platform] : PLATFORMS).map((id) => planFor(id, shown, today));
  const isRefused = platform !== undefined && platforms.some(({ changes }) => changes.length > 0);
  return {
    values,
    merged: mergeBetas(sendable).join(','),
    platforms,
    findings: isRefused || values.some(({ isFinding }) => isFinding),
  };
}

/** Checks one value. */
export function checkValue({ value, at }: ValueToCheck, today: string): HeaderValue {
  const place = at && { at };
  const plain = isBetaToken(value) ? undefined : findPlainForm(value);
  if (plain !== undefined && !mayBeKey(plain)) return { value, ...place, ...describePlain(plain) };
  if (mayBeKey(value))
    return {
      value: `(${value.length} characters)`,
      ...place,
      status: 'malformed',
      isFinding: true,
      advice: 'This may be a key, so it is hidden. Do not send it in this header.',
    };
  if (!isBetaToken(value))
    return {
      value,
      ...place,
      status: 'malformed',
      isFinding: true,
      advice: 'A header cannot carry this value: write letters, digits and hyphens only.',
    };
  const beta = catalog.betas.find(({ id }) => id === value);
  if (beta) return { value, ...place, ...describeBeta(beta, today) };
  const notBeta = catalog.notBetas.find(({ id }) => id === value);
  if (notBeta) return { value, ...place, ...describeNotBeta(notBeta) };
  return { value, ...place, ...describeUnknown(value) };
}

/** The stages at which a value should be left out or replaced. */
const OUTDATED: ReadonlySet<string> = new Set(['graduated', 'retired', 'superseded']);

function describeBeta(beta: CatalogBeta, today: string): Omit<HeaderValue, 'value'> {
  const { stage, feature, supersededBy, docs, acceptance } = beta;
  const use = stage === 'superseded' ? supersededBy : undefined;
  return {
    status: stage,
    isFinding: OUTDATED.has(stage),
    feature,
    ...(use !== undefined && { use }),
    advice: use === undefined ? adviseOn(beta) : `A newer date exists: use ${use}.`,
    docs,
    acceptance: Object.fromEntries(
      Object.entries(acceptance).map(([platform, claims]) => [platform, findStatus(claims, today)]),
    ),
  };
}

function describeNotBeta({ reason, means, note }: CatalogNotBeta): Omit<HeaderValue, 'value'> {
  const meant = catalog.betas.find(({ id }) => id === means);
  const isUseful = meant !== undefined && !OUTDATED.has(meant.stage);
  const what = NOT_BETA_TEXTS[reason];
  const instead =
    note?.en ??
    (isUseful
      ? `Use ${means}.`
      : `${means} was meant, and it does nothing any more: leave the value out.`);
  return {
    status: reason === 'misspelt' ? 'misspelt' : 'no-beta',
    isFinding: true,
    ...(isUseful && means !== undefined && { use: means }),
    advice: `${what} ${instead}`,
  };
}

/** The reasons in words. */
export const NOT_BETA_TEXTS: { readonly [R in CatalogNotBeta['reason']]: string } = {
  invented: 'No beta has this name.',
  misspelt: 'A beta has this name with another date or spelling.',
  withdrawn: 'It was a beta and was withdrawn.',
  'other-product': 'It belongs to another product or another field.',
  unconfirmed: 'Programs send it, and no official source documents it.',
};

function describeUnknown(value: string): Omit<HeaderValue, 'value'> {
  const feature = catalog.features.find(({ name }) => name === value);
  if (feature) return describeFeatureName(feature);
  if (isModelName(value))
    return {
      status: 'no-beta',
      isFinding: true,
      advice: 'This is the name of a model and no beta: leave it out.',
    };
  const nearest = findNearest(
    value,
    catalog.betas.map(({ id }) => id),
  );
  if (nearest === undefined)
    return {
      status: 'unknown',
      isFinding: false,
      advice: 'No such beta is known. It may be private.',
    };
  return {
    status: 'misspelt',
    isFinding: true,
    use: nearest,
    advice: `No such beta is known; did you mean ${nearest}?`,
  };
}

/** A program for texts has changed the characters of the value, or a mark stuck to it. */
function describePlain(plain: string): Omit<HeaderValue, 'value'> {
  const known = catalog.betas.find(({ id }) => id === plain.toLowerCase());
  return {
    status: 'malformed',
    isFinding: true,
    ...(known && { use: known.id }),
    advice: `It has characters that a header cannot carry: write ${known?.id ?? plain}.`,
  };
}

/** The name of a feature is no value: values end with a date. */
function describeFeatureName({ name, default: id }: CatalogFeature): Omit<HeaderValue, 'value'> {
  const beta = catalog.betas.find((one) => one.id === id);
  const isUseful = beta !== undefined && !OUTDATED.has(beta.stage);
  return {
    status: 'no-beta',
    isFinding: true,
    feature: name,
    ...(isUseful && { use: id }),
    advice: isUseful
      ? `This is the name of a feature, and a value ends with a date: use ${id}.`
      : 'This is the name of a feature, which needs no header any more: leave it out.',
  };
}

/** Plans a request that has only the header. */
function planFor(
  platform: Platform,
  values: readonly string[],
  today: string,
): HeaderOutput['platforms'][number] {
  const value = values.join(',');
  const request = { method: 'POST', url: '/v1/messages', headers: [['anthropic-beta', value]] };
  const planned = plan(request as Parameters<typeof plan>[0], { platform, today });
  const lines = explain(planned).split('\n').slice(2);
  const changes = planned.decisions.flatMap(({ beta, action, reason, sends }, i) =>
    beta === undefined || action === 'sent'
      ? []
      : [
          {
            beta,
            action,
            reason,
            ...(sends !== undefined && { sends }),
            text: lines[i] ?? '',
          },
        ],
  );
  const { verdict, header, betas } = planned;
  const sent = header ?? (betas.length > 0 ? betas.join(',') : undefined);
  return { platform, verdict, ...(sent !== undefined && { header: sent }), changes };
}
