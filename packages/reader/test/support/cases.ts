/** Reads the cases in `pastes/*.yaml`, and checks a reading against one. */
import { readdirSync, readFileSync } from 'node:fs';
import { type BetaPlan, type Platform, plan } from '@beta-headers/core';
import { expect } from 'vitest';
import { parse } from 'yaml';
import {
  classifyErrorText,
  type ErrorReading,
  type Place,
  type Reading,
  type ReadOptions,
  type RequestReading,
  readText,
} from '../../src/index.ts';

/** The expected parts of one request. */
interface ExpectedRequest {
  readonly format?: string;
  readonly api?: string;
  readonly method?: string;
  readonly url?: string;
  readonly headers?: Record<string, string>;
  readonly body?: unknown;
  readonly noBody?: boolean;
  readonly betas?: readonly string[];
  readonly unknown?: readonly string[];
  /** `bedrock host` */
  readonly platform?: string | null;
  /** The text at the place of a pointer. */
  readonly places?: Record<string, string>;
  readonly plan?: {
    readonly on?: Platform;
    readonly verdict: string;
    readonly betas?: readonly string[];
    readonly decisions?: readonly string[];
  };
}
/** The expected reading. */
export interface Expected extends ExpectedRequest {
  readonly kind: Reading['kind'];
  readonly requests?: readonly ExpectedRequest[];
  readonly others?: number;
  readonly request?: ExpectedRequest;
  readonly code?: string;
  readonly problem?: string;
  readonly at?: string;
  readonly status?: number | null;
  readonly aboutBetas?: boolean;
  /** The betas that the error names. */
  readonly names?: readonly string[];
}
/** A case. */
export interface Case {
  readonly name: string;
  readonly text: string;
  readonly options?: ReadOptions;
  readonly expect: Expected;
}

const FOLDER = new URL('../pastes/', import.meta.url);
const TODAY = '2026-11-30';

/** Lists the files of cases. */
export const listFiles = (): string[] => readdirSync(FOLDER).sort();

/** Reads a file of cases. */
export const readCases = (file: string): Case[] =>
  parse(readFileSync(new URL(file, FOLDER), 'utf8')) as Case[];

/** Checks a case. */
export function checkCase({ text, options, expect: expected }: Case): void {
  const reading = readText(text, options);
  expect(reading.kind, JSON.stringify(reading).slice(0, 600)).toBe(expected.kind);
  switch (reading.kind) {
    case 'request':
      checkRequest(text, reading, expected);
      break;
    case 'requests':
      expect(reading.requests.length).toBe(expected.requests?.length);
      if (expected.format) expect(reading.format).toBe(expected.format);
      if (expected.others !== undefined) expect(reading.others).toBe(expected.others);
      for (const [i, request] of reading.requests.entries())
        checkRequest(text, request, expected.requests?.[i] ?? {});
      break;
    case 'betas':
      if (expected.format) expect(reading.format).toBe(expected.format);
      checkBetas(text, reading.betas, expected.betas ?? []);
      checkPlatform(reading.platform, expected.platform);
      break;
    case 'error':
      checkError(reading, expected);
      checkPlatform(reading.platform, expected.platform);
      break;
    case 'log':
      if (expected.betas) checkBetas(text, reading.betas, expected.betas);
      if (expected.aboutBetas !== undefined || expected.status !== undefined) {
        expect(reading.error).toBeDefined();
        if (reading.error) checkError(reading.error, expected);
      }
      if (expected.request) {
        expect(reading.request).toBeDefined();
        if (reading.request) checkRequest(text, reading.request, expected.request);
      }
      checkPlatform(reading.platform, expected.platform);
      break;
    case 'none':
      expect(reading.code).toBe(expected.code);
      if (expected.problem) expect(reading.problem).toBe(expected.problem);
      if (expected.at) expect(`${reading.at?.line}:${reading.at?.column}`).toBe(expected.at);
  }
}

function checkError(error: ErrorReading, { status, aboutBetas, names }: Expected): void {
  if (status !== undefined) expect(error.status ?? null).toBe(status);
  if (aboutBetas !== undefined) expect(error.isAboutBetas).toBe(aboutBetas);
  if (names) expect(classifyErrorText(error, {})?.betas).toEqual(names);
}

function checkPlatform(
  found: { guess: string; from: string } | undefined,
  expected: string | null | undefined,
): void {
  if (expected === undefined) return;
  expect(found ? `${found.guess} ${found.from}` : null).toBe(expected);
}

function checkBetas(
  text: string,
  found: readonly { beta: string; at: Place }[],
  expected: readonly string[],
): void {
  expect(found.map(({ beta }) => beta)).toEqual(expected);
  // A place is the value itself, so that a caller can point at it.
  for (const { beta, at } of found) {
    const shown = text.slice(at.start, at.end).replaceAll(/[\^\\]/g, '');
    // A constant of an SDK names it.
    if (!/AnthropicBeta/.test(shown)) expect(shown).toBe(beta);
  }
}

function checkRequest(text: string, reading: RequestReading, expected: ExpectedRequest): void {
  const { request } = reading;
  for (const key of ['format', 'api'] as const)
    if (expected[key] !== undefined) expect(reading[key]).toBe(expected[key]);
  for (const key of ['method', 'url'] as const)
    if (expected[key] !== undefined) expect(request[key]).toBe(expected[key]);
  if (expected.headers)
    for (const [name, value] of Object.entries(expected.headers))
      expect(new Headers(request.headers).get(name)).toBe(value);
  if (expected.body !== undefined) expect(request.body).toMatchObject(expected.body as object);
  if (expected.noBody) expect(request.body).toBeUndefined();
  if (expected.betas) checkBetas(text, reading.betas, expected.betas);
  if (expected.unknown)
    expect(reading.unknown.map(({ part, why }) => `${part} ${why}`)).toEqual(expected.unknown);
  checkPlatform(reading.platform, expected.platform);
  for (const [pointer, shown] of Object.entries(expected.places ?? {})) {
    const place = reading.place(pointer);
    expect(place && text.slice(place.start, place.end), pointer).toBe(shown);
  }
  if (expected.plan) checkPlan(reading, expected.plan);
}

function checkPlan(
  { request, platform }: RequestReading,
  expected: NonNullable<ExpectedRequest['plan']>,
): void {
  const on = expected.on ?? platform?.guess;
  const planned: BetaPlan = plan(request, { ...(on && { platform: on }), today: TODAY });
  const shown = JSON.stringify(planned.decisions);
  expect(planned.verdict, shown).toBe(expected.verdict);
  if (expected.betas) expect(planned.betas, shown).toEqual(expected.betas);
  const decisions = planned.decisions.map(
    ({ beta, feature, action }) => `${action} ${beta ?? feature}`,
  );
  for (const line of expected.decisions ?? []) expect(decisions).toContain(line);
}
