/** Explains any text: what it is, and what the engine says about it. */
import {
  describeNoneInIndonesian,
  type NoneReading,
  type Reading,
  type ReadOptions,
  type RequestReading,
  readText,
} from '@beta-headers/reader';
import type {
  DecisionOutput,
  ExplainOutput,
  PlanOutput,
  RequestOutput,
} from '../schema/explain.ts';
import { explainError, explainLogged } from './explain-error.ts';
import { type ExplainSettings, explainRequest, toPlace } from './plan-request.ts';

/**
 * Explains a text.
 * @param options - facts beside the text
 */
export async function explainText(
  text: string,
  settings: ExplainSettings,
  options: ReadOptions = {},
): Promise<ExplainOutput> {
  return explainReading(readText(text, options), settings);
}

/** Explains a reading. */
export async function explainReading(
  reading: Reading,
  settings: ExplainSettings,
): Promise<ExplainOutput> {
  switch (reading.kind) {
    case 'request':
      return toOutput('request', { requests: await planAll([reading], settings) });
    case 'requests': {
      const requests = await planAll(reading.requests, settings);
      const { more, others } = reading;
      return toOutput('requests', { requests, more, others });
    }
    case 'betas':
      return toOutput('betas', { header: await checkBetas(reading, settings) });
    case 'error':
      return toOutput('error', { error: explainError(reading, settings) });
    case 'log': {
      const { request, error, betas } = reading;
      return toOutput('log', {
        ...(request && { requests: await planAll([request], settings) }),
        ...(!request && betas.length > 0 && { header: await checkBetas(reading, settings) }),
        ...(error && { error: explainLogged(reading, error, settings) }),
      });
    }
    case 'none': {
      const { code, at } = reading;
      const [why, hint] = describeNone(reading, settings);
      return toOutput('none', { none: { code, why, hint, ...(at && { at: toPlace(at) }) } });
    }
  }
}

const describeNone = (
  reading: NoneReading,
  { language }: ExplainSettings,
): readonly [why: string, hint: string] =>
  language === 'id' ? describeNoneInIndonesian(reading) : [reading.why, reading.hint];

/** Plans requests, and adds what is known about values that are no betas. */
async function planAll(
  readings: readonly RequestReading[],
  settings: ExplainSettings,
): Promise<RequestOutput[]> {
  const requests = readings.map((reading) => explainRequest(reading, settings));
  const isUnknown = ({ reason }: DecisionOutput): boolean => reason === 'unknown-beta';
  if (!requests.some(({ plans }) => plans.some(({ decisions }) => decisions.some(isUnknown))))
    return requests;
  // Only these values need the catalog.
  const { checkValue } = await import('../header/check-header.ts');
  const addNote = (decision: DecisionOutput): DecisionOutput => {
    const { beta: value = '' } = decision;
    // The engine hides a value that may be a key.
    if (!isUnknown(decision) || value.startsWith('(')) return decision;
    const { advice, isFinding: isWrong } = checkValue({ value }, settings.today);
    return isWrong ? { ...decision, note: advice } : decision;
  };
  return requests.map((request) => ({
    ...request,
    plans: request.plans.map((one) => ({ ...one, decisions: one.decisions.map(addNote) })),
  }));
}

/** The catalog is loaded only for lists of betas. */
async function checkBetas(
  { betas, platform }: Extract<Reading, { kind: 'betas' | 'log' }>,
  settings: ExplainSettings,
): Promise<NonNullable<ExplainOutput['header']>> {
  const { checkHeader } = await import('../header/check-header.ts');
  const guess = settings.platform ?? platform?.guess;
  return checkHeader(
    betas.map(({ beta, at }) => ({ value: beta, at: toPlace(at) })),
    { ...settings, platform: guess === 'all' ? undefined : guess },
  );
}

function toOutput(
  kind: ExplainOutput['kind'],
  parts: Partial<Omit<ExplainOutput, 'kind' | 'findings'>>,
): ExplainOutput {
  const { requests = [], header, error } = parts;
  const findings =
    requests.some(({ plans }) => plans.some(isFinding)) ||
    header?.findings === true ||
    error?.isAboutBetas === true;
  return { kind, findings, ...parts, requests };
}

/** A request that is refused, has to change or sends a value that is no beta is a finding. */
const isFinding = ({ verdict, changed, decisions }: PlanOutput): boolean =>
  verdict === 'refused' || changed || decisions.some(({ note }) => note !== undefined);
