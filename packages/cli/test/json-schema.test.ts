import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { EnvOutput } from '../src/schema/env.ts';
import { ErrorOutput } from '../src/schema/error.ts';
import { ExplainOutput } from '../src/schema/explain.ts';
import { HeaderOutput } from '../src/schema/header.ts';
import { ListOutput } from '../src/schema/list.ts';
import { ProbeOutput } from '../src/schema/probe.ts';
import { ScanOutput } from '../src/schema/scan.ts';
import { ShowOutput } from '../src/schema/show.ts';

const SCHEMAS: Readonly<Record<string, z.ZodType>> = {
  env: EnvOutput,
  error: ErrorOutput,
  explain: ExplainOutput,
  header: HeaderOutput,
  list: ListOutput,
  probe: ProbeOutput,
  scan: ScanOutput,
  show: ShowOutput,
};

describe('the JSON schemas of --json', () => {
  it('are the committed files', async () => {
    for (const [name, schema] of Object.entries(SCHEMAS)) {
      const json = { title: `Output of beta-headers ${name} --json`, ...z.toJSONSchema(schema) };
      const text = `${JSON.stringify(json, null, 2)}\n`;
      await expect(text).toMatchFileSnapshot(`../schema/${name}.json`);
    }
  });
});
