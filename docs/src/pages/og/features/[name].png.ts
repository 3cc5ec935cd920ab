/** The picture of each feature. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { en } from '../../../i18n/en.ts';
import { beta, catalog } from '../../../lib/catalog.ts';
import { plainText } from '../../../lib/inline.ts';
import { ogResponse } from '../../../lib/og.ts';

export const getStaticPaths: GetStaticPaths = () => catalog.features.map((feature) => ({ params: { name: feature.name }, props: { feature } }));

export const GET: APIRoute = ({ props: { feature } }) =>
  ogResponse({
    title: plainText(feature.title.en),
    identifier: feature.latest,
    stage: beta(feature.latest).stage,
    line: en.features.count(feature.betas.length),
  });
