/** Errors about a place in the body that only a beta opens. */
import type { Found } from './about-header.ts';
import { unique } from './names.ts';
import { type Opener, openersAbove, openersOf, openersOfTag, openersOfValue } from './openers.ts';

/** A validator may list every fault; more than these are not looked at. */
const MAX_PLACES = 20;

/** Whether the request is known to need one of these betas; `undefined` where there is no request to look at. */
export type Needs = (betas: readonly string[]) => boolean | undefined;

interface Place {
  readonly openers: readonly Opener[];
  readonly field: string;
}

/** The places that a validator complains of, and what opens them. */
export function aboutBody(text: string, needs: Needs): Found | undefined {
  // A program that checks its own settings says whose they are, and the API does not.
  if (/\bvalidation errors? for (?!\w*(?:Message|Chat|Completion|Anthropic|Claude))\w/.test(text))
    return undefined;
  const extra = placesOf(text, /extra inputs (?:are )?not permitted/gi).map(
    (at) => before(text, at) || after(text, at),
  );
  // A parameter of the official client that leaked: the header is what it is missing from.
  const leaked = extra.find((field) => /(?:^|\.)(?:betas|anthropic[-_]beta)$/.test(field));
  if (leaked) return { kind: 'missing', betas: [], field: leaked, leaked: true };
  const found: Place[] = [
    ...extra.map(field),
    ...keys(text),
    ...tags(text),
    ...values(text, needs),
    ...limits(text),
  ];
  const open = found.filter((place) => /[a-z]/i.test(place.field) && place.openers.length > 0);
  if (open.length === 0) return undefined;
  const betas = unique(open.map(({ openers }) => openers[0]?.betas[0] as string));
  const others = unique(open.flatMap(({ openers }) => openers.flatMap((opener) => opener.betas)));
  return {
    kind: 'missing',
    betas,
    suspects: others.filter((beta) => !betas.includes(beta)),
    field: unique(open.map((place) => place.field)).join(', '),
  };
}

function field(name: string): Place {
  return { openers: openersOf(name), field: name };
}

/** `extraneous key [context_management] is not permitted` */
function keys(text: string): Place[] {
  return placesOf(text, /extraneous key \[/g).map((at) =>
    field(text.slice(at + 16, at + 200).split(']')[0] as string),
  );
}

/** `tools.0: Input tag 'mcp_toolset' found using 'type' does not match any of the expected tags: …` */
function tags(text: string): Place[] {
  return placesOf(text, /Input tag ['"]/g).map((at) => {
    const tag = text.slice(at + 11, at + 200).split(/['"]/)[0] as string;
    const place = before(text, at);
    return { openers: openersOfTag(tag, place), field: place ? `${place} (${tag})` : tag };
  });
}

/** `Input should be 'a' or 'b'` lists what is allowed, `Unexpected value 'c'` names what is not. */
function values(text: string, needs: Needs): Place[] {
  return placesOf(text, /: Input should be |: Unexpected value (?!\(s\))/g).map((at) => {
    const name = before(text, at);
    const rest = text.slice(at, at + 400);
    const says = (value: unknown): boolean => rest.includes(`'${value}'`);
    const openers = openersOfValue(name).filter(({ values }) =>
      rest.startsWith(': Input') ? !values?.some(says) : values?.some(says),
    );
    return { openers: openers.filter(({ betas }) => needs(betas) !== false), field: name };
  });
}

/** `requests.0.params.max_tokens: 200000 > 128000`. Elsewhere than in a batch the limit is the model's, and no header lifts it. */
function limits(text: string): Place[] {
  return placesOf(text, / > \d/g).flatMap((at) => {
    const name = /([\w.]{1,150}): \d+$/.exec(text.slice(Math.max(0, at - 200), at))?.[1] ?? '';
    const limit = Number(/^\d+/.exec(text.slice(at + 3, at + 20))?.[0]);
    return name.startsWith('requests.')
      ? [{ openers: openersAbove(name).filter(({ above }) => above === limit), field: name }]
      : [];
  });
}

function placesOf(text: string, mark: RegExp): number[] {
  const found: number[] = [];
  for (let hit = mark.exec(text); hit && found.length < MAX_PLACES; hit = mark.exec(text))
    found.push(hit.index);
  return found;
}

/** Where somebody cut a text, the path may stand behind: `Extra inputs are not permitted ... context_management`. */
function after(text: string, start: number): string {
  return /^[a-z ]{24,30}[ .…]+([\w.]+)/i.exec(text.slice(start, start + 200))?.[1] ?? '';
}

/** The path that ends where a complaint begins: `tools.0.custom.strict: `, `"speed": `, or in words, `context management `. */
function before(text: string, end: number): string {
  const head = text.slice(Math.max(0, end - 200), end);
  const path = /([\w.[\]#/-]*)['"`]?\s?:?\s?$/.exec(head)?.[1] ?? '';
  const words = /(\w+ \w+) $/.exec(head)?.[1]?.replace(' ', '_');
  if (words && openersOf(words).length > 0) return words;
  if (/\w/.test(path)) return path;
  // In other languages and quotes the name stands a few words before.
  const spelt =
    head
      .slice(-80)
      .match(/[a-z]+_[a-z_]+/g)
      ?.at(-1) ?? '';
  return openersOf(spelt).length > 0 ? spelt : '';
}
