import { defineCollection } from 'astro:content';
import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';
import { z } from 'astro/zod';

/** What pages made from the Catalog tell their title: the trail above it, and whether it is an identifier. */
const extend = z.object({
  trail: z.array(z.object({ text: z.string(), href: z.string() })).optional(),
  identifier: z.boolean().optional(),
  /** A page that is a wide table. */
  wide: z.boolean().optional(),
});

export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema({ extend }) }) };
