import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ERROR_KINDS } from '@beta-headers/grammar';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { packCases, writeCases } from '../conformance/pack.ts';
import { catalog } from '../src/data.ts';

const folder = join(import.meta.dirname, '..', 'conformance');
const schema = z.fromJSONSchema(
  JSON.parse(readFileSync(join(folder, 'case.schema.json'), 'utf8')) as Parameters<
    typeof z.fromJSONSchema
  >[0],
);

interface Case {
  readonly id: string;
  readonly platform?: string;
  readonly request?: { readonly url: string };
  readonly expect: {
    readonly betas?: readonly string[];
    readonly kind?: string;
    readonly verdict?: string;
    readonly platform?: string;
    readonly decisions?: readonly { beta?: string; action: string }[];
  } | null;
}

const lines = readdirSync(folder)
  .filter((name) => name.endsWith('.jsonl'))
  .flatMap((name) =>
    readFileSync(join(folder, name), 'utf8')
      .trimEnd()
      .split('\n')
      .map((line, i) => ({ where: `${name}:${i + 1}`, value: JSON.parse(line) as Case })),
  );
const plans = lines.filter(({ value }) => value.request).map(({ value }) => value);
const errors = lines.filter(({ value }) => !value.request).map(({ value }) => value);

/** Lists the betas that decisions of the corpus add. */
const addedBetas = (): string[] =>
  plans.flatMap(({ expect: expected }) =>
    (expected?.decisions ?? []).flatMap(({ action, beta }) =>
      action === 'added' && beta !== undefined ? [beta] : [],
    ),
  );

/** Explains how to add the case of a new beta. The line is the one of CONTRIBUTING.md. */
const explainMissingCase = (id = ''): string => {
  const request = {
    method: 'POST',
    url: '/v1/messages',
    body: {
      model: 'claude-opus-5-5',
      max_tokens: 1024,
      messages: [{ role: 'user', content: 'Hello' }],
      paper_planes: true,
    },
  };
  const line = {
    id: id.replace(/-\d{4}-\d\d-\d\d$/, ''),
    platform: 'claude-api',
    model: 'claude-opus-5-5',
    request,
    expect: {
      verdict: 'works',
      betas: [id],
      decisions: [{ beta: id, action: 'added', at: '/paper_planes' }],
    },
    source: 'https://platform.claude.com/docs/…',
  };
  return (
    `no conformance case adds ${id}: add a line such as\n${JSON.stringify(line)}\n` +
    'to conformance/rules.jsonl, with a request that meets its rule; see conformance/README.md'
  );
};

describe('the conformance corpus', () => {
  it('matches its schema, line by line', () => {
    expect(
      lines
        .filter(({ value }) => !schema.safeParse(value).success)
        .map(({ where, value }) => `${where} ${value.id}`),
    ).toEqual([]);
  });

  it('has a schema that rejects invalid cases', () => {
    const good = lines[0]?.value as Case;
    for (const wrong of [
      { ...good, id: 'Not An Id' },
      { ...good, extra: 1 },
      { ...good, source: '' },
      { ...good, expect: {} },
      { ...good, expect: { verdict: 'works' } },
      { ...good, expect: { ...good.expect, verdict: 'perhaps' } },
      { ...good, platform: 'Azure' },
    ]) {
      expect(schema.safeParse(wrong).success, JSON.stringify(wrong)).toBe(false);
    }
  });

  it('names only known platforms', () => {
    const known = ['auto', ...catalog.platforms.map(({ id }) => id)];
    const named = lines.flatMap(({ value }) => [value.platform, value.expect?.platform]);
    expect(named.filter((id) => id !== undefined && !known.includes(id))).toEqual([]);
  });

  it('has unique ids', () => {
    const ids = lines.map(({ value }) => value.id);
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
  });

  it('is packed into cases.json line by line', () => {
    writeCases();
    expect(readFileSync(join(folder, 'cases.json'), 'utf8')).toBe(packCases());
    const packed = JSON.parse(packCases()) as Record<string, string[]>;
    expect(Object.values(packed).flatMap((all) => all.map((line) => JSON.parse(line)))).toEqual(
      lines.map(({ value }) => value),
    );
  });

  it('is as large as it claims', () => {
    expect(plans.length).toBeGreaterThanOrEqual(600);
    expect(errors.filter((one) => one.expect !== null).length).toBeGreaterThanOrEqual(120);
    expect(errors.filter((one) => one.expect === null).length).toBeGreaterThanOrEqual(40);
  });

  it('adds every beta that a rule of its own requires', () => {
    const added = new Set(addedBetas());
    const required = catalog.betas.filter(({ requires }) => requires.length > 0);
    const missing = required.map(({ id }) => id).filter((id) => !added.has(id));
    expect(missing, explainMissingCase(missing[0])).toEqual([]);
  });

  it('explains how to add a case for a new beta, with a line that matches the schema', () => {
    const text = explainMissingCase('paper-planes-2026-01-01');
    expect(text).toContain('no conformance case adds paper-planes-2026-01-01: add a line such as');
    const line = text.split('\n').find((one) => one.startsWith('{')) ?? '';
    expect(schema.safeParse(JSON.parse(line)).success).toBe(true);
    const contributing = readFileSync(join(folder, '../../../CONTRIBUTING.md'), 'utf8');
    expect(contributing).toContain(line);
  });

  it('mentions every beta of the manifest', () => {
    const text = plans.map((one) => JSON.stringify(one)).join('\n');
    const missing = catalog.betas
      .filter((beta) => !beta.overlay && !text.includes(beta.id))
      .map((beta) => beta.id);
    expect(
      missing,
      `no conformance case mentions ${missing.join(', ')}: add a request that sends it to ` +
        'conformance/claims.jsonl; see conformance/README.md',
    ).toEqual([]);
  });

  it('adds only values that the manifest knows', () => {
    const known = new Set(catalog.betas.map((beta) => beta.id));
    expect(addedBetas().filter((id) => !known.has(id))).toEqual([]);
  });

  it('covers every platform and every kind of error', () => {
    const platforms = new Set(plans.map((one) => one.platform));
    expect(catalog.platforms.map(({ id }) => id).filter((id) => !platforms.has(id))).toEqual([]);
    expect([...new Set(errors.map((one) => one.expect?.kind ?? 'null'))].sort()).toEqual(
      [...ERROR_KINDS, 'null'].sort(),
    );
  });
});
