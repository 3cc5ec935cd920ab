import { defineCollection } from 'astro:content';
import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema, i18nSchema } from '@astrojs/starlight/schema';
import { z } from 'astro/zod';
import { en } from './i18n/en.ts';
import { id } from './i18n/id.ts';

/** What pages made from the Catalog tell their title: the trail above it, and whether it is an identifier. */
const extend = z.object({
  trail: z.array(z.object({ text: z.string(), href: z.string() })).optional(),
  identifier: z.boolean().optional(),
  /** A page that is a wide table. */
  wide: z.boolean().optional(),
});

/** Made once and not for each page: that took a tenth of the build. What differs between pages is where pictures are, and no frontmatter names one. */
let schema: ReturnType<ReturnType<typeof docsSchema<typeof extend>>>;
const makeSchema = docsSchema({ extend });

/** Starlight's own texts come from the same files as ours. */
const texts = () =>
  Object.entries({ en, id }).map(([language, { starlight }]) => ({ id: language, ...starlight }));

export const collections = {
  docs: defineCollection({
    loader: docsLoader(),
    schema: (context) => (schema ??= makeSchema(context)),
  }),
  i18n: defineCollection({ loader: texts, schema: i18nSchema() }),
};
