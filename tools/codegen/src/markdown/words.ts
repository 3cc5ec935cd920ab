/** The words of the Markdown pages in each language. Code and identifiers are never translated. */
import type { Platform, Stage } from '@beta-headers/manifest';

export const LANGUAGES = ['en', 'id'] as const;
export type Language = (typeof LANGUAGES)[number];

export interface Words {
  readonly generated: string;
  readonly feature: string;
  readonly betas: string;
  readonly features: string;
  readonly header: string;
  readonly stage: string;
  readonly docs: string;
  readonly opens: string;
  readonly opensNothing: string;
  readonly selects: string;
  readonly platforms: string;
  readonly platform: string;
  readonly accepts: string;
  readonly sources: string;
  readonly notes: string;
  readonly conflicts: string;
  readonly traps: string;
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
  readonly checked: string;
  readonly confidence: Readonly<Record<'high' | 'medium' | 'low', string>>;
  readonly yes: string;
  readonly no: string;
  readonly unknown: string;
  readonly renamedTo: (id: string) => string;
  readonly onlyModels: (models: string) => string;
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

const EN: Words = {
  generated: 'Generated from the manifest; do not edit.',
  feature: 'Feature',
  betas: 'Betas',
  features: 'Features',
  header: 'Header',
  stage: 'Stage',
  docs: 'Documentation',
  opens: 'What needs it',
  opensNothing: 'Nothing in a request tells that this beta is wanted: send it yourself.',
  selects: 'What it selects',
  platforms: 'Platforms',
  platform: 'Platform',
  accepts: 'Accepts it',
  sources: 'Sources',
  notes: 'Notes',
  conflicts: 'Conflicts',
  traps: 'What is refused even with the header',
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
  overlay: 'This entry comes from an overlay of your own, not from the published manifest.',
  checked: 'checked',
  confidence: { high: 'high confidence', medium: 'medium confidence', low: 'low confidence' },
  yes: 'yes',
  no: 'no',
  unknown: 'unknown',
  renamedTo: (id) => `as \`${id}\``,
  onlyModels: (models) => `with ${models}`,
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
      'legacy shape: the feature is generally available, the header selects an older response shape',
    retired: 'retired: the value does nothing any more',
    internal: 'internal: official clients send it themselves',
  },
};

const ID: Words = {
  generated: 'Dibuat dari manifes; jangan disunting.',
  feature: 'Fitur',
  betas: 'Daftar beta',
  features: 'Daftar fitur',
  header: 'Header HTTP',
  stage: 'Tahap',
  docs: 'Dokumentasi',
  opens: 'Apa yang membutuhkannya',
  opensNothing:
    'Tidak ada isi permintaan yang menandakan bahwa beta ini diinginkan: kirimkan sendiri.',
  selects: 'Apa yang dipilihnya',
  platforms: 'Daftar platform',
  platform: 'Platform layanan',
  accepts: 'Diterima',
  sources: 'Sumber',
  notes: 'Catatan',
  conflicts: 'Konflik',
  traps: 'Yang tetap ditolak walau ada header',
  history: 'Riwayat',
  released: 'Dirilis',
  graduated: 'Tersedia untuk umum',
  retired: 'Dihentikan',
  sdkSince: 'Ada di `@anthropic-ai/sdk` sejak',
  sdkDeprecated: 'Usang di `@anthropic-ai/sdk` sejak',
  supersededBy: 'Digantikan oleh',
  supersedes: 'Menggantikan',
  migration: 'Migrasi',
  models: 'Daftar model',
  undocumented: 'Tidak ada sumber resmi yang menjelaskan nilai ini.',
  overlay: 'Entri ini berasal dari overlay Anda sendiri, bukan dari manifes yang diterbitkan.',
  checked: 'diperiksa',
  confidence: { high: 'keyakinan tinggi', medium: 'keyakinan sedang', low: 'keyakinan rendah' },
  yes: 'ya',
  no: 'tidak',
  unknown: 'tidak diketahui',
  renamedTo: (id) => `sebagai \`${id}\``,
  onlyModels: (models) => `dengan ${models}`,
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
    'legacy-shape': 'bentuk lama: fitur tersedia untuk umum, header memilih bentuk respons lama',
    retired: 'dihentikan: nilai ini tidak berpengaruh lagi',
    internal: 'internal: dikirim sendiri oleh klien resmi',
  },
};

export const WORDS: Readonly<Record<Language, Words>> = { en: EN, id: ID };

/** Short platform names for the tables; the same in both languages. */
export const PLATFORM_NAMES: Readonly<Record<Platform, string>> = {
  'claude-api': 'Claude API',
  'claude-on-aws': 'Claude Platform on AWS',
  bedrock: 'Amazon Bedrock (InvokeModel)',
  'bedrock-converse': 'Amazon Bedrock (Converse)',
  'bedrock-mantle': 'Amazon Bedrock (Messages)',
  vertex: 'Google Cloud',
  foundry: 'Microsoft Foundry',
};
