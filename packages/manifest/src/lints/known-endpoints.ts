import {
  findEndpointProblem,
  findNearest,
  MESSAGE_ENDPOINTS,
  overlapsEndpoint,
} from '@beta-headers/grammar';
import type { Sources } from '../manifest-sources.ts';
import { type Lint, listEndpointPlaces, listEntries } from './lint.ts';

/**
 * A rule or claim is about an endpoint that a method of the SDK, a platform or surface-known.yaml
 * has. No request meets a misspelt one, and without this lint nothing would report it. An overlay
 * may be about endpoints that are not public.
 */
export const knownEndpoints: Lint = {
  name: 'known-endpoints',
  *check(sources) {
    const known = collectKnown(sources);
    if (!known) return;
    const platforms = new Set<unknown>(sources.lists.platforms);
    const surface = new Set<unknown>(sources.lists.surface);
    for (const { file, endpoint, path } of listEndpointPlaces(sources)) {
      if (file.overlay || platforms.has(file) || surface.has(file)) continue;
      if (findEndpointProblem(endpoint)) continue;
      if (known.some((other) => overlapsEndpoint(other, endpoint))) continue;
      const near = findNearest(endpoint, known);
      const entry = `{ name: ${endpoint}, kind: endpoint, evidence: … }`;
      const add = `add it to surface-known.yaml as ${entry}`;
      yield file.problem(
        path,
        'known-endpoints',
        `no method of the SDK and no platform has the endpoint \`${endpoint}\``,
        near === undefined
          ? `correct it; if it exists, ${add}`
          : `did you mean \`${near}\`? If it exists, ${add}`,
      );
    }
  },
};

/** Collects the known endpoints; `undefined` if no release of the SDK was read. */
function collectKnown(sources: Sources): string[] | undefined {
  const methods = sources.sdk?.endpoints;
  if (!methods) return undefined;
  const platforms = listEntries(sources, 'platforms').flatMap(({ data }) =>
    (data.endpoints ?? []).flatMap(({ endpoint }) => endpoint ?? []),
  );
  const surface = listEntries(sources, 'surface').flatMap(({ data }) =>
    data.kind === 'endpoint' ? [data.name] : [],
  );
  const all = [...MESSAGE_ENDPOINTS, ...methods, ...platforms, ...surface];
  return [...new Set(all)].filter((endpoint) => !findEndpointProblem(endpoint));
}
