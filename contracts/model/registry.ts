/** Who takes part, in which role, who runs which area, who trades for which point. */
import { type Account, must, type Point, ROLES } from './market.ts';
import type { Market } from './state.ts';

export interface Participant {
  readonly number: number;
  readonly roles: number;
  readonly suspended: boolean;
}

/** A point and its owner as they were when the connection was made: for good. */
export interface Connection {
  readonly point: Point;
  readonly owner: Account;
  readonly ownerNumber: number;
  readonly pointNumber: number;
  readonly area: number;
}

export interface ConnectedPoint {
  readonly number: number;
  readonly connection: number;
  readonly owner: Account;
  readonly area: number;
}

export function register(m: Market, sender: Account, a: { account: Account; roles: number }): void {
  mustBeAdministrator(m, sender);
  must(m.participants.at(a.account) === null, 'AlreadyRegistered');
  mustBeRoles(a.roles);
  const number = counted(m, 'participants');
  m.participants.set(a.account, { number, roles: a.roles, suspended: false });
  m.accounts.set(number, a.account);
}

export function grant(m: Market, sender: Account, a: { account: Account; roles: number }): void {
  changeRoles(m, sender, a.account, a.roles, held => held | a.roles);
}

export function revoke(m: Market, sender: Account, a: { account: Account; roles: number }): void {
  changeRoles(m, sender, a.account, a.roles, held => held & ~a.roles);
}

export function suspend(m: Market, sender: Account, a: { account: Account; suspended: boolean }): void {
  mustBeAdministrator(m, sender);
  m.participants.set(a.account, { ...registered(m, a.account), suspended: a.suspended });
}

export function setPaused(m: Market, sender: Account, a: { paused: boolean }): void {
  mustBeAdministrator(m, sender);
  m.paused.set('market', a.paused);
}

export function openArea(m: Market, sender: Account, a: { operator: Account }): void {
  mustBeAdministrator(m, sender);
  must(holds(m, a.operator, ROLES.dso | ROLES.tso), 'NotAllowed');
  m.operators.set(counted(m, 'areas'), a.operator);
}

export function assignArea(m: Market, sender: Account, a: { area: number; operator: Account }): void {
  mustBeAdministrator(m, sender);
  operatorOf(m, a.area);
  must(holds(m, a.operator, ROLES.dso | ROLES.tso), 'NotAllowed');
  m.operators.set(a.area, a.operator);
}

export function connectPoints(
  m: Market,
  sender: Account,
  a: { points: readonly Point[]; owners: readonly Account[]; area: number },
): void {
  mustManageMeters(m, sender);
  must(a.points.length === a.owners.length, 'LengthsDiffer');
  operatorOf(m, a.area);
  for (const [i, id] of a.points.entries()) {
    const owner = a.owners[i]!;
    must(BigInt(id) !== 0n, 'PointEmpty');
    const before = m.points.at(id);
    must(before?.owner !== owner || before.area !== a.area, 'PointAlreadyOwned');
    const number = before?.number ?? counted(m, 'points');
    const connection = counted(m, 'connections');
    const ownerNumber = registered(m, owner).number;
    m.points.set(id, { number, connection, owner, area: a.area });
    m.connections.set(connection, { point: id, owner, ownerNumber, pointNumber: number, area: a.area });
  }
}

export function setMeters(
  m: Market,
  sender: Account,
  a: { points: readonly Point[]; meters: readonly Account[] },
): void {
  mustManageMeters(m, sender);
  must(a.points.length === a.meters.length, 'LengthsDiffer');
  for (const [i, id] of a.points.entries()) {
    connected(m, id);
    m.meters.set(id, a.meters[i]!);
  }
}

export function holds(m: Market, account: Account, anyOf: number): boolean {
  const found = m.participants.at(account);
  return found !== null && !found.suspended && (found.roles & anyOf) !== 0;
}

export function mustHold(m: Market, account: Account, anyOf: number): void {
  must(holds(m, account, anyOf), 'RoleMissing');
}

export function isActive(m: Market, account: Account): boolean {
  return m.participants.at(account)?.suspended === false;
}

export function mustBeOpen(m: Market): void {
  must(!m.paused.at('market'), 'Paused');
}

export function registered(m: Market, account: Account): Participant {
  const found = m.participants.at(account);
  must(found !== null, 'NotRegistered');
  return found;
}

export function operatorOf(m: Market, area: number): Account {
  const found = m.operators.at(area);
  must(found !== null, 'AreaUnknown');
  return found;
}

export function connected(m: Market, point: Point): ConnectedPoint {
  const found = m.points.at(point);
  must(found !== null, 'PointNotConnected');
  return found;
}

/** A point that may do new business. */
export function tradingPoint(m: Market, point: Point): ConnectedPoint {
  const found = connected(m, point);
  must(isActive(m, found.owner), 'Suspended');
  return found;
}

/** Area of a connection, null where it may not trade: its point changed hands, or its owner is suspended. */
export function tradingArea(m: Market, connection: number): number | null {
  const held = m.connections.at(connection);
  const current = held && m.points.at(held.point);
  return current?.connection === connection && isActive(m, current.owner) ? current.area : null;
}

export function connectionAt(m: Market, number: number): Connection {
  return m.connections.at(number) ?? NO_CONNECTION;
}

/** The next number of its kind. */
export function counted(m: Market, what: string): number {
  const number = m.counts.at(what) + 1;
  m.counts.set(what, number);
  return number;
}

export function mustBeAdministrator(m: Market, sender: Account): void {
  must(sender === m.terms.administrator, 'OwnableUnauthorizedAccount');
}

function mustManageMeters(m: Market, sender: Account): void {
  must(sender === m.terms.administrator || holds(m, sender, ROLES.meterOperator), 'NotAllowed');
}

function mustBeRoles(roles: number): void {
  must((roles & ~ROLES.all) === 0, 'RolesInvalid');
}

function changeRoles(
  m: Market,
  sender: Account,
  account: Account,
  roles: number,
  change: (held: number) => number,
): void {
  mustBeAdministrator(m, sender);
  mustBeRoles(roles);
  const found = registered(m, account);
  m.participants.set(account, { ...found, roles: change(found.roles) });
}

const NO_CONNECTION: Connection = { point: '', owner: '', ownerNumber: 0, pointNumber: 0, area: 0 };
