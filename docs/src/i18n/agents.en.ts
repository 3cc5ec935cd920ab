/** The English texts of the files for agents: llms.txt, and the Markdown of pages without data. */
export const agentsEn = {
  how:
    'Every page is also Markdown: replace the last / of its address by .md (/ is /index.md). ' +
    'Unknown is never shown as accepted.',
  placement: 'Where the values go',
  header: (field: string) => `header ${field}, separated by commas`,
  body: (field: string) => `field ${field} of the body, a list; the header is not read`,
  fields: 'Which header for a field, a tool type or an endpoint? One small file for all platforms.',
  pages: 'Pages',
  features: 'Features, and what they need',
  more: 'For organizations and official clients',
  data: 'Data',
  short: {
    yes: 'send its value',
    no: 'no header any more',
    depends: 'depends on the platform',
    form: 'depends on the form of the request',
    superseded: 'another value took its place',
    client: 'sent by official clients',
    unknown: 'nobody knows',
  },
  checkCli:
    'The page runs in a browser. The same engine answers in a terminal, for any text: a body, a ' +
    'cURL command, code, a HAR, a list of values or an error.',
  checkMcp: 'For agents it is an MCP server with three read-only tools, which works offline:',
  checkTools:
    '`explain_request` says whether a request works on its platform and what makes it work, ' +
    '`find_beta` finds the value for a feature or a field, `scan_text` finds old values in code.',
  checkCode: 'In TypeScript the same is a function without a network:',
  install: 'Install',
  need: 'Do you need it?',
  all: 'Everything',
  guides: 'Guides',
  reference: 'Exports',
};
