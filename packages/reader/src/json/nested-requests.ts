/** Finds requests inside of other JSON: the line of a log, an export of an HTTP client. */

import type { Draft } from '../draft.ts';
import { escapeKey } from '../draft-header.ts';
import { isObject } from '../text.ts';
import type { JsonText } from './body.ts';
import { readWhole } from './json-request.ts';

const MAX_DEPTH = 8;
/** The number of values that are looked at. */
const MAX_VALUES = 5000;

/** Finds the objects of a JSON value that are requests to Claude with their address. */
export function findNestedRequests(json: JsonText): Draft[] {
  const drafts: Draft[] = [];
  let values = 0;
  const visit = (value: unknown, base: string, depth: number): void => {
    if (typeof value !== 'object' || value === null || depth > MAX_DEPTH) return;
    if (values++ >= MAX_VALUES) return;
    const draft =
      isObject(value) && 'headers' in value
        ? readWhole(json, value, base, 'json-request')
        : undefined;
    if (draft?.url) drafts.push(draft);
    else
      for (const [key, item] of Object.entries(value))
        visit(item, `${base}/${escapeKey(key)}`, depth + 1);
  };
  visit(json.value, '', 0);
  return drafts;
}
