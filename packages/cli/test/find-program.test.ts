import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkFile, findProgram, type System } from '../src/run/find-program.ts';

/** A Windows machine on which only these files exist. */
const makeWindows = (files: readonly string[], env: System['env'] = {}): System => ({
  platform: 'win32',
  env: { Path: 'C:\\bin;D:\\npm', PATHEXT: '.COM;.EXE;.BAT;.CMD', ComSpec: 'C:\\cmd.exe', ...env },
  cwd: 'C:\\work',
  check: (path) => (files.includes(path) ? 'executable' : 'none'),
});

describe('the search for a program on Windows', () => {
  it('tries the extensions of PATHEXT in every folder of Path', () => {
    expect(findProgram('claude', ['a b'], makeWindows(['D:\\npm\\claude.EXE']))).toEqual({
      form: { file: 'D:\\npm\\claude.EXE', args: ['a b'], verbatim: false },
    });
    expect(findProgram('claude.exe', [], makeWindows(['D:\\npm\\claude.exe']))).toEqual({
      form: { file: 'D:\\npm\\claude.exe', args: [], verbatim: false },
    });
  });

  it('does not start a file without an extension', () => {
    expect(findProgram('claude', [], makeWindows(['D:\\npm\\claude']))).toEqual({
      problem: 'not-found',
    });
  });

  it('starts a script by cmd.exe with every special character escaped', () => {
    const found = findProgram(
      'claude',
      ['-p', 'a & b "c" %PATH%'],
      makeWindows(['D:\\npm\\claude.CMD']),
    );
    expect(found).toEqual({
      form: {
        file: 'C:\\cmd.exe',
        args: ['/d', '/s', '/c', '"D:\\npm\\claude.CMD ^"-p^" ^"a^ ^&^ b^ \\^"c\\^"^ ^%PATH^%^""'],
        verbatim: true,
      },
    });
  });

  it("escapes twice for npm's shims, which pass their arguments on by a second shell", () => {
    const path = 'C:\\work\\node_modules\\.bin\\x.CMD';
    const found = findProgram('.\\node_modules\\.bin\\x', ['&'], makeWindows([path]));
    expect('form' in found && found.form.args[3]).toBe(`"${path} ^^^"^^^&^^^""`);
  });

  it('doubles backslashes before a quote and at the end', () => {
    const found = findProgram('x', ['a\\"b\\'], makeWindows(['C:\\bin\\x.CMD']));
    expect('form' in found && found.form.args[3]).toBe('"C:\\bin\\x.CMD ^"a\\\\\\^"b\\\\^""');
  });

  it('reads a path with a folder from the working directory', () => {
    expect(findProgram('tools\\x.exe', [], makeWindows(['C:\\work\\tools\\x.exe']))).toMatchObject({
      form: { file: 'C:\\work\\tools\\x.exe' },
    });
  });
});

describe('the search for a program on other systems', () => {
  let folder: string;
  let system: System;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'find-program-'));
    mkdirSync(join(folder, 'bin'));
    mkdirSync(join(folder, 'bin', 'folder'));
    writeFileSync(join(folder, 'bin', 'good'), '#!/bin/sh\n');
    writeFileSync(join(folder, 'bin', 'plain'), 'text');
    chmodSync(join(folder, 'bin', 'good'), 0o755);
    chmodSync(join(folder, 'bin', 'plain'), 0o644);
    system = {
      platform: 'linux',
      env: { PATH: `/nowhere:${join(folder, 'bin')}` },
      cwd: folder,
      check: checkFile,
    };
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('finds a program in PATH and by its path', () => {
    const file = join(folder, 'bin', 'good');
    for (const command of ['good', './bin/good', file])
      expect(findProgram(command, ['$x'], system)).toEqual({
        form: { file, args: ['$x'], verbatim: false },
      });
  });

  it('distinguishes a file that cannot be executed from none', () => {
    expect(findProgram('plain', [], system)).toEqual({
      problem: 'not-executable',
      path: join(folder, 'bin', 'plain'),
    });
    expect(findProgram('none', [], system)).toEqual({ problem: 'not-found' });
    expect(findProgram('folder', [], system)).toEqual({ problem: 'not-found' });
  });
});
