import starlight from '@astrojs/starlight';
import type { StarlightPlugin } from '@astrojs/starlight/types';
import { defineConfig, passthroughImageService } from 'astro/config';
import { en } from './src/i18n/en.ts';
import { id } from './src/i18n/id.ts';
import { FAMILY_ORDER } from './src/lib/order.ts';
import { PATHS, REPOSITORY, SITE } from './src/lib/site.ts';

/** A sidebar entry in both languages. */
const entry = (path: string, text: string, indonesian: string) => ({ label: text, translations: { id: indonesian }, link: path });

/** Starlight's own texts come from the same files as ours. */
const texts: StarlightPlugin = {
  name: 'site-texts',
  hooks: { 'i18n:setup': ({ injectTranslations }) => injectTranslations({ en: en.starlight, id: id.starlight }) },
};

export default defineConfig({
  site: process.env['DOCS_SITE'] ?? SITE,
  base: process.env['DOCS_BASE'] ?? '/',
  trailingSlash: 'always',
  image: { service: passthroughImageService() },
  build: { inlineStylesheets: 'never' },
  integrations: [
    starlight({
      title: en.site.title,
      description: en.site.description,
      favicon: '/favicon.svg',
      logo: { src: './src/assets/logo.svg', alt: '' },
      social: [{ icon: 'github', label: 'GitHub', href: REPOSITORY }],
      defaultLocale: 'root',
      locales: { root: { label: 'English', lang: 'en' }, id: { label: 'Bahasa Indonesia', lang: 'id' } },
      customCss: ['./src/styles/theme.css', './src/styles/catalog.css'],
      components: { PageTitle: './src/components/PageTitle.astro' },
      pagination: false,
      plugins: [texts],
      // Groups, not pages: a sidebar that lists every page is written into every page.
      sidebar: [
        {
          label: en.nav.reference,
          translations: { id: id.nav.reference },
          items: [
            entry(PATHS.catalog, en.nav.catalog, id.nav.catalog),
            entry(PATHS.features, en.nav.features, id.nav.features),
            entry(PATHS.platforms, en.nav.platforms, id.nav.platforms),
            entry(PATHS.timeline, en.nav.timeline, id.nav.timeline),
          ],
        },
        {
          label: en.nav.guides,
          translations: { id: id.nav.guides },
          items: [
            entry(PATHS.quickStartNode, en.nav.quickStartNode, id.nav.quickStartNode),
            entry(PATHS.quickStartDeno, en.nav.quickStartDeno, id.nav.quickStartDeno),
            entry(PATHS.regenerate, en.nav.regenerate, id.nav.regenerate),
          ],
        },
        {
          label: en.nav.byFamily,
          translations: { id: id.nav.byFamily },
          items: FAMILY_ORDER.map((family) => entry(`${PATHS.features}#${family}`, en.family[family], id.family[family])),
        },
      ],
    }),
  ],
});
