/** Plans the requests of one call, and concludes what their answers prove. */
import type { Exchange } from '../adapters/adapter.ts';
import { defaultCatalog } from '../catalog/catalog.ts';
import { isObject, readJson } from '../request/json.ts';
import type { BetaPlan } from '../types.ts';
import { createRating, SOUND } from './doubt.ts';
import { applyProof, type Changes, diffEntries } from './learn.ts';
import { MAX_ENTRIES, type MemoryEntry } from './memory.ts';
import type { Statement } from './statement.ts';
import { chooseTest, type Entries, listShapes, nameSet } from './trial.ts';

/** Each new plan may refuse another beta. */
const MAX_ROUNDS = 8;

/** Betas that the memory leaves out, and that one request sends again as a test. */
interface Trial {
  readonly kind: 'probe' | 'test';
  readonly betas: readonly string[];
}

/** The state of one call. It plans requests and sends none. */
export class Call {
  readonly #exchange: Exchange;
  readonly #before: Entries;
  /** The entries that apply to this request. */
  readonly #applied: Entries;
  readonly #exempt = new Set<string>();
  readonly #named = new Set<string>();
  readonly #dropped = new Set<string>();
  readonly #added = new Map<string, string | undefined>();
  readonly #failed: (readonly string[])[] = [];
  readonly #failedTrials: (readonly string[])[] = [];
  #shape: string | undefined;
  #trial: Trial | undefined;
  #isTrialWithdrawn = false;
  #rating: ((beta: string) => number) | undefined;
  #planned: BetaPlan;

  constructor(exchange: Exchange, entries: readonly MemoryEntry[]) {
    this.#exchange = exchange;
    this.#before = new Map(entries.map((entry) => [entry.beta, entry]));
    this.#applied = new Map([...this.#before].filter(([, entry]) => this.#appliesHere(entry)));
    this.#planned = this.#plan();
    this.#exemptNeeds();
  }

  /**
   * Tests if an entry applies to this request. A suspect applies only to requests with the same set
   * of betas as the request that failed.
   */
  #appliesHere(entry: MemoryEntry): boolean {
    const { state, beta, field } = entry;
    if (state === 'suspect') return listShapes(entry).includes(this.#nameShape());
    if (state === 'rejected') return true;
    return defaultCatalog.betas.has(beta) && (field === undefined || this.#hasField(field));
  }

  /** Names the set of betas that the request would send without a memory. */
  #nameShape(): string {
    this.#shape ??= nameSet(this.#exchange.plan([]).betas);
    return this.#shape;
  }

  /** The plan to send next. */
  get planned(): BetaPlan {
    return this.#planned;
  }

  /** True if the memory has entries that apply to this request. */
  get usesMemory(): boolean {
    return this.#applied.size > 0;
  }

  /** The trial of the next request. */
  get trial(): Trial | undefined {
    return this.#trial;
  }

  /** Chooses a trial for the first request. @returns the entry to probe, if one is due */
  chooseTrial(now: number): MemoryEntry | undefined {
    const leftOut = this.#listLeftOut();
    if (leftOut.size === 0) return undefined;
    const due = [...this.#applied.values()].find(
      ({ beta, state, probeAt }) => state === 'rejected' && probeAt <= now && leftOut.has(beta),
    );
    if (due) this.#setTrial({ kind: 'probe', betas: [due.beta] });
    else this.#chooseTest(leftOut);
    this.#planned = this.#plan();
    return this.#trial && due;
  }

