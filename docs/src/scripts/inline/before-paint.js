// Runs before the page is drawn, so that nothing moves: applies the reader's platforms, begins a
// filtered view with the table, opens the filters that it uses, and hides its rows until the filter
// has run.
(() => {
  const { dataset } = document.documentElement;
  try {
    const mine = localStorage.getItem('bh-platforms');
    if (mine) dataset.mine = mine;
  } catch {}
  const has = (names) => new RegExp(`[?&](${names})=.`).test(location.search);
  if (has('stage|endpoint|family')) dataset.open = 'all';
  else if (has('on|not|missing')) dataset.open = 'platforms';
  if (dataset.open || has('q|sort')) dataset.filtered = dataset.filtering = '';
})();
