/** Finds betas in a text, by their names or by a description. */
import { isBetaId } from '@beta-headers/grammar';
import { defaultCatalog } from '../catalog/catalog.ts';
import { isBetaToken, maskName } from '../request/header.ts';

const { betas: knownBetas, features } = defaultCatalog;

/** Matches model names, which end in a date like betas. */
const MODEL_NAMES = [
  ...['gpt', 'o\\d', 'chatgpt', 'codex', 'claude', 'gemini', 'mistral', 'llama', 'qwen', 'grok'],
  ...['deepseek', 'computer-use-preview'],
];
const MODELS = new RegExp(
  `\\b(?:${MODEL_NAMES.join('|')})\\b[\\w.-]{0,60}-20\\d\\d-?\\d\\d-?\\d\\d\\b`,
  'gi',
);
const KEY = /^sk-|bearer|[^_.:=-]{20}|\d{5}|\d[a-z]+\d/i;
/** The length up to which a list is read. */
const MAX_LIST = 20_000;

/**
 * Finds the betas that a text names. In a text about betas, unknown names with the form of a beta
 * also count.
 */
export function findBetaNames(text: string): string[] {
  const isAboutBetas = /beta|capability/i.test(text);
  const words = (text.match(/[\w-]+/g) ?? []).map(toKnownName);
  return removeDuplicates(
    words.filter((word) => knownBetas.has(word) || (isAboutBetas && isUnknownBeta(word))),
  );
}

/** Converts a beta's name in any letter case to its id; returns any other word unchanged. */
function toKnownName(word: string): string {
  const name = word.toLowerCase();
  return knownBetas.has(name) ? name : word;
}

/** Tests if a word may be an unknown beta. Dates without hyphens belong to models. */
function isUnknownBeta(word: string): boolean {
  return word.length < 200 && isBetaId(word) && /-\d\d-\d\d(?:-|$)/.test(word);
}

/** Removes model ids from a text, because they end in a date like betas. */
export function leaveOutModels(text: string): string {
  return text.replace(MODELS, (id) => (knownBetas.has(id.toLowerCase()) ? id : 'claude'));
}

/**
 * Reads a list of names such as `a`, "b" and c. Joins names within backticks that a terminal has
 * broken into lines.
 */
export function readList(text: string): string[] {
  const joined = text
    .slice(0, MAX_LIST)
    .replaceAll('beta_header:', '')
    .replace(/`[^`]*`/g, (name) => `${name.replaceAll(' ', '')} `);
  const quoted = joined.match(/`[^`]+`/g);
  const names = quoted ? quoted : joined.split(/,| /);
  return removeDuplicates(
    names
      .map((name) => name.replace(/^[`'"]+|[`'".,]+$/g, ''))
      .filter((name) => (quoted ?? isBetaToken(name)) && /\w/.test(name))
      .map(toKnownName)
      .map(hideKey),
  );
}

/** Hides a value that may be a key that got into the header by mistake. */
function hideKey(name: string): string {
  if (maskName(name) === name) return name;
  return name.length > 64 || KEY.test(name.replace(/-20\d\d-?\d\d-?\d\d/, ''))
    ? `(${name.length} characters)`
    : name;
}

/** Words that do not identify a feature. */
const FILLERS = new Set([
  ...['the', 'this', 'that', 'a', 'an', 'your', 'our', 'requested', 'token', 'window', 'api'],
  ...['feature', 'anthropic', 'claude', 's', 'of', 'for', 'use', 'to', 'with', 'in'],
]);

/**
 * Finds the newest beta of the feature that a description ends in: `the requested 1M token context
 * window`, `fast mode`, `compact`.
 */
export function findBetaByWords(words: string): string | undefined {
  const parts = words
    .toLowerCase()
    .replace('long context', 'context 1m')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '' && !FILLERS.has(word));
  for (let size = Math.min(parts.length, 5); size > 0; size--) {
    const tail = parts.slice(-size).sort().join(' ');
    const latest = indexFeatures().get(tail);
    if (latest !== undefined) return latest;
  }
  return undefined;
}

let byWords: Map<string, string> | undefined;

function indexFeatures(): ReadonlyMap<string, string> {
  byWords ??= new Map(
    [...features.values()].flatMap(({ name, latest, betas }): [string, string][] => {
      const isMarker = betas.every(({ stage }) => stage === 'internal');
      const words = name.split('-').filter((word) => !FILLERS.has(word));
      return latest && !isMarker ? [[words.sort().join(' '), latest]] : [];
    }),
  );
  return byWords;
}

/** Removes duplicates and keeps the order. */
export const removeDuplicates = <T>(items: readonly T[]): T[] => [...new Set(items)];
