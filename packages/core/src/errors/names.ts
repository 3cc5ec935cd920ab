/** Betas in a text, by their names or in words. */
import { isBetaId } from '@beta-headers/grammar';
import { defaultCatalog } from '../catalog/catalog.ts';
import { isBetaToken, shownName } from '../request/header.ts';

const { betas: knownBetas, features } = defaultCatalog;

/** Models end in a date too. */
const MODELS =
  /\b(?:gpt|o\d|chatgpt|codex|claude|gemini|mistral|llama|qwen|grok|deepseek|computer-use-preview)\b[\w.-]{0,60}-20\d\d-?\d\d-?\d\d\b/gi;
const KEY = /^sk-|bearer|[^_.:=-]{20}|\d{5}|\d[a-z]+\d/i;
/** No list of an error is longer in names that matter. */
const MAX_LIST = 20_000;

/** The betas that a text names: known ones, and where it speaks of betas whatever else ends in a date as they do. */
export function findBetaNames(text: string): string[] {
  const speaks = /beta|capability/i.test(text);
  const words = (text.match(/[\w-]+/g) ?? []).map(toKnownName);
  return unique(words.filter((word) => knownBetas.has(word) || (speaks && isUnknownBeta(word))));
}

/** A beta's name, also where somebody wrote it in capitals; any other word as it is. */
function toKnownName(word: string): string {
  const name = word.toLowerCase();
  return knownBetas.has(name) ? name : word;
}

/** Names of dates without hyphens are the models'. */
function isUnknownBeta(word: string): boolean {
  return word.length < 200 && isBetaId(word) && /-\d\d-\d\d(?:-|$)/.test(word);
}

/** The text without the ids of models, which end in a date as betas do. */
export function leaveOutModels(text: string): string {
  return text.replace(MODELS, (id) => (knownBetas.has(id.toLowerCase()) ? id : 'claude'));
}

/** `a`, "b" and c, as a list has them. What a terminal broke within backticks is put together again. */
export function readList(text: string): string[] {
  const joined = text
    .slice(0, MAX_LIST)
    .replaceAll('beta_header:', '')
    .replace(/`[^`]*`/g, (name) => `${name.replaceAll(' ', '')} `);
  const quoted = joined.match(/`[^`]+`/g);
  const names = quoted ? quoted : joined.split(/,| /);
  return unique(
    names
      .map((name) => name.replace(/^[`'"]+|[`'".,]+$/g, ''))
      .filter((name) => (quoted ?? isBetaToken(name)) && /\w/.test(name))
      .map(toKnownName)
      .map(hideKey),
  );
}

/** What may be a key that went astray into the header is not repeated. */
function hideKey(name: string): string {
  if (shownName(name) === name) return name;
  return name.length > 64 || KEY.test(name.replace(/-20\d\d-?\d\d-?\d\d/, ''))
    ? `(${name.length} characters)`
    : name;
}

/** Words beside the name of a feature that do not change which it is. */
const FILLERS = new Set(
  'the this that a an your our requested token window api feature anthropic claude s of for use to with in'.split(
    ' ',
  ),
);

/** The newest beta of the feature that some words end in: `the requested 1M token context window`, `fast mode`, `compact`. */
export function findBetaByWords(words: string): string | undefined {
  const said = words
    .toLowerCase()
    .replace('long context', 'context 1m')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '' && !FILLERS.has(word));
  for (let size = Math.min(said.length, 5); size > 0; size--) {
    const tail = said.slice(-size).sort().join(' ');
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

/** Each once, in order. */
export const unique = <T>(items: readonly T[]): T[] => [...new Set(items)];
