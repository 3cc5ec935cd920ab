/** The form of the catalog table: its values as a state, and back. */
import { type FilterState, parseState } from '../lib/catalog-filter.ts';

/** Reads the form. A platform chosen in one of two opposite lists leaves the other. */
export function readForm(
  form: HTMLFormElement,
  changed: HTMLInputElement,
  sort: FilterState['sort'],
): FilterState {
  const opposite = { on: 'not', not: 'on' }[changed.name];
  if (opposite && changed.checked)
    for (const box of form.querySelectorAll<HTMLInputElement>(`[name=${opposite}]`))
      if (box.value === changed.value) box.checked = false;
  const data = new FormData(form);
  const params = new URLSearchParams(
    ['q', 'stage', 'on', 'not', 'endpoint', 'family', 'sort'].map((name) => [
      name,
      data.getAll(name).join(','),
    ]),
  );
  if (!params.get('sort')) params.set('sort', sort);
  return { ...parseState(params), q: String(data.get('q') ?? '') };
}

/** Shows a state in the form. */
export function fillForm(form: HTMLFormElement, state: FilterState): void {
  const lists: Record<string, readonly string[]> = {
    stage: state.stages,
    on: state.on,
    not: state.not,
  };
  for (const field of form.elements) {
    if (field instanceof HTMLSelectElement)
      field.value = state[field.name as 'endpoint' | 'family' | 'sort'];
    else if (!(field instanceof HTMLInputElement)) continue;
    else if (field.type === 'checkbox') {
      const list = lists[field.name];
      if (list) field.checked = list.includes(field.value);
    } else if (field.value !== state.q) {
      // Otherwise the field keeps its spaces, because the reader may still be typing.
      field.value = state.q;
    }
  }
  showPicks(form);
}

/** Shows on each folded list what is chosen in it, and closes lists that the reader leaves. */
export function showPicks(form: HTMLFormElement): void {
  for (const list of form.querySelectorAll<HTMLDetailsElement>('.pick details')) {
    const chosen = [...list.querySelectorAll('label:has(:checked) b')].map(
      ({ textContent }) => textContent,
    );
    const value = list.querySelector('summary span') as HTMLElement;
    value.textContent = chosen.join(', ') || (list.dataset['empty'] ?? '');
    if (list.dataset['watched']) continue;
    list.dataset['watched'] = 'true';
    watch(list);
  }
}

function watch(list: HTMLDetailsElement): void {
  list.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !list.open) return;
    list.open = false;
    list.querySelector('summary')?.focus();
  });
  list.addEventListener('focusout', ({ relatedTarget }) => {
    if (relatedTarget instanceof Node && !list.contains(relatedTarget)) list.open = false;
  });
  document.addEventListener('pointerdown', ({ target }) => {
    if (target instanceof Node && !list.contains(target)) list.open = false;
  });
}
