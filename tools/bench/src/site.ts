import { join } from 'node:path';
import { type Bench, type Figure, median } from './figure.ts';
import { type Build, buildSite } from './site-build.ts';
import { copySite, plainSite } from './site-copy.ts';
import { visitPages } from './site-lighthouse.ts';

const RUNS = 3;
/** One page of each kind. */
const PAGES = {
  catalog: '/',
  feature: '/features/mcp-client/',
  beta: '/betas/mcp-client-2025-11-20/',
  timeline: '/timeline/',
  checker: '/check/',
} as const;

/** What building the site takes, how that grows with the number of betas, and what its pages weigh and score. */
export const site: Bench = async (say) => {
  say('the site, beside plain Markdown in Starlight');
  const own = copySite('own');
  const builds: { own: Build; plain: Build }[] = [];
  let plain: string | undefined;
  for (let run = 1; run <= RUNS; run++) {
    say(`built from nothing, in turn, ${run} of ${RUNS}`);
    const ours = buildSite(own);
    plain ??= plainSite(ours.pages);
    builds.push({ own: ours, plain: buildSite(plain) });
  }
  const visits = await visitPages(join(own, 'dist'), Object.values(PAGES), 5, say);
  return [buildFigure(builds), ...pageFigures(visits), growth(say)];
};

function buildFigure(builds: readonly { own: Build; plain: Build }[]): Figure {
  const [own, plain] = [
    median(builds.map((build) => build.own.seconds)),
    median(builds.map((build) => build.plain.seconds)),
  ];
  const [first] = builds as [(typeof builds)[number]];
  return {
    name: `the site, ${first.own.pages} pages`,
    value: `${own.toFixed(1)} s, ${first.own.megabytes.toFixed(0)} MB`,
    number: own / plain,
    bound: 2,
    against: `${first.plain.pages} plain pages in Starlight, ${plain.toFixed(1)} s, ${first.plain.megabytes.toFixed(0)} MB`,
  };
}

function pageFigures(visits: Awaited<ReturnType<typeof visitPages>>): Figure[] {
  const kb = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;
  const weight = (name: string, bytes: number, bound: number): Figure => ({
    name,
    value: `${kb(bytes)} gzip`,
    number: bytes / 1000,
    bound,
    against: 'kB',
  });
  const [beta, checker] = [visits[PAGES.beta], visits[PAGES.checker]];
  if (!beta || !checker) throw new Error('Lighthouse visited neither a beta nor the checker');
  return [
    weight('the page of a beta, all in', beta.bytes, 60),
    weight('the page of a beta, scripts', beta.scriptBytes, 35),
    weight('the checker, all in', checker.bytes, 110),
    ...Object.entries(PAGES).map(([kind, path]): Figure => {
      const score = visits[path]?.performance ?? 0;
      return {
        name: `Lighthouse performance, ${kind}`,
        value: score.toFixed(0),
        number: 100 - score,
        bound: 1,
        against: 'points short of 100, median of 5',
      };
    }),
  ];
}

/** What a page costs where there are ten times as many. */
function growth(say: (what: string) => void): Figure {
  const [small, large] = [100, 1_000].map((betas) => {
    say(`the site with ${betas.toLocaleString('en')} made-up betas more`);
    return buildSite(copySite(`with-${betas}`, betas));
  }) as [Build, Build];
  const each = ({ seconds, pages }: Build): number => (seconds / pages) * 1000;
  const text = ({ seconds, pages, megabytes }: Build): string =>
    `${pages} pages, ${seconds.toFixed(0)} s, ${megabytes.toFixed(0)} MB`;
  return {
    name: 'a page, with 1,000 made-up betas',
    value: `${each(large).toFixed(1)} ms (${text(large)})`,
    number: each(large) / each(small),
    bound: 1.5,
    against: `with 100, ${each(small).toFixed(1)} ms (${text(small)})`,
  };
}
