/** Finds headers that code sets around a call, such as those of a session or of a client. */

import type { Draft } from '../draft.ts';
import { openReader } from '../literals/typed-literal.ts';
import type { Source } from '../text.ts';
import { scanCode } from './code-scan.ts';
import { guessDialect } from './dialect.ts';
import { Evaluator } from './evaluate.ts';
import { findHeaders } from './statement-headers.ts';

/** Code that sets headers of all requests of a client, or of a request that it made before. */
const SETS_HEADER =
  /(?:\bheaders?\s{0,4}(?:\.\w{1,20}|\)|\[|[=:]\s{0,4}[{[\w])|headers\(|add_header|setHeader|setRequestHeader|\.(?:append|set|header)\()[^;]{0,300}$/i;

/** A change of headers whose order with others is not known. */
const MERGES_HEADERS = /\bObject\.assign\(\s{0,40}\w{0,40}headers\s{0,40},/i;

/** Adds the headers that the code around the only call sets, such as those of a session. */
export function addOuterHeaders(source: Source, draft: Draft): Draft {
  const { text } = source;
  if (MERGES_HEADERS.test(text)) return draft;
  const dialect = guessDialect(text);
  const evaluator = new Evaluator(text, dialect, openReader);
  const outer = scanCode(text, dialect).literals.filter(
    ({ start }) => start < draft.range.start || start >= draft.range.end,
  );
  const found = findHeaders(
    outer.filter(({ start }) => SETS_HEADER.test(text.slice(Math.max(0, start - 300), start))),
    { text, dialect, evaluator },
  );
  const known = new Set(
    [...draft.headers, ...(draft.unsent ?? [])].map(
      ({ name, value }) => `${name.toLowerCase()}:${value}`,
    ),
  );
  const headers = found.headers.filter(({ name, value }) => !known.has(`${name}:${value}`));
  if (headers.length === 0) return draft;
  const isComplete = found.unknown.length === 0;
  const unknown = (draft.unknown ?? []).filter(({ part }) => !(isComplete && part === 'headers'));
  return {
    ...draft,
    headers: [...draft.headers, ...headers],
    unknown: [...unknown, ...found.unknown],
  };
}
