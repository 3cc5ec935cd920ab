/** The names beside those that the SDK declares: surface-ignore.yaml, surface-known.yaml. */
import * as z from 'zod';
import { describeText, evidence } from './values.ts';

/** surface-ignore.yaml: names of the beta params that the GA params lack and no rule covers. */
export const SurfaceIgnore = z.strictObject({
  ignore: z.array(
    z.strictObject({
      entry: z.string(),
      reason: describeText(
        'The reason why no header is needed, or why the request does not show it',
      ),
    }),
  ),
});

/**
 * surface-known.yaml: names that message params may have although the SDK does not declare them,
 * and endpoints that neither a method of the SDK nor a platform has.
 */
export const SurfaceKnown = z.strictObject({
  known: z
    .array(
      z.strictObject({
        name: describeText(
          'A key of the body, a value of `tools[].type`, a `type` of content, or an endpoint',
        ),
        kind: z
          .enum(['param', 'tool', 'block', 'endpoint'])
          .describe('endpoint: METHOD /v1/path, which no method of the SDK and no platform has'),
        evidence,
      }),
    )
    .min(1),
});

/** An entry of surface-known.yaml. */
export type KnownSource = z.infer<typeof SurfaceKnown>['known'][number];
