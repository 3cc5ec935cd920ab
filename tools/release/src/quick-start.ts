/** The quick start of the README: the code, and the output that the README shows. */
export interface QuickStart {
  readonly code: string;
  readonly output: string;
}

/** Extracts the fenced blocks after `<!-- quick-start -->` and `<!-- quick-start-output -->`. */
export function extractQuickStart(readme: string, where = 'README.md'): QuickStart {
  const { code, output } = {
    code: readBlock(readme, 'quick-start', where),
    output: readBlock(readme, 'quick-start-output', where),
  };
  return { code: `${code}\n`, output: output.trim() };
}

function readBlock(readme: string, mark: string, where: string): string {
  const comment = `<!-- ${mark} -->`;
  const places = readme.split(comment).length - 1;
  if (places !== 1)
    throw new Error(
      `${where} has ${places} comments \`${comment}\`; put exactly one right above the ` +
        'code block that it marks',
    );
  const after = readme.slice(readme.indexOf(comment) + comment.length);
  const fence = /^\s*(`{3,})[^\n]*\n([\s\S]*?)\n\1[ \t]*(?:\n|$)/.exec(after);
  if (!fence?.[2]) throw new Error(`${where}: no fenced code block follows \`${comment}\``);
  return fence[2];
}
