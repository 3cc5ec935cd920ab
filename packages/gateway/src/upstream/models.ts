/** Replaces the names of models by those of an upstream. */
import { editJson, type JsonEdit } from '@beta-headers/core/edit';
import { listMessageParams } from '@beta-headers/grammar';
import type { ConfiguredUpstream } from '../options.ts';
import type { Target } from '../request/target.ts';
import { findMapped } from './choose.ts';

/** The replacements of the models in one request. */
interface ModelNames {
  /** The upstream's name of the model in the path. */
  readonly path: string | undefined;
  /** Replaces the models in a body. */
  readonly edits: readonly JsonEdit[];
  /**
   * True if the new names show the models, so that the plan reads them. The name of a deployment
   * does not, so there the plan reads the client's name.
   */
  readonly isReadable: boolean;
}

/** Finds the upstream's names of the models in a request. */
export function findModelNames(
  value: unknown,
  { route }: Target,
  configured: ConfiguredUpstream,
): ModelNames {
  const path = findOther(route.model, configured);
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  if (!configured.upstream.models || !isObject) return { path, edits: [], isReadable: true };
  const edits = listMessageParams(value as Record<string, unknown>, route).flatMap((params) => {
    const { model } = Object(params.value) as { model?: unknown };
    const other = findOther(model, configured);
    return other === undefined ? [] : [{ at: [...params.at, 'model'], set: other }];
  });
  const names = [path, ...edits.map(({ set }) => set)];
  return {
    path,
    edits,
    isReadable: names.every((name) => name === undefined || READABLE.test(name)),
  };
}

const READABLE = /(?:^|[./:])claude-/;

/** Finds the upstream's name of a model, if it is another one. */
function findOther(model: unknown, configured: ConfiguredUpstream): string | undefined {
  const mapped = typeof model === 'string' ? findMapped(configured, model) : undefined;
  return mapped === model ? undefined : mapped;
}

/** Replaces the models in the text of a body. */
export const replaceModels = (text: string, { edits }: ModelNames): string => editJson(text, edits);

/** Reads the model of a request, from its body or its path. */
export function readModel(value: unknown, { route }: Target): string | undefined {
  const { model } = Object(value) as { model?: unknown };
  return typeof model === 'string' ? model : route.model;
}
