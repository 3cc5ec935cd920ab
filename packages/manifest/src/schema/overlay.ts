/** overlay.yaml: the names that the packages get which are built with an overlay. */
import * as z from 'zod';

export const OverlaySettings = z.strictObject({
  scope: z
    .string()
    .regex(/^@[a-z0-9][a-z0-9._-]*$/, 'write a scope of npm, such as @acme')
    .refine((scope) => scope !== '@beta-headers', 'write a scope that your organization owns')
    .describe('The npm scope of your organization, such as @acme'),
  version: z
    .string()
    .regex(/^\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?$/, 'write a version as MAJOR.MINOR.PATCH')
    .describe('The version of your packages, apart from the public one'),
  registry: z
    .url({ protocol: /^https?$/, error: 'write the address of a registry' })
    .describe('The only registry that npm publishes them to')
    .optional(),
});

/** The content of an overlay.yaml. */
export type OverlaySettings = z.infer<typeof OverlaySettings>;
