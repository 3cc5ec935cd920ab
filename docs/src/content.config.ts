import { defineCollection } from 'astro:content';
import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema, i18nSchema } from '@astrojs/starlight/schema';
import { z } from 'astro/zod';
import { en } from './i18n/en.ts';
import { id } from './i18n/id.ts';

/** Front matter for the title of pages that are made from the Catalog. */
const extend = z.object({
  trail: z.array(z.object({ text: z.string(), href: z.string() })).optional(),
  identifier: z.boolean().optional(),
  /** A page that is a wide table. */
  wide: z.boolean().optional(),
});

/**
 * Shared by all pages, because making it for each took a tenth of the build. It would only differ
 * in the folder of pictures, and no front matter names a picture.
 */
let schema: ReturnType<ReturnType<typeof docsSchema<typeof extend>>>;
const makeSchema = docsSchema({ extend });

/** Starlight's own texts, which are in the same files as the site's. */
const texts = () =>
  Object.entries({ en, id }).map(([language, { starlight }]) => ({ id: language, ...starlight }));

export const collections = {
  docs: defineCollection({
    loader: docsLoader(),
    schema: (context) => (schema ??= makeSchema(context)),
  }),
  i18n: defineCollection({ loader: texts, schema: i18nSchema() }),
};
