/** Remembers the reader's own platforms. The storage holds their ids and nothing else. */

/** `scripts/inline/before-paint.js` reads it before the page is drawn. */
const KEY = 'bh-platforms';

const list = (form: HTMLFormElement): HTMLInputElement[] => [
  ...form.querySelectorAll<HTMLInputElement>('[name=mine]'),
];

/** Checks the boxes of the remembered platforms, and forgets ids that the page does not know. */
export function applyPlatforms(form: HTMLFormElement): void {
  const mine = (document.documentElement.dataset['mine'] ?? '').split(' ');
  for (const box of list(form)) box.checked = mine.includes(box.value);
  show(form);
}

/** Remembers the checked platforms and shows only their columns. None means all. */
export function rememberPlatforms(form: HTMLFormElement): void {
  const ids = show(form);
  try {
    if (ids) localStorage.setItem(KEY, ids);
    else localStorage.removeItem(KEY);
  } catch {
    // Without storage the choice holds until the page is left.
  }
}

function show(form: HTMLFormElement): string {
  const ids = list(form)
    .filter(({ checked }) => checked)
    .map(({ value }) => value)
    .join(' ');
  if (ids) document.documentElement.dataset['mine'] = ids;
  else delete document.documentElement.dataset['mine'];
  return ids;
}
