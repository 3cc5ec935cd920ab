/** Draws every picture and hands it over. */
import { setImmediate } from 'node:timers/promises';
import { parentPort } from 'node:worker_threads';
import { en } from '../src/i18n/en.ts';
import { sinceOf } from '../src/lib/betas.ts';
import { catalog } from '../src/lib/catalog.ts';
import { plainText } from '../src/lib/inline.ts';
import { type Card, ogPng } from '../src/lib/og.ts';
import type { Picture } from './pictures.ts';

const site: Card = {
  title: en.catalog.title,
  identifier: 'anthropic-beta',
  line: `${en.features.count(catalog.betas.length)} · ${catalog.platforms.length} platforms`,
};
const cards = catalog.betas.map((beta): [string, Card] => [
  `og/betas/${beta.id}.png`,
  {
    title: plainText(beta.title.en),
    identifier: beta.id,
    stage: beta.stage,
    line: `anthropic-beta · ${en.chart.since(sinceOf(beta))}`,
  },
]);

for (const [path, card] of [['og/site.png', site] as const, ...cards]) {
  parentPort?.postMessage([path, ogPng(card)] satisfies Picture);
  // Only between two turns of the loop is given back what resvg holds outside of the heap: four megabytes a picture.
  await setImmediate();
}
