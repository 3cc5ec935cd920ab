import { join } from 'node:path';
import { type Bench, type Metric, median, type Report } from './metric.ts';
import { type Build, buildSite } from './site-build.ts';
import { copySite, createPlainSite } from './site-copy.ts';
import { visitPages } from './site-lighthouse.ts';

const RUNS = 3;
/** One page of each kind. */
const PAGES = {
  catalog: '/',
  feature: '/features/mcp-client/',
  beta: '/betas/mcp-client-2025-11-20/',
  changes: '/changes/',
  checker: '/check/',
} as const;

/** Measures the build time of the site, its growth with the number of betas, and its pages. */
export const measureSite: Bench = async (report) => {
  report('the site, compared with plain Markdown in Starlight');
  const own = copySite('own');
  const builds: { own: Build; plain: Build }[] = [];
  let plain: string | undefined;
  for (let run = 1; run <= RUNS; run++) {
    report(`clean builds of both, ${run} of ${RUNS}`);
    const ours = buildSite(own);
    plain ??= createPlainSite(ours.pages);
    builds.push({ own: ours, plain: buildSite(plain) });
  }
  const visits = await visitPages(join(own, 'dist'), Object.values(PAGES), 5, report);
  return [compareBuilds(builds), ...measurePages(visits), measureGrowth(report)];
};

function compareBuilds(builds: readonly { own: Build; plain: Build }[]): Metric {
  const [own, plain] = [
    median(builds.map((build) => build.own.seconds)),
    median(builds.map((build) => build.plain.seconds)),
  ];
  const [first] = builds as [(typeof builds)[number]];
  return {
    name: `the site, ${first.own.pages} pages`,
    value: formatBuild(own, first.own),
    number: own / plain,
    bound: 2,
    against: `${first.plain.pages} plain pages in Starlight, ${formatBuild(plain, first.plain)}`,
  };
}

function formatBuild(seconds: number, { megabytes }: Build): string {
  return `${seconds.toFixed(1)} s, ${megabytes.toFixed(0)} MB`;
}

function measurePages(visits: Awaited<ReturnType<typeof visitPages>>): Metric[] {
  const createSize = (name: string, bytes: number, bound: number): Metric => ({
    name,
    value: `${(bytes / 1000).toFixed(1)} kB gzip`,
    number: bytes / 1000,
    bound,
    against: 'kB',
  });
  const [beta, checker] = [visits[PAGES.beta], visits[PAGES.checker]];
  if (!beta || !checker)
    throw new Error('Lighthouse did not visit the page of a beta and the checker.');
  return [
    createSize('the page of a beta, all resources', beta.bytes, 60),
    createSize('the page of a beta, scripts', beta.scriptBytes, 35),
    createSize('the checker, all resources', checker.bytes, 110),
    ...Object.entries(PAGES).map(([kind, path]): Metric => {
      const score = visits[path]?.performance ?? 0;
      return {
        name: `Lighthouse performance, ${kind}`,
        value: score.toFixed(0),
        number: 100 - score,
        bound: 1,
        against: 'points below 100, median of 5',
      };
    }),
  ];
}

/** Measures if the build time per page stays constant with ten times as many betas. */
function measureGrowth(report: Report): Metric {
  const [small, large] = [100, 1_000].map((betas) => {
    report(`the site with ${betas.toLocaleString('en')} additional betas`);
    return buildSite(copySite(`with-${betas}`, betas));
  }) as [Build, Build];
  const timePerPage = ({ seconds, pages }: Build): number => (seconds / pages) * 1000;
  const format = ({ seconds, pages, megabytes }: Build): string =>
    `${pages} pages, ${seconds.toFixed(0)} s, ${megabytes.toFixed(0)} MB`;
  return {
    name: 'build time per page, with 1,000 additional betas',
    value: `${timePerPage(large).toFixed(1)} ms (${format(large)})`,
    number: timePerPage(large) / timePerPage(small),
    bound: 1.5,
    against: `with 100, ${timePerPage(small).toFixed(1)} ms (${format(small)})`,
  };
}
