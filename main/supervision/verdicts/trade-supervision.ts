/**
 * Every pending trade gets a verdict before its gate closes: what cannot be checked is held with the reason and looked at again
 * when the reason may be gone; the rest is judged by the solver, in the order of the chain, on the schedule as it stands.
 * Verdicts are recorded, count in the schedule at once, and go on chain in batches well before the gate.
 */
import type { Injection } from '../../../grid-models/power-flow/result.ts';
import type { Trade } from '../../records/market.ts';
import { REASON, type Verdict } from '../../records/supervision.ts';
import type { IntervalStart, MarketMs } from '../../records/units.ts';
import type { JudgedTrade } from '../solver/grid-core.ts';
import type { Solver } from '../solver/solver.ts';
import {
  breachOf,
  type CheckConditions,
  holdFor,
  NO_FEE,
  obstacleOf,
  rejectionFor,
  says,
} from './obstacle.ts';

/** What supervision needs of an entry of the trade book. */
export interface OpenTrade {
  readonly trade: Trade;
  readonly own: Verdict | null;
  readonly recorded: { readonly decision: string } | null;
}

export interface TradeSupervisionParts {
  readonly trades: {
    /** Undecided or held, gate open: by gate, then in the order of the chain. */
    undecided(): readonly OpenTrade[];
    decide(verdicts: readonly Verdict[]): void;
    injection(interval: IntervalStart): Injection | null;
    /** Rises with each change of an interval's schedule. */
    scheduleRevision(interval: IntervalStart): number;
    /** It is in the book, its gate has not closed on it, and no final verdict on it stands on chain: a hold there may be replaced. */
    isOpen(tradeId: string): boolean;
    onChange(handler: () => void): () => void;
  };
  readonly solver: Solver;
  readonly records: {
    appendVerdicts(
      verdicts: readonly { readonly verdict: Verdict; readonly evidence: string }[],
    ): Promise<void>;
  };
  /** Brings verdicts onto the chain; the batch is one transaction. Resolves when it is recorded to be sent. */
  readonly commands: { giveVerdicts(verdicts: readonly Verdict[]): Promise<void> };
  conditions(): CheckConditions;
  /** Whether the interlock lets commands out now: decided verdicts wait until it does, or until their gate. */
  mayCommand(): boolean;
  gateClosesAtMs(interval: IntervalStart): MarketMs;
  readonly clock: { nowMs(): MarketMs };
  /** Our own mistakes and lost parts: shown, never swallowed. */
  report(problem: string): void;
}

/** As the contract takes them in one transaction. */
const VERDICTS_PER_TRANSACTION = 100;
/** Trades judged in one question to the solver: keeps screens served between. */
const TRADES_PER_QUESTION = 100;
/** A hold is put on record only shortly before the gate: until then its cause may go away. Market time. */
const HOLD_ON_RECORD_MS = 4 * 60_000;

export class TradeSupervision {
  readonly #parts: TradeSupervisionParts;
  readonly #stop: () => void;
  /** Verdicts decided and not yet handed to the chain. */
  readonly #unsent = new Map<string, Verdict>();
  /** Schedule revision a held trade was last judged on: the same schedule gives the same answer. */
  readonly #judgedOn = new Map<string, number>();
  #round: Promise<void> | undefined;
  #again = false;
  #closed = false;

  constructor(parts: TradeSupervisionParts) {
    this.#parts = parts;
    this.#stop = parts.trades.onChange(() => this.run());
  }

