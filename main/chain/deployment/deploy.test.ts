import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Contract, encodeBytes32String, id, JsonRpcProvider, SigningKey, Wallet } from 'ethers';
import { expect, test } from 'vitest';
import { interfaces, publicKeyOf, ROLE } from '../../../contracts/bindings/index.ts';
import { startEmbeddedChain } from '../embedded/start.ts';
import { deployMarket } from './deploy.ts';

test('a fresh chain becomes a market: contracts where they were foretold, everyone registered, every point owned, every area run', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'interlock-deployment-'));
  const chain = await startEmbeddedChain({
    databaseFile: join(folder, 'chain.sqlite'),
    genesisFile: join(folder, 'genesis.json'),
    keysFile: join(folder, 'validator-keys.json'),
    chainId: 20261,
    alloc: [],
    startMarketMs: Date.UTC(2026, 0, 13, 15, 30),
    speed: 60,
    blockIntervalMs: 100,
    port: 0,
  });
  const [administrator, operator, retailer, owner, neighbour] = Array.from(
    { length: 5 },
    (_, k) => new Wallet(`0x${String(k + 1).repeat(64)}`),
  ) as [Wallet, Wallet, Wallet, Wallet, Wallet];
  try {
    const deployment = await deployMarket({
      rpcUrl: chain.httpUrl,
      chainId: chain.chainId,
      administratorKey: administrator.privateKey,
      gridOperator: {
        key: operator.signingKey,
        encryptionKey: new SigningKey(id('encryption')),
        name: 'Grid operator',
      },
      roster: {
        participants: [
          { address: retailer.address, roles: ROLE.RETAILER, name: 'Retailer' },
          { address: owner.address, roles: ROLE.PROSUMER, name: 'Mill Road 7' },
          { address: neighbour.address, roles: ROLE.DSO, name: 'Neighbour' },
        ],
        points: Array.from({ length: 400 }, (_, k) => ({
          id: `P${k}`,
          owner: owner.address,
          meter: retailer.address,
        })),
        neighbours: [
          {
            operator: neighbour.address,
            points: [{ id: 'N1', owner: owner.address, meter: administrator.address }],
          },
        ],
      },
    });
    const provider = new JsonRpcProvider(chain.httpUrl, chain.chainId, { staticNetwork: true });
    const registry = new Contract(deployment.contracts.Registry, interfaces.Registry, provider);
    expect(await registry.getFunction('holds')(operator.address, ROLE.DSO)).toBe(true);
    expect((await registry.getFunction('participantOf')(operator.address)).keyX).toBe(
      publicKeyOf(new SigningKey(id('encryption'))).keyX,
    );
    expect(await registry.getFunction('ownerOf')(encodeBytes32String('P399'))).toBe(owner.address);
    const areas = [1, 2].map(area => registry.getFunction('operatorOf')(area));
    expect(await Promise.all(areas)).toEqual([operator.address, neighbour.address]);
    const areaOf = async (point: string) =>
      (await registry.getFunction('pointOf')(encodeBytes32String(point))).area;
    expect([await areaOf('P0'), await areaOf('P399'), await areaOf('N1')]).toEqual([1n, 1n, 2n]);
    expect(await registry.getFunction('meterOf')(encodeBytes32String('N1'))).toBe(administrator.address);
    const validators = new Contract(deployment.contracts.Validators, interfaces.Validators, provider);
    const named: string[] = [...(await validators.getFunction('getValidators')())];
    const sealing = (await provider.send('qbft_getValidatorsByBlockNumber', ['latest'])) as string[];
    expect(named.map(address => address.toLowerCase())).toEqual([...sealing].sort());
    expect(await registry.getFunction('meterOf')(encodeBytes32String('P399'))).toBe(retailer.address);
    for (const address of Object.values(deployment.contracts))
      expect((await provider.getCode(address)).length).toBeGreaterThan(2);
    provider.destroy();
  } finally {
    await chain.close();
    rmSync(folder, { recursive: true, force: true });
  }
}, 60_000);
