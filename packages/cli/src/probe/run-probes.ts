/** Sends probes one after another. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Platform } from '@beta-headers/core';
import { CommandError } from '../exit-code.ts';
import type { ProbeResult } from '../schema/probe.ts';
import type { Probe } from './choose-probes.ts';
import { cleanMessage, judgeAnswer, readMessage } from './judge.ts';
import type { Answer, SendProbe } from './send.ts';

/** The results of a run. */
export interface Run {
  readonly results: ProbeResult[];
  readonly requests: number;
  /** The reason, if the run stopped early. */
  readonly stopped?: string;
}

/** Options of a run. */
export interface RunSettings {
  readonly platform: Platform;
  readonly send: SendProbe;
  /** Reports the progress. */
  readonly report: (text: string) => void;
}

/** The largest number of times that a request is sent again after 429 or an overload. */
const MAX_RETRIES = 4;

/** The longest wait in seconds. */
const MAX_WAIT = 60;

const BUSY: ReadonlySet<number> = new Set([429, 500, 502, 503, 504, 529]);

/**
 * Sends the probes. Waits and repeats after 429, and stops at 401.
 * @throws {CommandError} if the control fails, because then nothing can be learned
 */
export async function runProbes(
  probes: readonly Probe[],
  { platform, send, report }: RunSettings,
): Promise<Run> {
  const results: ProbeResult[] = [];
  let requests = 0;
  const counted: SendProbe = (probe) => {
    requests += 1;
    return send(probe);
  };
  for (const [i, probe] of probes.entries()) {
    const label = `[${i + 1}/${probes.length}] ${probe.name}`;
    const answer = await sendWithRetries(probe, counted, (seconds) =>
      report(`${label}: busy, waiting ${seconds} s`),
    );
    if (!isProbe(probe)) {
      checkControl(probe, answer);
      report(`${label}: works`);
      continue;
    }
    if (answer.status === 401 && answer.failure === undefined) {
      report(`${label}: 401, stopping`);
      return { results, requests, stopped: '401: the credential is not accepted any more' };
    }
    const result = judgeAnswer(probe, answer, platform);
    report(`${label}: ${result.answer}`);
    results.push(result);
  }
  return { results, requests };
}

const isProbe = (probe: Probe): probe is Probe & { readonly kind: 'beta' | 'feature' } =>
  probe.kind !== 'control';

async function sendWithRetries(
  probe: Probe,
  send: SendProbe,
  onWait: (seconds: number) => void,
): Promise<Answer> {
  for (let attempt = 0; ; attempt++) {
    const answer = await send(probe);
    const isBusy = answer.failure === undefined && BUSY.has(answer.status);
    if (!isBusy || attempt >= MAX_RETRIES) return answer;
    const seconds = Math.min(MAX_WAIT, answer.retryAfter ?? 2 ** attempt);
    onWait(seconds);
    await wait(seconds * 1000);
  }
}

/** A control that fails says that the address, the key or the model is wrong. */
function checkControl({ path }: Probe, { status, text, failure }: Answer): void {
  if (failure === undefined && status >= 200 && status < 300) return;
  const message = cleanMessage(readMessage(text));
  const detail = message === '' ? '' : `: ${message}`;
  if (failure !== undefined)
    throw new CommandError(`the platform was not reached (${failure})${detail}`);
  const hint =
    status === 401 || status === 403
      ? 'check the key in the environment, and that it may use the model'
      : status === 404
        ? 'check the name of the model, and the address'
        : 'nothing can be learned before it works';
  throw new CommandError(
    `the request without any beta fails, ${status} at ${path}${detail}; ${hint}`,
  );
}
