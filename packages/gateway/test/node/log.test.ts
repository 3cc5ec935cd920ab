/** The log. */
import { expect, it } from 'vitest';
import { createEventLog, createLog, type LogOptions } from '../../src/node/log.ts';
import type { GatewayEvent } from '../../src/types.ts';

const now = (): Date => new Date('2026-01-02T03:04:05Z');

function record(options: LogOptions): { log: ReturnType<typeof createLog>; lines: string[] } {
  const lines: string[] = [];
  return { log: createLog({ now, write: (line) => lines.push(line), ...options }), lines };
}

const EVENT: GatewayEvent = {
  id: 'r1',
  method: 'POST',
  kind: 'messages',
  upstream: 'main',
  platform: 'bedrock',
  model: 'claude-opus-5-5',
  status: 200,
  durationMs: 12.4,
  attempts: 2,
  verdict: 'works',
  changes: [
    { action: 'dropped', reason: 'rejected', beta: 'a-2025-01-01' },
    { action: 'substituted', reason: 'instead', beta: 'b-2025-01-01', sends: 'c-2025-01-01' },
  ],
};

it('writes an object a line as JSON', () => {
  const { log, lines } = record({ format: 'json' });
  createEventLog(log)(EVENT);
  expect(lines).toHaveLength(1);
  expect(lines[0]?.endsWith('}\n')).toBe(true);
  expect(JSON.parse(lines[0] ?? '')).toEqual({
    time: '2026-01-02T03:04:05.000Z',
    level: 'warn',
    message: 'request',
    id: 'r1',
    method: 'POST',
    kind: 'messages',
    upstream: 'main',
    platform: 'bedrock',
    model: 'claude-opus-5-5',
    status: 200,
    ms: 12,
    attempts: 2,
    verdict: 'works',
    changes: ['dropped:a-2025-01-01(rejected)', 'substituted:b-2025-01-01>c-2025-01-01(instead)'],
  });
});

it('writes names and values as text', () => {
  const { log, lines } = record({ format: 'text' });
  log('info', 'listening', { url: 'http://127.0.0.1:1', note: 'two words', none: undefined });
  expect(lines).toEqual([
    '2026-01-02T03:04:05.000Z info  listening url=http://127.0.0.1:1 note="two words"\n',
  ]);
});

it('writes the changes of a request as text without quotes', () => {
  const { log, lines } = record({ format: 'text' });
  createEventLog(log)(EVENT);
  expect(lines[0]).toContain(
    ' changes=dropped:a-2025-01-01(rejected),substituted:b-2025-01-01>c-2025-01-01(instead)\n',
  );
});

it('warns of a refused credential, and writes the detail of an error', () => {
  const { log, lines } = record({ format: 'text' });
  const write = createEventLog(log);
  write({ ...EVENT, changes: [], status: 403 });
  write({ ...EVENT, changes: [], status: 404 });
  const detail = `no credential: ${'x'.repeat(300)}; sign in`;
  write({ ...EVENT, changes: [], status: 502, error: 'upstream_unreachable', detail });
  expect(lines.map((line) => line.slice(25, 30).trim())).toEqual(['warn', 'info', 'error']);
  expect(lines[2]).toContain(`error=upstream_unreachable detail="${detail}"`);
});

it('writes nothing below its level', () => {
  const { log, lines } = record({ level: 'warn' });
  log('debug', 'a');
  log('info', 'b');
  log('warn', 'c');
  log('error', 'd');
  expect(lines).toHaveLength(2);
  const silent = record({ level: 'silent' });
  silent.log('error', 'a');
  expect(silent.lines).toEqual([]);
});

it.each(['json', 'text'] as const)('keeps a value of a client in one line of %s', (format) => {
  const { log, lines } = record({ format });
  log('info', 'request', { model: `a\n\u001b[2J\u2028\u009b${'x'.repeat(1_000)}` });
  expect(lines).toHaveLength(1);
  const line = (lines[0] ?? '').slice(0, -1);
  expect(line).not.toMatch(/[\p{Cc}\u2028]/u);
  expect(line.length).toBeLessThan(400);
});

it.each([
  ['debug', { kind: 'probe', changes: [] }],
  ['info', { changes: [] }],
  ['info', { status: 400, changes: [] }],
  ['warn', { status: 529, changes: [] }],
  ['error', { status: 502, error: 'upstream_unreachable', changes: [] }],
  ['info', { changes: [{ action: 'added', reason: 'required', beta: 'a-2025-01-01' }] }],
] as const)('writes at %s for %j', (level, more) => {
  const { log, lines } = record({ level: 'debug' });
  createEventLog(log)({ ...EVENT, ...more });
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ level });
});

it('warns of a change once for each upstream', () => {
  const { log, lines } = record({});
  const write = createEventLog(log);
  write(EVENT);
  write(EVENT);
  write({ ...EVENT, upstream: 'other' });
  expect(lines.map((line) => (JSON.parse(line) as { level: string }).level)).toEqual([
    'warn',
    'info',
    'warn',
  ]);
});

it('survives a stream that cannot be written', () => {
  const log = createLog({
    write: () => {
      throw new Error('closed');
    },
  });
  expect(() => log('info', 'a')).not.toThrow();
});
