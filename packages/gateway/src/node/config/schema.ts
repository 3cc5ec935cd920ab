/** The schema of the configuration file. */
import { PLATFORMS, type Platform, type Policy } from '@beta-headers/core';
import * as z from 'zod';
import { AuthFile } from './auth-schema.ts';
import type { ConfigFileData, UpstreamData } from './file-types.ts';

/** The platforms that a gateway can forward to. Converse has no form that the gateway speaks. */
const GATEWAY_PLATFORMS: readonly Platform[] = PLATFORMS.filter(
  (platform) => platform !== 'bedrock-converse',
);

/** A timer takes at most this many milliseconds. */
const LONGEST_TIMER = 2 ** 31 - 1;

const text = (description: string): z.ZodString => z.string().min(1).describe(description);
const count = (least: number, most: number, fallback: number, what: string) =>
  z.int().min(least).max(most).default(fallback).describe(`${what} Default: ${fallback}.`);
const duration = (fallback: number, what: string) =>
  count(1, LONGEST_TIMER, fallback, `${what} In milliseconds.`);
const flag = (fallback: boolean, what: string) =>
  z.boolean().default(fallback).describe(`${what} Default: ${fallback}.`);

const Listen = z
  .strictObject({
    host: z
      .string()
      .min(1)
      .default('127.0.0.1')
      .describe('The address to listen on. Default: 127.0.0.1, which only this machine reaches.'),
    port: count(0, 65535, 8080, 'The port to listen on. 0 takes a free one.'),
    allowedHosts: z
      .array(text('A host name in lower case, without the port; `*` allows all.'))
      .optional()
      .describe(
        'The names that the header `Host` may have. Default: the names of this machine if it ' +
          'listens on an address of this machine only, else all.',
      ),
  })
  .prefault({})
  .describe('The address on which the gateway listens.');

/** The schema of an upstream. */
export const UpstreamFile: z.ZodType<UpstreamData> = z
  .strictObject({
    name: z
      .string()
      .regex(/^[\w.-]{1,64}$/, 'write 1 to 64 letters, digits, `.`, `_` or `-`')
      .describe('Names the upstream in logs, metrics and the memory of the recovery. Unique.'),
    platform: z
      .enum(GATEWAY_PLATFORMS as [Platform, ...Platform[]])
      .describe('The platform that the upstream is, or that is behind it.'),
    url: text(
      'The base URL: an origin and an optional path, without `/v1`. On Vertex the path ends with ' +
        '`/v1/projects/{project}/locations/{location}`, or `project` and `location` are given. ' +
        "Default: the platform's address, made from the keys below.",
    ).optional(),
    region: text(
      'The AWS region, in the address and the signature: `us-east-1`. For bedrock, ' +
        'bedrock-mantle and claude-on-aws.',
    ).optional(),
    project: text('The Google Cloud project. For vertex and claude-on-google-cloud.').optional(),
    location: text(
      'The Google Cloud location: `global`, `us`, `eu`, or a region. For vertex and ' +
        'claude-on-google-cloud; there the default is `global`.',
    ).optional(),
    resource: text('The name of the Foundry resource. For foundry and foundry-azure.').optional(),
    workspace: text(
      'The id of the workspace. For claude-on-aws, where it is the header ' +
        '`anthropic-workspace-id`, and claude-on-google-cloud, where it is part of the address.',
    ).optional(),
    auth: AuthFile,
    models: z
      .record(z.string().min(1), z.string().min(1))
      .optional()
      .describe("The upstream's name of each model that clients request by another name."),
    allowInsecure: flag(
      false,
      'Allows `http:` to a host that is not this machine. Credentials and prompts are readable ' +
        'on the way.',
    ),
  })
  .describe('A server that requests are forwarded to.');

/** The lines of a policy. A test compares them with the type `Policy` of the core. */
const PolicyFile: z.ZodType<Policy> = z
  .strictObject({
    missing: z
      .enum(['add', 'refuse', 'report'])
      .optional()
      .describe('The request needs a beta that was not sent.'),
    rejected: z
      .enum(['drop', 'refuse', 'send'])
      .optional()
      .describe('The platform rejects a beta that nothing in the request needs.'),
    unavailable: z
      .enum(['refuse', 'strip', 'send'])
      .optional()
      .describe('The request uses a feature that the platform does not have.'),
    constraint: z
      .enum(['refuse', 'send'])
      .optional()
      .describe('The request combines things that the API refuses together.'),
    conflict: z
      .enum(['refuse', 'send'])
      .optional()
      .describe('Two betas that the endpoint refuses together.'),
    instead: z
      .enum(['replace', 'send', 'refuse'])
      .optional()
      .describe('The platform wants another value in place of a beta.'),
    unknownBeta: z
      .enum(['send', 'drop', 'refuse'])
      .optional()
      .describe('A beta that is not known.'),
    unverified: z
      .enum(['send', 'drop', 'refuse'])
      .optional()
      .describe('It is not known if the platform accepts the beta or has the feature.'),
    unknownField: z
      .enum(['send', 'drop', 'refuse'])
      .optional()
      .describe('A field, a tool type or a block type that is not known.'),
    graduated: z
      .enum(['auto', 'keep', 'drop'])
      .optional()
      .describe('The header has no effect any more.'),
  })
  .describe("Replaces single lines of the mode's policy.");

