/** Constants of the site: addresses, languages, guides, the model of the samples. */

/** The origin of the published site, for canonical links and the sitemap. */
export const SITE = 'https://beta-headers.github.io';

/** The project's repository, where data problems are reported. */
export const REPOSITORY = 'https://github.com/beta-headers/beta-headers';

/** The model that every generated sample names. */
export const SAMPLE_MODEL = 'claude-opus-5-5';

/** The models for samples that the usual model refuses. */
export const OTHER_MODELS = ['claude-opus-5', 'claude-sonnet-5'] as const;

/** The languages of the site. English pages are at the root. */
export const LOCALES = ['en', 'id'] as const;
export type Locale = (typeof LOCALES)[number];

/** The guides in the order of the sidebar. Each is a file in src/content/docs/guides. */
export const GUIDES = [
  'quick-start-node',
  'quick-start-deno',
  'quick-start-bedrock',
  'quick-start-vertex',
  'quick-start-foundry',
  'command-line',
  'scan',
  'claude-code',
  'gateway',
  'ai-sdk',
  'langchain',
  'mastra',
  'cloudflare-workers',
  'nextjs',
  'bun',
  'aws-sdk',
  'python',
  'see-what-is-sent',
  'invalid-beta-flag',
  'policies',
  'recovery',
  'gateway-tables',
  'probe',
  'mcp',
  'testing',
  'regenerate',
  'platform-claim',
  'private-betas',
  'other-languages',
] as const;
export type Guide = (typeof GUIDES)[number];

/** The path of a guide. */
export const getGuidePath = (guide: Guide): string => `/guides/${guide}/`;

/** The path of a package's page. */
export const getPackagePath = (name: string): string => `/packages/${name}/`;

/** Pages of the site by name, without language and base. */
export const PATHS = {
  catalog: '/',
  features: '/features/',
  platforms: '/platforms/',
  models: '/models/',
  changes: '/changes/',
  claudeCode: '/claude-code/',
  concepts: '/concepts/',
  check: '/check/',
  errors: '/errors/',
  notBetas: '/not-betas/',
  manifest: '/manifest/',
  packages: '/packages/',
  quickStartNode: '/guides/quick-start-node/',
  quickStartDeno: '/guides/quick-start-deno/',
  regenerate: '/guides/regenerate/',
} as const;
