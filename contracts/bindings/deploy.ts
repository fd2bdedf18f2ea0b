/** Deployment of the market's contracts, in order, at addresses known beforehand from the deployer's nonce. */
import { concat, getCreateAddress, type Signer } from 'ethers';
import { POOL_PRICING } from './generated/constants.ts';
import { bytecodes, type ContractName, interfaces } from './generated/contracts.ts';
import type { Rules, Tariff } from './generated/types.ts';

export type MarketAddresses = { readonly [N in ContractName]: string };

export interface MarketParameters {
  /** Owns Registry and MarketRules: registers participants, announces tariffs. */
  readonly administrator: string;
  readonly rules: Rules;
  /** Holds from the beginning; `validFrom` is ignored. */
  readonly tariff: Tariff;
  /** The first validators of the contract; without them the administrator founds it alone. */
  readonly validators?: readonly string[];
  /** Length of an epoch of standing, s; a day unless said. */
  readonly epochSeconds?: bigint;
  /** The set does not shrink below the first number and does not grow above the second; 4 and 30 unless said. */
  readonly validatorTerms?: { readonly minimum: bigint; readonly seats: bigint };
}

const VALIDATOR_TERMS = { minimum: 4n, seats: 30n };
const EPOCH_SECONDS = 86_400n;

export interface DeploymentStep {
  readonly name: ContractName;
  /** Constructor arguments. `addresses` holds all contracts, also those deployed later: several name a later one. */
  readonly args: (addresses: MarketAddresses, parameters: MarketParameters) => readonly unknown[];
}

/** A contract-creating transaction: send with this nonce, without recipient. */
export interface DeploymentTransaction {
  readonly name: ContractName;
  readonly nonce: number;
  readonly address: string;
  readonly data: string;
}

export const deploymentSteps: readonly DeploymentStep[] = [
  { name: 'Registry', args: (_, p) => [p.administrator] },
  { name: 'MarketRules', args: (_, p) => [p.administrator, p.rules, p.tariff] },
  { name: 'EnergyMarket', args: a => [a.Registry, a.MarketRules, a.PoolMarket] },
  { name: 'PoolMarket', args: a => [a.EnergyMarket] },
  { name: 'GridSupervision', args: a => [a.EnergyMarket] },
  { name: 'FlexibilityUnits', args: a => [a.Flexibility] },
  { name: 'Flexibility', args: a => [a.Registry, a.MarketRules, a.FlexibilityUnits, a.Settlement] },
  { name: 'Curtailment', args: a => [a.Registry, a.MarketRules, a.Flexibility] },
  { name: 'Metering', args: a => [a.Registry, a.MarketRules, a.Settlement] },
  { name: 'Ledger', args: a => [a.Registry, a.NetSettlement, a.Settlement] },
  { name: 'NetSettlement', args: a => [a.GridSupervision, a.Ledger, a.Daylight] },
  { name: 'Daylight', args: a => [a.GridSupervision, a.NetSettlement] },
  {
    name: 'Settlement',
    args: a => [
      {
        trades: a.NetSettlement,
        flexibility: a.Flexibility,
        curtailment: a.Curtailment,
        metering: a.Metering,
        ledger: a.Ledger,
      },
    ],
  },
  { name: 'ProofOfEnergy', args: (a, p) => [a.Registry, a.MarketRules, a.Metering, p.epochSeconds ?? EPOCH_SECONDS] },
  {
    name: 'Validators',
    args: (a, p) => [
      a.Registry,
      a.MarketRules,
      a.ProofOfEnergy,
      ascending(p.validators ?? [p.administrator]),
      p.validatorTerms ?? VALIDATOR_TERMS,
    ],
  },
];

function ascending(addresses: readonly string[]): string[] {
  return [...addresses].sort((a, b) => (BigInt(a) < BigInt(b) ? -1 : 1));
}

/** Default numbers of the market: quarter hours, gate 10 min before delivery, pools cleared in the 30 min before it, tariffs announced a day ahead, five minutes for objections. */
export function defaultRules(retailer: string): Rules {
  return {
    intervalSeconds: 900n,
    gateLeadSeconds: 600n,
    poolLeadSeconds: 1800n,
    poolPricing: BigInt(POOL_PRICING.UNIFORM),
    tariffNoticeSeconds: 86_400n,
    objectionSeconds: 300n,
    flexibilityPenaltyMicroEurPerKwh: 400_000n,
    curtailmentMaxWh: 10_000_000n,
    compensationMaxMicroEurPerKwh: 1_000_000n,
    settlementSeconds: 14_400n,
    objectionCostMicroEur: 1_000_000n,
    retailer,
  };
}

/** Default tariff: 8 ct/kWh feed-in, 32 ct/kWh retail, grid fees up to 10 ct/kWh. */
export const defaultTariff: Tariff = {
  validFrom: 0n,
  feedInMicroEurPerKwh: 80_000n,
  retailMicroEurPerKwh: 320_000n,
  feeCapMicroEurPerKwh: 100_000n,
};

/** Where the contracts will stand when `deployer` sends the steps in order, the first with `firstNonce`. */
export function deploymentAddresses(deployer: string, firstNonce: number): MarketAddresses {
  return Object.fromEntries(
    deploymentSteps.map((step, i) => [step.name, getCreateAddress({ from: deployer, nonce: firstNonce + i })]),
  ) as { [N in ContractName]: string };
}

/** The transactions of a deployment, unsigned. The constructors call each other: keep the order. */
export function deploymentTransactions(
  deployer: string,
  firstNonce: number,
  parameters: MarketParameters,
): readonly DeploymentTransaction[] {
  const addresses = deploymentAddresses(deployer, firstNonce);
  return deploymentSteps.map((step, i) => ({
    name: step.name,
    nonce: firstNonce + i,
    address: addresses[step.name],
    data: concat([bytecodes[step.name], interfaces[step.name].encodeDeploy(step.args(addresses, parameters))]),
  }));
}

/** Deploys through a signer and waits for each receipt. Throws when a step fails, naming it. */
export async function deployMarket(signer: Signer, parameters: MarketParameters): Promise<MarketAddresses> {
  const deployer = await signer.getAddress();
  const firstNonce = await signer.getNonce('pending');
  for (const step of deploymentTransactions(deployer, firstNonce, parameters)) {
    const response = await signer.sendTransaction({ data: step.data, nonce: step.nonce });
    const receipt = await response.wait();
    if (receipt?.status !== 1 || receipt.contractAddress !== step.address) {
      throw new Error(`Deployment of ${step.name} failed (transaction ${response.hash}).`);
    }
  }
  return deploymentAddresses(deployer, firstNonce);
}
