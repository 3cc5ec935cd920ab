/** The page around the answers, and elements that several answers contain. */
import type { checkEn } from '../../i18n/check.en.ts';
import type { CheckAnswer } from '../../lib/checker/check.ts';
import type { Place } from '../../lib/checker/places.ts';
import { copyText, fill, h, makeButton } from './dom.ts';

export type Texts = Omit<typeof checkEn, 'title' | 'lead' | 'privacy' | 'noScript'>;
export type Checked = Extract<CheckAnswer, { kind: 'checked' }>;

/** The page around an answer. */
export interface Surroundings {
  readonly texts: Texts;
  readonly titles: ReadonlyMap<string, string>;
  /** Betas that have a page. */
  readonly betas: ReadonlySet<string>;
  /** Features that have a page. */
  readonly features: ReadonlySet<string>;
  /** `/betas/{id}/` */
  readonly betaHref: string;
  /** `/features/{id}/` */
  readonly featureHref: string;
  readonly errorsHref: string;
  /** Selects a place in the text; absent where the text is not shown. */
  readonly show?: ((place: Place) => void) | undefined;
}

/** Renders a name or a value as code. */
export const renderCode = (text: string): HTMLElement => h('code', { translate: 'no' }, text);

/** Renders a beta or a feature, linked to its page if it has one. */
export function renderName(name: string, around: Surroundings): HTMLElement {
  const { betas, features, betaHref, featureHref } = around;
  const href = betas.has(name) ? betaHref : features.has(name) ? featureHref : undefined;
  return href
    ? h('a', { href: fill(href, { id: name }), translate: 'no' }, renderCode(name))
    : renderCode(name);
}

/** Renders names with commas between them. */
export const renderNames = (names: readonly string[], around: Surroundings): Node[] =>
  names.flatMap((name, i) => [
    ...(i > 0 ? [document.createTextNode(', ')] : []),
    renderName(name, around),
  ]);

/** Renders a text with `code` in backticks, and with links to the betas and features in it. */
export function renderText(text: string, around: Surroundings): (Node | string)[] {
  return text.split(/(`[^`]+`|[a-z\d]+(?:-[a-z\d]+)+)/).map((part, index) => {
    if (index % 2 === 0) return part;
    if (part.startsWith('`')) return renderName(part.slice(1, -1), around);
    return around.betas.has(part) || around.features.has(part) ? renderName(part, around) : part;
  });
}

/** Makes a button that copies a text and reports it. */
export function makeCopyButton(label: string, text: string, { corrected: t }: Texts): HTMLElement {
  const said = h('span', { role: 'status', class: 'check-said' });
  const copy = makeButton(label, async () => {
    said.textContent = (await copyText(text)) ? t.copied : t.copyFailed;
    window.setTimeout(() => said.replaceChildren(), 2000);
  });
  return h('span', { class: 'check-copy' }, copy, said);
}
