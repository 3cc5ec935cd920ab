/** What a client's own inference sends for a request, held against the gate of the stand-in API. */
import { type Judgement, judge } from '@beta-headers/fake-api/gate';
import { catalog } from '@beta-headers/manifest/data';
import { type BetaRequest, type Fetch, formatBetas, plan } from '@beta-headers/node';
import { part, record } from './recorded.ts';

/** A request that a client can express. */
export interface PeerRequest {
  readonly feature: string;
  readonly send: (fetch: Fetch) => Promise<unknown>;
}

/** What was right and wrong about the betas of one request. */
export interface Score {
  readonly feature: string;
  /** What the request needs and got. */
  readonly found: readonly string[];
  /** One of the betas that would have opened what stayed shut. */
  readonly missed: readonly string[];
  /** Sent, and the API answers the same without it. */
  readonly needless: readonly string[];
}

/** Sends a request twice in mind: with the betas that the client chose, and with those that the engine adds to the same request without any. */
export async function compare(
  request: PeerRequest,
): Promise<{ readonly theirs: Score; readonly ours: Score }> {
  const seen = await capture(request);
  const { betas } = plan(requestWith(seen, []), { platform: 'claude-api' });
  return {
    theirs: score(request.feature, seen, seen.betas),
    ours: score(request.feature, seen, betas),
  };
}

interface Seen {
  readonly method: string;
  readonly url: string;
  readonly version: string | undefined;
  readonly betas: readonly string[];
  readonly body: unknown;
}

/** The request as the client put it on the wire. */
async function capture({ feature, send }: PeerRequest): Promise<Seen> {
  const recorded = await record(feature, 'claude-api', { name: feature, send });
  const { method, path, body } = recorded;
  const version = recorded.headers.find(([name]) => name === 'anthropic-version')?.[1];
  return { method, url: path, version, betas: part(recorded).betas, body };
}

/** The request as it was seen, with these betas. */
function requestWith({ method, url, version, body }: Seen, betas: readonly string[]): BetaRequest {
  const header = formatBetas(betas);
  const headers = {
    ...(version !== undefined && { 'anthropic-version': version }),
    ...(header !== undefined && { 'anthropic-beta': header }),
  };
  return { method, url, headers, body };
}

/** Judged by the gate alone, which shares no code with the engine. */
function score(feature: string, seen: Seen, sent: readonly string[]): Score {
  const judgeWith = (betas: readonly string[]): Judgement =>
    judge(requestWith(seen, betas), { platform: 'claude-api' });
  const { refusal } = judgeWith(sent);
  const missed = refusal?.kind === 'missing' ? refusal.betas.slice(0, 1) : [];
  const needless = sent.filter(
    (beta) =>
      judgeWith(sent.filter((other) => other !== beta)).refusal?.kind === refusal?.kind &&
      hasPurpose(beta),
  );
  return { feature, missed, needless, found: sent.filter((beta) => !needless.includes(beta)) };
}

/**
 * A beta that no field requires changes the answer by being there; unless its feature no longer
 * needs it, it was sent for a reason.
 */
function hasPurpose(id: string): boolean {
  const beta = catalog.betas.find((known) => known.id === id);
  return (
    beta !== undefined &&
    (beta.requires.length > 0 || beta.stage === 'graduated' || beta.stage === 'retired')
  );
}
