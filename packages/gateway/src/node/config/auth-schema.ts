/** The schema of `auth` in the configuration file. */
import * as z from 'zod';
import type { AuthData } from './file-types.ts';

const SECRET_HINT = `Write \${VAR} or \${file:path}, not the secret itself.`;
const secret = (what: string): z.ZodString => z.string().min(1).describe(`${what} ${SECRET_HINT}`);
const text = (description: string): z.ZodString => z.string().min(1).describe(description);

const Replace = z
  .union([
    z.strictObject({ 'api-key': secret('Sent as the header `x-api-key`.') }),
    z.strictObject({ bearer: secret('Sent as `Authorization: Bearer …`.') }),
    z.strictObject({
      header: text('The name of the header.'),
      value: secret('The whole value of the header.'),
    }),
  ])
  .describe("The operator's key in one header. The client's credentials are removed.");

const AwsOptions = z
  .strictObject({
    region: text("The region of the signature. Default: the upstream's `region`.").optional(),
    profile: text("The profile of AWS's configuration files.").optional(),
  })
  .describe('A signature (SigV4) with the credentials that AWS programs use.');

const GoogleOptions = z
  .strictObject({
    keyFile: text(
      'The path of the key file of a service account. Default: the application default credentials of this machine.',
    ).optional(),
  })
  .describe('An access token of Google Cloud.');

const AzureOptions = z
  .strictObject({
    tenant: text('The id of the tenant.').optional(),
    client: text('The id of the client of a managed identity.').optional(),
    scope: text('The scope of the token. Default: https://ai.azure.com/.default.').optional(),
  })
  .describe('An access token of Microsoft Entra ID.');

const Sign = z
  .union([
    z.enum(['aws', 'google', 'azure']),
    z.strictObject({ aws: AwsOptions }),
    z.strictObject({ google: GoogleOptions }),
    z.strictObject({ azure: AzureOptions }),
  ])
  .describe(
    "A signature or a token that is made for each request. The client's credentials are removed.",
  );

/** The schema of `auth`. */
export const AuthFile: z.ZodType<AuthData> = z
  .union([
    z.literal('passthrough'),
    z.strictObject({ replace: Replace }),
    z.strictObject({ sign: Sign }),
  ])
  .default('passthrough')
  .describe(
    "The credential that is sent: the client's own (passthrough), a key of the operator " +
      '(replace), or a signature or token that the gateway makes (sign). Default: passthrough.',
  );
