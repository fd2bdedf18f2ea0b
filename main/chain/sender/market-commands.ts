/** The console's commands as contract calls: the only things this console can sign. */
import { encodeBytes32String, ZeroHash } from 'ethers';
import {
  DECISION,
  DIRECTION,
  digestOf,
  errorsInterface,
  interfaces,
  PRODUCT,
  packedDecisions,
  placeOf,
  sealVerdicts,
  tradeIdOf,
  type VerdictEntry,
} from '../../../contracts/bindings/index.ts';
import type { Decision, Direction, FlexibilityProduct, LegalRank } from '../../records/market.ts';
import type { Command } from '../../records/operations.ts';
import type { Hex } from '../follower.ts';
import type { ChainAction } from './intent.ts';

/** One contract function per kind of command, at the addresses of this market. */
export function marketActions(contracts: {
  readonly GridSupervision: string;
  readonly Flexibility: string;
  readonly Curtailment: string;
  readonly NetSettlement: string;
}): Readonly<Record<Command['type'], ChainAction>> {
  const errors = errorsInterface.fragments.map(fragment => fragment.format('full'));
  const action = (name: keyof typeof contracts, method: string): ChainAction => ({
    contract: contracts[name] as Hex,
    function: interfaces[name].getFunction(method)?.format('full') ?? missing(name, method),
    errors,
  });
  return {
    'give-verdicts': action('GridSupervision', 'giveVerdicts'),
    'purchase-flexibility': action('Flexibility', 'purchase'),
    'confirm-flexibility': action('Flexibility', 'confirm'),
    'refuse-flexibility': action('Flexibility', 'refuse'),
    'object-to-batch': action('NetSettlement', 'objectTo'),
    curtail: action('Curtailment', 'order'),
  };
}

/** What seals verdicts for those concerned. */
export interface Sealing {
  /** The operator's account. */
  readonly account: string;
  /** Key of a trade; null: its details are public. */
  sealKeyOf(tradeId: string): string | null;
  /** Fresh random bytes. */
  random(bytes: number): Uint8Array;
}

/** Arguments in the order of the contract function. */
export function argumentsOf(command: Command, sealing: Sealing): readonly unknown[] {
  switch (command.type) {
    case 'give-verdicts':
      return [roundsOf(command.verdicts, sealing)];
    case 'purchase-flexibility':
      return [
        command.interval,
        PRODUCTS[command.product],
        command.parts.map(p => BigInt(p.offerId)),
        command.parts.map(p => p.energyWh),
        elementOf(command.element),
        evidenceOf(command.evidence),
      ];
    case 'confirm-flexibility':
      return [command.parts.map(p => BigInt(p.partId))];
    case 'refuse-flexibility':
      return [command.parts.map(p => BigInt(p.partId)), command.reasonCode];
    case 'object-to-batch':
      return [BigInt(command.batchId)];
    case 'curtail':
      return [
        command.terms.map(t => [
          encodeBytes32String(t.point),
          t.interval,
          t.energyWh,
          DIRECTIONS[t.direction],
          LEGAL_RANK[t.legalRank],
          command.reasonCode,
          t.compensationMicroEur,
          evidenceOf(command.evidence),
        ]),
        command.reason,
        command.marketOverride,
      ];
  }
}

/** One round a batch, in the order of the batches and of the trades in them. */
function roundsOf(verdicts: VerdictCommand['verdicts'], sealing: Sealing): unknown[] {
  const ofBatch = new Map<bigint, { tradeId: string; entry: VerdictEntry }[]>();
  for (const v of verdicts) {
    const { batchId, index } = placeOf(BigInt(v.tradeId));
    const entry: VerdictEntry = {
      index,
      decision: DECISIONS[v.decision],
      reasonCode: v.reasonCode,
      energyWh: v.energyWh,
      feeMicroEur: v.feeMicroEur,
      evidence: evidenceOf(v.evidence),
    };
    ofBatch.set(batchId, [...(ofBatch.get(batchId) ?? []), { tradeId: v.tradeId, entry }]);
  }
  return [...ofBatch].map(([batchId, of]) => {
    const entries = of.map(o => o.entry).sort((a, b) => a.index - b.index);
    const keyOf = (index: number) => sealing.sealKeyOf(String(tradeIdOf(batchId, index)));
    return [
      batchId,
      packedDecisions(entries),
      digestOf(entries),
      sealVerdicts(entries, sealing.account, keyOf, sealing.random(8)),
    ];
  });
}

/** A SHA-256 as the contract keeps it; without evidence (a hold that was never judged) zero. */
function evidenceOf(hash: string): string {
  if (hash === '') return ZeroHash;
  return hash.startsWith('0x') ? hash : `0x${hash}`;
}

/** Ids of elements are short; a longer one is cut to what 32 bytes hold, the full one stands in the audit log. */
function elementOf(id: string): string {
  let cut = id;
  while (new TextEncoder().encode(cut).length > 31) cut = cut.slice(0, -1);
  return encodeBytes32String(cut);
}

type VerdictCommand = Extract<Command, { type: 'give-verdicts' }>;

function missing(name: string, method: string): never {
  throw new Error(`The bindings of ${name} have no function ${method}`);
}

const DECISIONS: Record<Decision, number> = {
  accepted: DECISION.ACCEPTED,
  reduced: DECISION.REDUCED,
  rejected: DECISION.REJECTED,
  held: DECISION.HELD,
};
const DIRECTIONS: Record<Direction, number> = { up: DIRECTION.UP, down: DIRECTION.DOWN };
const PRODUCTS: Record<FlexibilityProduct, number> = {
  balancing: PRODUCT.BALANCING,
  congestion: PRODUCT.CONGESTION,
  voltage: PRODUCT.VOLTAGE,
  losses: PRODUCT.LOSSES,
  reserve: PRODUCT.RESERVE,
};
const LEGAL_RANK: Record<LegalRank, number> = {
  conventional: 1,
  chp: 2,
  renewable: 3,
  'self-consumption': 4,
  load: 5,
};
