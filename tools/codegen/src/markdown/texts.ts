/** The texts of the Markdown pages in each language. Code and identifiers are not translated. */
import type { Stage } from '@beta-headers/manifest';

export const LANGUAGES = ['en', 'id'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The status of a claim. */
export type Status =
  | 'available'
  | 'unavailable'
  | 'no-effect'
  | 'unknown'
  | 'accepted'
  | 'ignored'
  | 'rejected';

export interface Texts {
  readonly generated: string;
  readonly feature: string;
  readonly betas: string;
  readonly features: string;
  readonly header: string;
  readonly stage: string;
  readonly docs: string;
  readonly requires: string;
  readonly requiresNothing: string;
  readonly uses: string;
  readonly selects: string;
  readonly platforms: string;
  readonly platform: string;
  readonly acceptance: string;
  readonly availability: string;
  readonly sources: string;
  readonly notes: string;
  readonly constraints: string;
  readonly substitutes: string;
  readonly effects: string;
  readonly sinceVersion: (header: string) => string;
  readonly history: string;
  readonly released: string;
  readonly graduated: string;
  readonly retired: string;
  readonly sdkSince: string;
  readonly sdkDeprecated: string;
  readonly supersededBy: string;
  readonly supersedes: string;
  readonly migration: string;
  readonly models: string;
  readonly undocumented: string;
  readonly overlay: string;
  /** The same in a list. */
  readonly fromOverlay: string;
  readonly checked: string;
  readonly confidence: Readonly<Record<'high' | 'medium' | 'low', string>>;
  readonly statuses: Readonly<Record<Status, string>>;
  readonly disputed: string;
  readonly instead: (id: string, feature: string) => string;
  readonly onlyModels: (models: string) => string;
  readonly onlyShapes: (shapes: string) => string;
  readonly until: (date: string) => string;
  readonly derived: (platform: string) => string;
  readonly unless: string;
  readonly withSiblings: string;
  readonly sendsBeta: string;
  readonly absent: string;
  readonly outcomes: Readonly<Record<'400' | 'no-effect', string>>;
  readonly replaces: (path: string, beta: string) => string;
  readonly is: string;
  readonly oneOf: string;
  readonly nonEmpty: string;
  readonly present: string;
  readonly above: (n: number) => string;
  readonly onEndpoint: string;
  readonly forModel: string;
  readonly onPlatform: string;
  readonly untilVersion: string;
  readonly choice: string;
  readonly stages: Readonly<Record<Stage, string>>;
}

const EN: Texts = {
  generated: 'Generated from the manifest; do not edit.',
  feature: 'Feature',
  betas: 'Betas',
  features: 'Features',
  header: 'Header',
  stage: 'Stage',
  docs: 'Documentation',
  requires: 'Required by',
  requiresNothing: 'No part of a request requires this beta. Send it yourself.',
  uses: 'Used by',
  selects: 'Response shape',
  platforms: 'Platforms',
  platform: 'Platform',
  acceptance: 'The header',
  availability: 'The feature',
  sources: 'Sources',
  notes: 'Notes',
  constraints: 'Constraints',
  substitutes: 'Substitutes',
  effects: 'Changes in the response',
  sinceVersion: (header) => `Needs ${header} or later.`,
  history: 'History',
  released: 'Released',
  graduated: 'Generally available',
  retired: 'Retired',
  sdkSince: 'In `@anthropic-ai/sdk` since',
  sdkDeprecated: 'Deprecated in `@anthropic-ai/sdk`',
  supersededBy: 'Superseded by',
  supersedes: 'Supersedes',
  migration: 'Migration',
  models: 'Models',
  undocumented: 'No official source explains this value.',
  overlay: 'This entry comes from your overlay, not from the published manifest.',
  fromOverlay: 'from your overlay',
  checked: 'checked',
  confidence: { high: 'high confidence', medium: 'medium confidence', low: 'low confidence' },
  statuses: {
    available: 'available',
    unavailable: 'not available',
    'no-effect': 'accepted, without effect',
    unknown: 'unknown',
    accepted: 'accepted',
    ignored: 'ignored',
    rejected: 'rejected',
  },
  disputed: 'Sources disagree:',
  instead: (id, feature) => `send \`${id}\` for ${feature}`,
  onlyModels: (models) => `with ${models}`,
  onlyShapes: (shapes) => `as ${shapes}`,
  until: (date) => `until ${date}`,
  derived: (platform) => `as on ${platform}`,
  unless: 'unless',
  withSiblings: 'where',
  sendsBeta: 'sent:',
  absent: 'without',
  outcomes: { '400': 'refused with 400', 'no-effect': 'no effect' },
  replaces: (path, beta) => `remove \`${path}\` and send \`${beta}\``,
  is: 'is',
  oneOf: 'is one of',
  nonEmpty: 'is not empty',
  present: 'is present',
  above: (n) => `is greater than ${n}`,
  onEndpoint: 'on',
  forModel: 'with the models',
  onPlatform: 'on the platforms',
  untilVersion: 'under `anthropic-version` up to',
  choice: 'any of',
  stages: {
    beta: 'beta: send the header to use the feature',
    preview: 'preview: needs the header and an entitlement',
    superseded: 'superseded: still accepted, a newer one exists',
    graduated: 'graduated: the feature is generally available, the header does nothing',
    'legacy-shape':
      'legacy shape: the feature is generally available, the header selects the old response shape',
    retired: 'retired: the value no longer has any effect',
    internal: 'internal: official clients send it themselves',
  },
};

const ID: Texts = {
  generated: 'Dibuat dari manifes; jangan diedit.',
  feature: 'Fitur',
  betas: 'Daftar beta',
  features: 'Daftar fitur',
  header: 'Header HTTP',
  stage: 'Tahap',
  docs: 'Dokumentasi',
  requires: 'Apa yang membutuhkannya',
  requiresNothing:
    'Tidak ada isi permintaan yang menandakan bahwa beta ini diinginkan: kirimkan sendiri.',
  uses: 'Apa yang memakainya',
  selects: 'Apa yang dipilihnya',
  platforms: 'Daftar platform',
  platform: 'Platform layanan',
  acceptance: 'Header-nya',
  availability: 'Fiturnya',
  sources: 'Sumber',
  notes: 'Catatan',
  constraints: 'Kombinasi yang ditolak atau tidak berpengaruh',
  substitutes: 'Cara lain',
  effects: 'Yang berubah dalam respons',
  sinceVersion: (header) => `Memerlukan ${header} atau yang lebih baru.`,
  history: 'Riwayat',
  released: 'Dirilis',
  graduated: 'Tersedia umum',
  retired: 'Dihentikan',
  sdkSince: 'Ada di `@anthropic-ai/sdk` sejak',
  sdkDeprecated: 'Usang di `@anthropic-ai/sdk` sejak',
  supersededBy: 'Digantikan oleh',
  supersedes: 'Menggantikan',
  migration: 'Migrasi',
  models: 'Daftar model',
  undocumented: 'Tidak ada sumber resmi yang menjelaskan nilai ini.',
  overlay: 'Entri ini berasal dari overlay Anda sendiri, bukan dari manifes yang diterbitkan.',
  fromOverlay: 'dari overlay Anda',
  checked: 'diperiksa',
  confidence: { high: 'keyakinan tinggi', medium: 'keyakinan sedang', low: 'keyakinan rendah' },
  statuses: {
    available: 'tersedia',
    unavailable: 'tidak tersedia',
    'no-effect': 'diterima, tanpa pengaruh',
    unknown: 'belum diketahui',
    accepted: 'diterima',
    ignored: 'diabaikan',
    rejected: 'ditolak',
  },
  disputed: 'Sumber-sumber tidak sepakat:',
  instead: (id, feature) => `kirim \`${id}\` untuk ${feature}`,
  onlyModels: (models) => `dengan ${models}`,
  onlyShapes: (shapes) => `sebagai ${shapes}`,
  until: (date) => `hingga ${date}`,
  derived: (platform) => `seperti di ${platform}`,
  unless: 'kecuali',
  withSiblings: 'dengan',
  sendsBeta: 'dikirim:',
  absent: 'tanpa',
  outcomes: { '400': 'ditolak dengan respons 400', 'no-effect': 'tidak berpengaruh' },
  replaces: (path, beta) => `hapus \`${path}\` dan kirim \`${beta}\``,
  is: 'bernilai',
  oneOf: 'bernilai salah satu dari',
  nonEmpty: 'tidak kosong',
  present: 'ada',
  above: (n) => `lebih besar dari ${n}`,
  onEndpoint: 'pada',
  forModel: 'dengan model',
  onPlatform: 'di platform',
  untilVersion: 'dengan `anthropic-version` hingga',
  choice: 'salah satu dari',
  stages: {
    beta: 'beta: kirim header untuk memakai fitur ini',
    preview: 'pratinjau: perlu header dan akses',
    superseded: 'digantikan: masih diterima, sudah ada yang lebih baru',
    graduated: 'tersedia umum: fitur tidak memerlukan header, dan header tidak berpengaruh',
    'legacy-shape': 'bentuk lama: fitur tersedia umum, header memilih bentuk respons lama',
    retired: 'dihentikan: nilai ini tidak berpengaruh lagi',
    internal: 'internal: dikirim sendiri oleh klien resmi',
  },
};

export const TEXTS: Readonly<Record<Language, Texts>> = { en: EN, id: ID };
