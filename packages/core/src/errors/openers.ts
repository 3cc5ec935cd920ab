/** A place, as an error names it → the betas that open it. Read off the rules, on whatever platform they hold. */
import { type GatedRule, gatedRules, knownBetas } from './lookup.ts';

/** A rule, the way errors speak of its place. */
export interface Opener {
  /** The names on the way, without lists; for a rule about `type`, up to what has the type. */
  readonly names: readonly string[];
  /** The rule is about one of these values. */
  readonly values?: readonly unknown[] | undefined;
  readonly isTag: boolean;
  readonly above?: number | undefined;
  /** What satisfies it, the default first. */
  readonly betas: readonly string[];
}

/** What the manifest's `formerly` cannot say: a variant that only validators name, and that without the beta a container was a name only. */
const PAST: readonly GatedRule[] = [
  { at: '*.cache_control.ephemeral.ttl', betas: ['extended-cache-ttl-2025-04-11'] },
  { at: 'container', is: 'skills', betas: ['skills-2025-10-02'] },
];

let all: readonly Opener[] | undefined;

function openers(): readonly Opener[] {
  all ??= [...gatedRules(), ...PAST].flatMap((rule) => {
    if (rule.at === undefined) return [];
    const names = rule.at.replaceAll('[]', '').replaceAll('.**', '').split('.');
    const values = rule.in ?? (rule.is === undefined ? undefined : [rule.is]);
    const isTag = values !== undefined && names.at(-1) === 'type';
    if (isTag) names.pop();
    return { names, values, isTag, above: rule.above, betas: rule.betas };
  });
  return all;
}

/** Openers of a field that is there or not. */
export function openersOf(place: string): readonly Opener[] {
  const found = openers().filter(
    (opener) => !opener.values && opener.above === undefined && fits(opener.names, place),
  );
  // The place itself before one further down that ends alike.
  return found.sort((a, b) => a.names.length - b.names.length);
}

/** Openers of an element of that `type`. A tag that spells a beta, `web_fetch_20250910`, is one too. */
export function openersOfTag(tag: string, place: string): readonly Opener[] {
  const found = openers().filter(
    (opener) => opener.isTag && opener.values?.includes(tag) && fits(opener.names, place),
  );
  const [, name, year, month, day] = /^([a-z_]+)_(\d{4})(\d\d)(\d\d)$/.exec(tag) ?? [];
  const id = `${name?.replaceAll('_', '-')}-${year}-${month}-${day}`;
  return found.length > 0 || !knownBetas.has(id) || !fits(['tools'], place)
    ? found
    : [{ names: ['tools'], isTag: true, betas: [id] }];
}

/** Openers of some values of a field. */
export function openersOfValue(place: string): readonly Opener[] {
  return openers().filter((opener) => opener.values && !opener.isTag && fits(opener.names, place));
}

/** Openers of numbers above a limit. */
export function openersAbove(place: string): readonly Opener[] {
  return openers().filter((opener) => opener.above !== undefined && fits(opener.names, place));
}

/**
 * Whether a place means the names of a rule: the first, unless it is `*`, and the last are the same, the others come in that order. Between them validators put
 * indexes and variants: `tools.0.custom.defer_loading`, and people write `tools.N`. Converse leaves out all but the last, which then must be telling.
 */
function fits(names: readonly string[], place: string): boolean {
  const path = place.split(/[./[\]#]+/).filter((step) => !/^(?:\d*|[A-Zi*])$/.test(step));
  while (['body', 'requests', 'params'].includes(path[0] as string)) path.shift();
  const last = names.at(-1) as string;
  if (path.length < 2)
    return (
      path.length === 0 || path[0] === (last.includes('_') ? last : names.length === 1 && last)
    );
  let next = names[0] === '*' ? 1 : 0;
  for (const step of path) if (step === names[next]) next++;
  return (
    (names[0] === '*' || path[0] === names[0]) && path.at(-1) === last && next === names.length
  );
}
