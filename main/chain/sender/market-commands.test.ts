import { decodeBytes32String, Interface } from 'ethers';
import { expect, test } from 'vitest';
import type { Command } from '../../records/operations.ts';
import { argumentsOf, marketActions } from './market-commands.ts';

const address = (digit: string) => `0x${digit.repeat(40)}`;
const ACTIONS = marketActions({
  GridSupervision: address('1'),
  Flexibility: address('2'),
  Curtailment: address('3'),
  NetSettlement: address('4'),
});
const sealing = { account: address('9'), sealKeyOf: () => null, random: (n: number) => new Uint8Array(n) };

/** What the contract would read of a command's call data. */
function called(command: Command) {
  const action = ACTIONS[command.type];
  const contract = new Interface([`function ${action.function.replace(/^function /, '')}`]);
  const data = contract.encodeFunctionData(contract.fragments[0] as never, argumentsOf(command, sealing));
  const { name, args } = contract.parseTransaction({ data })!;
  return { contract: action.contract, name, args: args.toArray() };
}

const part = { partId: '12', point: 'P1', direction: 'up', energyWh: 500n } as const;
const answered = { interval: 900, parts: [part, { ...part, partId: '13' }], reason: 'why', evidence: '' };

test('a confirmation names the parts, a refusal the parts and its code', () => {
  expect(called({ type: 'confirm-flexibility', ...answered })).toEqual({
    contract: address('2'),
    name: 'confirm',
    args: [[12n, 13n]],
  });
  expect(called({ type: 'refuse-flexibility', ...answered, reasonCode: 2 })).toEqual({
    contract: address('2'),
    name: 'refuse',
    args: [[12n, 13n], 2n],
  });
});

test('an objection names its batch and goes to the settlement of trades', () => {
  expect(called({ type: 'object-to-batch', batchId: '7', interval: 900, problem: 'fees' })).toEqual({
    contract: address('4'),
    name: 'objectTo',
    args: [7n],
  });
});

test('balancing is bought for no element of the grid', () => {
  const { name, args } = called({
    type: 'purchase-flexibility',
    interval: 900,
    product: 'balancing',
    parts: [{ offerId: '3', energyWh: 100n }],
    element: '',
    evidence: '',
  });
  expect([name, ...args.slice(0, 4)]).toEqual(['purchase', 900n, 0n, [3n], [100n]]);
  expect(decodeBytes32String(args[4])).toBe('');
});
