/** The content of a configuration file, after its check and with its defaults. */
import type { Platform, Policy } from '@beta-headers/core';
import type { LimitsConfig, ListenConfig, LogsConfig, RecoveryConfig } from './types.ts';

/** `auth.replace` of an upstream. */
export type ReplaceData =
  | { readonly 'api-key': string }
  | { readonly bearer: string }
  | { readonly header: string; readonly value: string };

/** Options of `sign: aws`. */
export interface AwsSignData {
  readonly region?: string | undefined;
  readonly profile?: string | undefined;
}

/** Options of `sign: google`. */
export interface GoogleSignData {
  readonly keyFile?: string | undefined;
}

/** Options of `sign: azure`. */
export interface AzureSignData {
  readonly tenant?: string | undefined;
  readonly client?: string | undefined;
  readonly scope?: string | undefined;
}

/** `auth.sign` of an upstream. */
export type SignData =
  | 'aws'
  | 'google'
  | 'azure'
  | { readonly aws: AwsSignData }
  | { readonly google: GoogleSignData }
  | { readonly azure: AzureSignData };

/** `auth` of an upstream. */
export type AuthData =
  | 'passthrough'
  | { readonly replace: ReplaceData }
  | { readonly sign: SignData };

/** An upstream. */
export interface UpstreamData {
  readonly name: string;
  readonly platform: Platform;
  readonly url?: string | undefined;
  readonly region?: string | undefined;
  readonly project?: string | undefined;
  readonly location?: string | undefined;
  readonly resource?: string | undefined;
  readonly workspace?: string | undefined;
  readonly auth: AuthData;
  readonly models?: Readonly<Record<string, string>> | undefined;
  readonly allowInsecure: boolean;
}

/** Settings of the plans. */
export interface PlanningData {
  readonly mode: 'gateway' | 'repair' | 'strict' | 'observe';
  readonly policy?: Policy | undefined;
}

/** A whole file. */
export interface ConfigFileData {
  readonly listen: ListenConfig;
  readonly upstreams: readonly UpstreamData[];
  readonly planning: PlanningData;
  readonly overlay?: string | Readonly<Record<string, unknown>> | undefined;
  readonly recovery: RecoveryConfig;
  readonly dryRun: boolean;
  readonly errors?: 'verbatim' | 'classified' | undefined;
  readonly limits: LimitsConfig;
  readonly pingMs: number;
  readonly logs: LogsConfig;
  readonly metrics: boolean;
}

/** The parts of a file that match the schema, with defaults in place of the others. */
export interface PartialConfig extends Omit<ConfigFileData, 'upstreams'> {
  /** `undefined` for an upstream that does not match. */
  readonly upstreams: readonly (UpstreamData | undefined)[];
}
