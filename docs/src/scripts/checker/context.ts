/** The context of the answers, and elements that several of them contain. */
import type { Platform } from '@beta-headers/core';
import type { Place } from '@beta-headers/reader';
import type { checkEn } from '../../i18n/check.en.ts';
import type { CheckFacts } from '../../lib/checker/facts.ts';
import { copyText, fill, h, makeButton } from './dom.ts';

/** The texts of the answers. */
export type Texts = (typeof checkEn)['answer'] & {
  readonly kind: (typeof checkEn)['kind'];
  readonly tabs: Readonly<Record<string, string>>;
};

export interface Context {
  readonly texts: Texts;
  readonly facts: CheckFacts;
  /** `/betas/{id}/` */
  readonly betaHref: string;
  /** `/features/{id}/` */
  readonly featureHref: string;
  /** `/platforms/{id}/` */
  readonly platformHref: string;
  readonly errorsHref: string;
  /** Selects a place in the text; absent where the text is not shown. */
  readonly show?: ((place: Place) => void) | undefined;
}

/** The title of a platform. */
export const getTitle = ({ facts }: Context, platform: Platform): string =>
  facts.platforms.find(({ id }) => id === platform)?.title ?? platform;

/** Fills in a text that depends on a number. */
export const count = (
  texts: { readonly one: string; readonly other: string },
  number: number,
): string => (number === 1 ? texts.one : fill(texts.other, { count: number }));

/** Renders a name or a value as code. */
export const renderCode = (text: string): HTMLElement => h('code', { translate: 'no' }, text);

/** Renders a beta or a feature, linked to its page if it has one. */
export function renderName(name: string, context: Context): HTMLElement {
  const { facts, betaHref, featureHref } = context;
  const href = Object.hasOwn(facts.betas, name)
    ? betaHref
    : Object.hasOwn(facts.features, name)
      ? featureHref
      : undefined;
  return href
    ? h('a', { href: fill(href, { id: name }), translate: 'no' }, renderCode(name))
    : renderCode(name);
}

/** Renders names with commas between them. */
export const renderNames = (names: readonly string[], context: Context): Node[] =>
  names.flatMap((name, i) => [
    ...(i > 0 ? [document.createTextNode(', ')] : []),
    renderName(name, context),
  ]);

/** Renders names one per line, so that an id is never broken. */
export const renderList = (names: readonly string[], context: Context): HTMLElement =>
  h('ul', { class: 'ids' }, ...names.map((name) => h('li', {}, renderName(name, context))));

/** Renders a text with `code` in backticks, and with links to the betas and features in it. */
export function renderText(text: string, context: Context): (Node | string)[] {
  const { betas, features } = context.facts;
  return text.split(/(`[^`]+`|[a-z\d]+(?:-[a-z\d]+)+)/).map((part, index) => {
    if (index % 2 === 0) return part;
    if (part.startsWith('`')) return renderName(part.slice(1, -1), context);
    return Object.hasOwn(betas, part) || Object.hasOwn(features, part)
      ? renderName(part, context)
      : part;
  });
}

/** Formats a place in the text. */
export const formatPlace = ({ line, column }: Place, { texts }: Context): string =>
  fill(texts.place, { line, column });

/** Renders a place in the text: a button that shows it. */
export function renderPlace(place: Place, context: Context): HTMLElement {
  const { show } = context;
  const where = formatPlace(place, context);
  return show
    ? makeButton(where, () => show(place), { class: 'place' })
    : h('span', { class: 'place' }, where);
}

/** Makes a button that copies a text and reports it. `what` tells its name from other buttons'. */
export function makeCopyButton(text: string, what: string, { texts }: Context): HTMLElement {
  const said = h('span', { role: 'status', class: 'check-said' });
  const copyIt = async (): Promise<void> => {
    said.textContent = (await copyText(text)) ? texts.copied : texts.copyFailed;
    window.setTimeout(() => said.replaceChildren(), 2000);
  };
  const copy = makeButton(texts.copy, copyIt, { 'aria-label': `${texts.copy}: ${what}` });
  return h('span', { class: 'check-copy' }, copy, said);
}

/** Renders the answer in a word, with a look of its own. */
export const renderBadge = (look: string, text: string, tag: 'span' | 'strong' = 'span') =>
  h(tag, { class: `verdict verdict-${look}` }, text);
