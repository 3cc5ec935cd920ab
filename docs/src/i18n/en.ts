/** Every English text of the site that is not in the Catalog or in a guide. */
import { agentsEn } from './agents.en.ts';
import { changesEn } from './changes.en.ts';
import { checkEn } from './check.en.ts';
import { errorsEn } from './errors.en.ts';
import { homeEn } from './home.en.ts';
import { needEn } from './need.en.ts';
import { placesEn } from './places.en.ts';
import { searchEn } from './search.en.ts';

export const en = {
  site: {
    title: 'beta-headers',
    description:
      'Every beta header of the Claude API: what needs it, where it works, since when and ' +
      'until when.',
  },
  nav: {
    catalog: 'All betas',
    features: 'All features',
    platforms: 'Platforms',
    changes: 'What changed',
    check: 'Check a request',
    checkShort: 'Check',
    errors: 'Errors about betas',
    notBetas: 'Values that are no betas',
    manifest: 'State of the manifest',
    reference: 'Catalog',
    byFamily: 'By family',
    packages: 'Packages',
    guides: 'Guides',
    breadcrumb: 'Breadcrumb',
  },
  guides: {
    'quick-start-node': 'Quick start: Node',
    'quick-start-deno': 'Quick start: Deno',
    'quick-start-bedrock': 'Quick start: Amazon Bedrock',
    'quick-start-vertex': 'Quick start: Google Cloud',
    'quick-start-foundry': 'Quick start: Microsoft Foundry',
    'command-line': 'The command line',
    'claude-code': 'Claude Code on Bedrock, Vertex, Foundry',
    gateway: 'The gateway',
    'ai-sdk': 'AI SDK',
    langchain: 'LangChain',
    mastra: 'Mastra',
    'cloudflare-workers': 'Cloudflare Workers',
    nextjs: 'Next.js',
    bun: 'Bun',
    'aws-sdk': 'AWS SDK and boto3',
    python: 'Python',
    'see-what-is-sent': 'See what is sent',
    'invalid-beta-flag': '“invalid beta flag”',
    policies: 'Modes and policies',
    recovery: 'Recovery',
    'gateway-tables': 'Tables for gateways you run',
    probe: 'Probe your own account',
    mcp: 'For agents: MCP',
    scan: 'Find old betas',
    testing: 'Test with the stand-in API',
    regenerate: 'When a new beta ships',
    'platform-claim': 'Add a platform claim',
    'private-betas': 'Private betas',
    'other-languages': 'From another language',
  },
  reference: {
    title: 'Packages',
    lead: 'What each package exports, with signatures, from its own sources.',
    description: (name: string) =>
      `Every export of ${name}, with its signature and what it is for.`,
    guide: 'Start here',
    english: 'Descriptions are quoted from the sources.',
    all: 'Also everything from',
    betas: (count: number) =>
      `${count} constants, one for each beta; the name of each is on its page in the catalog:`,
    features: (path: string) =>
      `Typed builders come from ${path}, where a feature has objects to build. All features:`,
    kind: { function: 'function', class: 'class', constant: 'constant', type: 'type' },
    about: {
      node: 'For Node and Bun: middleware, fetch wrapper, typed builders, shared memory, telemetry.',
      deno: 'For Deno: the same, with Deno KV.',
      core:
        'The engine and its adapters: plan, explain, errors, recovery. Runs wherever there are ' +
        'Web APIs.',
      constants:
        'Every value of the header as a typed constant, and the types that follow from them.',
      gateway: 'A gateway for clients that cannot be changed, and its server for Node.',
      reader: 'Reads any text as a request, a list of betas or an error.',
      'fake-api': 'A stand-in Claude API that gates features and betas, for tests.',
      manifest: 'The data: loading, validating, comparing, and a folder of your own laid over it.',
    },
  },
  related: { title: 'Guides', lead: 'What to do with it in code:' },
  stage: {
    beta: 'Beta',
    preview: 'Preview',
    superseded: 'Superseded',
    graduated: 'Graduated',
    'legacy-shape': 'Legacy shape',
    retired: 'Retired',
    internal: 'Internal',
  },
  stageExplained: {
    beta: 'Send the header to use the feature. The request or the response may still change.',
    preview:
      'Works only for organizations that have been given access. Everyone else gets the same ' +
      'error as for an unknown name.',
    superseded: 'Still accepted, but a newer beta has taken its place.',
    graduated:
      'The feature is generally available and needs no header. Sending this value does ' +
      'nothing: leave it out.',
    'legacy-shape':
      'The feature is generally available. This header still selects the older response shape, ' +
      'so dropping it changes what you get back.',
    retired: 'The value does nothing any more. Take it out of your code.',
    internal: 'Sent by official clients themselves. It is not meant to be set by hand.',
  },
  undocumented:
    'No official page or SDK symbol explains this value. It is listed because it has been seen ' +
    'in use.',
  overlay: 'This entry comes from an overlay of your own, not from the published manifest.',
  fromOverlay: 'from your overlay',
  family: {
    tools: 'Tools',
    context: 'Context',
    thinking: 'Thinking',
    output: 'Output',
    files: 'Files and batches',
    models: 'Models and speed',
    agents: 'Agents',
    admin: 'Administration',
    client: 'Official clients',
  },
  mark: {
    featureLead: 'Feature',
    headerLead: 'Header value',
    feature: {
      available: 'available',
      some: 'under conditions',
      'no-effect': 'without effect',
      unavailable: 'not available',
      unknown: 'not known',
      disputed: 'sources disagree',
    },
    header: {
      accepted: 'accepted',
      some: 'under conditions',
      ignored: 'ignored',
      instead: 'another value wanted',
      rejected: 'rejected',
      unknown: 'not known',
      disputed: 'sources disagree',
    },
    featureExplained: {
      available: 'A source says that the feature exists on this platform.',
      some: 'It exists there with some models, in some form, or for organizations with access.',
      'no-effect': 'The request is accepted, and the feature in it is silently ignored.',
      unavailable: 'A source says that the feature does not exist there.',
      unknown: 'Nobody has published anything about it. This is neither a yes nor a no.',
      disputed: 'Sources contradict each other; the page of the beta quotes them all.',
    },
    headerExplained: {
      accepted:
        'A source says that the platform takes the value. That alone does not mean that the ' +
        'feature exists there.',
      some: 'The value is accepted with some models and rejected with others.',
      ignored: 'The platform takes the value and does nothing with it.',
      instead: 'The value is rejected, and the platform wants another one in its place.',
      rejected: 'A source says that the platform answers this value with an error.',
      unknown: 'Nobody has published anything about it. This is neither a yes nor a no.',
      disputed: 'Sources contradict each other; the page of the beta quotes them all.',
    },
  },
  catalog: {
    title: 'Claude API beta headers',
    lead: (betas: number, features: number) =>
      `The ${betas} values of the anthropic-beta header that are documented or seen in use, ` +
      `for ${features} features: what needs each one, where it works, and whether you still ` +
      'need it.',
    notBetas: 'Values that look like betas and are none',
    caption: 'Every beta, one per row',
    beta: 'Beta',
    stage: 'Stage',
    since: 'Since',
    platforms: 'Platforms',
    sdk: (version: string) => `TypeScript SDK ${version}`,
    search: 'Search',
    stageFilter: 'Stage',
    endpoint: 'Endpoint',
    family: 'Family',
    any: 'Any',
    sort: 'Sort by',
    sorts: { newest: 'Newest first', oldest: 'Oldest first', name: 'Name', stage: 'Stage' },
    reset: 'Clear filters',
    count: '{shown} of {total} betas',
    countAll: '{total} betas',
    none: 'No beta matches these filters.',
    filters: 'Filter the betas',
    more: 'Filters',
    sortByColumn: 'Sort by this column',
    legend: 'Legend',
  },
  home: homeEn,
  notBetas: {
    title: 'Values that are no betas',
    lead:
      'Public code, guides and coding agents show these values of the anthropic-beta header as ' +
      'if they were betas. Do not send them: a request with a name that the Claude API does ' +
      'not know gets a 400, even if everything else in it is right.',
    basis:
      'No official page documents any of them as a header, and no official SDK lists one. The ' +
      'list is not complete: it has what was found in public code and could be checked.',
    meant: 'Probably meant',
    reason: {
      invented: 'Invented',
      misspelt: 'Wrong date or spelling',
      withdrawn: 'Withdrawn',
      'other-product': 'Of another product',
      unconfirmed: 'Unconfirmed',
    },
    explained: {
      invented: 'No beta has this name. The feature needs another header, or none.',
      misspelt: 'A beta has this name, with another date or spelling.',
      withdrawn: 'The value was a beta once, and is none any more.',
      'other-product': 'The value exists, and belongs to another product or to another field.',
      unconfirmed:
        'Programs send the value, and no official source documents it. It may work, do ' +
        'nothing, or be refused one day.',
    },
  },
  coverage: {
    title: 'Coverage',
    lead:
      'The numbers of features and header values with known facts, by platform. “For some”: ' +
      'known for some models, endpoints or forms only. “Derived”: taken from the platform that ' +
      'this one follows. “Disputed”: sources contradict each other. Internal and retired ' +
      'values are counted apart, because unknown facts about them are no gap.',
    kinds: {
      availability: 'Is the feature there?',
      acceptance: 'Is the header value accepted?',
    },
    platform: 'Platform',
    states: {
      known: 'known',
      partly: 'for some',
      derived: 'derived',
      disputed: 'disputed',
      unknown: 'not known',
    },
    total: 'all',
    apart: 'apart: not known',
    of: (part: number, total: number) => `${part} of ${total}`,
    factTable: 'Other facts',
    fact: 'Fact',
    having: 'Known for',
    factsLead:
      'Not every feature has each of them: most need no access, and most are in no combination ' +
      'that fails. Internal and retired values are left out here too.',
    features: (having: number, total: number) => `${having} of ${total} features`,
    betas: (having: number, total: number) => `${having} of ${total} betas`,
    facts: {
      zdr: 'Zero data retention: may it be used?',
      models: 'Models that the documentation lists',
      entitlement: 'Access that an organization has to be given',
      effects: 'Effects on the response',
      apiVersion: 'API version that it needs',
      removal: 'What leaving it out does',
      constraints: 'Combinations that fail',
      released: 'Day of release',
    },
    sdk: (language: string) => `First release of the ${language} SDK that knows it`,
  },
  features: {
    title: 'Features',
    lead: 'What the betas are for, one entry per feature, by family.',
    count: (betas: number) => (betas === 1 ? '1 beta' : `${betas} betas`),
  },
  platforms: {
    title: 'Platforms',
    lead:
      'Which features exist on each platform, and whether it accepts the header of the ' +
      'feature. These are two facts: a platform may take a header and not have the feature.',
    feature: 'Feature',
    caption: 'Features, the platforms where they exist, and where their header is accepted',
    legend: 'What the marks mean',
    each: 'Each platform',
    compare: 'Features by platform',
    operator: 'Run by',
    operators: { anthropic: 'Anthropic', aws: 'AWS', google: 'Google', microsoft: 'Microsoft' },
    wire: 'Where the betas go',
    wires: {
      header: 'Into the `anthropic-beta` header.',
      body: 'Into the request body, as the list `anthropic_beta`.',
      converse: 'Into the request body, as `additionalModelRequestFields.anthropic_beta`.',
    },
    like: 'Follows',
    hosts: 'Hosts',
    endpoints: (count: number) =>
      count === 1 ? 'Endpoints: 1 claim' : `Endpoints: ${count} claims`,
    endpointsLead:
      'Which endpoints of the Claude API exist there. The first line that matches counts.',
    otherEndpoints: 'all other endpoints',
    allEndpoints: 'all endpoints',
  },
  beta: {
    header: 'Header',
    constant: 'Constant',
    feature: 'Feature',
    released: 'Works since',
    named: 'Date of the name',
    graduated: 'Generally available since',
    retired: 'Retired',
    supersededBy: 'Replaced by',
    supersedes: 'Replaces',
    chosenFor: 'Also satisfies the rules of',
    docs: 'Official documentation',
    migration: 'Migration guide',
    facts: 'Facts',
    selects: 'The response shape it selects',
    selectsAt: 'On these endpoints',
    independent:
      'This is another mechanism than the other dates of its feature: it neither replaces them ' +
      'nor is replaced by them.',
    requires: 'What needs it',
    requiresLead: 'A request needs this beta as soon as one of these is true.',
    samplesLead:
      'Without the helper packages, which add a header where the request needs it, and only there.',
    samplesLink: 'See the quick start',
    platforms: 'Platforms',
    models: 'Models',
    modelsLead: 'Known to work with these models.',
    notes: 'Notes',
    history: 'History',
    sources: 'Sources',
    checked: 'checked on',
    place: 'at',
    copy: 'stored copy',
    changelog: 'changelog section',
    report: 'Report a data problem',
    reportLead: 'Something wrong or missing here?',
    reportBody: (page: string) =>
      `Page: ${page}\n\nWhat is wrong:\n\nWhat it should say, and a link to a source that says ` +
      'so:\n',
    markdown: 'This page as Markdown',
    checkRequest: 'Check a request that uses it',
  },
  claim: {
    lead:
      'Two facts for each platform: whether the feature exists there, and whether the value of ' +
      'the header is accepted there. A platform may take a header and not have the feature.',
    caption: 'Where the feature exists, and where its header is accepted',
    platform: 'Platform',
    featureColumn: 'The feature exists here',
    headerColumn: 'The header is accepted here',
    status: {
      available: 'available',
      unavailable: 'not available',
      'no-effect': 'without effect',
      accepted: 'accepted',
      ignored: 'ignored',
      rejected: 'rejected',
      unknown: 'not known',
    },
    enteredAs: (status: string) => `Entered as “${status}”.`,
    models: 'with',
    endpoint: 'at',
    shape: 'in the form',
    until: 'until',
    otherwise: 'otherwise',
    needs: {
      entitlement: 'Your organization needs to be given access.',
      'org-policy': 'A policy of your organization must allow it.',
    },
    label: { ga: 'generally available', beta: 'beta', preview: 'preview' },
    labelHint: 'What the page of the platform calls it',
    confidence: { high: 'high confidence', medium: 'medium confidence', low: 'low confidence' },
    instead: (title: string) => `For “${title}” send`,
    fix: 'What to do:',
    derived: (platform: string) =>
      `Derived: it holds here because this platform follows ${platform}.`,
    sourceList: 'Sources:',
    sources: (count: number) => (count === 1 ? '1 source' : `${count} sources`),
  },
  rule: {
    condition: 'Only',
    is: 'is',
    oneOf: 'is one of',
    nonEmpty: 'is not empty',
    above: 'is greater than',
    present: 'is present',
    or: 'or',
    where: 'where',
    at: 'at',
    unless: 'Not where',
    shape: 'Claims call this form',
    anyRequest: 'any request',
    messageParams: 'Message params: messages, count_tokens and each item of a batch',
    anyMethod: 'any method',
    andBelow: 'and everything below it',
    models: 'with',
    platforms: 'on',
    apiVersion: (date: string) => `under anthropic-version ${date} or earlier`,
    choice:
      'Any one of these will do. One that you send anyway counts; else the first that the ' +
      'platform accepts is added:',
    everyElement: '[] stands for every element, ** for nested content at any depth.',
  },
  constraint: {
    title: 'Combinations that fail',
    lead: 'All conditions of an entry together, even with the right header.',
    header: 'the header',
    without: 'without',
    and: 'and',
    outcome: { 400: 'The API answers 400.', 'no-effect': 'It has no effect.' },
  },
  effect: {
    title: 'What changes in the answer',
    lead: 'A client that reads answers must expect this.',
  },
  substitute: {
    title: 'Another way on some platforms',
    lead: 'Where a platform refuses the field, this gives the same result.',
    remove: 'take out',
    send: 'send',
    when: 'Where',
    unless: 'unless',
  },
  feature: {
    betas: 'Betas of this feature',
    betasLead: (id: string) => `Newest first. The name of the feature stands for \`${id}\`.`,
    details: 'Everything about this beta',
    platformsOf: 'What each platform does with the betas of this feature',
    notes: 'Notes',
    uses: 'What uses it',
    usesLead: 'These use the feature. Whether they need a header as well is in the next section.',
    requiresLead: (id: string) => `A request needs \`${id}\` as soon as one of these is true.`,
    headerIs: (id: string) => `The header in this table is \`${id}\`.`,
    audience: 'For',
    audiences: {
      everyday: 'everyday use',
      specialised: 'special purposes',
      administration: 'administrators',
      'client-internal': 'official clients themselves',
    },
    removal: 'Leaving it out',
    removals: {
      safe: 'costs time or money at most; the answer stays the same',
      'changes-answer': 'changes the answer',
      breaks: 'breaks the request',
    },
    newest: 'Newest beta',
    zdr: 'Zero data retention',
    apiVersion: 'API version',
    apiVersionFrom: (date: string) => `\`anthropic-version: ${date}\` or later`,
    zdrEligible: 'may be used under it',
    zdrNotEligible: 'may not be used under it',
  },
  sample: {
    tabs: {
      typescript: 'TypeScript (Node)',
      deno: 'TypeScript (Deno)',
      python: 'Python',
      boto3: 'Python (boto3)',
      curl: 'cURL',
      go: 'Go',
      java: 'Java',
    },
    before: 'Before',
    now: 'Today',
    disputed: 'Sources disagree on whether this works.',
  },
  agents: agentsEn,
  changes: changesEn,
  check: checkEn,
  errors: errorsEn,
  need: needEn,
  places: placesEn,
  copy: { label: 'Copy', code: 'Copy the code', done: 'Copied', failed: 'Copying failed' },
  manifest: {
    title: 'State of the manifest',
    lead:
      'How complete the data behind this site is, how sure, and what its keys mean. Every ' +
      'number is counted from the published data.',
    overview: 'At a glance',
    metric: 'Metric',
    value: 'Value',
    features: 'Features',
    betas: 'Betas',
    undocumented: 'Betas that no official page explains',
    rules: 'Rules',
    betasWithRules: 'Betas with rules',
    uses: 'Uses',
    constraints: 'Constraints',
    substitutes: 'Substitutes',
    notBetas: 'Values that are no betas',
    errors: 'Error texts',
    fixes: 'Fixes',
    models: 'Models',
    texts: 'Texts in both languages',
    of: (part: number, total: number) => `${part} of ${total}`,
    pages: 'Sources: pages',
    packages: 'Sources: releases of packages',
    citations: 'Citations of sources',
    checks: 'Pages were read between',
    range: (from: string, to: string) => `${from} and ${to}`,
    stages: 'Betas by stage',
    families: 'Features by family',
    claims: 'Claims by platform',
    claimsLead:
      'Not known means that nobody has published anything about it; it is counted neither as a ' +
      'yes nor as a no. A list of several claims is counted by the one that holds otherwise.',
    platform: 'Platform',
    kinds: {
      availability: 'Where features exist',
      acceptance: 'Where header values are accepted',
    },
    counts: {
      conditional: 'under conditions',
      derived: 'derived',
      disputed: 'disputed',
      high: 'high confidence',
      medium: 'medium',
      low: 'low',
      unrated: 'unrated',
    },
    gaps: 'Gaps',
    gapsNone:
      'None: every beta has a documentation link and evidence, every claim a source, and ' +
      'nothing waits for a decision.',
    claimsWithoutEvidence: 'Claims without evidence',
    featuresWithoutUses: 'Features without a use that a request shows',
    featuresWithoutRemoval: 'Features without a known effect of leaving them out',
    betasWithoutDocs: 'Betas without a documentation link',
    betasWithoutEvidence: 'Betas without evidence',
    betasInReview: 'Betas that wait for a decision',
    oldest: 'Read longest ago',
    oldestLead: 'Where to look next: the pages that were read longest ago.',
    cited: (count: number) => (count === 1 ? 'cited once' : `cited ${count} times`),
    data: 'The data',
    dataLead: 'The same data for programs, each with a JSON Schema:',
    schema: 'schema',
    keys: 'The keys',
    keysLead:
      'The lists of data.json and the parts that they share. A question mark means that the ' +
      'key may be absent, because no source says anything.',
    key: 'Key',
    meaning: 'Meaning',
  },
  footer: {
    other: 'Bahasa Indonesia',
    otherShort: 'Indonesia',
    version: (version: string, betas: number, checked: string) =>
      `Manifest ${version} · ${betas} betas · sources read up to ${checked}`,
    data: 'Data for programs',
    old: (checked: string) =>
      `This copy of the site is old: its sources were last read on ${checked}. Look for a ` +
      'newer one before you rely on it.',
    json: 'This page as JSON',
  },
  search: searchEn,
  notFound: {
    title: 'Page not found',
    lead: 'There is no page at this address.',
    action: 'All betas',
    guess: 'Did you mean one of these?',
    hint:
      'Was it the page of a beta? Betas never disappear from the catalog; check the spelling ' +
      'of the date.',
  },
  /** Starlight's own texts, if its translation is missing or too short. */
  starlight: { 'heading.anchorLabel': 'Link to “{{title}}”' } as Record<string, string>,
};

type Widen<T> = T extends string
  ? string
  : T extends (...args: infer A) => string
    ? (...args: A) => string
    : { readonly [K in keyof T]: Widen<T[K]> };

/** The type of the texts of every language. */
export type Messages = Widen<typeof en>;
