/** The notes of the cells of platform tables, which a script loads when a reader opens a cell. */
import { messages } from '../i18n/index.ts';
import { makeBetaLinker } from './betas.ts';
import { type CatalogBeta, catalog, getFeature, getPlatformTitle } from './catalog.ts';
import {
  type Claim,
  describeClaimCondition,
  describeClaimLabel,
  describeClaimNeeds,
  findClaimFix,
  isSilent,
  listClaimInstead,
} from './claims.ts';
import { escapeHtml, renderInline } from './inline.ts';
import type { Locale } from './site.ts';

/** The file with the notes of a language. */
export const NOTES_PATH = '/notes.json';

/** HTML by beta and platform. */
export type CellNotes = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Renders the notes of every cell in one language. */
export const renderCellNotes = (locale: Locale): CellNotes =>
  Object.fromEntries(
    catalog.betas.map((beta) => [
      beta.id,
      Object.fromEntries(catalog.platforms.map(({ id }) => [id, renderCellNote(beta, id, locale)])),
    ]),
  );

/** Renders the note of one cell: what is known of the feature there, and of the header value. */
export function renderCellNote(beta: CatalogBeta, platform: string, locale: Locale): string {
  const { featureLead, headerLead } = messages(locale).home.cell;
  const lists = [
    [featureLead, getFeature(beta.feature).availability[platform] ?? []],
    [headerLead, beta.acceptance[platform] ?? []],
  ] as const;
  return lists
    .map(([lead, claims]) => `<p><b>${escapeHtml(lead)}</b></p>${renderClaims(claims, locale)}`)
    .join('');
}

function renderClaims(claims: readonly Claim[], locale: Locale): string {
  const t = messages(locale).claim;
  if (isSilent(claims)) return `<ul><li>${escapeHtml(t.status.unknown)}</li></ul>`;
  return `<ul>${claims.map((claim) => renderClaim(claim, claims, locale)).join('')}</ul>`;
}

function renderClaim(claim: Claim, claims: readonly Claim[], locale: Locale): string {
  const t = messages(locale).claim;
  const inline = (text: string): string => renderInline(text, makeBetaLinker(locale));
  const facts = [
    describeClaimCondition(claim, claims, locale),
    describeClaimLabel(claim, locale),
    claim.status !== 'unknown' && claim.confidence && t.confidence[claim.confidence],
  ].filter((fact) => typeof fact === 'string');
  const head = [`<b>${escapeHtml(t.status[claim.status])}</b>`, ...facts.map(inline)].join(' · ');
  const fix = findClaimFix(claim);
  const notes = [
    ...describeClaimNeeds(claim, locale),
    ...listClaimInstead(claim).map(
      ({ for: feature, send }) => `${t.instead(getFeature(feature).title[locale])} \`${send}\``,
    ),
    claim.disputed?.[locale],
    claim.note?.[locale],
    fix && `${t.fix} ${fix[locale]}`,
    claim.derivedFrom && t.derived(getPlatformTitle(claim.derivedFrom)),
  ].filter((note) => typeof note === 'string');
  return `<li>${head}${notes.map((note) => `<br>${inline(note)}`).join('')}</li>`;
}
