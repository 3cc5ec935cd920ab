// Runs before the page is drawn, so that nothing moves: applies the reader's platforms, begins a
// filtered view with the table, and hides its rows until the filter has run.
(() => {
  const { dataset } = document.documentElement;
  try {
    const mine = localStorage.getItem('bh-platforms');
    if (mine) dataset.mine = mine;
  } catch {}
  if (/[?&](q|stage|on|not|missing|endpoint|family|sort)=./.test(location.search))
    dataset.filtered = dataset.filtering = '';
})();
