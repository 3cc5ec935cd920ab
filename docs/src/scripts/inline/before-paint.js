// Runs before the page is drawn, so that nothing moves: applies the reader's platforms, and hides
// the rows of a filtered view until the filter has run.
(() => {
  const root = document.documentElement;
  try {
    const mine = localStorage.getItem('bh-platforms');
    if (mine) root.dataset.mine = mine;
  } catch {}
  if (location.search.length > 1) root.dataset.filtering = '';
})();
