/** Combinations in a body that the API refuses even with the header. */
import type { Catalog, CatalogBeta } from '@beta-headers/manifest';
import { nameOn } from './accept.ts';
import { location } from './location.ts';
import { type GateRequest, includesModel, isAboutMessages, views } from './needs.ts';
import type { Refusal } from './refusal.ts';
import { passes, walk } from './walk.ts';

/** The first trap that the request is in, or `undefined`. */
export function trapRefusal(catalog: Catalog, request: GateRequest): Refusal | undefined {
  if (!isAboutMessages(request)) return undefined;
  for (const beta of catalog.betas) {
    // What opens nothing is no field's key: there the header itself is one half of the combination.
    const byHeader = beta.opens.length === 0;
    if (byHeader && !request.betas?.includes(nameOn(beta, request.platform))) continue;
    for (const trap of beta.traps) {
      if (trap.platform && !trap.platform.includes(request.platform)) continue;
      for (const view of views(request)) {
        if (trap.model && !includesModel(trap.model, view.model)) continue;
        const hit = walk(view.params, trap.at).find(({ value }) => passes(value, { is: trap.is }));
        const other =
          trap.together === undefined
            ? undefined
            : walk(view.params, trap.together).find(({ value }) => passes(value, {}));
        if (!hit || (trap.together !== undefined && !other)) continue;
        const otherAt = other && location(view.params, other.path, view.prefix);
        const what = `\`${location(view.params, hit.path, view.prefix)}\`${trap.is === undefined ? '' : ` (${trap.is})`}`;
        return {
          kind: 'trap',
          status: trap.answer ?? 400,
          message: `${what} ${trapWords(beta, byHeader, otherAt, view.model)}`,
          betas: [beta.id],
        };
      }
    }
  }
  return undefined;
}

function trapWords(
  beta: CatalogBeta,
  byHeader: boolean,
  other: string | undefined,
  model: string | undefined,
): string {
  if (other !== undefined) return `cannot be combined with \`${other}\`.`;
  if (byHeader) return `cannot be combined with \`${beta.id}\` in the \`anthropic-beta\` header.`;
  return `is not supported${model ? ` with ${model}` : ' here'}, even with \`${beta.id}\` in the \`anthropic-beta\` header.`;
}
