/**
 * The interlock: from what is known now to whether commands may be given, and why not. One pure function, so that no screen
 * and no service has an opinion of its own. A locked console still shows everything; it acts on nothing.
 */
import type { Interlock, InterlockReason } from '../records/operations.ts';
import type { MarketMs } from '../records/units.ts';

export interface InterlockInputs {
  readonly chain:
    | { readonly state: 'verified' }
    | { readonly state: 'catching-up' | 'unreachable'; readonly detail: string; readonly sinceMs: MarketMs }
    | {
        readonly state: 'invalid';
        readonly stage: string;
        readonly blockNumber: number;
        readonly detail: string;
        readonly sinceMs: MarketMs;
      };
  /** Why this console must not act in a market of these rules; null: they are those it is set up for. */
  readonly rulesMismatch: string | null;
  /** Real seconds without a new block, and the chain's block period. */
  readonly sinceLastBlockS: number;
  readonly blockPeriodS: number;
  readonly telemetry: {
    readonly state: 'live' | 'stale' | 'lost';
    readonly detail: string;
    readonly sinceMs: MarketMs;
  };
  readonly solverAlive: boolean;
  /** null: writing works. */
  readonly storeFailure: string | null;
  readonly nowMs: MarketMs;
}

/** After this many block periods without a block the market counts as frozen (promise A15). */
export const FROZEN_AFTER_PERIODS = 10;

export function interlock(inputs: InterlockInputs): Interlock {
  const reasons: InterlockReason[] = [
    ...chainReasons(inputs),
    ...rulesReasons(inputs),
    ...telemetryReasons(inputs),
  ];
  if (!inputs.solverAlive)
    reasons.push({
      source: 'solver',
      reason: 'The power flow solver is being restarted: nothing can be checked.',
      sinceMs: inputs.nowMs,
    });
  if (inputs.storeFailure !== null)
    reasons.push({
      source: 'store',
      reason: `Records cannot be written: ${inputs.storeFailure}`,
      sinceMs: inputs.nowMs,
    });
  return { locked: reasons.length > 0, reasons };
}

function chainReasons({ chain, sinceLastBlockS, blockPeriodS, nowMs }: InterlockInputs): InterlockReason[] {
  switch (chain.state) {
    case 'invalid':
      return [
        {
          source: 'chain',
          reason: `Block ${chain.blockNumber} failed the check "${chain.stage}": ${chain.detail}`,
          sinceMs: chain.sinceMs,
        },
      ];
    case 'catching-up':
      return [
        { source: 'chain', reason: `The chain is being verified: ${chain.detail}`, sinceMs: chain.sinceMs },
      ];
    case 'unreachable':
      return [
        {
          source: 'chain',
          reason: `No endpoint of the chain answers: ${chain.detail}`,
          sinceMs: chain.sinceMs,
        },
      ];
    case 'verified':
      return sinceLastBlockS > FROZEN_AFTER_PERIODS * blockPeriodS
        ? [
            {
              source: 'chain',
              reason: `Market frozen: no block for ${Math.round(sinceLastBlockS)} s.`,
              sinceMs: nowMs,
            },
          ]
        : [];
  }
}

function rulesReasons({ rulesMismatch, nowMs }: InterlockInputs): InterlockReason[] {
  if (rulesMismatch === null) return [];
  const reason = `${rulesMismatch.charAt(0).toUpperCase()}${rulesMismatch.slice(1)}.`;
  return [{ source: 'chain', reason, sinceMs: nowMs }];
}

function telemetryReasons({ telemetry }: InterlockInputs): InterlockReason[] {
  if (telemetry.state === 'live') return [];
  const what = telemetry.state === 'stale' ? 'Measurements are stale' : 'Measurements are lost';
  return [{ source: 'telemetry', reason: `${what}: ${telemetry.detail}`, sinceMs: telemetry.sinceMs }];
}
