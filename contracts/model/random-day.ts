/**
 * A random day of the market from a seed: operations, valid mostly, invalid often enough that every refusal comes up in a long
 * run. It looks at the model to know what would be sensible now; it never looks at the contracts.
 */
import { deliveredS, gateS } from './intervals.ts';
import { ROLES } from './market.ts';
import type { Operation } from './operations.ts';
import { poolClosureS } from './pool.ts';
import { Draw } from './random/draw.ts';
import * as flexibility from './random/flexibility.ts';
import * as parties from './random/parties.ts';
import * as pool from './random/pool.ts';
import { type Cast, operation, type Scene } from './random/scene.ts';
import * as setPieces from './random/set-pieces.ts';
import * as settlement from './random/settlement.ts';
import * as sheets from './random/sheets.ts';
import * as trades from './random/trades.ts';
import { finalS } from './readings.ts';
import type { Market } from './state.ts';

export class RandomDay {
  readonly #scene: Scene;

  /** @param seed plays the same day on the same market again */
  constructor(m: Market, cast: Cast, seed: number) {
    this.#scene = { m, cast, draw: new Draw(seed), secrets: new Map(), script: [] };
  }

  /** Lets time pass, up to the next border now and then, and says what is tried next. */
  next(): Operation {
    const { draw, script } = this.#scene;
    this.#pass();
    for (;;) {
      if (script.length > 0 && draw.chance(0.75)) {
        const scripted = script.shift()!();
        if (scripted) return astray(this.#scene, scripted);
        continue;
      }
      if (script.length === 0 && draw.chance(0.002)) drawn(draw, SET_PIECES)(this.#scene);
      const found = drawn(draw, MOVES)(this.#scene);
      if (found) return astray(this.#scene, found);
    }
  }

  #pass(): void {
    const { m, draw, script } = this.#scene;
    if (script.length > 0 && !draw.chance(0.2)) {
      m.nowS += draw.big(0, 1);
      return;
    }
    m.nowS += draw.big(0, draw.chance(0.5) ? 4 : 14);
    if (!draw.chance(0.025)) return;
    const ahead = borders(m);
    if (ahead.length === 0) return;
    const border = draw.pick(ahead) + draw.pick([-1n, 0n, 0n, 1n]);
    if (border > m.nowS) m.nowS = border;
  }
}

/** The parties of a market before its first day: registered, areas opened, points connected, meters named. */
export function opening(cast: Cast): Operation[] {
  const { administrator } = cast;
  const register = (account: string, roles: number) =>
    operation('register', administrator, { account, roles });
  const [first, second] = cast.operators;
  const areas = cast.points.map((_, k) => (k % 5 < 3 ? 1 : 2));
  return [
    register(cast.retailer, 32),
    register(cast.meterOperator, ROLES.meterOperator),
    register(first, ROLES.dso),
    register(second, ROLES.dso),
    register(cast.tso, ROLES.tso),
    register(cast.broker, ROLES.community | ROLES.sharingProvider | ROLES.prosumer),
    register(cast.aggregator, ROLES.aggregator),
    ...cast.owners
      .filter(owner => owner !== cast.aggregator)
      .map((owner, k) => register(owner, k % 4 === 0 ? ROLES.consumer : ROLES.prosumer)),
    ...cast.founders.slice(1).map(founder => register(founder, ROLES.aggregator)),
    operation('openArea', administrator, { operator: first }),
    operation('openArea', administrator, { operator: second }),
    operation('connectPoints', administrator, {
      points: cast.idlePoints,
      owners: cast.idlePoints.map(() => cast.retailer),
      area: 1,
    }),
    ...[1, 2].map(area => {
      const inside = cast.points.flatMap((point, k) => (areas[k] === area ? [{ point, k }] : []));
      return operation('connectPoints', administrator, {
        points: inside.map(({ point }) => point),
        owners: inside.map(({ k }) => cast.owners[k % cast.owners.length]!),
        area,
      });
    }),
    operation('setMeters', administrator, { points: cast.points, meters: cast.meters }),
  ];
}

/** Role confusion: now and then somebody else tries it. */
function astray({ draw, cast, m }: Scene, tried: Operation): Operation {
  if (!draw.chance(0.015)) return tried;
  const accounts = [...m.participants.rows.keys(), cast.stranger];
  return { ...tried, sender: draw.pick(accounts) };
}

function borders(m: Market): bigint[] {
  const seconds = m.rules.intervalSeconds;
  const first = (m.nowS / seconds) * seconds;
  const windows = [
    ...[...m.settled.rows.values()].slice(-8).map(settled => settled.untilS),
    ...[...m.readings.rows.values()].slice(-8).flatMap(held => (held ? [finalS(m, held)] : [])),
  ];
  const edges = Array.from({ length: 7 }, (_, i) => first + BigInt(i - 3) * seconds).flatMap(interval => [
    poolClosureS(m, interval),
    gateS(m, interval),
    interval - 300n,
    interval,
    deliveredS(m, interval),
    deliveredS(m, interval) + m.rules.objectionSeconds,
    deliveredS(m, interval) + m.rules.settlementSeconds,
  ]);
  return [...edges, ...windows, ...windows].filter(edge => edge >= m.nowS && edge < m.nowS + 240n);
}

function drawn<T>(draw: Draw, weighted: readonly (readonly [number, T])[]): T {
  const total = weighted.reduce((all, [weight]) => all + weight, 0);
  let left = draw.below(total);
  for (const [weight, value] of weighted) {
    if (left < weight) return value;
    left -= weight;
  }
  throw new Error('weights do not add up');
}

/** How often each is tried, of the sum. */
const MOVES: readonly (readonly [number, (scene: Scene) => Operation | null])[] = [
  [3, parties.registers],
  [6, parties.changesRoles],
  [4, parties.suspends],
  [2, parties.pauses],
  [24, parties.restores],
  [4, parties.arrangesAreas],
  [6, parties.connects],
  [2, parties.setsMeters],
  [3, parties.announces],
  [6, parties.standsForSeat],
  [12, parties.endsEpoch],
  [30, parties.claims],
  [4, parties.intrudes],
  [45, trades.commits],
  [110, trades.judges],
  [14, trades.postsBid],
  [40, trades.offersToBid],
  [10, trades.closesBid],
  [90, settlement.settles],
  [50, settlement.objects],
  [30, settlement.voids],
  [40, settlement.opensInDaylight],
  [70, settlement.reports],
  [20, settlement.contests],
  [16, settlement.answers],
  [50, sheets.gathers],
  [100, sheets.settlesPoints],
  [30, settlement.closes],
  [50, pool.places],
  [8, pool.cancels],
  [3, pool.voidsOrder],
  [30, pool.clears],
  [3, pool.steps],
  [8, pool.recordsTrades],
  [40, flexibility.offersFlexibility],
  [8, flexibility.withdraws],
  [40, flexibility.purchases],
  [25, flexibility.covers],
  [40, flexibility.answersParts],
  [12, flexibility.releases],
  [25, flexibility.curtails],
];

const SET_PIECES: readonly (readonly [number, (scene: Scene) => void])[] = [
  [20, setPieces.fillsActivations],
  [20, setPieces.fillsOrders],
  [8, setPieces.fillsBid],
  [3, setPieces.fillsCandidates],
];
