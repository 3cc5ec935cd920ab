/** Lets the keyboard reach code that is wider than its block, which scrolls. */
const update = (blocks: Iterable<Element>): void => {
  for (const block of blocks)
    if (block.scrollWidth > block.clientWidth) block.setAttribute('tabindex', '0');
    else block.removeAttribute('tabindex');
};

const observer = new ResizeObserver((entries) => update(entries.map(({ target }) => target)));
for (const block of document.querySelectorAll('.code-block pre')) observer.observe(block);
