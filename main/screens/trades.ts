/** The trades screen: pages of the book, and one trade with its evidence and footprint. */
import type { z } from 'zod';
import type { zTradeDetail } from '../../preload/contract/trades.ts';
import { batchOf, scheduledWh, type TradeEntry } from '../market/trade-book.ts';
import type { Implementation } from '../shells/implementation.ts';
import { SolverError } from '../supervision/solver/solver.ts';
import { push } from './push.ts';
import type { Services } from './services.ts';

type Detail = z.input<typeof zTradeDetail>;

export function tradesScreen(services: Services): Implementation['trades'] {
  const { market, objections, commands, operator, seconds } = services;
  return {
    revision: (_input, signal) =>
      push({
        read: () => ({ revision: market.revision, total: market.total }),
        wake: [h => market.onChange(h)],
        signal,
        everyMs: 500,
      }),
    page: ({ filter, sort, offset, limit }) => market.page(filter, sort, offset, limit),
    detail: ({ id }) => detail(services, id),
    troubles: (_input, signal) =>
      push({
        read: () => {
          const { terms } = objections;
          const all = objections.list();
          const isOpen = (t: (typeof all)[number]) => t.objectUntilMs !== null && t.objection === null;
          const troubles = [...all.filter(isOpen), ...all.filter(t => !isOpen(t))];
          return {
            troubles: troubles.slice(0, TROUBLES_LISTED_MAX),
            notListed: Math.max(0, troubles.length - TROUBLES_LISTED_MAX),
            objectionTerms: terms && {
              costMicroEur: String(terms.objectionCostMicroEur),
              answerSeconds: terms.objectionSeconds,
            },
          };
        },
        wake: [h => market.onChange(h), h => commands.onChange(h), seconds],
        signal,
        everyMs: 500,
      }),
    objectTo: ({ batchId, confirmToken }) => objections.objectTo(confirmToken, batchId, operator.name),
  };
}

async function detail(services: Services, id: string): Promise<Detail> {
  const { market, store } = services;
  const entry = market.trade(id);
  if (!entry) throw new Error(`There is no trade ${id} in the book.`);
  const { trade, own, recorded } = entry;
  const row = market.row(entry);
  const stored = store.verdict(id);
  const place = row.sellerPlace ?? row.buyerPlace;
  return {
    row,
    sentence: `${WORD[row.decision]}: ${row.reason}`,
    evidence: [
      {
        label: 'Batch',
        value: `${batchOf(trade)}, by ${market.names.ofAccount(trade.submitter)}`,
      },
      { label: 'Who can read it', value: trade.sealKey === null ? READ_BY_ALL : READ_BY_FEW },
      ...(trade.attribute === 'none' ? [] : [{ label: 'Promised energy', value: PROMISE[trade.attribute] }]),
      ...(trade.otherArea === null ? [] : [{ label: 'Other side', value: otherSide(entry, market) }]),
      ...(place === null ? [] : [{ label: 'Foreign end', value: `${place}: ${THROUGH_THE_SLACK}` }]),
      { label: 'Decided by', value: DECIDED_BY[own?.decidedBy ?? 'none'] },
      ...(own?.binding ? [{ label: 'Leg that binds', value: own.binding.leg }] : []),
      { label: 'Hash of the inputs', value: own?.inputHash || 'none: not judged' },
      ...(recorded ? [{ label: 'Evidence on chain', value: recorded.evidence }] : []),
      ...(stored ? [{ label: 'Record', value: stored.evidence }] : []),
    ],
    fee: own
      ? {
          lossesMicroEur: String(own.fee.lossesMicroEur),
          congestionMicroEur: String(own.fee.congestionMicroEur),
          voltageMicroEur: String(own.fee.voltageMicroEur),
          fixedMicroEur: String(own.fee.fixedMicroEur),
        }
      : null,
    position: {
      blockNumber: trade.proposedAt.blockNumber,
      transactionHash: trade.proposedAt.transactionHash,
    },
    verdictPosition: recorded
      ? { blockNumber: recorded.recordedAt.blockNumber, transactionHash: recorded.recordedAt.transactionHash }
      : null,
    footprint: await footprint(services, entry),
  };
}

/** What the operator of the other area said of its side; both have to let a trade through. */
function otherSide({ trade, other, lapsed }: TradeEntry, { names, areas }: Services['market']): string {
  const operator = other?.operator ?? areas.operatorOf(trade.otherArea ?? 0);
  const who = `area ${trade.otherArea}, ${names.ofAccount(operator)}`;
  if (other === null) return `${who}: ${lapsed ? 'no verdict before the gate' : 'no verdict yet'}`;
  const { decision, energyWh, feeMicroEur } = other.verdict;
  return energyWh === 0n
    ? `${who}: ${decision}`
    : `${who}: ${decision}, ${energyWh} Wh, its grid fee ${feeMicroEur} µ€`;
}

/** Of what may flow; of a trade that may not, what it would do as it was proposed. */
async function footprint(
  { solver, outlook, market }: Services,
  entry: TradeEntry,
): Promise<Detail['footprint']> {
  const { sellerPoint, buyerPoint, interval, energyWh } = entry.trade;
  // The solver lets go of an interval with its end; its trades are looked at for days.
  if (interval < outlook.running()) return { solved: false, missing: OVER };
  const wh = scheduledWh(entry);
  const trade = {
    sellerPoint: market.isAbroad(entry.trade, sellerPoint) ? null : sellerPoint,
    buyerPoint: market.isAbroad(entry.trade, buyerPoint) ? null : buyerPoint,
    energyWh: Number(wh > 0n ? wh : energyWh),
    scheduled: wh > 0n,
  };
  try {
    const found = await solver.footprint(interval, trade);
    return found.solved ? { ...found, branches: [...found.branches] } : found;
  } catch (error) {
    // The rest of the trade can be shown without the solver.
    if (error instanceof SolverError) return { solved: false, missing: error.message };
    throw error;
  }
}

/** More than a few means that something else is wrong, and the chain screen has it. */
const TROUBLES_LISTED_MAX = 50;
const OVER = 'Its delivery is over, and the power flow of an interval is kept until its end.';
const WORD = {
  pending: 'Pending',
  accepted: 'Accepted',
  reduced: 'Reduced',
  rejected: 'Rejected',
  held: 'Held',
} as const;
const THROUGH_THE_SLACK = 'its energy enters or leaves this network through the slack';
const READ_BY_FEW = 'buyer, seller and their grid operators: its details are sealed';
const READ_BY_ALL = 'everybody: matched in the open';
const PROMISE = { renewable: 'renewable', 'same-area': 'from the same grid area' };
const DECIDED_BY = {
  bound: 'Linear estimate with proven error bound',
  ac: 'AC power flow',
  none: 'Not judged',
} as const;
