/** The facts of the checker that few questions need, each part in one language. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { makeRareFacts, type RareFacts } from '../../../lib/checker/facts.ts';
import { getLocaleParam } from '../../../lib/links.ts';
import { LOCALES } from '../../../lib/site.ts';

interface Props {
  readonly facts: RareFacts[keyof RareFacts];
}

export const getStaticPaths: GetStaticPaths = () =>
  LOCALES.flatMap((locale) =>
    Object.entries(makeRareFacts(locale)).map(([part, facts]) => ({
      params: { locale: getLocaleParam(locale), part },
      props: { facts },
    })),
  );

export const GET: APIRoute<Props> = ({ props: { facts } }) => Response.json(facts);
