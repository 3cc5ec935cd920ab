/** The facts and texts of the checker in one language, which the box loads on its first use. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { messages } from '../../i18n/index.ts';
import { makeFacts } from '../../lib/checker/facts.ts';
import { packFacts } from '../../lib/checker/facts-file.ts';
import { getLocaleParam } from '../../lib/links.ts';
import { LOCALES, type Locale } from '../../lib/site.ts';

export const getStaticPaths: GetStaticPaths = () =>
  LOCALES.map((locale) => ({ params: { locale: getLocaleParam(locale) }, props: { locale } }));

export const GET: APIRoute<{ readonly locale: Locale }> = ({ props: { locale } }) => {
  const { answer, kind } = messages(locale).check;
  const { tabs } = messages(locale).sample;
  const facts = packFacts(makeFacts(locale));
  return Response.json({ facts, texts: { ...answer, kind, tabs } });
};
