/**
 * Every known shape of an error about betas, with an example from the conformance corpus that is
 * classified while the site is built.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import {
  type BetaErrorContext,
  type BetaErrorInfo,
  classifyBetaError,
} from '@beta-headers/core/errors';
import type { errorsEn } from '../i18n/errors.en.ts';
import type { Locale } from './site.ts';

export type ShapeName = keyof typeof errorsEn.shape;
type CorpusError = { readonly status: number; readonly body: unknown } | { readonly text: string };

export interface ErrorShape {
  readonly name: ShapeName;
  /** The id of an error in the conformance corpus, or the error itself if the corpus lacks it. */
  readonly example: string | CorpusError;
  readonly context?: BetaErrorContext;
  /** Titles of the platforms and gateways that answer it, which need no translation. */
  readonly on: readonly string[];
  /** The exact wording is not recorded, only described. */
  readonly described?: true;
  /** The address of the source, for an example that is not in the corpus. */
  readonly source?: string;
}

const makeError = (message: string, status = 400, type = 'invalid_request_error'): CorpusError => ({
  status,
  body: { type: 'error', error: { type, message } },
});

const SHAPES: readonly ErrorShape[] = [
  { name: 'unexpected-value', example: 'unsupported-a1-known', on: ['Claude API'] },
  { name: 'unexpected-values', example: 'unsupported-a3-two', on: ['Claude API'] },
  { name: 'unexpected-value-older', example: 'unsupported-a2-docs-anthropic', on: ['Claude API'] },
  {
    name: 'unsupported-header',
    example: 'unsupported-a4-known',
    on: ['Claude API'],
    described: true,
  },
  { name: 'vertex-value', example: 'unsupported-a5-vertex', on: ['Vertex AI'] },
  { name: 'copilot-header', example: 'unsupported-a8-copilot', on: ['GitHub Copilot'] },
  {
    name: 'converse-feature',
    example: 'unsupported-converse-feature',
    on: ['Amazon Bedrock (Converse)'],
  },
  {
    name: 'wrapped-value',
    example: 'unsupported-wrap-litellm',
    on: ['LiteLLM', 'OpenRouter', 'New API'],
  },
  { name: 'invalid-flag', example: 'unnamed-a6-anthropic-body', on: ['Amazon Bedrock'] },
  {
    name: 'invalid-flag-exception',
    example: 'unnamed-a6-validation-exception',
    on: ['Amazon Bedrock'],
  },
  { name: 'invalid-flag-wrapped', example: 'unnamed-a6-model-returned', on: ['Amazon Bedrock'] },
  { name: 'invalid-flag-databricks', example: 'unnamed-a7-databricks', on: ['Databricks'] },
  {
    name: 'no-betas',
    example: 'unsupported-unnamed-native-api-body',
    on: ['any-llm', 'Otari'],
  },
  { name: 'input-tag-tool', example: 'missing-c1-computer-nov', on: ['Claude API', 'Vertex AI'] },
  { name: 'input-tag-block', example: 'missing-c4-compaction', on: ['Claude API'] },
  { name: 'input-tag-file', example: 'missing-c3-file-source', on: ['Claude API'] },
  { name: 'extra-field', example: 'missing-field-c5-context-management', on: ['Claude API'] },
  { name: 'extra-tool-field', example: 'missing-field-c7-defer-loading', on: ['Claude API'] },
  { name: 'extra-field-bedrock', example: 'missing-c5-bedrock', on: ['Amazon Bedrock'] },
  { name: 'named-block', example: 'missing-block-header-whole', on: ['Claude API'] },
  { name: 'api-in-beta', example: 'missing-seen-api-in-beta-add', on: ['Claude API'] },
  {
    name: 'renamed-field',
    example: 'missing-output-format-deprecated',
    on: ['Claude API', 'Amazon Bedrock'],
  },
  { name: 'sdk-method', example: 'missing-python-container', on: ['anthropic (Python)'] },
  {
    name: 'leaked-betas',
    example: makeError('requests.0.params.betas: Extra inputs are not permitted'),
    on: ['Claude API'],
    described: true,
    source: 'https://github.com/anthropics/anthropic-sdk-python/issues/1118',
  },
  {
    name: 'hidden-endpoint',
    example: makeError('Not found', 404, 'not_found_error'),
    context: { request: { method: 'GET', url: '/v1/organizations/webhooks' }, sent: [] },
    on: ['Claude API'],
    described: true,
    source: 'https://www.npmjs.com/package/@anthropic-ai/sdk/v/1.12.0',
  },
  {
    name: 'not-enrolled-code',
    example: 'not-enrolled-b1-sign-out',
    on: ['Claude API'],
    described: true,
  },
  {
    name: 'not-enrolled-subscription',
    example: 'not-enrolled-b3-long-context',
    on: ['Claude API'],
  },
  { name: 'google-policy', example: 'not-enrolled-google-policy', on: ['Vertex AI'] },
  { name: 'not-enrolled-preview', example: 'not-enrolled-b4-fast-mode', on: ['Claude API'] },
  { name: 'empty-value', example: 'empty-now', on: ['Claude API', 'Amazon Bedrock'] },
  { name: 'conflict-pair', example: 'conflict-both-named', on: ['Claude API'], described: true },
  { name: 'tool-of-model', example: 'unrelated-tool-type-model', on: ['Claude API', 'Vertex AI'] },
  { name: 'typo-field', example: 'unrelated-field-typo', on: ['Claude API'] },
  { name: 'value-of-field', example: 'unrelated-speed-value', on: ['Claude API'] },
  {
    name: 'rate-limit',
    example: 'unrelated-mentions-beta-limit',
    on: ['Claude API'],
    described: true,
  },
  {
    name: 'compaction-place',
    example: 'unrelated-compaction-misplaced',
    on: ['Claude API'],
    described: true,
  },
  {
    name: 'thread-unsupported',
    example: 'unrelated-thread-unsupported',
    on: ['Claude API'],
    described: true,
  },
];

