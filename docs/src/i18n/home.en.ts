/** The English texts of page one. */

export const homeEn = {
  lead:
    'A beta header, such as `anthropic-beta: mcp-client-2025-11-20`, switches on a feature of ' +
    'the Claude API that is still in beta. Leave it out, and the feature is refused; send it to ' +
    'a platform that does not know it, and the whole request may fail.',
  box: {
    title: 'Does your request work?',
  },
  code: {
    title: 'Or let your code do it',
    adds: 'The request has `mcp_servers`, so this is added:',
    refuses: (feature: string, platform: string) =>
      `On ${platform} it is refused before it is sent: ${feature} does not exist there.`,
    more: 'Quick start',
    others: 'Deno, Python and other clients',
  },
  starts: {
    label: 'Where to begin',
    error: 'Got an error?',
    errorText: '“invalid beta flag” and every other wording, with the fix',
    feature: 'Which header for …?',
    featureText: 'Every feature: the header it needs today, if any',
    code: 'Let code do it',
    codeText: 'Node, Deno, a gateway, the command line',
  },
  news: {
    title: (month: string) => `New in ${month}`,
    all: (count: number, month: string) =>
      count === 1 ? `The change of ${month}` : `All ${count} changes of ${month}`,
  },
  stageSince: 'Stage, since',
  group: {
    everyday: 'Everyday features',
    specialised: 'Specialised',
    administration: 'Administration',
    'client-internal': 'Sent by official clients themselves',
    old: 'Replaced or retired values',
  },
  cell: {
    feature: {
      available: 'Yes',
      some: 'Partly',
      'no-effect': 'No effect',
      unavailable: 'No',
      unknown: '?',
      disputed: 'Disputed',
    },
    header: {
      accepted: 'accepted',
      some: 'in part',
      ignored: 'ignored',
      instead: 'other value',
      rejected: 'rejected',
      unknown: 'header ?',
      disputed: 'disputed',
    },
    featureLead: 'The feature',
    headerLead: 'The header value',
    sources: 'Sources and details',
    loading: 'Loading …',
    failed: 'The notes could not be loaded. The page of the beta has them.',
    close: 'Close',
    on: (subject: string, platform: string) => `${subject} on ${platform}`,
  },
  legend: {
    title: 'What columns and cells mean',
    first: 'The first word',
    firstText: 'is the feature there?',
    second: 'The second',
    secondText: 'does the platform take the header value? These are two facts.',
    open: 'Open a cell for conditions, remedies and sources.',
    unknown: 'nobody has published anything about it: neither a yes nor a no',
    some: 'with some models, in some form, or for organizations with access',
    instead: 'rejected; the platform wants another value',
  },
  filter: {
    on: 'Available on',
    not: 'Not available on',
    mine: 'My platforms',
    mineHint:
      'Only these columns are shown. The choice is remembered in this browser and sent nowhere.',
    none: 'any',
    all: 'all',
    searchHint: 'files, tool search, mcp_servers …',
    sortUse: 'Most used first',
  },
  errors: {
    label: 'Filter the errors',
    hint: 'Words of the message, a platform, a status …',
    none: 'No error on this page has these words. Paste the whole text into the checker.',
  },
  language: {
    offer: 'This page is available in English.',
    dismiss: 'Dismiss',
  },
  footer: {
    fresh: (betas: number, date: string) => `${betas} betas · newest source read on ${date}`,
  },
};
