/** What the contracts say of every row of the model, in the model's form. */
import type { Result } from 'ethers';
import { digestOf } from '../../bindings/sealing.ts';
import type { LocalMarket } from '../../bindings/testing/local-market.ts';
import type { Session } from '../daylight.ts';
import { openOfferedWh } from '../flexibility.ts';
import { openGroups, sheetOf, tradedPoints } from '../groups.ts';
import { CLEARING } from '../ledger.ts';
import { on } from '../market.ts';
import { standingOf } from '../standing.ts';
import type { Market } from '../state.ts';
import { isDue } from '../verdicts.ts';
import { chained } from './calls.ts';
import { CAST } from './cast.ts';
import { netsHash, stateOf } from './packing.ts';

/** A row as the model has it, brought to the form in which it can be compared, and the same as the contracts have it. */
type View = (
  chain: LocalMarket,
  key: string[],
  m: Market,
  row: never,
) => Promise<readonly [model: unknown, chain: unknown]>;

/** The rows of a table that are not read: why. */
const UNREAD: Readonly<Record<string, string>> = {
  accounts: 'stand in participants',
  poolParts: 'kept as hashes without a view; recording them shows',
  openWh: 'by product, without a view; openOfferedWh is compared',
  merits: 'by epoch; standingOf is compared',
  meritSince: 'of the model alone',
  epochStartedS: 'compared with the set',
};

/** @returns what differs, in words; empty when nothing does */
export async function compareRow(chain: LocalMarket, m: Market, table: string, key: string): Promise<string> {
  if (table in UNREAD) return '';
  const view = VIEWS[table];
  if (!view) throw new Error(`${table} has no view`);
  const rows = m[table as keyof Market] as unknown as { at(key: string): never };
  const [expected, found] = await view(chain, key.split('/'), m, rows.at(key));
  const [a, b] = [text(expected), text(found)];
  return a === b ? '' : `${table} ${key}: the model has ${a}, the contracts ${b}`;
}

/** What follows from many rows: sums, standing, what is open in an area. */
export async function compareDerived(chain: LocalMarket, m: Market): Promise<string[]> {
  const problems: string[] = [];
  const check = (what: string, expected: unknown, found: unknown) => {
    if (text(expected) !== text(found))
      problems.push(`${what}: the model has ${text(expected)}, the contracts ${text(found)}`);
  };
  let total = 0n;
  for (let number = CLEARING; number <= m.counts.at('participants'); number++) {
    const [balance] = await chain.read('Ledger', 'balanceOfNumber', number);
    check(`balance of ${number}`, m.balances.at(number), balance);
    total += balance as bigint;
  }
  check('sum of all balances', 0n, total);
  check('balance of nobody', 0n, (await chain.read('Ledger', 'balanceOf', CAST.stranger))[0]);
  for (const account of [...CAST.founders, CAST.aggregator, CAST.tso, ...CAST.owners.slice(0, 6)]) {
    const [standing] = await chain.read('ProofOfEnergy', 'standingOf', account);
    check(`standing of ${account}`, standingOf(m, account), standing);
  }
  const seconds = m.rules.intervalSeconds;
  const next = (m.nowS / seconds + 1n) * seconds;
  for (const interval of [next, next + seconds])
    for (const area of [1, 2])
      for (const direction of [0, 1]) {
        const [openWh] = await chain.read('Flexibility', 'openOfferedWh', interval, direction, area);
        check(`open in area ${area}, ${direction}`, openOfferedWh(m, interval, direction, area), openWh);
      }
  return problems;
}

