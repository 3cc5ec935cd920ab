/** What the request says that the answer leaves out. */
import { headerBetas, headerValues, parseBetas } from '../header.ts';
import { type Need, needsOf } from '../needs.ts';
import { type Route, routeOf } from '../route.ts';
import { rulesFor } from '../rules.ts';
import type { BetaRequest, Platform } from '../types.ts';
import type { Found } from './about-header.ts';
import { unique } from './names.ts';

/** A request that failed. */
export class AskedFor {
  readonly #request: BetaRequest;
  readonly #platform: Platform;
  readonly #route: Route;

  constructor(request: BetaRequest, platform: Platform) {
    this.#request = request;
    this.#platform = platform;
    this.#route = routeOf(request.method, request.path);
  }

  /** The betas in its header. */
  get sent(): string[] {
    return headerBetas(this.#request.headers);
  }

  /** Whether it had the header, with nothing in it. */
  get sentNothing(): boolean {
    const [header] = headerValues(this.#request.headers, 'anthropic-beta');
    return header !== undefined && parseBetas(header).length === 0;
  }

  /** Whether anything in a body that is sent there opens a beta. */
  get canOpen(): boolean {
    return rulesFor(this.#platform, this.#route).tree.fields.length > 0;
  }

  /** What it needs, by the rules. */
  get allNeeds(): Need[] {
    return needsOf(this.#request, this.#request.body, this.#route, this.#platform);
  }

  /** Whether it needs one of these. */
  needs(betas: readonly string[]): boolean {
    return this.allNeeds.some(({ choices }) => choices.some((id) => betas.includes(id)));
  }

  /** The values that stand in the body instead of in the header; of a batch, in its items. */
  get leaked(): string[] {
    const { requests } = Object(this.#request.body) as { requests?: unknown };
    const items = Array.isArray(requests) ? requests.map((item) => (item as { params?: unknown } | null)?.params) : [];
    const values = [this.#request.body, ...items].flatMap((part) =>
      ['betas', 'anthropic_beta', 'anthropic-beta'].flatMap((name) => (Object(part) as Record<string, unknown>)[name]),
    );
    return parseBetas(values.filter((value) => typeof value === 'string'));
  }
}

/** What was found in the answer, with what only the request can tell. */
export function completed(found: Found, asked: AskedFor | undefined, sent: readonly string[] | undefined): Found {
  const { kind, betas, beginnings = [] } = found;
  if (found.leaked) return { ...found, betas: asked?.leaked ?? [] };
  if (kind === 'conflict' && sent) return { ...found, betas: unique([...betas, ...sent.filter((id) => beginnings.some((start) => id.startsWith(start)))]) };
  // What was sent tells an empty header from a value that the answer left out.
  if (kind === 'unsupported-unnamed' && asked?.sentNothing) return { ...found, kind: 'empty-header' };
  if (kind === 'empty-header' && sent && sent.length > 0) return { ...found, kind: 'unsupported-unnamed' };
  if (kind !== 'missing' || betas.length > 0 || !asked) return found;
  const open = asked.allNeeds.filter(({ choices }) => !choices.some((id) => sent?.includes(id)));
  return { ...found, betas: unique(open.map(({ choices }) => choices[0] as string)) };
}