  /** Looks at everything undecided; while a round runs, one more is remembered. Also called about once a second. */
  run(): void {
    if (this.#closed) return;
    this.#again = true;
    this.#round ??= this.#rounds().finally(() => {
      this.#round = undefined;
    });
  }

  /** Verdicts of an earlier run that the store kept and the chain never saw. */
  resume(verdicts: readonly Verdict[]): void {
    for (const verdict of verdicts) this.#unsent.set(verdict.tradeId, verdict);
    this.run();
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#stop();
    await this.#round;
  }

  async #rounds(): Promise<void> {
    while (this.#again && !this.#closed) {
      this.#again = false;
      try {
        await this.#judgeOpen();
        await this.#sendDecided();
      } catch (error) {
        // Nothing was waved through: what got no verdict stays undecided and comes again with the next round.
        this.#parts.report(
          `A round of the trade check failed: ${error instanceof Error ? error.message : String(error)}`,
        );
        return;
      }
    }
  }

  async #judgeOpen(): Promise<void> {
    const conditions = this.#parts.conditions();
    const nowMs = this.#parts.clock.nowMs();
    const unchecked: Verdict[] = [];
    const ready = new Map<IntervalStart, Trade[]>();
    for (const { trade, own } of this.#parts.trades.undecided()) {
      const obstacle = obstacleOf(trade, conditions);
      if (obstacle) {
        // When it is gone the solver's own reason has to be given again.
        this.#judgedOn.delete(trade.id);
        if (!says(own, obstacle)) unchecked.push(holdFor(trade, obstacle, nowMs));
        continue;
      }
      // Without a tariff there is an obstacle.
      const breach = breachOf(trade, conditions.tariffAt(trade.interval)!);
      if (breach) {
        unchecked.push(rejectionFor(trade, breach, nowMs));
      } else if (own === null || this.#isWorthAnotherLook(trade)) {
        const known = ready.get(trade.interval);
        if (known) known.push(trade);
        else ready.set(trade.interval, [trade]);
      }
    }
    await this.#keep(unchecked);
    let decided = unchecked.length;
    for (const [interval, trades] of ready) {
      for (let k = 0; k < trades.length && !this.#closed; k += TRADES_PER_QUESTION) {
        const asked = trades.slice(k, k + TRADES_PER_QUESTION);
        // A round may be long: what has come up since it began holds the rest of it in the next one.
        const now = this.#parts.conditions();
        if (asked.some(trade => obstacleOf(trade, now))) {
          this.#again = true;
          return;
        }
        await this.#judge(interval, asked);
        // A burst may take long: what is decided for the nearest gate does not wait for the farthest.
        decided += asked.length;
        if (decided < VERDICTS_PER_TRANSACTION) continue;
        await this.#sendDecided();
        decided = 0;
      }
    }
  }

  #isWorthAnotherLook(trade: Trade): boolean {
    return this.#judgedOn.get(trade.id) !== this.#parts.trades.scheduleRevision(trade.interval);
  }

  async #judge(interval: IntervalStart, trades: readonly Trade[]): Promise<void> {
    const { solver, clock } = this.#parts;
    const injection = this.#parts.trades.injection(interval);
    if (!injection) return;
    const revision = this.#parts.trades.scheduleRevision(interval);
    const { isAbroad } = this.#parts.conditions();
    await solver.setSchedule(interval, injection);
    const judged = await solver.judge(
      interval,
      trades.map(t => ({
        id: t.id,
        sellerPoint: isAbroad(t, t.sellerPoint) ? null : t.sellerPoint,
        buyerPoint: isAbroad(t, t.buyerPoint) ? null : t.buyerPoint,
        energyWh: Number(t.energyWh),
      })),
    );
    await this.#keep(trades.map((trade, k) => verdictOf(trade, judged[k], clock.nowMs())));
    for (const trade of trades) this.#judgedOn.set(trade.id, revision);
  }

  /** Recorded first, then believed: a verdict that the store did not take does not count. */
  async #keep(verdicts: readonly Verdict[]): Promise<void> {
    if (verdicts.length === 0) return;
    await this.#parts.records.appendVerdicts(
      verdicts.map(verdict => ({ verdict, evidence: evidenceOf(verdict) })),
    );
    for (const verdict of verdicts) this.#unsent.set(verdict.tradeId, verdict);
    this.#parts.trades.decide(verdicts);
  }

  /** Nearest gate first; a hold waits until shortly before its gate. */
  async #sendDecided(): Promise<void> {
    const { gateClosesAtMs, clock, commands, mayCommand } = this.#parts;
    const nowMs = clock.nowMs();
    const { isOpen } = this.#parts.trades;
    for (const [id, verdict] of this.#unsent)
      if (gateClosesAtMs(verdict.interval) <= nowMs || !isOpen(id)) this.#unsent.delete(id);
    for (const id of this.#judgedOn.keys()) if (!isOpen(id)) this.#judgedOn.delete(id);
    const due = [...this.#unsent.values()]
      .filter(v => v.decision !== 'held' || gateClosesAtMs(v.interval) - nowMs <= HOLD_ON_RECORD_MS)
      .sort((a, b) => a.interval - b.interval);
    for (let k = 0; k < due.length && !this.#closed && mayCommand(); k += VERDICTS_PER_TRANSACTION) {
      const batch = due.slice(k, k + VERDICTS_PER_TRANSACTION);
      await commands.giveVerdicts(batch);
      for (const verdict of batch)
        if (this.#unsent.get(verdict.tradeId) === verdict) this.#unsent.delete(verdict.tradeId);
    }
  }
}

function verdictOf(trade: Trade, judged: JudgedTrade | undefined, atMs: MarketMs): Verdict {
  if (!judged) throw new Error(`The solver gave no verdict on trade ${trade.id}`);
  const { verdict, fee } = judged;
  return {
    tradeId: trade.id,
    interval: trade.interval,
    kind: trade.kind,
    decision: verdict.verdict,
    energyAskedWh: trade.energyWh,
    energySafeWh: BigInt(verdict.energySafeWh),
    binding: verdict.binding,
    decidedBy: verdict.decidedBy,
    reason: [sentence(verdict.reason), ...verdict.notes.map(sentence)].join(' '),
    reasonCode: REASON[verdict.cause],
    fee: fee ?? NO_FEE,
    inputHash: verdict.inputHash,
    decidedAtMs: atMs,
  };
}

function sentence(text: string): string {
  const start = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.!]$/.test(start) ? start : `${start}.`;
}

/** Canonical text: keys in a fixed order, integers as text. */
function evidenceOf(verdict: Verdict): string {
  return JSON.stringify({
    trade: verdict.tradeId,
    interval: verdict.interval,
    decision: verdict.decision,
    askedWh: String(verdict.energyAskedWh),
    safeWh: String(verdict.energySafeWh),
    binding: verdict.binding,
    decidedBy: verdict.decidedBy,
    inputHash: verdict.inputHash,
  });
}
