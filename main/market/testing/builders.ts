/** Events and a small network for tests; a test states only what matters to it. */
import type { ConnectionPoint, Network } from '../../../grid-models/network/network.ts';
import type {
  ChainPosition,
  MarketEvent,
  MarketRules,
  RecordedVerdict,
  Trade,
} from '../../records/market.ts';
import type { Verdict } from '../../records/supervision.ts';
import type { MarketTimes } from '../gates.ts';

export const TIMES: MarketTimes = { intervalSeconds: 900, gateLeadSeconds: 600 };
/** Some quarter hour: 2026-01-14 08:00 UTC. */
export const INTERVAL = 1_768_377_600;

export function at(blockNumber: number, logIndex = 0): ChainPosition {
  return {
    blockNumber,
    blockHash: `0x${blockNumber}`,
    transactionHash: '0x',
    logIndex,
    atMs: blockNumber * 1000,
  };
}

export function trade(id: string, over: Partial<Trade> = {}): Trade {
  return {
    id,
    kind: 'bilateral',
    interval: INTERVAL,
    sellerPoint: 'P0',
    buyerPoint: 'P1',
    seller: '0xseller',
    buyer: '0xbuyer',
    energyWh: 1000n,
    priceMicroEurPerKwh: 150_000n,
    attribute: 'none',
    submitter: '0xbroker',
    otherArea: null,
    sealKey: null,
    proposedAt: at(Number(id)),
    ...over,
  };
}

export function own(of: Trade, decision: Verdict['decision'], over: Partial<Verdict> = {}): Verdict {
  const flows = decision === 'accepted' || decision === 'reduced';
  return {
    tradeId: of.id,
    interval: of.interval,
    kind: of.kind,
    decision,
    energyAskedWh: of.energyWh,
    energySafeWh: flows ? (decision === 'accepted' ? of.energyWh : of.energyWh / 2n) : 0n,
    binding: null,
    decidedBy: 'ac',
    reason: 'as tested',
    reasonCode: 0,
    fee: { lossesMicroEur: 1n, congestionMicroEur: 2n, voltageMicroEur: 3n, fixedMicroEur: 4n },
    inputHash: '0xhash',
    decidedAtMs: 0,
    ...over,
  };
}

export function recorded(
  of: Trade,
  decision: RecordedVerdict['decision'],
  energyWh?: bigint,
): RecordedVerdict {
  const flows = decision === 'accepted' || decision === 'reduced';
  return {
    tradeId: of.id,
    decision,
    energyWh: energyWh ?? (flows ? of.energyWh : 0n),
    feeMicroEur: 10n,
    reasonCode: 0,
    evidence: '0xhash',
    recordedAt: at(Number(of.id), 1),
  };
}

export function tradeEvent(of: Trade): MarketEvent {
  return { type: 'trade', trade: of };
}

/** @param meter null: it has none any more */
export function meterEvent(point: string, meter: string | null = '0xmeter'): MarketEvent {
  return { type: 'meter', point, meter, at: at(1) };
}

/** What a market is run with; as this house sets them up unless said. */
export function rulesEvent(over: Partial<MarketRules> = {}): MarketEvent {
  const rules = { ...TIMES, objectionSeconds: 300, objectionCostMicroEur: 1_000_000n, ...over };
  return { type: 'rules', rules, at: at(1) };
}

/** Buses 0 … n−1 on one line, a point P0 … on each, loads of 10 kW with 4 kvar. */
export function network(count: number): { network: Network; points: ConnectionPoint[] } {
  const rows = <T>(value: T) => Array.from({ length: count }, () => value);
  const floats = (value: number, length = count) => new Float64Array(length).fill(value);
  const ints = (length = count) => Int32Array.from({ length }, (_, k) => k);
  const none = new Float64Array(0);
  const points = Array.from({ length: count }, (_, bus) => ({
    id: `P${bus}`,
    name: `Point ${bus}`,
    bus,
    equipment: [{ kind: 'household' as const, ratedKw: 10 }],
  }));
  return {
    points,
    network: {
      name: 'street',
      format: 'demonstration',
      baseMva: 1,
      frequencyHz: 50,
      coordinates: 'none',
      points,
      bus: {
        count,
        id: Array.from({ length: count }, (_, k) => String(k)),
        name: rows(''),
        vnKv: floats(0.4),
        vmPuMin: floats(0.9),
        vmPuMax: floats(1.1),
        inService: new Uint8Array(count).fill(1),
        vmPuStart: floats(1),
        vaDegStart: floats(0),
        x: floats(Number.NaN),
        y: floats(Number.NaN),
        segment: rows('street'),
      },
      branch: {
        count: 0,
        id: [],
        name: [],
        kind: new Uint8Array(0),
        from: ints(0),
        to: ints(0),
        rPu: none,
        xPu: none,
        gFromPu: none,
        bFromPu: none,
        gToPu: none,
        bToPu: none,
        ratio: none,
        shiftRad: none,
        inService: new Uint8Array(0),
        fromClosed: new Uint8Array(0),
        toClosed: new Uint8Array(0),
        ratingFromKa: none,
        ratingToKa: none,
        ratingMva: none,
        loadingPercentMax: none,
        lengthKm: none,
        route: [],
      },
      coupler: { count: 0, id: [], from: ints(0), to: ints(0), closed: new Uint8Array(0) },
      load: {
        count,
        id: Array.from({ length: count }, (_, k) => `L${k}`),
        bus: ints(),
        pMw: floats(0.01),
        qMvar: floats(0.004),
        constZShare: floats(0),
        constIShare: floats(0),
        inService: new Uint8Array(count).fill(1),
      },
      generator: {
        count: 0,
        id: [],
        bus: ints(0),
        control: new Uint8Array(0),
        pMw: none,
        qMvar: none,
        vmPuSet: none,
        vaDegSet: none,
        qMvarMin: none,
        qMvarMax: none,
        inService: new Uint8Array(0),
        source: [],
      },
      shunt: { count: 0, id: [], bus: ints(0), pMw: none, qMvar: none, inService: new Uint8Array(0) },
    },
  };
}
