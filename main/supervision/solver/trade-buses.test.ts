import { expect, test } from 'vitest';
import { buildModel } from '../../../grid-models/network/build.ts';
import { GENERATOR_CONTROL } from '../../../grid-models/network/network.ts';
import { feeder } from '../../../grid-models/sensitivity/testing/feeder.ts';
import { tradeBuses } from './trade-buses.ts';

/** A feeder that is cut before its last bus, which has a source of its own there. */
const network = feeder({ loadsKw: [4, 4, 4], pv: { at: 3, kw: 0, vmPu: 1 } });
network.generator.control[1] = GENERATOR_CONTROL.slack;
network.generator.vaDegSet[1] = 0;
network.branch.toClosed[3] = 0;
const model = buildModel(network);
const [first, last] = [2, 4];
const buses = new Map([
  ['FIRST', first],
  ['LAST', last],
]);
const busesOf = (sellerPoint: string | null, buyerPoint: string | null) =>
  tradeBuses(model, buses, { sellerPoint, buyerPoint });

test('a foreign end stands at the slack that feeds the own end', () => {
  expect(busesOf('FIRST', null)).toEqual({ sellerBus: first, buyerBus: 0 });
  expect(busesOf(null, 'FIRST')).toEqual({ sellerBus: 0, buyerBus: first });
  expect(busesOf(null, 'LAST')).toEqual({ sellerBus: last, buyerBus: last });
  expect(busesOf('LAST', 'FIRST')).toEqual({ sellerBus: last, buyerBus: first });
});

test('an end that is nowhere, and two that are elsewhere, are missing', () => {
  expect(busesOf('NOWHERE', null)).toEqual({ missing: 'Connection point NOWHERE is not in this network.' });
  expect(busesOf(null, null)).toEqual({ missing: 'Neither end of the trade is in this network.' });
});
