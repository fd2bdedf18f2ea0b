import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  openSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { MarketEvent } from '../records/market.ts';
import { auditHash, checkAuditChain } from './audit-chain.ts';
import { decode, encode } from './encoding.ts';
import { mayFollow } from './intent-states.ts';
import { OPERATIONS_FILE } from './migrations/operations.ts';
import { OperationsFile } from './operations-file.ts';
import { OPERATIONS_NAME, StoreReader } from './reader.ts';
import { openStore, type Store } from './service.ts';
import { FRAMES_MAX, TelemetryFile } from './telemetry-file.ts';
import { block, intent, note, position, tradeEvent } from './testing/builders.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'interlock-store-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

async function withStore<T>(work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore(folder, 'the test');
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

describe('encoding', () => {
  test('records come back as they were written, integers of money and energy to the last digit', () => {
    const record = fc.record({
      id: fc.string(),
      energyWh: fc.bigInt(),
      parts: fc.array(
        fc.record({
          feeMicroEur: fc.bigInt(),
          share: fc.double({ noNaN: true, noDefaultInfinity: true }),
          text: fc.string(),
        }),
      ),
      priceMicroEurPerKwh: fc.bigInt(),
    });
    fc.assert(
      fc.property(record, value => {
        const plain = { ...value, parts: value.parts.map(p => ({ ...p, share: p.share + 0 })) };
        expect(decode(encode(plain))).toEqual(plain);
      }),
    );
  });

  test('the same record has one text, whatever the order of its keys', () => {
    expect(encode({ b: 1, a: { d: null, c: 'x' } })).toBe(encode({ a: { c: 'x', d: null }, b: 1 }));
  });

  test('what JSON would silently lose is refused', () => {
    for (const value of [
      { x: Number.NaN },
      { x: undefined },
      { energyWh: 5 },
      { count: 5n },
      { energyWh: '5' },
    ])
      expect(() => encode(value)).toThrow(TypeError);
    expect(() => decode('{"energyWh":5}')).toThrow(TypeError);
  });
});

describe('event log', () => {
  test('the same block given again changes nothing', async () => {
    await withStore(async ({ write, read }) => {
      await write.appendBlock(block(1, 2));
      await write.appendBlock(block(1, 2));
      expect([...read.events()]).toHaveLength(2);
      expect(read.head()).toEqual({ number: 1, hash: '0xb1', atMs: 1000 });
    });
  });

  test('another block of the same number is refused and the first is kept', async () => {
    await withStore(async ({ write, read }) => {
      await write.appendBlock(block(1));
      await expect(write.appendBlock({ ...block(1, 0), hash: '0xother' })).rejects.toMatchObject({
        problem: 'conflict',
      });
      const changed = tradeEvent(10_000, position(1), { energyWh: 9n });
      await expect(write.appendBlock({ ...block(1, 0), events: [changed] })).rejects.toMatchObject({
        problem: 'conflict',
      });
      expect(read.head()?.hash).toBe('0xb1');
    });
  });

  test('events are read in the order of the chain across runs, and by type', async () => {
    await withStore(async ({ write, read }) => {
      for (let n = 1; n <= 4; n++) await write.appendBlock(block(n, 2_000));
      const ids = [...read.events()].map(e => (e.type === 'trade' ? Number(e.trade.id) : -1));
      expect(ids).toHaveLength(8_000);
      expect(ids).toEqual([...ids].sort((a, b) => a - b));
      expect([...read.events({ types: ['verdict'] })]).toEqual([]);
      expect([...read.events({ afterBlock: 3 })]).toHaveLength(2_000);
    });
  });

  test('meters and rules of the market come back with the next run as they were', async () => {
    const at = position(1);
    const rules = {
      intervalSeconds: 900,
      gateLeadSeconds: 600,
      objectionSeconds: 300,
      objectionCostMicroEur: 2n ** 60n,
    };
    const events: MarketEvent[] = [
      { type: 'rules', rules, at },
      { type: 'meter', point: 'P1', meter: '0xmeter', at: position(1, 1) },
      { type: 'meter', point: 'P1', meter: null, at: position(1, 2) },
    ];
    await withStore(({ write }) => write.appendBlock({ ...block(1, 0), events }));
    await withStore(async ({ read }) => expect([...read.events()]).toEqual(events));
  });

  test('the block of an instant is the last one at or before it', async () => {
    await withStore(async ({ write, read }) => {
      for (const n of [1, 2, 3]) await write.appendBlock(block(n, 0));
      expect(read.blockAt(2_500)?.number).toBe(2);
      expect(read.blockAt(999)).toBeNull();
    });
  });
});

describe('intents', () => {
  test('the same id is the same intent, recorded and audited once', async () => {
    await withStore(async ({ write, read }) => {
      expect((await write.recordIntent(intent('a'), note())).created).toBe(true);
      expect((await write.recordIntent(intent('a'), note())).created).toBe(false);
      expect(read.auditLength()).toBe(1);
      await expect(write.recordIntent(intent('a', 501n), note())).rejects.toMatchObject({
        problem: 'conflict',
      });
    });
  });

  test('an intent that has ended stays ended, and the refusal leaves no audit entry', async () => {
    await withStore(async ({ write, read }) => {
      await write.recordIntent(intent('a'), note());
      await write.moveIntent({ id: 'a', state: 'sent', transactionHash: '0x1', failure: null }, note());
      const done = await write.moveIntent(
        { id: 'a', state: 'included', transactionHash: null, failure: null },
        note(),
      );
      expect(done).toMatchObject({ state: 'included', transactionHash: '0x1' });
      const again = write.moveIntent(
        { id: 'a', state: 'sent', transactionHash: null, failure: null },
        note(),
      );
      await expect(again).rejects.toMatchObject({ problem: 'refused' });
      expect(read.auditLength()).toBe(3);
    });
  });

  test('intents and audit entries are listed newest first, by state and by text', async () => {
    await withStore(async ({ write, read }) => {
      await write.recordIntent(intent('a'), note('purchase', 'T3'));
      await write.recordIntent(intent('b'), note('purchase', 'line 4'));
      await write.moveIntent(
        { id: 'a', state: 'failed', transactionHash: null, failure: 'reverted' },
        note('failed', 'T3'),
      );
      expect(read.intents({ limit: 10 }).map(i => i.id)).toEqual(['b', 'a']);
      expect(read.intents({ states: ['failed'], limit: 10 })).toMatchObject([
        { id: 'a', failure: 'reverted' },
      ]);
      expect(read.audit({ text: 't3', offset: 1, limit: 5 })).toMatchObject({
        total: 2,
        rows: [{ sequence: 1 }],
      });
      // Each names the hash before its own, even where the filter hides the entry in between.
      const [third, second, first] = read.audit({ text: '', offset: 0, limit: 5 }).rows;
      expect([third, second, first].map(e => e?.previousHash)).toEqual([
        second?.hash,
        first?.hash,
        '0'.repeat(64),
      ]);
      expect(read.audit({ text: 't3', offset: 0, limit: 1 }).rows[0]?.previousHash).toBe(second?.hash);
    });
  });

  test('no way leads back from an end, and nothing returns to recorded', () => {
    for (const end of ['included', 'failed', 'expired'] as const)
      for (const to of ['recorded', 'sent', 'included', 'failed', 'expired'] as const)
        expect(mayFollow(end, to)).toBe(false);
    expect(mayFollow('sent', 'recorded')).toBe(false);
  });
});

describe('audit chain', () => {
  const edits = fc.record({
    kind: fc.constantFrom('change', 'delete', 'insert', 'swap'),
    at: fc.nat({ max: 29 }),
    field: fc.constantFrom('atMs', 'wallClock', 'who', 'action', 'subject', 'detail'),
  });

  test('every change, removal, insertion or exchange of entries is found, at its place', () => {
    let head = '0'.repeat(64);
    const log = Array.from({ length: 30 }, (_, k) => {
      const content = { sequence: k + 1, ...note(`action ${k}`, `subject ${k}`), atMs: k };
      head = auditHash(head, content);
      return { ...content, hash: head };
    });
    expect(checkAuditChain(log, 30)).toMatchObject({ valid: true, entries: 30 });
    fc.assert(
      fc.property(edits, ({ kind, at, field }) => {
        const entry = log[at]!;
        let edited = [...log];
        if (kind === 'change')
          edited[at] = { ...entry, [field]: field === 'atMs' ? entry.atMs + 1 : `${entry[field]}x` };
        if (kind === 'delete') edited.splice(at, 1);
        if (kind === 'insert') edited.splice(at, 0, entry);
        if (kind === 'swap') {
          const other = (at + 1) % 30;
          edited[at] = log[other]!;
          edited[other] = entry;
        }
        edited = edited.slice();
        const found = checkAuditChain(edited, 30);
        const place = kind === 'insert' ? at + 2 : kind === 'swap' ? Math.min(at, (at + 1) % 30) + 1 : at + 1;
        expect(found).toMatchObject({ valid: false, brokenAt: place });
      }),
    );
  });

  test('an edit in the file is located; the file itself refuses edits through SQL', async () => {
    await withStore(async ({ write }) => {
      for (let k = 0; k < 5; k++) await write.appendAudit(note(`action ${k}`));
    });
    const database = new Database(join(folder, OPERATIONS_NAME));
    expect(() => database.exec("UPDATE audit SET who = 'nobody' WHERE sequence = 3")).toThrow(/append-only/);
    database.exec("DROP TRIGGER audit_is_not_changed; UPDATE audit SET who = 'nobody' WHERE sequence = 3");
    database.close();
    await withStore(async ({ read }) => {
      expect(read.verifyAudit()).toMatchObject({ valid: false, brokenAt: 3, entries: 2 });
    });
  });

  test('a tail cut off below an intent is found', async () => {
    await withStore(async ({ write }) => {
      await write.appendAudit(note());
      await write.recordIntent(intent('a'), note());
    });
    const database = new Database(join(folder, OPERATIONS_NAME));
    database.pragma('foreign_keys = OFF');
    database.exec('DROP TRIGGER audit_is_not_deleted; DELETE FROM audit WHERE sequence = 2');
    database.close();
    await withStore(async ({ read }) => {
      expect(read.verifyAudit()).toMatchObject({ valid: false, brokenAt: 2 });
    });
  });
});

describe('one console per folder', () => {
  test('a second console on the same folder is refused with the name of the first', async () => {
    const first = await openStore(folder, 'process 1, the first');
    await expect(openStore(folder, 'process 2')).rejects.toThrow(
      /another console works in this folder \(process 1, the first\)/,
    );
    await first.close();
    await (await openStore(folder, 'process 3')).close();
  });
});

describe('damaged files', () => {
  const file = () => join(folder, OPERATIONS_NAME);
  beforeEach(async () => {
    await withStore(async ({ write }) => {
      for (let n = 1; n <= 20; n++) await write.appendBlock(block(n, 20));
    });
  });

  test.each([
    ['a bad header', () => overwrite(file(), 0, 'not a database at all')],
    ['a cut', () => truncateSync(file(), Math.floor(statSync(file()).size / 2))],
    ['nothing left', () => truncateSync(file(), 0)],
    ['a page of rubbish', () => overwrite(file(), 4096 * 4, 'x'.repeat(4096))],
  ])('%s is refused by name, and the file is left as it is', async (_, damage) => {
    damage();
    copyFileSync(file(), `${file()}.copy`);
    await expect(openStore(folder, 'the test')).rejects.toMatchObject({
      problem: 'damaged',
      message: expect.stringContaining(OPERATIONS_NAME),
    });
    expect(statSync(file()).size).toBe(statSync(`${file()}.copy`).size);
  });

  test('a file that has vanished is named, never made anew', async () => {
    rmSync(file());
    await expect(openStore(folder, 'the test')).rejects.toMatchObject({ problem: 'missing' });
    expect(existsSync(file())).toBe(false);
  });

  test('the file of another program and of a newer version are refused', async () => {
    const database = new Database(file());
    database.pragma(`user_version = ${OPERATIONS_FILE.migrations.length + 1}`);
    database.close();
    await expect(openStore(folder, 'the test')).rejects.toMatchObject({ problem: 'newer' });
    rmSync(file());
    const foreign = new Database(file());
    foreign.exec('CREATE TABLE recipe (name TEXT)');
    foreign.close();
    await expect(openStore(folder, 'the test')).rejects.toMatchObject({ problem: 'foreign' });
  });

  test('a schema of an older step is copied, then brought up to date', () => {
    const old = join(folder, 'old.sqlite');
    const database = new Database(old);
    for (const migration of OPERATIONS_FILE.migrations.slice(0, 1)) database.exec(migration.sql);
    database.pragma(`application_id = ${OPERATIONS_FILE.applicationId}`);
    database.pragma('user_version = 1');
    database.exec("INSERT INTO block VALUES (7, '0x7', 7000)");
    database.close();
    new OperationsFile(old).close();
    const reader = new StoreReader(old);
    expect(reader.head()).toEqual({ number: 7, hash: '0x7', atMs: 7000 });
    expect(reader.auditLength()).toBe(0);
    reader.close();
    expect(existsSync(`${old}.schema-1`)).toBe(true);
  });
});

describe('frames', () => {
  test('the newest frame at or before an instant comes back as it was', async () => {
    await withStore(async ({ write, read }) => {
      const names = ['bus:1:vmPu', 'bus:2:vmPu', 'bus:3:vmPu'];
      await write.appendFrame({
        kind: 'measured',
        atMs: 1000,
        names,
        values: Float32Array.of(1, Number.NaN, 0.5),
      });
      await write.appendFrame({ kind: 'measured', atMs: 2000, names, values: Float32Array.of(1.5, 1, 2) });
      expect(read.frame('measured', 1999)).toEqual({
        kind: 'measured',
        atMs: 1000,
        names,
        values: Float32Array.of(1, Number.NaN, 0.5),
      });
      expect(read.frame('measured', 999)).toBeNull();
      expect(read.frameTimes('measured', 0, 5000)).toEqual([1000, 2000]);
    });
  });

  test('no more frames are kept than the bound says, the newest ones', () => {
    const file = join(folder, 'frames.sqlite');
    const telemetry = new TelemetryFile(file);
    for (let k = 0; k < FRAMES_MAX + 10; k++)
      telemetry.appendFrame({ kind: 'solved', atMs: k, names: ['a'], values: Float32Array.of(k) });
    telemetry.close();
    const database = new Database(file, { readonly: true });
    expect(database.prepare('SELECT count(*) AS n, min(at_ms) AS first FROM frame').get()).toEqual({
      n: FRAMES_MAX,
      first: 10,
    });
    database.close();
  });
});

function overwrite(file: string, at: number, text: string): void {
  const descriptor = openSync(file, 'r+');
  writeSync(descriptor, Buffer.from(text), 0, text.length, at);
}

test('a store that is not there cannot be read', () => {
  writeFileSync(join(folder, 'text.sqlite'), 'no store');
  expect(() => new StoreReader(join(folder, 'absent.sqlite'))).toThrow(/no such file/);
  expect(() => new StoreReader(join(folder, 'text.sqlite'))).toThrow(/damaged/);
});
