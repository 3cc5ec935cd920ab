/** The values that all authored files consist of: texts, dates, links, names, citations. */
import * as z from 'zod';

export const describeText = (what: string) => z.string().trim().min(1).describe(what);
export const describeNames = (what: string) => z.array(z.string().min(1)).min(1).describe(what);

/** One text in both languages of the site. */
export const Localized = z
  .strictObject({ en: describeText('English'), id: describeText('Indonesian') })
  .describe('The same text in English and in Indonesian. Indonesian is optional in an overlay.');

export const date = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'write a date as YYYY-MM-DD')
  .describe('A calendar date, YYYY-MM-DD');
export const version = z
  .string()
  .regex(/^\d+\.\d+\.\d+$/, 'write a version as MAJOR.MINOR.PATCH')
  .describe('A version, MAJOR.MINOR.PATCH');
/** A name before the host can pose as a host, and the other characters can end an attribute. */
const PLAIN_LINK = /^https?:\/\/[^\s\p{Cc}"'`<>\\@/?#]+(?:[/?#][^\s\p{Cc}"'`<>\\]*)?$/u;
const LINK_ADVICE =
  'write an https link that anyone can open, without a user name, quotes, < >, \\, spaces and line breaks';
export const link = z
  .string()
  .check(
    // `url` alone would remove line breaks.
    z.regex(PLAIN_LINK, { error: LINK_ADVICE, abort: true }),
    z.url({ protocol: /^https?$/, error: LINK_ADVICE }),
  )
  .describe('An https link that anyone can open; in an overlay also http and hosts of your own');
export const betaId = z.string().describe('The exact header value, such as mcp-client-2025-11-20');

/** The id of a platform, as platforms.yaml lists it. */
export const Platform = z.string().describe('The id of a platform in platforms.yaml');

/** A citation: a source of sources.yaml, the place in it, and what it says there. */
export const Evidence = z.strictObject({
  source: describeText('The id of an entry of sources.yaml'),
  at: describeText(
    'The place in it: an anchor, a declaration of an SDK, a section of a changelog',
  ).optional(),
  says: describeText('A summary of what it says there, in your own words').optional(),
});
export const evidence = z.array(Evidence).min(1).describe('The sources of this, at least one');
export const maybeEvidence = z
  .array(Evidence)
  .describe('The sources of this, empty only for unknown');

export const endpoint = z
  .union([z.string(), z.array(z.string()).min(1)])
  .describe(
    'METHOD /v1/path/{id}. "* /v1/agents/**" is every method on that path and below. Without it, ' +
      'a rule with `at` is about message params: POST /v1/messages, POST ' +
      '/v1/messages/count_tokens and each item of POST /v1/messages/batches',
  );

export type Localized = z.infer<typeof Localized>;
export type Platform = z.infer<typeof Platform>;
export type Evidence = z.infer<typeof Evidence>;
