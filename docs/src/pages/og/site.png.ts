/** The picture of every other page. */
import type { APIRoute } from 'astro';
import { en } from '../../i18n/en.ts';
import { catalog } from '../../lib/catalog.ts';
import { ogResponse } from '../../lib/og.ts';

export const GET: APIRoute = () =>
  ogResponse({
    title: en.catalog.title,
    identifier: 'anthropic-beta',
    line: `${en.features.count(catalog.betas.length)} · ${catalog.platforms.length} platforms`,
  });
