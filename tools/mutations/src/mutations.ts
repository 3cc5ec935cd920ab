/**
 * The mutations: single edits that change the behaviour of a package. A unit test of the package
 * must fail for each of them. `find` must occur exactly once in its file.
 */

/** One edit of a source file. */
export interface Mutation {
  /** The wrong behaviour, in the words of a test name. */
  readonly name: string;
  /** The package whose tests must fail. */
  readonly package: string;
  /** Relative to the root. */
  readonly file: string;
  readonly find: string;
  readonly replace: string;
}

/** Every mutation, by package and module. */
export const MUTATIONS: readonly Mutation[] = [
  // core: decide
  {
    name: 'prefers a need with a choice',
    package: '@beta-headers/core',
    file: 'packages/core/src/decide/needs.ts',
    find: 'choices.length > 1 === hasChoice',
    replace: 'choices.length > 1 !== hasChoice',
  },
  {
    name: 'adds the beta of unknown acceptance first',
    package: '@beta-headers/core',
    file: 'packages/core/src/decide/needs.ts',
    find: "acceptanceOf(beta, work).status !== 'unknown'",
    replace: "acceptanceOf(beta, work).status === 'unknown'",
  },
  {
    name: 'keeps the other date beside the required one',
    package: '@beta-headers/core',
    file: 'packages/core/src/decide/needs.ts',
    find: '  sent.delete(other);\n',
    replace: '',
  },
  {
    name: 'strips lossy features with strip-safe',
    package: '@beta-headers/core',
    file: 'packages/core/src/decide/features.ts',
    find: "if (policy === 'strip-safe') return removal === 'safe';",
    replace: "if (policy === 'strip-safe') return removal !== 'breaks';",
  },
  {
    name: 'substitutes on an assumed platform',
    package: '@beta-headers/core',
    file: 'packages/core/src/decide/features.ts',
    find: "if (!isAssumed && claim?.status === 'unavailable'",
    replace: "if (claim?.status === 'unavailable'",
  },
  {
    name: 'sends a previously rejected beta if assumed',
    package: '@beta-headers/core',
    file: 'packages/core/src/decide/precedence.ts',
    find: '(s.isAssumed && !s.isRejectedBefore)',
    replace: 's.isAssumed',
  },
  {
    name: 'sends a rejected beta that selects a shape',
    package: '@beta-headers/core',
    file: 'packages/core/src/decide/precedence.ts',
    find: 's.selectsShape && !isRejected(s)',
    replace: 's.selectsShape',
  },
  {
    name: 'drops a required date beside another shape',
    package: '@beta-headers/core',
    file: 'packages/core/src/decide/precedence.ts',
    find: 's.shapeBeside !== undefined && !s.need',
    replace: 's.shapeBeside !== undefined',
  },
  {
    name: 'drops idle betas on Anthropic platforms',
    package: '@beta-headers/core',
    file: 'packages/core/src/decide/precedence.ts',
    find: '!isClaimedTaken(s) && !s.isAnthropic',
    replace: '!isClaimedTaken(s)',
  },
  {
    name: 'strips only safe features in the gateway',
    package: '@beta-headers/core',
    file: 'packages/core/src/decide/policy.ts',
    find: "gateway: { ...REPAIR, unavailable: 'strip-lossy' }",
    replace: "gateway: { ...REPAIR, unavailable: 'strip-safe' }",
  },
  {
    name: 'applies a constraint to a part of its betas',
    package: '@beta-headers/core',
    file: 'packages/core/src/decide/constraints.ts',
    find: 'if (!hit.betas.every((id) => work.sent.has(id))) continue;',
    replace: 'if (hit.betas.length > 0 && !hit.betas.some((id) => work.sent.has(id))) continue;',
  },
  // core: assemble
  {
    name: 'refuses a decision of level debug',
    package: '@beta-headers/core',
    file: 'packages/core/src/assemble/verdict.ts',
    find: "(isSent(decision) && decision.level !== 'debug' && ",
    replace: '(isSent(decision) && ',
  },
  {
    name: 'is certain on an assumed platform',
    package: '@beta-headers/core',
    file: 'packages/core/src/assemble/verdict.ts',
    find: 'return isAssumed || decisions.some(isUnverified)',
    replace: 'return decisions.some(isUnverified)',
  },
  {
    name: 'sends the header beside betas in the body',
    package: '@beta-headers/core',
    file: 'packages/core/src/assemble/assemble.ts',
    find: 'inBody || betas.length === 0 ? undefined',
    replace: 'betas.length === 0 ? undefined',
  },
  {
    name: 'ignores empty parts of a header',
    package: '@beta-headers/core',
    file: 'packages/core/src/assemble/assemble.ts',
    find: "before?.split(',').map((part) => part.trim())",
    replace: "before?.split(',').map((part) => part.trim()).filter(Boolean)",
  },
  // core: collect
  {
    name: 'ignores absent conditions',
    package: '@beta-headers/core',
    file: 'packages/core/src/collect/collect.ts',
    find: '    if (absent.some((test) => this.#isMet(test, hits, model))) return;\n',
    replace: '',
  },
  {
    name: 'excludes the API version of a rule',
    package: '@beta-headers/core',
    file: 'packages/core/src/collect/collect.ts',
    find: 'this.#apiVersion > apiVersion',
    replace: 'this.#apiVersion >= apiVersion',
  },
  {
    name: 'includes the limit of above',
    package: '@beta-headers/core',
    file: 'packages/core/src/collect/walk.ts',
    find: 'value > above',
    replace: 'value >= above',
  },
  {
    name: 'accepts an empty list as nonEmpty',
    package: '@beta-headers/core',
    file: 'packages/core/src/collect/walk.ts',
    find: 'return value.length > 0;',
    replace: 'return value.length >= 0;',
  },
  {
    name: 'ignores siblings',
    package: '@beta-headers/core',
    file: 'packages/core/src/collect/walk.ts',
    find: '  if (probe.where !== undefined && !hasSiblings(holder, probe.where)) return;\n',
    replace: '',
  },
  // core: strip
  {
    name: 'keeps a message that only has thinking',
    package: '@beta-headers/core',
    file: 'packages/core/src/strip/conversation.ts',
    find: "else if (fields.type !== 'thinking' && fields.type !== 'redacted_thinking') left",
    replace: 'else left',
  },
  {
    name: 'removes calls of a tool that is still defined',
    package: '@beta-headers/core',
    file: 'packages/core/src/strip/conversation.ts',
    find: '  for (const { name, cause } of tools) if (!cause) gone.delete(name);\n',
    replace: '',
  },
  {
    name: 'keeps tool_choice without tools',
    package: '@beta-headers/core',
    file: 'packages/core/src/strip/conversation.ts',
    find: "causes.every(Boolean) ? causes[0] : type === 'tool' && gone.get(name)",
    replace: "type === 'tool' && gone.get(name)",
  },
  {
    name: 'counts a set value as removed',
    package: '@beta-headers/core',
    file: 'packages/core/src/strip/removals.ts',
    find: 'if (set || isKept(parent)) continue;',
    replace: 'if (isKept(parent)) continue;',
  },
  {
    name: 'removes the type and not the element',
    package: '@beta-headers/core',
    file: 'packages/core/src/strip/strip.ts',
    find: "if (at.at(-1) !== 'type' && at.at(-1) !== 'role') return { at, cause };",
    replace: "if (at.at(-1) !== 'role') return { at, cause };",
  },
  // core: edit
  {
    name: 'ends a string at an escaped backslash',
    package: '@beta-headers/core',
    file: 'packages/core/src/edit/text.ts',
    find: 'if (slashes % 2 === 0) return end + 1;',
    replace: 'if (slashes === 0) return end + 1;',
  },
  {
    name: 'omits the comma before an added key',
    package: '@beta-headers/core',
    file: 'packages/core/src/edit/text.ts',
    find: "isFirst && i === 0 ? '' : ','",
    replace: "i === 0 ? '' : ','",
  },
  {
    name: "changes the caller's list",
    package: '@beta-headers/core',
    file: 'packages/core/src/edit/value.ts',
    find: 'const copy = [...list];',
    replace: 'const copy = list as unknown[];',
  },
  // core: request
  {
    name: 'keeps empty betas',
    package: '@beta-headers/core',
    file: 'packages/core/src/request/header.ts',
    find: "if (beta !== '') found.add(beta);",
    replace: 'found.add(beta);',
  },
  {
    name: 'keeps duplicates in a header',
    package: '@beta-headers/core',
    file: 'packages/core/src/request/header.ts',
    find: 'const list = [...new Set(betas)];',
    replace: 'const list = [...betas];',
  },
  {
    name: 'accepts only the first platform of a host',
    package: '@beta-headers/core',
    file: 'packages/core/src/request/platform.ts',
    find: 'first !== undefined && !onHost.includes(named)',
    replace: 'first !== undefined && first !== named',
  },
  {
    name: 'ignores a host with a final dot',
    package: '@beta-headers/core',
    file: 'packages/core/src/request/platform.ts',
    find: ".toLowerCase().replace(/\\.$/, '')",
    replace: '.toLowerCase()',
  },
  {
    name: 'ignores betas in batch items',
    package: '@beta-headers/core',
    file: 'packages/core/src/request/body-betas.ts',
    find: "route.params === 'batch' || route.form === 'converse'",
    replace: "route.form === 'converse'",
  },
  {
    name: 'reads a nested operation of CountTokens',
    package: '@beta-headers/core',
    file: 'packages/core/src/request/read.ts',
    find: 'return isNested ? { value: undefined, unread: true } : read;',
    replace: 'return read;',
  },
  {
    name: 'keeps dots in a model id',
    package: '@beta-headers/core',
    file: 'packages/core/src/request/model.ts',
    find: "id?.replaceAll('.', '-')",
    replace: 'id',
  },
  // codegen
  {
    name: 'leaves files that nothing emits',
    package: '@beta-headers/codegen',
    file: 'tools/codegen/src/writer.ts',
    find: '  for (const path of changes.pruned) rmSync(join(root, path));\n',
    replace: '',
  },
  {
    name: 'writes every file',
    package: '@beta-headers/codegen',
    file: 'tools/codegen/src/writer.ts',
    find: 'if (changed.has(file.path)) writeAtomically(',
    replace: 'if (changed) writeAtomically(',
  },
  {
    name: 'writes over a file in place',
    package: '@beta-headers/codegen',
    file: 'tools/codegen/src/writer.ts',
    find: '    renameSync(temporary, path);\n',
    replace: '    writeFileSync(path, content);\n',
  },
  {
    name: 'accepts two emitters of one file',
    package: '@beta-headers/codegen',
    file: 'tools/codegen/src/writer.ts',
    find: 'if (emitted.size !== files.length)',
    replace: 'if (emitted.size > files.length)',
  },
  {
    name: 'emits a disputed claim as certain',
    package: '@beta-headers/codegen',
    file: 'tools/codegen/src/emitters/tables/claims.ts',
    find: "  if (disputed) return 'disputed';\n",
    replace: '',
  },
  {
    name: 'emits a substitute without its exception',
    package: '@beta-headers/codegen',
    file: 'tools/codegen/src/emitters/tables/feature.ts',
    find: '...(unless && { unless: toRule(unless) }), remove',
    replace: 'remove',
  },
  {
    name: 'emits a rule without its exception',
    package: '@beta-headers/codegen',
    file: 'tools/codegen/src/emitters/tables/rule.ts',
    find: '    ...(rule.unless && { unless: toRule(rule.unless) }),\n',
    replace: '',
  },
  {
    name: 'counts every feature as one of the overlay',
    package: '@beta-headers/codegen',
    file: 'tools/codegen/src/overlay.ts',
    find: 'features: features.filter(({ overlay }) => overlay).map',
    replace: 'features: features.map',
  },
  // fake-api: gate
  {
    name: 'ends a claim on its last day',
    package: '@beta-headers/fake-api',
    file: 'packages/fake-api/src/gate/claims.ts',
    find: 'today > until',
    replace: 'today >= until',
  },
  {
    name: 'trusts a disputed claim',
    package: '@beta-headers/fake-api',
    file: 'packages/fake-api/src/gate/claims.ts',
    find: "    if (claim.disputed) return { status: 'unknown', doubt: 'disputed', claim };\n",
    replace: '',
  },
  {
    name: 'requires a segment for a wildcard',
    package: '@beta-headers/fake-api',
    file: 'packages/fake-api/src/gate/endpoint.ts',
    find: 'actual.length < template.length',
    replace: 'actual.length <= template.length',
  },
  {
    name: 'accepts a rejected replacement',
    package: '@beta-headers/fake-api',
    file: 'packages/fake-api/src/gate/needs.ts',
    find: "[...new Set(names)].filter((id) => rulingOf(id)?.status !== 'rejected')",
    replace: '[...new Set(names)]',
  },
  {
    name: 'retires a model a day late',
    package: '@beta-headers/fake-api',
    file: 'packages/fake-api/src/gate/place.ts',
    find: 'today < retired',
    replace: 'today <= retired',
  },
  {
    name: 'doubts an internal marker',
    package: '@beta-headers/fake-api',
    file: 'packages/fake-api/src/gate/values.ts',
    find: "doubt && beta.stage !== 'internal'",
    replace: 'doubt',
  },
  {
    name: 'includes the limit of above in the gate',
    package: '@beta-headers/fake-api',
    file: 'packages/fake-api/src/gate/walk.ts',
    find: 'value > test.above',
    replace: 'value >= test.above',
  },
  {
    name: 'refuses what has no effect',
    package: '@beta-headers/fake-api',
    file: 'packages/fake-api/src/gate/constraints.ts',
    find: '      if (constraint.outcome !== 400) continue;\n',
    replace: '',
  },
  // manifest: lints
  {
    name: 'rejects a date of today',
    package: '@beta-headers/manifest',
    file: 'packages/manifest/src/lints/future-date.ts',
    find: 'date <= today',
    replace: 'date < today',
  },
  {
    name: 'rejects two events on one day',
    package: '@beta-headers/manifest',
    file: 'packages/manifest/src/lints/event-order.ts',
    find: 'before.date <= event.date',
    replace: 'before.date < event.date',
  },
  {
    name: 'accepts a released beta that is gone',
    package: '@beta-headers/manifest',
    file: 'packages/manifest/src/lints/lifecycle.ts',
    find: '      if (ids.has(beta.id)) continue;\n',
    replace: '      continue;\n',
  },
  {
    name: 'ignores ids of broken entries',
    package: '@beta-headers/manifest',
    file: 'packages/manifest/src/lints/default-beta.ts',
    find: '[...data.betas.map(({ id }) => id), ...brokenIds]',
    replace: '[...data.betas.map(({ id }) => id)]',
  },
  {
    name: 'ignores the claim before',
    package: '@beta-headers/manifest',
    file: 'packages/manifest/src/lints/covered-claim.ts',
    find: 'claims.slice(0, index)',
    replace: 'claims.slice(0, Math.max(0, index - 1))',
  },
  {
    name: 'requires a last claim of a followed platform',
    package: '@beta-headers/manifest',
    file: 'packages/manifest/src/lints/claim-list-end.ts',
    find: '      if (isFollowed) continue;\n',
    replace: '',
  },
  {
    name: 'accepts a rule of a legacy shape',
    package: '@beta-headers/manifest',
    file: 'packages/manifest/src/lints/graduated-rule.ts',
    find: "beta.stage !== 'graduated' && beta.stage !== 'legacy-shape'",
    replace: "beta.stage !== 'graduated'",
  },
  {
    name: 'rejects a summary of two sentences',
    package: '@beta-headers/manifest',
    file: 'packages/manifest/src/lints/summary-length.ts',
    find: 'found >= LEAST && found <= MOST',
    replace: 'found > LEAST && found <= MOST',
  },
  {
    name: 'rejects a substitute that one claim accepts',
    package: '@beta-headers/manifest',
    file: 'packages/manifest/src/lints/substitutes.ts',
    find: "claims.some(({ status }) => status !== 'rejected')",
    replace: "claims.every(({ status }) => status !== 'rejected')",
  },
];
