/** English texts of the pages about platforms, models and Claude Code. */
export const placesEn = {
  platforms: {
    which: 'Which one is yours?',
    inCode: 'In your code',
    address: 'Host and path',
    path: 'Path',
    betas: 'Betas go into',
    wireShort: {
      header: 'the header `anthropic-beta`',
      body: 'the body, `anthropic_beta`',
      converse: 'the body, `additionalModelRequestFields.anthropic_beta`',
    },
    operations: {
      body: '`InvokeModel` of the AWS SDK',
      converse: '`Converse` of the AWS SDK',
    },
    word: {
      'claude-api': 'Anthropic’s own address',
      'claude-on-aws': 'The Claude API, behind an AWS account',
      'claude-on-google-cloud': 'The Claude API, behind a Google Cloud project',
      bedrock: 'AWS, through InvokeModel',
      'bedrock-converse': 'AWS, through Converse',
      'bedrock-mantle': 'AWS, with Messages as on the Claude API',
      vertex: 'Google, through rawPredict',
      foundry: 'Azure, in a deployment that Anthropic hosts',
      'foundry-azure': 'Azure, in a deployment that Azure hosts',
    } as Record<string, string>,
    name: 'Platform',
    open: 'Everything about it',
    here: 'this page',
    chooseLead:
      'Look at the client in your code or at the host of your requests. Each has values of its ' +
      'own, so a list for one is wrong for another.',
    sameAddress:
      'The address is the same for both. The deployment decides: look at its hosting option.',
  },
  platform: {
    title: (name: string) => `Betas on ${name}`,
    description: (name: string) =>
      `Which anthropic-beta values ${name} accepts, replaces and rejects, and which features it ` +
      'does not have.',
    where: 'Header or body?',
    sample: 'A request with a beta',
    sampleLead: (id: string) => `\`${id}\` as an example.`,
    noSample: 'No beta is known to work here.',
    values: 'The values',
    valuesLead:
      'What becomes of each value. Whether the platform has the feature is another fact, in the ' +
      'column beside it.',
    value: 'Value',
    stage: 'Stage',
    feature: 'The feature here',
    note: 'Note',
    groups: {
      accepted: 'Accepted',
      conditional: 'Under conditions, or disputed',
      instead: 'Replaced',
      useless: 'Does nothing: leave it out',
      rejected: 'Rejected',
      unknown: 'Nobody knows',
    },
    explained: {
      accepted: 'A source says that the platform takes it.',
      conditional: 'With some models only, or sources contradict each other.',
      instead: 'The platform rejects it and wants another value for the feature.',
      useless:
        'The feature needs no header any more, the value is retired, or the platform ignores it.',
      rejected: 'Sending it fails the whole request.',
      unknown:
        'No public source says anything. This is neither a yes nor a no: try it with your own ' +
        'account.',
    },
    send: 'Send',
    insteadOf: (feature: string) => `for “${feature}”`,
    since: (date: string) => `since ${date}`,
    features: 'The features',
    featureGroups: {
      available: 'Available',
      conditional: 'Under conditions, or disputed',
      unavailable: 'Not available',
      unknown: 'Nobody knows',
    },
    inTable: {
      on: (count: number) => `${count} betas of available features, in the table`,
      not: (count: number) => `${count} betas of features that are not available, in the table`,
    },
    facts: 'Hosts and clients',
    client: 'Client',
    clientIn: (name: string, python: string) => `TypeScript \`${name}\`, Python \`${python}\``,
    noClient: 'The AWS SDK. Anthropic has no client for it.',
    list: (count: number) => (count === 1 ? '1 value' : `${count} values`),
    guides: 'Guides',
    conditions: (count: number) => `${count} conditions, by model, form or endpoint: see its page.`,
  },
  models: {
    title: 'Models',
    lead:
      'What depends on the model: where a feature exists with it, which values are accepted for ' +
      'it, and its name on each platform.',
    model: 'Model',
    id: 'Id',
    end: 'End',
    state: {
      retired: (date: string) => `ended on ${date}`,
      ends: (date: string) => `announced for ${date}`,
      current: (_: string) => 'none announced',
    },
    available: 'Features with conditions on the Claude API',
    availableOf: (part: number, total: number) => `${part} of ${total} available`,
  },
  model: {
    title: (name: string) => `Betas and features with ${name}`,
    description: (name: string) =>
      `Which features of the Claude API ${name} has on each platform, which betas it needs, ` +
      'and what it is called there.',
    names: 'Its name on each platform',
    namesLead:
      'As the documentation of each platform lists it. On Amazon Bedrock, inference profiles ' +
      'put a geography before it (`us.`, `eu.`, `global.`). On Microsoft Foundry it is the ' +
      'default name of the deployment, which is yours to choose.',
    noName: 'no source lists it',
    nameFrom: (platform: string) => `as on ${platform}`,
    features: 'Features that depend on the model',
    featuresLead:
      'Only features that some platform has with certain models. All others are the same for ' +
      'every model, as far as sources say; see the page of the platform.',
    until: 'Until',
    untilOn: (date: string, platform: string) => `${date} on ${platform}`,
    values: 'Values that depend on the model',
    valuesLead: 'Whether a platform accepts the value with this model.',
    rules: 'Betas that it needs',
    rulesLead: 'Rules that name this model: a request that meets one needs the beta.',
    constraints: 'Combinations that fail with it',
    documented: 'Features whose documentation lists it',
    ended: (date: string) =>
      `Ended on ${date} on the platforms that Anthropic operates. Other platforms keep ` +
      'calendars of their own.',
    ends: (date: string) => `Its end of life is announced for ${date}.`,
    none: 'None.',
  },
  claudeCode: {
    title: 'Claude Code behind a gateway',
    description:
      'Each beta that Claude Code may send: what it does, what you lose without it, which ' +
      'variable turns it off, and what each platform does with it.',
    lead: (count: number) =>
      `Claude Code adds betas to its requests, and you cannot change its code. Public sources ` +
      `show ${count} values. A platform that refuses one of them refuses the request.`,
    doTitle: 'What to do',
    doLead: 'Three ways, the best first:',
    otherPlatforms: (platforms: readonly (readonly [id: string, title: string])[]) =>
      'The commands are for Amazon Bedrock. On another platform, write its id instead of ' +
      `\`bedrock\`: ${platforms.map(([id, title]) => `\`${id}\` for ${title}`).join(', ')}.`,
    run: 'Let a gateway on your machine fix each request. Nothing is lost that your platform has:',
    gateway: 'For a team, or for an editor that starts Claude Code itself, keep it running:',
    env: 'Without a gateway, make Claude Code send less. This prints the variables, and what each costs:',
    guide: 'The guide has the credentials and the pitfalls',
    gatewayGuide: 'The gateway and its configuration',
    own: 'Do you run a gateway of another maker?',
    ownLead:
      'Forward `anthropic-beta` and the body together. A field without its header gets “Extra ' +
      'inputs are not permitted”; a header that the platform does not know gets “invalid beta ' +
      'flag” or “Unexpected value(s)”. Match the path without its query, because Claude Code ' +
      'calls `/v1/messages?beta=true`. Forward error bodies unchanged: Claude Code reads their ' +
      'wording.',
    tables: 'Tables for gateways you run',
    tableTitle: 'The values, by platform',
    tableLead: 'What each platform does with the value itself.',
    value: 'Value',
    check: 'Check these values on your platform',
    each: 'Each value',
    does: 'What it does',
    when: 'When',
    loss: 'Without it',
    lossUnknown: 'No public source says.',
    off: 'Turned off by',
    offNone: 'No variable of its own.',
    general: (name: string) =>
      `\`${name}\` strips pre-release values in general; no page lists which.`,
    platforms: 'Platforms',
    replaced: (platform: string) => `${platform} wants`,
    variables: 'The variables',
    variablesLead:
      'From the public documentation of Claude Code. A variable in a settings file takes ' +
      'precedence over the shell.',
    variable: 'Variable',
    effect: 'What it does',
    cost: 'What it costs',
    noCost: '–',
    sources: 'Sources',
  },
  concepts: {
    title: 'Concepts',
    pages: {
      'beta-headers': 'What a beta header is',
      'several-betas': 'Several betas at once',
      'api-versions': 'API versions',
      lifecycle: 'The life of a beta',
    },
    sources: 'Sources',
    stage: 'Stage',
    meaning: 'What it means',
    where: 'Where it can be sent',
    sentBy: 'Sent by default from',
    changes: 'What changes under it',
    now: 'Now',
    example: 'Example',
  },
  nav: { models: 'Models', claudeCode: 'Claude Code' },
};
