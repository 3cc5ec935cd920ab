/** The form of a client's description. */
import type { Platform } from '@beta-headers/constants';

/** A public page that facts are from, with the day on which it was read. */
export interface Source {
  readonly url: string;
  /** `2026-11-30`. */
  readonly read: string;
}

/** A variable of the environment, and the page that documents it. */
export interface Variable {
  readonly name: string;
  readonly value: string;
  /** The purpose, as one sentence. */
  readonly purpose: string;
  /** The price of setting it, as one sentence. */
  readonly cost?: string;
  /** A key of the client's sources. */
  readonly source: string;
}

/** The variables of a client on a platform. In values, `{url}` is the address of the gateway. */
export interface ClientPlatform {
  readonly platforms: readonly Platform[];
  /** Choose the platform; needed with and without a gateway. */
  readonly select: readonly Variable[];
  /** Send the requests to a gateway. */
  readonly gateway: readonly Variable[];
  /** Leave the authentication to a gateway that has a credential of its own. */
  readonly skipAuth: readonly Variable[];
  /** Set by the user: ids, regions. The value is an example. */
  readonly own: readonly Variable[];
  /** As `own`, and only without a gateway. */
  readonly direct?: readonly Variable[];
  /** Restore a default of the client that its own address for a gateway changes. */
  readonly restore: readonly Variable[];
}

/** A program that calls Claude and cannot be changed. */
export interface Client {
  readonly id: string;
  readonly title: string;
  readonly sources: Readonly<Record<string, Source>>;
  readonly platforms: readonly ClientPlatform[];
  /** Changes of what the client sends, for use without a gateway. */
  readonly optional: readonly Variable[];
  /** Variables that choose a platform. All but the chosen platform's have to be unset. */
  readonly selectors: readonly string[];
}