const VIEWS: Readonly<Record<string, View>> = {
  counts: async (chain, [what], m) => {
    const of = COUNTERS[what!];
    if (!of) throw new Error(`${what} is counted nowhere`);
    return [m.counts.at(what!), Number((await chain.read(...of))[0])];
  },
  paused: async (chain, _, m) => [m.paused.at('market'), (await chain.read('Registry', 'paused'))[0]],
  tariffs: async (chain, _, m) => {
    const last = m.tariffs.at('all').at(-1)!;
    const found = (await chain.read('MarketRules', 'tariffAt', last.validFrom))[0] as Result;
    return [Object.values(last), found.toArray()];
  },
  participants: async (chain, [account], m) => {
    const held = m.participants.at(account!)!;
    const found = (await chain.read('Registry', 'participantOf', account))[0] as Result;
    return [
      [held.number, held.roles, held.suspended],
      [found['number'], found['roles'], found['suspended']],
    ];
  },
  operators: async (chain, [area], m) => [
    m.operators.at(area!),
    lower((await chain.read('Registry', 'operatorOf', area))[0]),
  ],
  points: async (chain, [point], m) => {
    const { number, connection, owner, area } = m.points.at(point!)!;
    return [[number, connection, owner, area], fields((await chain.read('Registry', 'pointOf', point))[0])];
  },
  connections: async (chain, [number], m) => {
    const { point, owner, ownerNumber, pointNumber, area } = m.connections.at(number!)!;
    const found = fields((await chain.read('Registry', 'connectionAt', number))[0]);
    return [[point, owner, ownerNumber, pointNumber, area], found];
  },
  meters: async (chain, [point], m) => [
    m.meters.at(point!),
    lower((await chain.read('Registry', 'meterOf', point))[0]),
  ],

  batches: async (chain, [id], m) => {
    const batch = m.batches.at(id!)!;
    const root = chained(batch.leaves);
    const made = [
      root,
      batch.submitter,
      batch.interval,
      batch.leaves.length,
      ...batch.areas,
      batch.kind,
      batch.sequence,
    ];
    const found = fields((await chain.read('EnergyMarket', 'batch', id))[0]);
    return [made, [...found, (await chain.read('EnergyMarket', 'sequenceOf', id))[0]]];
  },
  sequences: async (chain, [who], m) => [
    m.sequences.at(who!),
    (await chain.read('EnergyMarket', 'nextSequence', who))[0],
  ],
  bids: async (chain, [id], m) => [
    Object.values(m.bids.at(id!)!),
    fields((await chain.read('EnergyMarket', 'bid', id))[0]),
  ],
  bidOffers: async (chain, [id], m) => {
    const found = (await chain.read('EnergyMarket', 'bidOffers', id))[0] as Result;
    return [m.bidOffers.at(id!).map(offer => Object.values(offer)), [...found].map(fields)];
  },
  bidOffersMade: async (_, [id], m) => {
    const last = Math.max(...m.bidOffers.at(id!).map(offer => offer.number));
    return [true, last <= m.bidOffersMade.at(id!)];
  },

  orders: async (chain, [interval, number], m) => {
    const made = m.orders.at(on(interval!, number!))!;
    const id = (BigInt(interval!) << 32n) + BigInt(number!);
    return [Object.values(made), fields((await chain.read('PoolMarket', 'order', id))[0])];
  },
  books: async (chain, [interval], m) => {
    const book = m.books.at(interval!);
    const numbers = Array.from({ length: book.placed }, (_, i) => m.orders.at(on(interval!, i + 1))!);
    const standing = [0, 1].map(side => numbers.filter(o => o.side === side && o.cancelNumber === 0).length);
    const found = fields((await chain.read('PoolMarket', 'book', interval))[0]);
    return [[book.placed, book.cancelled, ...standing, book.cleared], found];
  },
  orderNonces: async (chain, [point, nonce]) => [
    true,
    (await chain.read('PoolMarket', 'orderNonceUsed', point, nonce))[0],
  ],
  walks: async (chain, [interval, who], m) => {
    const walk = m.walks.at(on(interval!, who!))!;
    const found = (await chain.read('PoolMarket', 'walkOf', interval, who))[0] as Result;
    const sides = (['sell', 'buy'] as const).map(side => found[side] as Result);
    return [
      [
        ...walk.listed.map(l => [l.length, l.at(-1) ?? 0]),
        walk.openWh,
        walk.sells,
        walk.buys,
        walk.ended,
        walk.parts,
        walk.energyWh,
      ],
      [
        ...sides.map(side => [side['listed'], side['number']]),
        sides.map(side => side['remainingWh']),
        ...['sells', 'buys', 'ended', 'parts', 'energyWh'].map(name => found[name]),
      ],
    ];
  },
  clearings: async (chain, [interval], m) => {
    const { clearedBy, priceMicroEurPerKwh, parts, energyWh, last } = m.clearings.at(interval!)!;
    const found = fields((await chain.read('PoolMarket', 'clearing', interval))[0]);
    return [[clearedBy, priceMicroEurPerKwh, parts, energyWh, ...last], found];
  },

  decisions: async (chain, [batch, side, index], m) => [
    m.decisions.at(on(batch!, side!, index!)),
    (await chain.read('GridSupervision', 'decisionOf', batch, index, side))[0],
  ],
  rounds: async (chain, [batch, side], m) => {
    const digest = chained(m.rounds.at(on(batch!, side!)).map(digestOf));
    const [found] = await chain.read('GridSupervision', 'digestOf', batch, side);
    const [due] = await chain.read('GridSupervision', 'isDue', batch);
    return [
      [digest, isDue(m, Number(batch))],
      [found, due],
    ];
  },
  dueBatches: async (chain, [interval], m) => [
    m.dueBatches.at(interval!),
    (await chain.read('GridSupervision', 'dueBatchCount', interval))[0],
  ],

  settled: async (chain, [id], m) => {
    const { state, untilS, objector, nets, operators } = m.settled.at(id!);
    const found = (await chain.read('NetSettlement', 'settledOf', id))[0] as Result;
    const hash = nets === null ? ZERO : netsHash(nets);
    return [
      [hash, state, untilS, objector, ...operators],
      [
        found['netsHash'],
        SETTLED_STATES[Number(found['state'])],
        found['until'],
        found['objector'],
        found['sellerSideOperator'],
        found['buyerSideOperator'],
      ],
    ];
  },
  intervalTallies: async (chain, [interval], m) => [
    Object.values(m.intervalTallies.at(interval!)),
    fields((await chain.read('NetSettlement', 'tallyOf', interval))[0]),
  ],
  groups: async (chain, [interval], m) => {
    const counts = [openGroups(m, BigInt(interval!)), tradedPoints(m, BigInt(interval!))];
    const made: unknown[] = [...counts, m.balances.at(CLEARING)];
    const found = [
      (await chain.read('NetSettlement', 'openGroupCount', interval))[0],
      (await chain.read('NetSettlement', 'tradedPointCount', interval))[0],
      (await chain.read('Ledger', 'balanceOfNumber', CLEARING))[0],
    ];
    for (const [number, group] of m.groups.at(interval!)) {
      made.push(stateOf(group, sheetOf(m, BigInt(interval!), number).netsWh));
      found.push((await chain.read('NetSettlement', 'groupOf', interval, number))[0]);
    }
    return [made, found];
  },
  sessions: async (chain, [batch, opener], m) => {
    const session = m.sessions.at(on(batch!, opener!)) as Session;
    const found = (await chain.read('Daylight', 'sessionOf', batch, opener))[0] as Result;
    return [
      [
        chained(session.leaves),
        session.leaves.length,
        session.positions.size,
        session.rounds.map(rounds => chained(rounds.map(digestOf))),
        session.round.map(digestOf),
        session.feesMicroEur,
      ],
      fields(found),
    ];
  },

  balances: async (chain, [number], m) => [
    m.balances.at(number!),
    (await chain.read('Ledger', 'balanceOfNumber', number))[0],
  ],

  readings: async (chain, [point, interval], m) => {
    const { connection, netWh, revision, firstS, changedS, contest } = m.readings.at(on(point!, interval!))!;
    const found = fields((await chain.read('Metering', 'reading', point, interval))[0]);
    const contests = ['none', 'open', 'answered'];
    return [[connection, netWh, revision, firstS, changedS, contests.indexOf(contest)], found];
  },
  readingCounts: async (chain, [interval], m) => [
    m.readingCounts.at(interval!),
    (await chain.read('Metering', 'readingCount', interval))[0],
  ],

  offers: async (chain, [id], m) => [
    Object.values(m.offers.at(id!)!),
    fields((await chain.read('Flexibility', 'offerOf', id))[0]),
  ],
  positions: async (chain, [point, interval], m) => {
    const p = m.positions.at(on(point!, interval!));
    const found = fields((await chain.read('Flexibility', 'positionOf', point, interval))[0]);
    const made = [
      p.baselineNetWh,
      p.activatedWh,
      p.activationCount,
      p.direction,
      p.stated,
      p.coverOpenCount,
      p.coverWh,
    ];
    return [made, found];
  },
  parts: async (chain, [id], m) => {
    const { order, offer, energyWh, state } = m.parts.at(id!)!;
    const found = (await chain.read('Flexibility', 'partOf', id))[0] as Result;
    const [a, b, c, d] = fields(found);
    return [
      [order, offer, energyWh, state],
      [a, b, c, PART_STATES[Number(d)]],
    ];
  },
  orderBuyers: async (chain, [order], m) => {
    const { buyer, beneficiary } = m.orderBuyers.at(order!)!;
    const found = [
      lower((await chain.read('Flexibility', 'buyerOf', order))[0]),
      (await chain.read('Flexibility', 'beneficiaryOf', order))[0],
    ];
    return [[buyer, beneficiary ?? ZERO], found];
  },
  standing: async (chain, [point, interval], m) => {
    const made = m.standing.at(on(point!, interval!)).map(id => {
      const part = m.parts.at(id)!;
      return [part.order, part.offer, part.energyWh];
    });
    const found = (await chain.read('Flexibility', 'activationsOf', point, interval))[0] as Result;
    return [made, [...found].map(a => fields(a).slice(0, 3))];
  },
  activatedPoints: async (chain, [interval], m) => [
    m.activatedPoints.at(interval!),
    (await chain.read('Flexibility', 'activatedPointCount', interval))[0],
  ],
  units: async (chain, [offer, holder], m) => [
    m.units.at(on(offer!, holder!)),
    (await chain.read('FlexibilityUnits', 'balanceOf', holder, offer))[0],
  ],
  supplies: async (chain, [offer], m) => {
    const supply = m.supplies.at(offer!);
    const held = [...m.units.rows]
      .filter(([key]) => key.startsWith(`${offer}/`))
      .reduce((all, [, wh]) => all + wh, 0n);
    const [total] = await chain.read('FlexibilityUnits', 'totalSupply', offer);
    const found = fields((await chain.read('FlexibilityUnits', 'supplyOf', offer))[0]);
    return [
      [...Object.values(supply), held],
      [...found, total],
    ];
  },

  curtailments: async (chain, [id], m) => [
    Object.values(m.curtailments.at(id!)!),
    fields((await chain.read('Curtailment', 'orderOf', id))[0]),
  ],
  curtailmentsOf: async (chain, [point, interval], m) => [
    m.curtailmentsOf.at(on(point!, interval!)),
    fields((await chain.read('Curtailment', 'ordersOf', point, interval))[0]),
  ],
  curtailedPoints: async (chain, [interval], m) => [
    m.curtailedPoints.at(interval!),
    (await chain.read('Curtailment', 'curtailedPointCount', interval))[0],
  ],
  curtailmentTotals: async (chain, [operator, year, rank], m) => [
    Object.values(m.curtailmentTotals.at(on(operator!, year!, rank!))),
    fields((await chain.read('Curtailment', 'totalsOf', operator, year, rank))[0]),
  ],

  progress: async (chain, [interval], m) => {
    const p = m.progress.at(interval!);
    const found = fields((await chain.read('Settlement', 'progress', interval))[0]);
    return [[p.traded, p.flexible, p.curtailed, p.settled, p.covered, p.coveredSettled, p.closed], found];
  },
  settledPoints: async () => [true, true], // without a view; settling again is refused, and progress counts them
  covers: async () => [true, true], // without a view; the schedule of the covered point shows them
  claimedWh: async (chain, [owner, interval], m) => [
    m.claimedWh.at(on(owner!, interval!)),
    (await chain.read('ProofOfEnergy', 'claimedWh', owner, interval))[0],
  ],
  validators: async (chain, _, m) => {
    const found = fields((await chain.read('Validators', 'getValidators'))[0]);
    const started = (await chain.read('Validators', 'epochStartedAt'))[0];
    return [
      [m.validators.at('all'), m.epochStartedS.at('last')],
      [found, started],
    ];
  },
  candidates: async (chain, _, m) => {
    const found = fields((await chain.read('Validators', 'candidates'))[0]) as string[];
    return [m.candidates.at('all'), found.sort()];
  },
};

