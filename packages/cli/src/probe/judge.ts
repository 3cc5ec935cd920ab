/** Judges the answer to a probe. */
import type { Platform } from '@beta-headers/core';
import { classifyBetaError } from '@beta-headers/core/errors';
import type { ProbeResult } from '../schema/probe.ts';
import type { Probe } from './choose-probes.ts';
import type { Answer } from './send.ts';

/** The kinds of errors by which a platform refuses a value or a feature. */
const REJECTIONS: ReadonlySet<string> = new Set(['unsupported', 'unsupported-unnamed']);

/** Judges an answer. The control has shown that the request works without the value. */
export function judgeAnswer(
  { kind, name, betas, path, params }: Probe & { readonly kind: 'beta' | 'feature' },
  answer: Answer,
  platform: Platform,
): ProbeResult {
  const { status, text, failure } = answer;
  const result = { kind, name, betas: [...betas], endpoint: `POST ${path}` };
  if (failure !== undefined) return { ...result, answer: 'unclear', status: 0, class: failure };
  if (status >= 200 && status < 300)
    return { ...result, answer: 'accepted', status, class: 'accepted' };
  const message = cleanMessage(readMessage(text));
  const shown = { status, ...(message !== '' && { message }) };
  const info = classifyBetaError(
    { status, body: text },
    {
      platform,
      request: {
        method: 'POST',
        url: path,
        headers: betas.length > 0 ? { 'anthropic-beta': betas.join(',') } : {},
        body: params,
      },
    },
  );
  if (!info)
    return { ...result, ...shown, answer: 'unclear', class: readType(text) ?? `http-${status}` };
  const isNamed = [...info.betas, ...info.suspects].some((beta) => betas.includes(beta));
  const isRejected =
    kind === 'feature'
      ? REJECTIONS.has(info.kind) || (info.kind === 'missing' && betas.length > 0)
      : REJECTIONS.has(info.kind) && isNamed;
  return {
    ...result,
    ...shown,
    answer: isRejected ? 'rejected' : 'unclear',
    class: info.kind,
    ...(info.row !== undefined && { row: info.row }),
  };
}

interface ErrorBody {
  readonly message?: unknown;
  readonly type?: unknown;
  readonly status?: unknown;
  readonly error?: ErrorBody;
}

function parse(text: string): ErrorBody {
  try {
    return Object(JSON.parse(text)) as ErrorBody;
  } catch {
    return {};
  }
}

/** Reads the message of an error; only a text in the usual place is one. */
export function readMessage(text: string): string {
  const body = parse(text);
  const message = body.error?.message ?? body.message;
  return typeof message === 'string' ? message : '';
}

function readType(text: string): string | undefined {
  const { error } = parse(text);
  const type = error?.type ?? error?.status;
  return typeof type === 'string' && /^\w{1,60}$/.test(type) ? type.toLowerCase() : undefined;
}

/** Texts that name an account, a request or a credential. */
const PRIVATE: readonly (readonly [RegExp, string])[] = [
  [/\b(?:sk-ant|ABSK|AKIA|ASIA|ya29)[\w.+/=-]*/g, '[key]'],
  [/\bbearer\s+\S+/gi, '[key]'],
  [/\barn:[\w:/.*-]+/g, '[arn]'],
  [/\bprojects\/[\w-]+/g, 'projects/[project]'],
  [/\bproject [`'"]?[\w-]+/gi, 'project [project]'],
  [/\b(?:req|msg|wrkspc|org|user)_\w+/g, '[id]'],
  [/\b[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}\b/gi, '[id]'],
  [/\b[\w-]+\.(?:services\.ai|cognitiveservices|openai)\.azure\.com/g, '[resource]'],
  [/[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{1,64}/g, '[address]'],
  [/\b\d{10,}\b/g, '[number]'],
  [/\b(?=[\w-]*\d)(?=[\w-]*[A-Z])(?=[\w-]*[a-z])[\w-]{32,200}/g, '[key]'],
];

const MAX_MESSAGE = 300;

/** Removes from a message what may name an account or a credential. */
export function cleanMessage(message: string): string {
  let clean = message.slice(0, 2000);
  for (const [pattern, name] of PRIVATE) clean = clean.replace(pattern, name);
  return clean.slice(0, MAX_MESSAGE);
}
