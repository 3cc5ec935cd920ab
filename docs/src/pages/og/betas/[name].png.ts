/** The picture of each beta. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { en } from '../../../i18n/en.ts';
import { sinceOf } from '../../../lib/betas.ts';
import { catalog } from '../../../lib/catalog.ts';
import { plainText } from '../../../lib/inline.ts';
import { ogResponse } from '../../../lib/og.ts';

export const getStaticPaths: GetStaticPaths = () => catalog.betas.map((beta) => ({ params: { name: beta.id }, props: { beta } }));

export const GET: APIRoute = ({ props: { beta } }) =>
  ogResponse({ title: plainText(beta.title.en), identifier: beta.id, stage: beta.stage, line: `anthropic-beta · ${en.chart.since(sinceOf(beta))}` });