/** A shape with the result of the classifier for its example. */
export interface ClassifiedShape extends ErrorShape {
  readonly info: BetaErrorInfo | undefined;
  /** The example as it appears in a log. */
  readonly text: string;
  readonly request?: string;
  readonly link?: string | undefined;
}

interface CorpusLine {
  readonly id: string;
  readonly error: CorpusError;
  readonly source: string;
}
/** Read as a file, because the bundler would parse an imported corpus. */
const lines = readFileSync(
  createRequire(import.meta.url).resolve('@beta-headers/manifest/conformance/errors.jsonl'),
  'utf8',
);
const corpus = new Map(
  lines
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as CorpusLine)
    .map((one) => [one.id, one]),
);

/** Classifies all shapes. @throws when a shape names an example that the corpus does not have */
export function classifyShapes(locale: Locale): ClassifiedShape[] {
  return SHAPES.map((shape) => {
    const found =
      typeof shape.example === 'string'
        ? corpus.get(shape.example)
        : { error: shape.example, source: shape.source ?? '' };
    if (!found)
      throw new Error(
        `docs/src/lib/error-shapes.ts: the corpus has no error ${String(shape.example)}. ` +
          'Take the id of one in packages/manifest/conformance.',
      );
    const { error: example } = found;
    const info = classifyBetaError('text' in example ? example.text : example, {
      ...shape.context,
      language: locale,
    });
    const { request } = shape.context ?? {};
    return {
      ...shape,
      info,
      text: 'text' in example ? example.text : JSON.stringify(example.body, undefined, 2),
      ...('status' in example && { status: example.status }),
      ...(request && { request: `${request.method} ${request.url}` }),
      link: /https:\/\/\S+/.exec(found.source)?.[0]?.replace(/[);,]+$/, ''),
    };
  });
}
