/** Changes in Indonesian. */
import type { CatalogBeta } from '../catalog-types.ts';
import type { NotBetaReason } from '../schema/index.ts';
import type { ChangeOf } from './change.ts';
import { createFormatters, createRenderer, type Names, type Render, type Texts } from './render.ts';

const TEXTS: Texts = {
  status: {
    available: 'tersedia',
    unavailable: 'tidak tersedia',
    'no-effect': 'tanpa pengaruh',
    accepted: 'diterima',
    ignored: 'diabaikan',
    rejected: 'ditolak',
    unknown: 'belum diketahui',
  },
  is: 'bernilai',
  oneOf: 'salah satu dari',
  above: 'di atas',
  nonEmpty: 'tidak kosong',
  present: 'ada',
  where: 'dengan',
  at: 'pada',
  on: 'di',
  using: 'dengan',
  until: 'sampai',
  upTo: 'sampai',
  unless: 'kecuali',
  choice: 'sebagai pilihan dari',
  needs: 'memerlukan',
  instead: 'gantinya',
  shape: 'dalam bentuk',
  beta: 'header',
  without: 'tanpa',
  and: 'dan',
};

const EVENTS: Readonly<Record<string, string>> = {
  released: 'berfungsi sejak',
  graduated: 'tersedia umum sejak',
  retired: 'dihentikan',
};

const REASONS: Readonly<Record<NotBetaReason, string>> = {
  invented: 'rekaan',
  misspelt: 'salah tulis',
  withdrawn: 'ditarik',
  'other-product': 'milik produk lain',
  unconfirmed: 'belum terkonfirmasi',
};

const { formatRule, formatClaims, formatConstraint } = createFormatters(TEXTS);

/** Renders a change in Indonesian, without its subject. */
export const renderIndonesian: Render = createRenderer({
  'beta-added': ({ stage, title }, names) => `baru (${names.stage(stage)}): ${title.id}`,
  'beta-removed': () => 'dihapus',
  'beta-moved': ({ was, is }) => `dipindahkan dari ${was} ke ${is}`,
  'feature-added': ({ title }) => `fitur baru: ${title.id}`,
  'feature-removed': () => 'dihapus',
  'default-changed': ({ was, is }) => `kini berarti ${is} (tadinya ${was})`,
  'latest-changed': ({ was, is }) => `beta terbarunya ${is} (tadinya ${was})`,
  'platform-added': ({ title }) => `platform baru: ${title}`,
  'platform-removed': () => 'dihapus',
  'platform-facts': formatFact,
  'availability-narrowed': (change, names) => `ketersediaan ${formatClaimChange(change, names)}`,
  'availability-changed': (change, names) => `ketersediaan ${formatClaimChange(change, names)}`,
  'availability-evidence': (change, names) => `ketersediaan ${formatEvidenceChange(change, names)}`,
  'acceptance-narrowed': (change, names) => `penerimaan ${formatClaimChange(change, names)}`,
  'acceptance-changed': (change, names) => `penerimaan ${formatClaimChange(change, names)}`,
  'acceptance-evidence': (change, names) => `penerimaan ${formatEvidenceChange(change, names)}`,
  superseded: ({ was, by, before }, names) =>
    (by === undefined ? 'tidak lagi digantikan' : `digantikan oleh ${by}`) +
    formatPast(before ?? (was && names.stage(was))),
  graduated: ({ was, is }, names) =>
    is === 'legacy-shape'
      ? `tersedia umum dan kini memilih bentuk lama${formatPast(names.stage(was))}`
      : `tersedia umum: header tidak diperlukan lagi${formatPast(names.stage(was))}`,
  retired: ({ was }, names) => `dihentikan (tadinya ${names.stage(was)})`,
  'stage-changed': ({ was, is }, names) => `kini ${names.stage(is)} (tadinya ${names.stage(was)})`,
  'date-changed': ({ key, was, is }) =>
    `${EVENTS[key] ?? key}: ${was ?? 'tanpa tanggal'} → ${is ?? 'tanpa tanggal'}`,
  'rule-added': ({ rule }, names) => `kini diperlukan oleh ${formatRule(rule, names)}`,
  'rule-removed': ({ rule }, names) => `tidak lagi diperlukan oleh ${formatRule(rule, names)}`,
  'rule-changed': ({ was, is }, names) =>
    `diperlukan oleh ${formatRule(is, names)} (tadinya: ${formatRule(was, names)})`,
  'use-added': ({ use }, names) => `kini dipakai oleh ${formatRule(use, names)}`,
  'use-removed': ({ use }, names) => `tidak lagi dipakai oleh ${formatRule(use, names)}`,
  'constraint-added': ({ constraint }, names) =>
    `batasan baru: ${formatConstraint(constraint, names)}`,
  'constraint-removed': ({ constraint }, names) =>
    `batasan dihapus: ${formatConstraint(constraint, names)}`,
  'substitute-added': (change, names) => `pengganti baru: ${formatSubstitute(change, names)}`,
  'substitute-removed': (change, names) => `pengganti dihapus: ${formatSubstitute(change, names)}`,
  'feature-facts': formatFact,
  'beta-facts': ({ key }) => `\`${key}\` berubah`,
  'models-changed': ({ was, is }, names) =>
    `model: ${formatModels(was, names)} → ${formatModels(is, names)}`,
  'sdk-changed': ({ was, is }) => `di SDK: ${formatSdk(was)} → ${formatSdk(is)}`,
  'text-changed': ({ key }) => `\`${key}\` berubah`,
  'evidence-changed': ({ key }) => (key ? `sumber untuk \`${key}\` berubah` : 'sumbernya berubah'),
  'model-added': ({ title }) => `model baru: ${title}`,
  'model-removed': () => 'dihapus dari daftar model',
  'model-changed': () => 'fakta atau sumber model berubah',
  'fix-added': () => 'saran perbaikan baru',
  'fix-removed': () => 'dihapus dari saran perbaikan',
  'fix-changed': () => 'kalimat saran perbaikan berubah',
  'not-beta-added': ({ reason, means }) =>
    `dicatat sebagai bukan beta (${REASONS[reason]})${means ? `: yang dimaksud ${means}` : ''}`,
  'not-beta-removed': () => 'tidak lagi dicatat sebagai bukan beta',
  'not-beta-changed': () => 'bukan beta, dengan fakta atau sumber lain',
  'error-added': () => 'teks galat baru',
  'error-removed': () => 'dihapus dari teks galat',
  'error-changed': () => 'fakta teks galat berubah',
  'source-added': () => 'sumber baru',
  'source-removed': () => 'dihapus dari daftar sumber',
  'source-changed': () => 'sumber dibaca ulang',
});