  /**
   * Plans the request again after an answer.
   * @param left - how many more requests may be sent, this one included
   * @param isStuck - tests if such a call used up its retries before, and failed
   * @returns false if no other request can be planned
   */
  react({ kind, betas, field }: Statement, left: number, isStuck: () => boolean): boolean {
    const { betas: sent } = this.#planned;
    if (kind === 'unnamed') return this.#reactToUnnamed(sent, left, isStuck);
    // The last answer goes to the caller.
    if (left === 1) this.#trial = undefined;
    if (kind === 'missing') return this.#addMissing(betas, field);
    const rejected = kind === 'all' ? this.#findDispensable(sent) : betas;
    for (const beta of rejected) {
      this.#named.add(beta);
      this.#exempt.delete(beta);
    }
    // One answer is enough for a trial.
    if (this.#trial?.betas.some((beta) => rejected.includes(beta))) this.#trial = undefined;
    if (left === 1 && isStuck())
      for (const beta of this.#findDispensable(sent)) this.#dropped.add(beta);
    return this.#advance();
  }

  /**
   * Plans the request again without its trial, the likeliest cause of any error.
   * @returns false if the request had no trial
   */
  failTrial(): boolean {
    if (!this.#trial) return false;
    this.#failedTrials.push(this.#trial.betas);
    this.#trial = undefined;
    return this.#advance();
  }

  /**
   * Plans the request again without its trial, after an answer that says nothing about betas. It
   * proves nothing.
   * @returns false if the request had no trial
   */
  withdrawTrial(): boolean {
    if (!this.#trial) return false;
    this.#trial = undefined;
    this.#isTrialWithdrawn = true;
    return this.#advance();
  }

  /** True if a trial had no result. */
  get isTrialWithdrawn(): boolean {
    return this.#isTrialWithdrawn;
  }

  /** The name of the set of betas that the request would send without a memory. */
  get shape(): string {
    return this.#nameShape();
  }

  /** Returns the changes of the memory that a success with the last plan proves, if any. */
  conclude(now: number): Changes | undefined {
    if (this.#before.size === 0 && !this.hasFailed) return undefined;
    const proof = {
      sent: this.#planned.betas,
      named: [...this.#named],
      failed: this.#failed,
      dropped: [...this.#dropped],
      failedTrials: this.#failedTrials,
      added: this.#added,
      shape: this.#hasSuspects() ? this.#nameShape() : '',
    };
    const changes = diffEntries(this.#before, applyProof(this.#before, proof, now));
    return changes.added.length + changes.removed.length > 0 ? changes : undefined;
  }

  /** True if an answer made this call plan again. Without one, a success proves nothing new. */
  get hasFailed(): boolean {
    const { size } = this.#named;
    return size + this.#failed.length + this.#failedTrials.length + this.#added.size > 0;
  }

  #reactToUnnamed(sent: readonly string[], left: number, isStuck: () => boolean): boolean {
    if (this.#trial) return this.failTrial();
    // The memory already knows the rejected beta, and the body needs it.
    if (this.#exempt.size > 0) return false;
    this.#failed.push(sent);
    const order = [...sent].sort((a, b) => this.#rate(a) - this.#rate(b));
    const pool = this.#findDispensable(order);
    const first = this.#pickFirst(pool, left);
    for (const beta of first.length < pool.length && isStuck() ? pool : first)
      this.#dropped.add(beta);
    return this.#advance();
  }

  #addMissing(betas: readonly string[], field: string | undefined): boolean {
    for (const beta of betas) {
      const isReported = this.#planned.decisions.some(
        (decision) => decision.action === 'missing' && decision.beta === beta,
      );
      // The policy does not allow missing betas to be added.
      if (isReported) return false;
      if (this.#before.has(beta)) this.#exempt.add(beta);
      this.#dropped.delete(beta);
      this.#added.set(beta, field);
    }
    return this.#advance();
  }

  /** Plans again. @returns false if the plan is refused or sends the same betas */
  #advance(): boolean {
    const next = this.#plan();
    if (isRefused(next) || String(next.betas) === String(this.#planned.betas)) return false;
    this.#planned = next;
    return true;
  }

  /**
   * Sends a remembered beta anyway if the request needs it. The memory alone never refuses a
   * request, so the first success shows that the server accepts the beta again.
   */
  #exemptNeeds(): void {
    for (let round = 0; round < MAX_ROUNDS && isRefused(this.#planned); round++) {
      const refused = this.#planned.decisions.flatMap(({ action, reason, beta }) =>
        action === 'refused' && reason === 'rejected-before' && beta !== undefined ? [beta] : [],
      );
      const ours = refused.filter((beta) => this.#before.has(beta) && !this.#exempt.has(beta));
      if (ours.length === 0) return;
      for (const beta of ours) this.#exempt.add(beta);
      this.#planned = this.#plan();
    }
  }

  #chooseTest(leftOut: ReadonlySet<string>): void {
    const betas = chooseTest(this.#applied, leftOut, (beta) => this.#rate(beta));
    if (betas.length > 0) this.#setTrial({ kind: 'test', betas });
  }

  /** Starts a trial if the plan would send its betas. */
  #setTrial(trial: Trial): void {
    this.#trial = trial;
    const planned = this.#plan();
    const sent = trial.betas.filter((beta) => planned.betas.includes(beta));
    if (sent.length === 0 || isRefused(planned)) {
      this.#trial = undefined;
      return;
    }
    this.#trial = { ...trial, betas: sent };
  }

  /** Lists the betas that the memory keeps out of the plan. */
  #listLeftOut(): Set<string> {
    return new Set(
      this.#planned.decisions.flatMap(({ reason, action, beta }) =>
        reason === 'rejected-before' && action !== 'sent' && beta !== undefined ? [beta] : [],
      ),
    );
  }

  /** Finds the betas that the request can omit, all of them together. */
  #findDispensable(betas: readonly string[]): string[] {
    const chosen: string[] = [];
    for (const beta of betas.slice(0, MAX_ENTRIES)) {
      // An answer requested it, so the server accepts it, and nothing without it.
      if (this.#added.has(beta) || this.#applied.get(beta)?.state === 'needed') continue;
      const without = this.#plan([...chosen, beta]);
      if (!isRefused(without) && !without.betas.includes(beta)) chosen.push(beta);
    }
    return chosen;
  }

  /** Picks the doubtful betas, or the first half. Before the last request it picks all. */
  #pickFirst(pool: readonly string[], left: number): readonly string[] {
    if (left === 1 || pool.length < 2) return pool;
    const doubtful = pool.filter((beta) => this.#rate(beta) < SOUND);
    const isPart = doubtful.length > 0 && doubtful.length < pool.length;
    return isPart ? doubtful : pool.slice(0, Math.ceil(pool.length / 2));
  }

  #plan(more: readonly string[] = []): BetaPlan {
    const rejected = [...this.#named, ...this.#dropped, ...more];
    const needed = [...this.#added.keys()];
    for (const { beta, state } of this.#applied.values())
      if (state === 'needed') needed.push(beta);
      else if (!this.#exempt.has(beta) && !this.#trial?.betas.includes(beta)) rejected.push(beta);
    return this.#exchange.plan(rejected, needed);
  }

  /** Rates a beta by the manifest. The rating is created late, as most calls need none. */
  #rate(beta: string): number {
    this.#rating ??= createRating(this.#exchange.request, this.#exchange.platform);
    return this.#rating(beta);
  }

  #hasSuspects(): boolean {
    const isSuspect = ({ state }: MemoryEntry): boolean => state === 'suspect';
    return this.#dropped.size > 0 || [...this.#applied.values()].some(isSuspect);
  }

  #hasField(field: string): boolean {
    const body = readJson(this.#exchange.request.body);
    return isObject(body) && Object.hasOwn(body, field);
  }
}

const isRefused = ({ decisions }: BetaPlan): boolean =>
  decisions.some(({ action }) => action === 'refused');
