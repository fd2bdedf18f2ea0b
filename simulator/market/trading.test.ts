import { decodeBytes32String } from 'ethers';
import { expect, test } from 'vitest';
import { roster } from '../participants.ts';
import { type ChainDouble, chainDouble } from '../testing/chain-double.ts';
import { january, town } from '../testing/settings.ts';
import { Trading } from './trading.ts';

const setting = town(1);
const people = roster(setting);
/** The cold evening is not in the forecast yet: of the coming three hours only those intervals are offered that stay as they are. */
const BEFORE_COLD = january(14, 16, 45);

test('flexibility is offered once for each interval of the coming three hours, for those of the cold when it is in the forecast', async () => {
  const chain = chainDouble();
  const world = offering(chain);
  await world.at(BEFORE_COLD);
  const calm = [january(14, 17), january(14, 17, 15), january(14, 19, 45)];
  expect(intervalsOffered(chain)).toEqual(calm);
  await world.at(BEFORE_COLD + 60);
  await world.at(january(14, 17));
  const reach = Array.from({ length: 13 }, (_, k) => january(14, 17) + k * 900);
  expect(intervalsOffered(chain)).toEqual(reach);
  const made = offers(chain).map(o => o.key);
  expect(new Set(made).size).toBe(made.length);
});

test('after a restart no store is offered a second time: what was offered is on the chain', async () => {
  const chain = chainDouble();
  await offering(chain).at(BEFORE_COLD);
  const made = chain.sent.length;
  await offering(chain).at(BEFORE_COLD);
  expect(chain.sent.slice(made)).toEqual([]);
});

test('after a restart offers that never reached the chain are made', async () => {
  const chain = chainDouble();
  const { address } = people.vpp.wallet;
  chain.refuse = sent => (sent.from === address ? 'the world ended here' : null);
  await offering(chain).at(BEFORE_COLD);
  chain.refuse = () => null;
  const made = chain.sent.length;
  await offering(chain).at(BEFORE_COLD);
  const rest = chain.sent.slice(made);
  expect(rest.length).toBeGreaterThan(0);
  expect(new Set(rest.map(s => s.from))).toEqual(new Set([address]));
});

/** A world that starts here, where the gate of every interval in reach is closed, so that only flexibility is left to offer. */
function offering(chain: ChainDouble) {
  const trading = new Trading({
    setting,
    roster: people,
    link: chain.link,
    addresses: chain.addresses,
    chainId: 1,
    book: chain.book,
    marginS: 120,
    gateLeadS: 24 * 3600,
    log: () => {},
  });
  return {
    at: async (nowS: number) => {
      trading.step(nowS * 1000);
      await trading.settled();
    },
  };
}

function intervalsOffered(chain: ChainDouble): number[] {
  return [...new Set(offers(chain).map(o => o.interval))].sort((a, b) => a - b);
}

function offers(chain: ChainDouble) {
  return chain.sent
    .flatMap(s => s.args[0] as [string, bigint, bigint, bigint, bigint, bigint, bigint][])
    .map(([point, interval, , direction]) => ({
      interval: Number(interval),
      key: `${decodeBytes32String(point)} ${interval} ${direction}`,
    }));
}
