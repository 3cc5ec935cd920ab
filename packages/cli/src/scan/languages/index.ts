/** Finds the language of a file. */
import { baseName } from '../names.ts';
import { c } from './c.ts';
import { csharp } from './csharp.ts';
import { env } from './env.ts';
import { go } from './go.ts';
import { http } from './http.ts';
import { javascript, templates } from './javascript.ts';
import { json } from './json.ts';
import { groovy, java, kotlin, scala } from './jvm.ts';
import type { Language } from './language.ts';
import { lisp } from './lisp.ts';
import { lua } from './lua.ts';
import { defineMarkdown } from './markdown.ts';
import { notebook } from './notebook.ts';
import { perl, php } from './php.ts';
import { python } from './python.ts';
import { r } from './r.ts';
import { ruby } from './ruby.ts';
import { rust } from './rust.ts';
import { shell } from './shell.ts';
import { dart, swift } from './swift.ts';
import { hcl, toml } from './toml.ts';
import { yaml } from './yaml.ts';

const markdown = defineMarkdown((info) => BY_EXTENSION.get(ALIASES[info] ?? info) ?? http);

/** Names of languages after a fence that are no file extension. */
const ALIASES: Readonly<Record<string, string>> = {
  javascript: 'js',
  typescript: 'ts',
  python: 'py',
  python3: 'py',
  ruby: 'rb',
  rust: 'rs',
  kotlin: 'kt',
  csharp: 'cs',
  'c#': 'cs',
  golang: 'go',
  shell: 'sh',
  console: 'sh',
  'shell-session': 'sh',
  terminal: 'sh',
  curl: 'sh',
  powershell: 'ps1',
  jsonc: 'json',
  dotenv: 'env',
};

const EXTENSIONS: readonly (readonly [Language, string])[] = [
  [javascript, 'js mjs cjs jsx ts mts cts tsx'],
  [templates, 'vue svelte astro html htm'],
  [python, 'py pyi pyw pyx'],
  [go, 'go'],
  [java, 'java'],
  [kotlin, 'kt kts'],
  [scala, 'scala sc'],
  [groovy, 'groovy gradle'],
  [csharp, 'cs csx fs vb'],
  [ruby, 'rb rake erb gemspec ex exs cr'],
  [php, 'php phtml'],
  [perl, 'pl pm'],
  [lua, 'lua luau'],
  [c, 'c h cc hh cpp hpp cxx hxx m mm'],
  [lisp, 'el lisp cl clj cljs cljc edn scm rkt'],
  [rust, 'rs'],
  [swift, 'swift'],
  [dart, 'dart'],
  [r, 'r rmd'],
  [shell, 'sh bash zsh fish ksh ps1 psm1 bat cmd mk dockerfile'],
  [yaml, 'yaml yml'],
  [toml, 'toml ini cfg conf'],
  [hcl, 'tf tfvars hcl'],
  [json, 'json jsonc json5 jsonl ndjson har webmanifest'],
  [env, 'env properties envrc'],
  [notebook, 'ipynb'],
  [markdown, 'md mdx markdown mdc rst adoc txt qmd'],
  [http, 'http rest'],
];

const BY_EXTENSION: ReadonlyMap<string, Language> = new Map(
  EXTENSIONS.flatMap(([language, list]) =>
    list.split(' ').map((extension): [string, Language] => [extension, language]),
  ),
);

const BY_NAME: Readonly<Record<string, Language>> = {
  dockerfile: shell,
  containerfile: shell,
  makefile: shell,
  justfile: shell,
  procfile: shell,
  gemfile: ruby,
  rakefile: ruby,
  jenkinsfile: groovy,
  '.bashrc': shell,
  '.bash_profile': shell,
  '.bash_aliases': shell,
  '.profile': shell,
  '.zshrc': shell,
  '.zprofile': shell,
  '.zshenv': shell,
};

const BY_INTERPRETER: readonly (readonly [RegExp, Language])[] = [
  [/^(?:ba|z|k|da|a|fi)?sh$/, shell],
  [/^(?:node|bun|deno|tsx|ts-node)$/, javascript],
  [/^(?:python|pypy)[\d.]*$/, python],
  [/^ruby$/, ruby],
  [/^php$/, php],
  [/^perl$/, perl],
  [/^lua(?:jit)?$/, lua],
  [/^Rscript$/, r],
  [/^swift$/, swift],
];

/**
 * Finds the language by the name of a file, or by the first line of a script without an extension.
 * Returns `undefined` if it is not supported.
 */
export function findLanguage(path: string, text = ''): Language | undefined {
  const name = baseName(path).toLowerCase();
  if (/^\.env(?:rc|\..*)?$|\.env$/.test(name)) return env;
  const dot = name.lastIndexOf('.');
  const found = BY_NAME[name] ?? (dot < 0 ? undefined : BY_EXTENSION.get(name.slice(dot + 1)));
  // `Dockerfile.production` is another one.
  return (
    found ??
    BY_NAME[name.slice(0, name.indexOf('.'))] ??
    (dot < 0 ? findByInterpreter(text) : undefined)
  );
}

/** `#!/usr/bin/env -S node --flag` names the interpreter after options and assignments. */
const SHEBANG = /^#![ \t]*(?:\S*\/)?(?:env[ \t]+(?:-\S+[ \t]+|\w+=\S*[ \t]+)*)?([\w.-]+)/;

function findByInterpreter(text: string): Language | undefined {
  const name = SHEBANG.exec(text.slice(0, 200))?.[1];
  return name === undefined ? undefined : BY_INTERPRETER.find(([form]) => form.test(name))?.[1];
}
