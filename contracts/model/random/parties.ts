/** Random changes of who takes part: registrations, roles, suspensions, areas, points, meters, tariffs, the validator set. */
import { DOORS, type Door } from '../intrusion.ts';
import { on, ROLES } from '../market.ts';
import type { Operation } from '../operations.ts';
import { POINTS_PER_CLAIM_MAX } from '../standing.ts';
import { delivered, everybody, isQuiet, operation, type Scene } from './scene.ts';

export function registers({ draw, cast, m }: Scene): Operation {
  const free = cast.newcomers.filter(account => m.participants.at(account) === null);
  const account =
    free.length > 0 && !draw.chance(0.4)
      ? free[0]!
      : draw.pick([...cast.newcomers.slice(0, 4), cast.aggregator]);
  return operation('register', cast.administrator, {
    account,
    roles: draw.chance(0.2) ? 1 << 12 : ROLES.aggregator,
  });
}

export function changesRoles({ draw, cast }: Scene): Operation {
  const account = draw.pick([cast.aggregator, ...cast.founders, ...cast.newcomers, cast.stranger]);
  const roles = draw.chance(0.1) ? 1 << 13 : draw.pick([ROLES.aggregator, ROLES.aggregator, ROLES.consumer]);
  return operation(draw.chance(0.6) ? 'grant' : 'revoke', cast.administrator, { account, roles });
}

export function suspends({ draw, cast }: Scene): Operation {
  const account = draw.pick([
    ...cast.owners,
    ...cast.founders,
    ...cast.operators,
    cast.tso,
    cast.broker,
    cast.stranger,
  ]);
  return operation('suspend', cast.administrator, { account, suspended: draw.chance(0.9) });
}

export function pauses({ cast }: Scene): Operation {
  return operation('setPaused', cast.administrator, { paused: true });
}

/** What was disturbed comes back before long: pause, suspensions, areas, meters. */
export function restores({ draw, cast, m }: Scene): Operation | null {
  if (m.paused.at('market')) return operation('setPaused', cast.administrator, { paused: false });
  const suspended = [...m.participants.rows]
    .filter(([, found]) => found?.suspended)
    .map(([account]) => account);
  if (suspended.length > 1 || (suspended[0] && draw.chance(0.4)))
    return operation('suspend', cast.administrator, { account: draw.pick(suspended), suspended: false });
  const moved = cast.operators.findIndex((first, k) => m.operators.at(k + 1) !== first);
  if (moved !== -1 && draw.chance(0.08))
    return operation('assignArea', cast.administrator, { area: moved + 1, operator: cast.operators[moved]! });
  const lost = cast.points.findIndex((point, k) => m.meters.at(point) !== cast.meters[k]);
  if (lost === -1 || draw.chance(0.3)) return null;
  return operation('setMeters', cast.meterOperator, {
    points: [cast.points[lost]!],
    meters: [cast.meters[lost]!],
  });
}

export function arrangesAreas({ draw, cast, m }: Scene): Operation {
  const operator = draw.pick([...cast.operators, cast.tso, cast.broker]);
  if (draw.chance(0.1) && m.counts.at('areas') < 4)
    return operation('openArea', cast.administrator, { operator });
  const area = draw.pick([1, 2, 3, 9]);
  // Mostly back to whom it was given first.
  const first = cast.operators[area - 1];
  return operation('assignArea', cast.administrator, {
    area,
    operator: first && draw.chance(0.7) ? first : operator,
  });
}

export function connects({ draw, cast, m }: Scene): Operation {
  const points = draw.chance(0.05) ? [`0x${'0'.repeat(64)}`] : draw.some(cast.points, 2);
  // A few come to own several points.
  const takers = draw.chance(0.4) ? cast.owners.slice(0, 3) : cast.owners;
  const owners = points.map(() => (draw.chance(0.05) ? cast.stranger : draw.pick(takers)));
  if (draw.chance(0.05)) owners.push(cast.stranger);
  const own = m.points.at(points[0]!);
  const area = draw.chance(0.05) ? 7 : draw.chance(0.8) && own ? own.area : draw.pick([1, 2]);
  return operation('connectPoints', draw.pick([cast.meterOperator, cast.administrator]), {
    points,
    owners,
    area,
  });
}

