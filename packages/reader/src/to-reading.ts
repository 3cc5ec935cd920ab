/** Makes readings of the requests of a text. */
import { type Draft, finish } from './draft.ts';
import type { Source } from './text.ts';
import type { ErrorReading, Format, LogReading, Reading, RequestReading } from './types.ts';

/** The number of requests of one text that are read. */
const MAX_REQUESTS = 1000;

/** Makes one reading of drafts; `undefined` if there are none. */
export function toReading(
  source: Source,
  drafts: readonly Draft[],
  format: Format,
  others = 0,
): Reading | undefined {
  const [first] = drafts;
  if (!first) return undefined;
  if (drafts.length === 1 && others === 0) return finish(source, first);
  const requests: RequestReading[] = [];
  for (const draft of drafts.slice(0, MAX_REQUESTS)) requests.push(finish(source, draft));
  return { kind: 'requests', format, requests, more: drafts.length - requests.length, others };
}

/** Makes a log of a request and the error beside it. */
export function toLog(request: RequestReading, error: ErrorReading | undefined): LogReading {
  const platform = request.platform ?? error?.platform;
  return {
    kind: 'log',
    request,
    betas: request.betas.map(({ beta, at }) => ({ beta, at })),
    ...(error && { error }),
    ...(platform && { platform }),
  };
}
