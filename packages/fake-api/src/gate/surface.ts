/** Fields, tool types and block types that neither the SDK nor a rule knows. */
import type { Catalog } from '@beta-headers/manifest';
import type { AnyCondition } from './conditions.ts';
import type { Doubt, DoubtCode, Findings } from './finding.ts';
import { findPlatform } from './place.ts';
import type { Reading, View } from './request.ts';
import { type Hit, isObject } from './walk.ts';

/** The names that message params of the SDK have. */
export interface Surface {
  /** Names at the top of a body. */
  readonly params: readonly string[];
  /** Values of `tools[].type`. */
  readonly tools: readonly string[];
  /** Values of `type` in content, at any depth. */
  readonly blocks: readonly string[];
}

/** The names that the SDK or a rule of the catalog has. */
export interface Known {
  readonly params: ReadonlySet<string>;
  readonly tools: ReadonlySet<string>;
  readonly blocks: ReadonlySet<string>;
}

/** Adds the names in rules about message params to the surface of the SDK. */
export function collectKnown(catalog: Catalog, surface: Surface): Known {
  const params = new Set(surface.params);
  const tools = new Set(surface.tools);
  const blocks = new Set(surface.blocks);
  for (const condition of listConditions(catalog)) {
    const { at, is, in: oneOf = [] } = condition;
    if (at === undefined || !isAboutMessages(condition)) continue;
    params.add(at.split('.', 1)[0]?.replace('[]', '') as string);
    const types = at === 'tools[].type' ? tools : BLOCK_TYPES.includes(at) ? blocks : undefined;
    for (const value of [is, ...oneOf]) if (typeof value === 'string') types?.add(value);
  }
  return { params, tools, blocks };
}

const BLOCK_TYPES = ['messages[].content[].type', 'messages[].content[].**.type'];

const isAboutMessages = ({ endpoint }: AnyCondition): boolean =>
  !endpoint || endpoint.some((pattern) => pattern.startsWith('POST /v1/messages'));

function listConditions(catalog: Catalog): AnyCondition[] {
  return [
    ...catalog.features.flatMap(({ uses }) => uses),
    ...catalog.betas.flatMap(({ requires }) => requires),
  ];
}

/** Raises a doubt for each unknown field, tool type and block type. */
export function judgeSurface(reading: Reading): Findings {
  if (!reading.isAboutMessages) return { refusals: [], doubts: [] };
  const { known } = reading;
  const { isUnread, path } = reading.request;
  const doubts: Doubt[] = isUnread ? [{ code: 'unread-body', subject: path }] : [];
  for (const view of reading.views) {
    for (const name of isObject(view.params) ? Object.keys(view.params) : [])
      if (!known.params.has(name) && !isOfPlatform(name, reading))
        doubts.push(makeDoubtAt('unknown-field', view, { depth: 1, path: [name] }));
    for (const hit of view.reach('tools[].type'))
      if (isUnknown(hit, known.tools)) doubts.push(makeDoubtAt('unknown-tool', view, hit));
    for (const hit of view.reach('messages[].content[].**.type'))
      if (isUnknown(hit, known.blocks)) doubts.push(makeDoubtAt('unknown-block', view, hit));
  }
  return { refusals: [], doubts };
}

/**
 * Makes a doubt about a place. The pointer is computed on first access, because a body may hold a
 * million deep places.
 */
function makeDoubtAt(code: DoubtCode, { prefix }: View, hit: Pick<Hit, 'depth' | 'path'>): Doubt {
  if (hit.depth <= DEEP) return { code, subject: toPointer([...prefix, ...hit.path]) };
  return {
    code,
    get subject(): string {
      return toPointer([...prefix, ...hit.path]);
    },
  };
}

const DEEP = 100;

/** Tests if a platform has the field, and the SDK does not. `betas` is judged elsewhere. */
function isOfPlatform(name: string, reading: Reading): boolean {
  const { operator, wire } = findPlatform(reading) ?? {};
  if (name === 'anthropic_version') return operator !== 'anthropic';
  return (
    name === 'betas' ||
    (name === 'anthropic_beta' && (operator === 'anthropic' || wire !== 'header'))
  );
}

const isUnknown = ({ value }: Hit, known: ReadonlySet<string>): boolean =>
  typeof value === 'string' && !known.has(value);

const toPointer = (path: readonly (string | number)[]): string =>
  path.map((name) => `/${String(name).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