export function setsMeters({ draw, cast }: Scene): Operation {
  const place = draw.below(cast.points.length);
  const points = draw.chance(0.1) ? [`0x${'ab'.repeat(32)}`] : [cast.points[place]!];
  const meters = [draw.pick([draw.pick(cast.meters), ZERO])];
  if (draw.chance(0.05)) meters.push(ZERO);
  return operation('setMeters', draw.pick([cast.meterOperator, cast.administrator]), { points, meters });
}

export function announces({ draw, cast, m }: Scene): Operation {
  const noticeS = Number(m.rules.tariffNoticeSeconds);
  const last = m.tariffs.at('all').at(-1)!.validFrom;
  const earliest = last > m.nowS + BigInt(noticeS) ? last : m.nowS + BigInt(noticeS);
  return operation('announceTariff', cast.administrator, {
    tariff: {
      validFrom: draw.chance(0.2) ? earliest - 1n : earliest + draw.big(1, 1800),
      feedInMicroEurPerKwh: draw.big(60_000, 100_000),
      retailMicroEurPerKwh: draw.chance(0.1) ? 50_000n : draw.big(250_000, 400_000),
      feeCapMicroEurPerKwh: draw.big(50_000, 120_000),
    },
  });
}

export function standsForSeat({ draw, cast }: Scene): Operation {
  const account = draw.pick([
    ...cast.founders,
    cast.aggregator,
    ...cast.newcomers.slice(0, 8),
    ...cast.operators,
  ]);
  return operation(draw.chance(0.75) ? 'standForSeat' : 'resignSeat', account, {});
}

export function endsEpoch({ draw, m, ...scene }: Scene): Operation | null {
  const isOver = m.nowS >= m.epochStartedS.at('last') + m.rules.epochSeconds;
  if (!isOver && !draw.chance(0.2)) return null;
  return operation('endEpoch', draw.pick(everybody({ draw, m, ...scene })), {});
}

/** For owners with points in an interval that is closed, mostly. */
export function claims(scene: Scene): Operation | null {
  const { draw, m, cast } = scene;
  const closed = delivered(scene, 7).filter(
    interval => m.progress.at(interval).closed && !isQuiet(scene, interval),
  );
  const stray = draw.chance(0.06);
  if (closed.length === 0 && !stray) return null;
  const interval = stray ? m.nowS - (m.nowS % 900n) - draw.pick([899n, 900n, 900n * 12n]) : draw.pick(closed);
  const owned = Map.groupBy(
    cast.points.filter(point => m.readings.at(on(point, interval)) !== null),
    point => m.connections.at(m.readings.at(on(point, interval))!.connection)!.owner,
  );
  const best = draw.shuffled([...owned]).sort(([, a], [, b]) => b.length - a.length);
  const [owner, read] =
    draw.chance(0.7) && best[0] ? best[0] : [draw.pick(cast.owners), draw.some(cast.points, 2)];
  const points = [...read].sort();
  if (draw.chance(0.1)) points.push(...points.slice(0, 1));
  if (draw.chance(0.05)) points.push(...Array.from({ length: POINTS_PER_CLAIM_MAX + 1 }, () => points[0]!));
  return operation('claimMerit', draw.pick(everybody(scene)), { owner, interval, points });
}

export function intrudes(scene: Scene): Operation {
  const doors = Object.keys(DOORS) as Door[];
  return operation('intrude', scene.draw.pick(everybody(scene)), { door: scene.draw.pick(doors) });
}

const ZERO = `0x${'0'.repeat(40)}`;
