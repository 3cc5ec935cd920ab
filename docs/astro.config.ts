import { satteri } from '@astrojs/markdown-satteri';
import sitemap from '@astrojs/sitemap';
import starlight from '@astrojs/starlight';
import type { StarlightPlugin } from '@astrojs/starlight/types';
import { FAMILIES } from '@beta-headers/manifest';
import { defineConfig, passthroughImageService } from 'astro/config';
import { writeAlternates } from './integrations/alternates.ts';
import { baseLinks } from './integrations/base-links.ts';
import { codeBlocks } from './integrations/code-blocks.ts';
import { contentSecurityPolicy } from './integrations/csp.ts';
import { keepOneLanguage } from './integrations/one-language.ts';
import { writeSearchIndex } from './integrations/search-index.ts';
import { en } from './src/i18n/en.ts';
import { id } from './src/i18n/id.ts';
import { CONCEPTS, getConceptPath } from './src/lib/place-links.ts';
import { GUIDES, getGuidePath, PATHS, REPOSITORY, SITE } from './src/lib/site.ts';

/** A sidebar entry in both languages. */
const entry = (path: string, text: string, indonesian: string) => ({
  label: text,
  translations: { id: indonesian },
  link: path,
});

/** Modules of a package that the checker's worker loads as one file. */
const group = (name: string, from: string, modules: readonly string[]) => ({
  name,
  test: new RegExp(`/packages/${from}/src/(?:${modules.join('|')})\\.ts`),
});

/**
 * Starlight's own texts. Pages read them from the `i18n` collection, but Markdown is rendered
 * earlier and can use only those of a plugin.
 */
const texts: StarlightPlugin = {
  name: 'site-texts',
  hooks: {
    'i18n:setup': ({ injectTranslations }) =>
      injectTranslations({ en: en.starlight, id: id.starlight }),
    // Starlight takes no plugin without this hook.
    'config:setup': () => {},
  },
};

export default defineConfig({
  site: process.env['DOCS_SITE'] || SITE,
  base: process.env['DOCS_BASE'] || '/',
  image: { service: passthroughImageService() },
  // `## Judul {#slug}`: a heading has the same address in both languages.
  markdown: {
    processor: satteri({
      features: { headingAttributes: true },
      hastPlugins: [codeBlocks, baseLinks],
    }),
    syntaxHighlight: false,
  },
  // Pages are rendered while resvg draws pictures in threads of its own.
  build: { inlineStylesheets: 'never', concurrency: 4 },
  vite: {
    worker: {
      format: 'es',
      plugins: () => [keepOneLanguage()],
      rolldownOptions: {
        output: {
          codeSplitting: {
            // Modules that are needed together are smaller in one file. `$initial` are those of
            // every question.
            includeDependenciesRecursively: false,
            groups: [
              { name: 'engine', tags: ['$initial'] },
              group('body', 'reader', ['address', 'json/(?:body|json)']),
              group('json', 'reader', ['json/(?:read-json|json-request)', 'literals/literal-body']),
              group('code', 'reader', [
                'code/(?:code-readers|dialect|evaluate|assignments|known-calls|sdk-methods)',
                'literals/(?:code-cursor|literals?|literal-node|string-forms|string-literal|escape)',
              ]),
              group('typed', 'reader', [
                'literals/typed-literal',
                'code/(?:statement-headers|code-scan)',
              ]),
              group('classify', '(?:constants|core|reader)', [
                'answers/.*',
                'errors/.*',
                'generated/errors',
                'adapters/refusal',
                'is-platform',
              ]),
            ],
          },
        },
      },
    },
    build: {
      rollupOptions: {
        // Astro puts a directive of its own into every MDX file and removes it later. The bundler
        // warns of each.
        onwarn: (warning, warn) =>
          warning.code === 'MODULE_LEVEL_DIRECTIVE' ? undefined : warn(warning),
      },
    },
  },
  integrations: [
    // Starlight's own sitemap would list the former address of the changes, which is not indexed.
    sitemap({
      filter: (page) => !page.endsWith('/timeline/'),
      i18n: { defaultLocale: 'root', locales: { root: 'en', id: 'id' } },
    }),
    starlight({
      disable404Route: true,
      // scripts/search.ts searches an index of its own.
      pagefind: false,
      title: en.site.title,
      description: en.site.description,
      favicon: '/favicon.svg',
      logo: { src: './src/assets/logo.svg', alt: '' },
      social: [{ icon: 'github', label: 'GitHub', href: REPOSITORY }],
      defaultLocale: 'root',
      locales: {
        root: { label: 'English', lang: 'en' },
        id: { label: 'Bahasa Indonesia', lang: 'id' },
      },
      customCss: ['theme', 'page', 'tables', 'footer', 'code'].map(
        (name) => `./src/styles/${name}.css`,
      ),
      components: {
        PageTitle: './src/components/PageTitle.astro',
        Search: './src/components/Search.astro',
        Footer: './src/components/Footer.astro',
        Header: './src/components/Header.astro',
      },
      // It produces invalid HTML. integrations/code-blocks.ts renders code blocks instead.
      expressiveCode: false,
      pagination: false,
      editLink: { baseUrl: `${REPOSITORY}/edit/main/docs/` },
      routeMiddleware: './src/route-data.ts',
      plugins: [texts],
      // Lists groups only: every page contains the whole sidebar.
      sidebar: [
        {
          label: en.nav.reference,
          translations: { id: id.nav.reference },
          items: [
            entry(PATHS.catalog, en.nav.catalog, id.nav.catalog),
            entry(PATHS.check, en.nav.check, id.nav.check),
            entry(PATHS.features, en.nav.features, id.nav.features),
            entry(PATHS.platforms, en.nav.platforms, id.nav.platforms),
            entry(PATHS.models, en.places.nav.models, id.places.nav.models),
            entry(PATHS.claudeCode, en.places.nav.claudeCode, id.places.nav.claudeCode),
            entry(PATHS.changes, en.nav.changes, id.nav.changes),
            entry(PATHS.errors, en.nav.errors, id.nav.errors),
            entry(PATHS.notBetas, en.nav.notBetas, id.nav.notBetas),
            entry(PATHS.manifest, en.nav.manifest, id.nav.manifest),
            entry(PATHS.packages, en.nav.packages, id.nav.packages),
          ],
        },
        {
          label: en.places.concepts.title,
          translations: { id: id.places.concepts.title },
          items: CONCEPTS.map((name) =>
            entry(
              getConceptPath(name),
              en.places.concepts.pages[name],
              id.places.concepts.pages[name],
            ),
          ),
        },
        {
          label: en.nav.guides,
          translations: { id: id.nav.guides },
          items: GUIDES.map((guide) =>
            entry(getGuidePath(guide), en.guides[guide], id.guides[guide]),
          ),
        },
        {
          label: en.nav.byFamily,
          translations: { id: id.nav.byFamily },
          items: FAMILIES.map((family) =>
            entry(`${PATHS.features}#${family}`, en.family[family], id.family[family]),
          ),
        },
      ],
    }),
    writeAlternates(),
    writeSearchIndex(),
    contentSecurityPolicy(),
  ],
});
