/** `<bh-days-left data-date data-words>`: the days that are left, by the reader's clock. */
import { describeDaysLeft } from '../lib/days-left.ts';

class DaysLeft extends HTMLElement {
  connectedCallback(): void {
    const { date = '', words = '{}' } = this.dataset;
    const now = new Date();
    const today = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate());
    this.textContent = describeDaysLeft(date, today, JSON.parse(words));
    const item = this.closest<HTMLElement>('[data-ends]');
    // Past ends follow those to come.
    if (item && Date.parse(date) < today) item.parentElement?.append(item);
  }
}

customElements.define('bh-days-left', DaysLeft);
