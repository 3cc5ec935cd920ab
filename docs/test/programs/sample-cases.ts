/** Every sample of every beta on every platform, each request once. */
import { PLATFORMS, type Platform } from '@beta-headers/core';
import { catalog } from '../../src/lib/catalog.ts';
import { type CodeLanguage, type CodeRequest, writeCode } from '../../src/lib/code/index.ts';
import { listSamples } from '../../src/lib/samples.ts';

/** A request of a sample. */
export interface SampleCase {
  /** A file name: the beta, the platform and a number. */
  readonly name: string;
  readonly platform: Platform;
  readonly request: CodeRequest;
  /** Requests as they were written before may be refused today. */
  readonly isToday: boolean;
}

export const SAMPLE_CASES: readonly SampleCase[] = listCases();

function listCases(): SampleCase[] {
  const cases = new Map<string, SampleCase>();
  for (const platform of PLATFORMS)
    for (const beta of catalog.betas)
      for (const [i, { before, now }] of listSamples(beta, platform).entries())
        for (const request of before ? [now, before] : [now]) {
          const key = JSON.stringify(request);
          const isToday = request === now;
          if (cases.has(key) && !isToday) continue;
          const name = `${beta.id}-${platform}-${i}${isToday ? '' : '-before'}`;
          cases.set(key, { name, platform, request, isToday });
        }
  return [...cases.values()];
}

/** A program of a sample. */
export interface SampleProgram extends SampleCase {
  readonly code: string;
}

/** The samples that a language has a form for. */
export const listPrograms = (language: CodeLanguage): SampleProgram[] =>
  SAMPLE_CASES.flatMap((one) => {
    const code = writeCode(one.request, language);
    return code === undefined ? [] : [{ ...one, code }];
  });