const Planning = z
  .strictObject({
    mode: z
      .enum(['gateway', 'repair', 'strict', 'observe'])
      .default('gateway')
      .describe(
        'How problems of a request are treated. Default: gateway, which makes requests work.',
      ),
    policy: PolicyFile.optional(),
  })
  .prefault({})
  .describe('How requests are planned.');

const OverlayFile = z
  .union([
    text('The path of a YAML or JSON file with the overlay, relative to this file.'),
    z.looseObject({
      betas: z.record(z.string(), z.unknown()).optional(),
      features: z.record(z.string(), z.unknown()).optional(),
      platforms: z.record(z.string(), z.unknown()).optional(),
    }),
  ])
  .describe(
    "Private betas and the operator's own claims, in the form of `extendCatalog`: here, or as the " +
      'path of a file. Variables are not replaced inside it.',
  );

const Recovery = z
  .strictObject({
    enabled: flag(true, 'Sends a request again if the upstream rejected a beta, and remembers it.'),
    maxRetries: count(0, 2, 2, 'The largest number of times that a request is sent again.'),
    memory: z
      .union([
        z.literal('process'),
        z.strictObject({
          redis: text('The URL of a Redis or Valkey server: `redis://…` or `rediss://…`.'),
        }),
      ])
      .default('process')
      .describe('Where rejections are remembered. Default: process, which replicas do not share.'),
  })
  .prefault({})
  .describe('Recovery from rejected betas.');

const Timeouts = z
  .strictObject({
    headersMs: duration(30_000, "From a client's connection to the end of its headers."),
    requestMs: duration(600_000, "From a client's first byte to the end of its body."),
    keepAliveMs: duration(75_000, 'An idle connection of a client is kept this long.'),
    writeMs: duration(300_000, 'A client may take no data of a response this long.'),
    connectMs: duration(10_000, 'From the start of a connection to an upstream to its end.'),
    responseMs: duration(600_000, 'From the end of a request to the headers of the response.'),
    idleMs: duration(600_000, 'The longest silence of an upstream within a response.'),
    shutdownMs: duration(25_000, 'Requests in progress may take this long at the stop.'),
  })
  .prefault({})
  .describe('Timeouts in milliseconds.');

const MIB = 2 ** 20;

const Limits = z
  .strictObject({
    maxBodyBytes: count(
      1,
      1024 * MIB,
      32 * MIB,
      'The largest body that is planned, in bytes; a larger one is answered 413.',
    ),
    headerBytes: count(
      1024,
      MIB,
      64 * 1024,
      'The largest size of all headers, in bytes; larger ones are answered 431.',
    ),
    connections: count(
      1,
      1_000_000,
      10_000,
      'The largest number of connections of clients at a time.',
    ),
    upstreamConnections: count(
      0,
      65535,
      0,
      'The largest number of connections to one upstream at a time; 0 means no limit.',
    ),
    timeouts: Timeouts,
  })
  .prefault({})
  .describe('Limits of the server and of the requests to upstreams.');

const Logs = z
  .strictObject({
    format: z
      .enum(['text', 'json'])
      .default('text')
      .describe('The form of a line: text, or one JSON object. Default: text.'),
    level: z
      .enum(['debug', 'info', 'warn', 'error'])
      .default('info')
      .describe('The least important level that is logged. Default: info.'),
  })
  .prefault({})
  .describe('Logs. They contain no prompt and no key.');

const SHAPE = {
  listen: Listen,
  upstreams: z
    .array(UpstreamFile)
    .min(1)
    .describe(
      'The upstreams, in order of preference: a request goes to the first one that lists its ' +
        'model, else to the first one that speaks its form, else to the first one that it can be ' +
        'converted for.',
    ),
  planning: Planning,
  overlay: OverlayFile.optional(),
  recovery: Recovery,
  dryRun: flag(false, 'Decides and logs, and forwards every request unchanged.'),
  errors: z
    .enum(['verbatim', 'classified'])
    .optional()
    .describe(
      "The text of errors in converted responses: the upstream's own, or one without the " +
        'names of accounts and projects that the error of a cloud may have. Default: verbatim if ' +
        '`listen.host` is an address of this machine only, else classified.',
    ),
  limits: Limits,
  pingMs: count(
    100,
    LONGEST_TIMER,
    15_000,
    'Pings a client after this silence in a converted stream, in milliseconds.',
  ),
  logs: Logs,
  metrics: flag(true, 'Serves Prometheus metrics on `/metrics`.'),
};

/** The schema of each key at the top of the file. */
export const SECTIONS: { readonly [K in keyof ConfigFileData]-?: z.ZodType<ConfigFileData[K]> } =
  SHAPE;

/** The schema of the configuration file. */
export const ConfigFile: z.ZodType<ConfigFileData> = z
  .strictObject(SHAPE)
  .describe('The configuration of the gateway of beta-headers.');
