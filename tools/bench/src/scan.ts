/** Compares `beta-headers scan` with a byte search of the same files. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Bench, median } from './metric.ts';
import { root } from './root.ts';

const FILES = 20_000;
/** The tree has 200 MB. */
const FILE_SIZE = 10_000;
/** One file in 200 has a beta, and one in 20 a date that is none. */
const EVERY_BETA = 200;
const EVERY_DATE = 20;
const ROUNDS = 3;

/** Walks the folder, and reads and searches each file, as a byte search does. */
const SEARCH = `
const { readdirSync, readFileSync } = require('node:fs');
const { join } = require('node:path');
const walk = (folder) => {
  let found = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) found += walk(path);
    else if (readFileSync(path).indexOf('anthropic-beta') >= 0) found++;
  }
  return found;
};
console.log(walk(process.argv[1]));
`;

/** Reports the processor's time and the memory on the last line of stderr. */
const REPORT = `
{
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const seconds = (userCPUTime + systemCPUTime) / 1e6;
  process.stderr.write('\\n' + JSON.stringify({ seconds, megabytes: maxRSS / 1024 }));
}
`;

/** Runs the command line. */
const SCAN = `
const { main } = await import(process.argv[1]);
await main(['scan', process.argv[2], '--json']);
`;

/** Measures the throughput of a scan of 200 MB, and its memory. */
export const measureScan: Bench = (report) => {
  const folder = mkdtempSync(join(tmpdir(), 'bench-scan-'));
  try {
    report('scan of a generated tree of 200 MB, compared with a byte search');
    writeTree(folder);
    const search: number[] = [];
    const scan: number[] = [];
    let memory = 0;
    const program = join(root, 'packages/cli/src/main.ts');
    for (let round = 0; round <= ROUNDS; round++) {
      const searched = run(['-e', SEARCH + REPORT, folder]);
      const scanned = run(['--input-type=module', '-e', SCAN + REPORT, program, folder]);
      checkCounts(searched.stdout, scanned.stdout);
      // The first round fills the cache of the file system.
      if (round === 0) continue;
      search.push(searched.seconds);
      scan.push(scanned.seconds);
      memory = Math.max(memory, scanned.megabytes);
    }
    const megabytes = (FILES * FILE_SIZE) / 1e6;
    return [
      {
        name: 'scan, 200 MB in 20,000 files',
        value: `${(megabytes / median(scan)).toFixed(0)} MB per CPU second`,
        number: median(scan) / median(search),
        bound: 3.33,
        against: `a byte search, ${(megabytes / median(search)).toFixed(0)} MB per CPU second`,
      },
      {
        name: 'scan, memory',
        value: `${memory.toFixed(0)} MB`,
        number: memory,
        bound: 300,
        against: 'MB',
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

interface Run {
  readonly seconds: number;
  readonly megabytes: number;
  readonly stdout: string;
}

/** Counts the processor's time, so that other programs do not matter. */
function run(args: readonly string[]): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (status !== 0) throw new Error(`node exited with ${status}: ${stderr}`);
  const usage = JSON.parse(stderr.split('\n').at(-1) as string) as Omit<Run, 'stdout'>;
  return { ...usage, stdout };
}

function checkCounts(searched: string, scanned: string): void {
  const { findings } = JSON.parse(scanned) as { readonly findings: readonly unknown[] };
  if (Number(searched) !== FILES / EVERY_BETA || findings.length !== FILES / EVERY_BETA)
    throw new Error(`expected ${FILES / EVERY_BETA} files, got ${searched}, ${findings.length}`);
}

const WORDS =
  'value index request response message content headers options platform result error model token ' +
  'stream buffer length string number parse format send create update remove list read write';

/** Writes files that look like code, in folders of 100. */
function writeTree(folder: string): void {
  const random = createRandom(1);
  const words = WORDS.split(' ');
  const lines = Array.from({ length: 2_000 }, () => {
    const count = 4 + Math.floor(random() * 8);
    const line = Array.from({ length: count }, () => words[Math.floor(random() * words.length)]);
    return `client.${line.join('.')}('${line[0]}', ${Math.floor(random() * 1000)});`;
  });
  for (let i = 0; i < FILES; i++) {
    const parent = join(folder, `folder-${Math.floor(i / 100)}`);
    if (i % 100 === 0) mkdirSync(parent);
    writeFileSync(join(parent, `file-${i}.ts`), makeFile(i, lines, random));
  }
}

function makeFile(index: number, lines: readonly string[], random: () => number): string {
  const parts: string[] = [];
  if (index % EVERY_BETA === 0)
    parts.push(`export const headers = { 'anthropic-beta': 'pdfs-2024-09-25' };`);
  else if (index % EVERY_DATE === 0) parts.push(`export const log = 'server-2025-05-14.log';`);
  let size = 0;
  while (size < FILE_SIZE) {
    const line = lines[Math.floor(random() * lines.length)] as string;
    parts.push(line);
    size += line.length + 1;
  }
  return `${parts.join('\n')}\n`;
}

/** A generator of numbers from a seed, so that every run has the same tree. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}