const COUNTERS: Readonly<Record<string, Parameters<LocalMarket['read']>>> = {
  participants: ['Registry', 'participantCount'],
  points: ['Registry', 'pointCount'],
  connections: ['Registry', 'connectionCount'],
  areas: ['Registry', 'areaCount'],
  batches: ['EnergyMarket', 'batchCount'],
  bids: ['EnergyMarket', 'bidCount'],
  offers: ['Flexibility', 'offerCount'],
  parts: ['Flexibility', 'partCount'],
  flexibilityOrders: ['Flexibility', 'orderCount'],
  curtailments: ['Curtailment', 'orderCount'],
  epochs: ['Validators', 'epochCount'],
};

const lower = (value: unknown): unknown => (typeof value === 'string' ? value.toLowerCase() : value);
const fields = (result: Iterable<unknown>): unknown[] =>
  [...result].map(value =>
    typeof value === 'object' && value !== null ? fields(value as Iterable<unknown>) : lower(value),
  );
/** Numbers and bigints of one value read alike. */
const text = (value: unknown): string =>
  JSON.stringify(value, (_, part) =>
    typeof part === 'bigint' || typeof part === 'number' ? String(part) : part,
  );
const ZERO = `0x${'0'.repeat(64)}`;
const SETTLED_STATES = ['none', 'settled', 'objected', 'corrected', 'void'];
const PART_STATES = ['none', 'waiting', 'stands', 'refused', 'lapsed', 'retired'];