const formatPast = (was: string | undefined): string =>
  was === undefined ? '' : ` (tadinya ${was})`;

type Claimed = ChangeOf<'availability-changed' | 'acceptance-changed'>;
const formatClaimChange = (
  { platform, was, is }: Pick<Claimed, 'platform' | 'was' | 'is'>,
  names: Names,
) => `di ${names.platform(platform)}: ${formatClaims(was, names)} → ${formatClaims(is, names)}`;

const formatEvidenceChange = (
  { platform, is }: Pick<Claimed, 'platform' | 'is'>,
  names: Names,
): string =>
  `di ${names.platform(platform)}: tetap ${formatClaims(is, names)}, dengan sumber, tingkat ` +
  'keyakinan, atau catatan lain';

function formatSubstitute(
  { substitute }: Pick<ChangeOf<'substitute-added'>, 'substitute'>,
  names: Names,
) {
  const { on, when, unless, remove, send } = substitute;
  const exception = unless ? ` ${TEXTS.unless} ${formatRule(unless, names)}` : '';
  const where = on.map(names.platform).join(', ');
  const use = formatRule(when, names);
  return `${send} sebagai ganti ${remove}, di ${where}, untuk ${use}${exception}`;
}

function formatFact({ key, was, is }: { key: string; was?: string; is?: string }): string {
  return was === undefined && is === undefined
    ? `\`${key}\` berubah`
    : `\`${key}\`: ${was ?? 'tidak ada'} → ${is ?? 'tidak ada'}`;
}

const formatModels = (list: readonly string[] | undefined, names: Names): string =>
  list?.map(names.model).join(', ') ?? 'semua';

function formatSdk({ since, deprecated, sends }: CatalogBeta['sdk']): string {
  const parts = [
    ...Object.entries(since).map(([language, version]) => `${language} sejak ${version}`),
    deprecated && `ditandai usang di ${deprecated}`,
    sends.length > 0 && `dikirim ke ${sends.join(', ')}`,
  ];
  return parts.filter(Boolean).join(', ') || 'tidak ada';
}
