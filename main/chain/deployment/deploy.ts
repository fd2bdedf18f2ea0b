/**
 * A market on a fresh embedded chain: contracts, participants, connection points. Done once, by the administrator of the
 * market; on a consortium chain it has long been done and the console is only given the addresses.
 */
import { encodeBytes32String, JsonRpcProvider, type SigningKey, Wallet } from 'ethers';
import {
  defaultRules,
  defaultTariff,
  deploymentAddresses,
  deploymentTransactions,
  interfaces,
  type MarketAddresses,
  publicKeyOf,
  ROLE,
} from '../../../contracts/bindings/index.ts';

export interface Roster {
  readonly participants: readonly {
    readonly address: string;
    readonly roles: number;
    readonly name: string;
  }[];
  readonly points: readonly RosterPoint[];
  /** Areas of other operators, who are among the participants, and the points in them. */
  readonly neighbours: readonly { readonly operator: string; readonly points: readonly RosterPoint[] }[];
}

interface RosterPoint {
  readonly id: string;
  readonly owner: string;
  /** Address of the key that signs its readings. */
  readonly meter: string;
}

export interface MarketDeployment {
  readonly chainId: number;
  readonly contracts: MarketAddresses;
  readonly administrator: string;
}

export interface DeploymentOptions {
  readonly rpcUrl: string;
  readonly chainId: number;
  /** Owns registry and rules; pays for the set-up. 0x-prefixed private key. */
  readonly administratorKey: string;
  /** The console's own account: grid operator with the roles DSO and TSO. It publishes the key that details are encrypted for. */
  readonly gridOperator: {
    readonly key: SigningKey;
    readonly encryptionKey: SigningKey;
    readonly name: string;
  };
  readonly roster: Roster;
}

/** Points a transaction may connect or give meters; five storage slots each, far below the block's gas. */
const POINTS_PER_TRANSACTION = 150;
/** Transactions sent before waiting for them: below what the pool takes of one sender. */
const TRANSACTIONS_IN_FLIGHT = 200;
const GAS_LIMIT = 16_000_000n;
const INCLUSION_MS_MAX = 60_000;

/** Deploys and registers, in the order nonces give it. Every receipt is checked: a set-up that half worked is an error. */
export async function deployMarket(options: DeploymentOptions): Promise<MarketDeployment> {
  const provider = new JsonRpcProvider(options.rpcUrl, options.chainId, {
    staticNetwork: true,
    pollingInterval: 250,
  });
  const administrator = new Wallet(options.administratorKey);
  const operator = new Wallet(options.gridOperator.key);
  const retailer = options.roster.participants.find(p => (p.roles & ROLE.RETAILER) !== 0);
  if (!retailer)
    throw new Error(
      'The market has no retailer among its participants: nobody would buy and sell the unmatched rest.',
    );
  try {
    const parameters = {
      administrator: administrator.address,
      rules: defaultRules(retailer.address),
      tariff: defaultTariff,
      validators: (await provider.send('qbft_getValidatorsByBlockNumber', ['latest'])) as string[],
    };
    const firstNonce = await provider.getTransactionCount(administrator.address);
    const contracts = deploymentAddresses(administrator.address, firstNonce);
    const registry = interfaces.Registry;
    const calls: Call[] = deploymentTransactions(administrator.address, firstNonce, parameters).map(step => ({
      what: `deployment of ${step.name}`,
      to: null,
      data: step.data,
    }));
    const participants = [
      { address: operator.address, name: options.gridOperator.name, roles: ROLE.DSO | ROLE.TSO },
      ...options.roster.participants,
    ];
    for (const p of participants) {
      calls.push({
        what: `registration of ${p.name}`,
        to: contracts.Registry,
        data: registry.encodeFunctionData('register', [p.address, p.roles, p.name]),
      });
    }
    // Areas count up from 1 as they are opened: that of this console's operator is the first.
    const areas = [
      { operator: operator.address, points: options.roster.points },
      ...options.roster.neighbours,
    ];
    for (const [k, { operator, points }] of areas.entries())
      calls.push(...areaCalls(contracts.Registry, k + 1, operator, points));
    for (let k = 0; k < calls.length; k += TRANSACTIONS_IN_FLIGHT) {
      await sendAll(
        provider,
        administrator,
        options.chainId,
        firstNonce + k,
        calls.slice(k, k + TRANSACTIONS_IN_FLIGHT),
      );
    }
    const { keyX, keyOdd } = publicKeyOf(options.gridOperator.encryptionKey);
    const publish: Call = {
      what: 'encryption key of the operator',
      to: contracts.Registry,
      data: registry.encodeFunctionData('publishEncryptionKey', [keyX, keyOdd]),
    };
    const operatorNonce = await provider.getTransactionCount(operator.address);
    await sendAll(provider, operator, options.chainId, operatorNonce, [publish]);
    return { chainId: options.chainId, contracts, administrator: administrator.address };
  } finally {
    provider.destroy();
  }
}

/** Opens an area, connects its points and gives them their meters. */
function areaCalls(to: string, area: number, operator: string, points: readonly RosterPoint[]): Call[] {
  const registry = interfaces.Registry;
  const data = registry.encodeFunctionData('openArea', [operator]);
  const calls: Call[] = [{ what: `grid area ${area}`, to, data }];
  for (let k = 0; k < points.length; k += POINTS_PER_TRANSACTION) {
    const part = points.slice(k, k + POINTS_PER_TRANSACTION);
    const ids = part.map(p => encodeBytes32String(p.id));
    const which = `of points ${part[0]?.id} to ${part.at(-1)?.id}`;
    const owners = part.map(p => p.owner);
    const meters = part.map(p => p.meter);
    calls.push(
      {
        what: `connection ${which}`,
        to,
        data: registry.encodeFunctionData('connectPoints', [ids, owners, area]),
      },
      { what: `meters ${which}`, to, data: registry.encodeFunctionData('setMeters', [ids, meters]) },
    );
  }
  return calls;
}

interface Call {
  readonly what: string;
  readonly to: string | null;
  readonly data: string;
}

async function sendAll(
  provider: JsonRpcProvider,
  wallet: Wallet,
  chainId: number,
  firstNonce: number,
  calls: readonly Call[],
): Promise<void> {
  const sent = await Promise.all(
    calls.map(async (call, k) => {
      const raw = await wallet.signTransaction({
        type: 2,
        chainId,
        nonce: firstNonce + k,
        to: call.to,
        data: call.data,
        gasLimit: GAS_LIMIT,
        maxFeePerGas: 0n,
        maxPriorityFeePerGas: 0n,
      });
      return { call, response: await provider.broadcastTransaction(raw) };
    }),
  );
  for (const { call, response } of sent) {
    const receipt = await provider.waitForTransaction(response.hash, 1, INCLUSION_MS_MAX);
    if (receipt?.status !== 1)
      throw new Error(`Setting the market up failed: ${call.what} (transaction ${response.hash}).`);
  }
}
