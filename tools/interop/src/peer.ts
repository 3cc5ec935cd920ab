/** Scores the betas that a client and the engine infer with the gate of the fake API. */
import { type Judgement, judge } from '@beta-headers/fake-api/gate';
import { catalog } from '@beta-headers/manifest/data';
import { type BetaRequest, type Fetch, formatBetas, plan } from '@beta-headers/node';
import { record, separateBetas } from './recorded.ts';

/** A request of another client that uses one feature. */
export interface PeerRequest {
  readonly feature: string;
  readonly send: (fetch: Fetch) => Promise<unknown>;
}

/** The right and wrong betas of one request. */
export interface Score {
  readonly feature: string;
  /** Betas that the request needs and has. */
  readonly found: readonly string[];
  /** A beta that the request needs and lacks; at most one. */
  readonly missed: readonly string[];
  /** Betas without which the API responds in the same way. */
  readonly needless: readonly string[];
}

/** Scores a request with the client's betas, and with those that the engine infers for it. */
export async function compareInference(
  request: PeerRequest,
): Promise<{ readonly theirs: Score; readonly ours: Score }> {
  const captured = await captureRequest(request);
  const { betas } = plan(buildRequest(captured, []), { platform: 'claude-api' });
  return {
    theirs: scoreBetas(request.feature, captured, captured.betas),
    ours: scoreBetas(request.feature, captured, betas),
  };
}

interface CapturedRequest {
  readonly method: string;
  readonly url: string;
  readonly version: string | undefined;
  readonly betas: readonly string[];
  readonly body: unknown;
}

/** Records the request that the client sends. */
async function captureRequest({ feature, send }: PeerRequest): Promise<CapturedRequest> {
  const recorded = await record(feature, 'claude-api', { name: feature, send });
  const { method, path, body } = recorded;
  const version = recorded.headers.find(([name]) => name === 'anthropic-version')?.[1];
  return { method, url: path, version, betas: separateBetas(recorded).betas, body };
}

/** Builds the captured request with other betas. */
function buildRequest(
  { method, url, version, body }: CapturedRequest,
  betas: readonly string[],
): BetaRequest {
  const header = formatBetas(betas);
  const headers = {
    ...(version !== undefined && { 'anthropic-version': version }),
    ...(header !== undefined && { 'anthropic-beta': header }),
  };
  return { method, url, headers, body };
}

/** Scores betas with the gate, which shares no code with the engine. */
function scoreBetas(feature: string, captured: CapturedRequest, sent: readonly string[]): Score {
  const judgeWith = (betas: readonly string[]): Judgement =>
    judge(buildRequest(captured, betas), { platform: 'claude-api' });
  const { refusal } = judgeWith(sent);
  const missed = refusal?.kind === 'missing' ? refusal.betas.slice(0, 1) : [];
  const needless = sent.filter(
    (beta) =>
      judgeWith(sent.filter((other) => other !== beta)).refusal?.kind === refusal?.kind &&
      isJudgeable(beta),
  );
  return { feature, missed, needless, found: sent.filter((beta) => !needless.includes(beta)) };
}

/**
 * Tests if the gate can judge that a beta is needless. A beta without rules may change the
 * response by its presence alone, unless it is graduated or retired.
 */
function isJudgeable(id: string): boolean {
  const beta = catalog.betas.find((known) => known.id === id);
  return (
    beta !== undefined &&
    (beta.requires.length > 0 || beta.stage === 'graduated' || beta.stage === 'retired')
  );
}
