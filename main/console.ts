/**
 * The console: the one place that makes services from a configuration and wires them together, and the only source of clock and
 * chance. What a service needs of another stands here and nowhere else.
 */
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { SOURCE_DIGEST } from '../contracts/bindings/index.ts';
import { demonstrationNetwork } from '../grid-models/demonstration/demonstration-network.ts';
import { localTime } from '../grid-models/demonstration/local-time.ts';
import { direction, profileShare } from '../grid-models/demonstration/profiles.ts';
import { scenario as scenarioOf, scenarioStartS } from '../grid-models/demonstration/scenarios.ts';
import { readNetwork } from '../grid-models/formats/read.ts';
import { connectionPoints } from '../grid-models/network/connection-points.ts';
import type { Network } from '../grid-models/network/network.ts';
import { DEMONSTRATION_TARIFF } from '../grid-models/tariff/demonstration-tariff.ts';
import { feeOf } from '../grid-models/tariff/nodal-fee.ts';
import { deployMarket } from './chain/deployment/deploy.ts';
import { startEmbeddedChain } from './chain/embedded/start.ts';
import { type ChainFollowerStatus, isAtHead, marketNowMs } from './chain/follower.ts';
import { MarketDecoder } from './chain/indexer/decode.ts';
import { argumentsOf, marketActions } from './chain/sender/market-commands.ts';
import { operatorAddress, operatorKey } from './chain/sender/operator-key.ts';
import { startSender } from './chain/sender/sender.ts';
import { startChainFollower } from './chain/validator/start.ts';
import { confirmationEndsAtMs, gateClosesAtMs } from './market/gates.ts';
import { Market } from './market/service.ts';
import { BalancingDesk } from './operations/balancing-desk.ts';
import { CommandDesk } from './operations/command-desk.ts';
import { ConfirmationDesk } from './operations/confirmation-desk.ts';
import { CurtailmentDesk } from './operations/curtailment-desk.ts';
import type { Conditions, GridImpact, PointChange } from './operations/grid-impact.ts';
import { type InterlockInputs, interlock as interlockOf } from './operations/interlock.ts';
import { ObjectionDesk } from './operations/objection-desk.ts';
import { PeriodRelief } from './operations/period-relief.ts';
import { plantsAt } from './operations/plants.ts';
import { ReliefDesk } from './operations/relief-desk.ts';
import type { Command, Interlock } from './records/operations.ts';
import type { Verdict } from './records/supervision.ts';
import { implementScreens } from './screens/index.ts';
import type { Services } from './screens/services.ts';
import type { ConsoleConfiguration } from './shells/configuration.ts';
import { deferred, type Implementation } from './shells/implementation.ts';
import { type Launcher, nodeLauncher, PEOPLE_VERSION, readRoster, startWorld } from './simulated-world.ts';
import { openStore, type Store } from './store/service.ts';
import { SigningLog } from './store/signing-log.ts';
import { Studies } from './studies/service.ts';
import { Alarms } from './supervision/alarms/alarms.ts';
import { alarmFacts } from './supervision/alarms/facts.ts';
import { Outlook } from './supervision/outlook/outlook.ts';
import { Relief } from './supervision/relief/relief.ts';
import { startSolver } from './supervision/solver/solver.ts';
import { TradeSupervision } from './supervision/verdicts/trade-supervision.ts';
import { Telemetry } from './telemetry/service.ts';
import { webSocketSource } from './telemetry/websocket-source.ts';

export interface Console {
  /** Answers from the start; what is asked before everything runs waits for it. */
  readonly implementation: Implementation;
  /** Everything runs; fails with the part's own words when one cannot start. */
  readonly started: Promise<void>;
  close(): Promise<void>;
}

const CHAIN_ID = 20_261;
const BLOCK_INTERVAL_MS = 1000;
const TELEMETRY_CYCLE_MS = 2000;
const TICK_MS = 1000;
/** What gates and energies are worked out with here; in a market of other rules nothing is acted on. */
const TIMES = { intervalSeconds: 900, gateLeadSeconds: 600 };
/** A verdict that would reach the chain later than this before its gate might come too late; market time of two blocks, at least. */
const BLOCKS_BEFORE_GATE = 2;
const OPERATOR = { name: 'Operator 1', role: 'DSO' as const };

/** A winter workday for the evening peak, a spring one for the calm day: what the scenarios are made for. */
const MARKET_DAY_S = {
  'evening-peak': Date.UTC(2026, 0, 14, 12) / 1000,
  'calm-day': Date.UTC(2026, 3, 15, 12) / 1000,
};

/**
 * Opens everything in the order of need and closes it in the reverse. Returns as soon as the configuration has proved good and the
 * data folder is ours; the rest goes on, so that a window can open meanwhile.
 * @throws NetworkFileError, StoreError
 */
export async function openConsole(
  configuration: ConsoleConfiguration,
  say: (line: string) => void = () => {},
  launch: Launcher = nodeLauncher,
): Promise<Console> {
  const closing: (() => Promise<void> | void)[] = [];
  const network = loadNetwork(configuration.networkFile, configuration.seed);
  const folder = marketFolder(configuration, versionOf(network), Date.now());
  const store = await openStore(folder, `process ${process.pid}`);
  closing.push(() => store.close());
  const composing = compose(configuration, { network, folder, store }, say, launch, closing);
  const started = composing.then(() => {});
  // Whoever waits for it hears of the failure; nobody may be waiting yet.
  started.catch(() => {});
  return {
    implementation: deferred(composing),
    started,
    async close() {
      await started.catch(() => {});
      for (const end of closing.splice(0).reverse()) await end();
    },
  };
}

async function compose(
  configuration: ConsoleConfiguration,
  { network, folder, store }: { network: Network; folder: string; store: Store },
  say: (line: string) => void,
  launch: Launcher,
  closing: (() => Promise<void> | void)[],
): Promise<Implementation> {
  const realClock = { nowMs: () => Date.now() };
  const { seed, speed, scenario: scenarioName, networkFile } = configuration;
  const points = connectionPoints(network);
  const networkVersion = versionOf(network);
  const scenario = scenarioOf(network, points, scenarioName, seed);
  // Threads and programs that need nothing of each other start beside each other; each is waited for where it is needed.
  const policy = { oneLeg: 'reject' as const, resolutionWh: 10 };
  const startingSolver = begin(
    startSolver({ network, policy, tariff: DEMONSTRATION_TARIFF, networkVersion }),
    closing,
  );

  const key = operatorKey(join(folder, 'operator.key'));
  const encryptionKey = operatorKey(join(folder, 'encryption.key'));
  const world = { seed, scenario: scenarioName, networkFile };
  say('Starting the embedded chain …');
  const chain = await startEmbeddedChain({
    databaseFile: join(folder, 'embedded-chain.sqlite'),
    genesisFile: join(folder, 'genesis.json'),
    keysFile: join(folder, 'validator.keys'),
    chainId: CHAIN_ID,
    alloc: [],
    startMarketMs: scenarioStartS(scenario, MARKET_DAY_S[scenarioName]) * 1000,
    speed,
    blockIntervalMs: BLOCK_INTERVAL_MS,
    port: 0,
  });
  closing.push(() => chain.close());
  const clock = { nowMs: () => marketNowMs(chain.time, realClock.nowMs()) };

  const deploymentFile = join(folder, 'deployment.json');
  if (!existsSync(deploymentFile)) {
    say('Setting up a new market: contracts, participants, connection points …');
    const roster = await readRoster(launch, world);
    const deployment = await deployMarket({
      rpcUrl: chain.httpUrl,
      chainId: chain.chainId,
      administratorKey: `0x${readOrMakeSecret(join(folder, 'administrator.key'))}`,
      gridOperator: { key, encryptionKey, name: 'Grid operator (this console)' },
      roster,
    });
    writeWhole(deploymentFile, JSON.stringify(deployment, null, 2));
  }
  const deployment = zDeployment.parse(JSON.parse(readFileSync(deploymentFile, 'utf8')));

  const telemetryToken = randomBytes(24).toString('base64url');
  const startingWorld = begin(
    startWorld(launch, { ...world, rpcUrl: chain.httpUrl, deploymentFile, speed, telemetryToken }),
    closing,
  );

  const market = new Market(TIMES, network, points);
  const decoder = new MarketDecoder(deployment.contracts, { account: operatorAddress(key), encryptionKey });
  const stored = store.read.head();
  if (stored) {
    const events = [...store.read.events()];
    for (const event of events) decoder.remember(event);
    market.applyBlock(stored.atMs, events);
    market.decide([...store.read.verdicts()].filter(verdict => market.trade(verdict.tradeId) !== null));
  }

  const follower = await startChainFollower({
    endpoints: [{ url: chain.httpUrl, wsUrl: chain.wsUrl }],
    genesis: chain.genesis,
    databaseFile: join(folder, 'verified-chain.sqlite'),
    time: chain.time,
    resumeAfter: stored?.number ?? 0,
  });
  closing.push(() => follower.close());

  // Verified blocks: on record first, then believed. A block that cannot be recorded is not acted on.
  let applying: Promise<void> = Promise.resolve();
  const missed = follower.status().head;
  const caughtUp = new Promise<void>((resolve, reject) => {
    if (missed <= (stored?.number ?? 0)) resolve();
    follower.onBlock(block => {
      const events = decoder.decode(block);
      const atMs = block.timestampS * 1000;
      applying = applying.then(async () => {
        await store.write.appendBlock({ number: block.number, hash: block.hash, atMs, events });
        market.applyBlock(atMs, events);
        if (block.number >= missed) resolve();
      });
      applying.catch((error: unknown) => {
        reject(error);
        say(`Block ${block.number} could not be recorded: ${messageOf(error)}`);
      });
    });
  });
  // What was verified while the store was not there to hear it: its verdicts and orders are not given anew.
  await caughtUp;

  const solver = await startingSolver;
  const simulated = await startingWorld;
  let worldLost = false;
  simulated.onLost(code => {
    worldLost = true;
    say(`The simulated world has ended with code ${code}.`);
  });

  const rowOfPoint = new Map(points.map((point, row) => [point.id, row]));
  const telemetry = new Telemetry({
    source: webSocketSource(simulated.telemetryUrl, telemetryToken),
    clock,
    realClock,
    speed,
    cycleMs: TELEMETRY_CYCLE_MS,
    forecast: frame => {
      const pKw = new Float64Array(points.length).fill(Number.NaN);
      frame.points.forEach((id, k) => {
        const row = rowOfPoint.get(id);
        if (row !== undefined) pKw[row] = frame.pKw[k] ?? Number.NaN;
      });
      // A forecast with a hole is no forecast: the interval stays without one, and its trades are held.
      if (pKw.every(Number.isFinite))
        market.setForecast(frame.interval, { pKw, issuedAtMs: frame.issuedAtMs });
      else
        say(`The forecast of ${new Date(frame.interval * 1000).toISOString()} lacks points and is not used.`);
    },
  });
  closing.push(() => telemetry.close());

  const outlook = new Outlook({
    solver,
    schedules: market,
    clock,
    intervalSeconds: TIMES.intervalSeconds,
    keep: values => {
      void store.write
        .appendFrame({
          kind: 'solved',
          atMs: values.interval * 1000,
          names: frameNames(network),
          values: frameOf(values),
        })
        .catch((error: unknown) => say(`A past interval could not be kept: ${messageOf(error)}`));
    },
  });
  closing.push(() => outlook.close());

  const openedAtMs = realClock.nowMs();
  // A chain that stood still before we came counts from our coming: it must not look like one whose block has just come.
  const lastBlockAtMs = () => follower.status().lastBlockAtMs ?? openedAtMs;
  const interlock = (): Interlock => {
    const status = follower.status();
    const data = telemetry.status();
    return interlockOf({
      chain: chainState(status, clock.nowMs()),
      rulesMismatch: market.rulesMismatch(),
      sinceLastBlockS: (realClock.nowMs() - lastBlockAtMs()) / 1000,
      blockPeriodS: BLOCK_INTERVAL_MS / 1000,
      telemetry: { state: data.state, detail: data.detail, sinceMs: data.sinceMs },
      solverAlive: solver.alive(),
      storeFailure: store.status().writing ? null : store.status().reason,
      nowMs: clock.nowMs(),
    });
  };

  const signingLog = new SigningLog(join(folder, 'signing.sqlite'));
  closing.push(() => signingLog.close());
  let desk: CommandDesk | undefined;
  const sender = startSender({
    endpoint: chain.httpUrl,
    chainId: chain.chainId,
    key,
    actions: marketActions(deployment.contracts),
    log: signingLog,
    blocks: follower,
    interlock: () => {
      const { locked, reasons } = interlock();
      return { locked, reason: reasons.map(r => r.reason).join(' ') };
    },
    marketNowMs: clock.nowMs,
    onChange: record =>
      void desk
        ?.progress({
          id: record.id,
          state: record.state,
          transactionHash: record.hash,
          reason: record.reason,
        })
        .catch((error: unknown) => say(`A command's progress could not be recorded: ${messageOf(error)}`)),
  });
  closing.push(() => sender.close());
  const wallClock = () => new Date(realClock.nowMs()).toISOString();
  const commands = new CommandDesk({
    interlock,
    records: {
      recordIntent: store.write.recordIntent,
      moveIntent: store.write.moveIntent,
      intent: id => store.read.intent(id),
      intents: options => store.read.intents(options),
    },
    chain: {
      submit: async (id, command, expiresAtMs) => {
        const answer = await sender.submit({
          id,
          kind: command.type,
          args: argumentsOf(command, {
            account: sender.address,
            sealKeyOf: tradeId => market.trade(tradeId)?.trade.sealKey ?? null,
            random: randomBytes,
          }),
          expiresAtMs,
        });
        return answer.answer === 'accepted' ? { accepted: true } : { accepted: false, reason: answer.reason };
      },
    },
    clock,
    wallClock,
  });
  desk = commands;
  closing.push(() => commands.close());

  const forAllLimits = new Relief({ network }, market);
  closing.push(() => forAllLimits.close());
  const relief = new ReliefDesk({
    grid: {
      slopes: solver.slopes,
      effect: solver.effect,
      relief: (...question) => forAllLimits.offers(...question),
    },
    market: { openOffers: interval => market.flexibility.openOffers(interval) },
    commands,
    intervalHours: TIMES.intervalSeconds / 3600,
  });
  const curtailment = new CurtailmentDesk({
    grid: { effect: solver.effect, curtailment: (...question) => forAllLimits.curtailment(...question) },
    market: {
      offers: (element, interval) => relief.offers(element, interval),
      openOffers: interval => market.flexibility.openOffers(interval),
      plants: interval => {
        const schedule = market.schedule(interval);
        if (!schedule) return [];
        const { minuteOfDay, dayKind } = localTime(interval);
        const at = {
          minuteOfDay: minuteOfDay + TIMES.intervalSeconds / 120,
          dayKind,
          season: scenario.season,
        };
        return points.flatMap((point, row) => {
          const kw = (schedule.baselineKw[row] ?? 0) + (schedule.changeKw[row] ?? 0);
          const generatedKw = point.equipment.reduce(
            (sum, e) => sum + (direction(e.kind) > 0 ? e.ratedKw * profileShare(e.kind, at) : 0),
            0,
          );
          return plantsAt(point, kw, generatedKw);
        });
      },
    },
    commands,
    intervalHours: TIMES.intervalSeconds / 3600,
  });
  const periodRelief = new PeriodRelief({
    desk: relief,
    risks: () => outlook.risks(),
    commands,
    clock,
    intervalSeconds: TIMES.intervalSeconds,
  });

  const conditions = (): Conditions => {
    const status = follower.status();
    const data = telemetry.status();
    return {
      chain: { verified: isAtHead(status), detail: chainDetail(status) },
      rulesMismatch: market.rulesMismatch(),
      telemetry: { live: data.state === 'live', detail: data.detail },
    };
  };
  // The schedule as the verified chain has it now: the solver's own may be older by a moment.
  const impact = (
    interval: number,
    already: readonly PointChange[],
    changes: readonly PointChange[],
  ): Promise<GridImpact> =>
    solver.impact({ interval, injection: market.injection(interval), already, changes });
  const isOfOurArea = (point: string) => market.areas.isOperatedBy(point, sender.address);
  const flexibilityMarket = {
    waiting: () => market.flexibility.waiting().filter(({ part }) => isOfOurArea(part.point)),
    isWaiting: (partId: string) => market.flexibility.isWaiting(partId),
    offerOf: (offerId: string) => {
      const offer = market.flexibility.offerOf(offerId)?.offer;
      return offer && isOfOurArea(offer.point) ? offer : null;
    },
    openOffers: (interval: number) => market.flexibility.openOffers(interval),
    isOfOurArea,
    scheduleRevision: (interval: number) => market.scheduleRevision(interval),
    confirmationEndsAtMs,
  };
  const intervalHours = TIMES.intervalSeconds / 3600;
  const confirmation = new ConfirmationDesk({
    grid: { impact },
    market: flexibilityMarket,
    commands,
    conditions,
    clock,
    intervalHours,
  });
  const balancing = new BalancingDesk({
    grid: { impact },
    market: flexibilityMarket,
    commands,
    conditions,
    roles: () => {
      const own = market.names.participant(sender.address);
      return own === null || own.suspended ? [] : own.roles;
    },
    intervalHours,
  });
  const objections = new ObjectionDesk({
    market: { troubles: () => market.batches.troubles(), objectionTerms: () => market.rules },
    commands,
  });

  const gateMs = (interval: number) => gateClosesAtMs(TIMES, interval);
  const supervision = new TradeSupervision({
    trades: {
      undecided: () => market.undecided(),
      decide: verdicts => market.decide(verdicts),
      injection: interval => market.injection(interval),
      scheduleRevision: interval => market.scheduleRevision(interval),
      isOpen: id => isOpen(market, id),
      onChange: handler => market.onChange(handler),
    },
    solver,
    records: { appendVerdicts: verdicts => store.write.appendVerdicts(verdicts) },
    commands: {
      giveVerdicts: async verdicts => {
        const first = Math.min(...verdicts.map(v => v.interval));
        const answer = await commands.give(
          `verdicts ${hashOf(verdicts)}`,
          verdictCommand(verdicts),
          'trade check',
          gateMs(first) - BLOCKS_BEFORE_GATE * BLOCK_INTERVAL_MS * speed,
        );
        if (!answer.accepted) throw new Error(answer.reason);
      },
    },
    conditions: () => ({
      ...conditions(),
      hasForecast: interval => market.schedule(interval) !== null,
      hasPoint: point => rowOfPoint.has(point),
      isAbroad: (trade, point) => market.isAbroad(trade, point),
      hasMeter: point => market.hasMeter(point),
      tariffAt: interval => market.tariffAt(interval),
    }),
    mayCommand: () => !interlock().locked,
    gateClosesAtMs: gateMs,
    clock,
    report: say,
  });
  closing.push(() => supervision.close());

  const isStarting = () => openedAtMs + START_GRACE_MS > realClock.nowMs();
  const alarms = new Alarms({
    facts: () =>
      alarmFacts({
        risks: outlook.risks(),
        undecided: market.undecided(),
        gateClosesAtMs: gateMs,
        nowMs: clock.nowMs(),
        telemetry:
          isStarting() && telemetry.status().ageS === null
            ? { state: 'live', detail: '' }
            : telemetry.status(),
        chain: {
          state: isAtHead(follower.status()) ? 'verified' : follower.status().verified,
          detail: chainDetail(follower.status()),
          lies: follower
            .status()
            .endpoints.flatMap(e => e.lies.slice(-1).map(lie => `${e.url}: ${lie.what}`)),
        },
        // The blocks that set up a market take longer than others.
        lastBlockAtMs: isStarting() ? realClock.nowMs() : lastBlockAtMs(),
        realNowMs: realClock.nowMs(),
        blockPeriodS: BLOCK_INTERVAL_MS / 1000,
        failedOrders: commands
          .orders()
          .filter(o => o.state === 'failed' && o.recordedAtMs > clock.nowMs() - FAILURE_SHOWN_MS),
        batchTroubles: objections.list(),
        waitingFlexibility: confirmation.open().map(({ part }) => ({
          interval: part.interval,
          energyWh: part.energyWh,
          endsAtMs: confirmationEndsAtMs(part.interval),
        })),
        storeFailure: store.status().writing ? null : store.status().reason,
        worldLost,
      }),
    records: {
      alarms: () => store.read.alarms(),
      saveAlarms: store.write.saveAlarms,
      audit: async (who, action, subject, detail) => {
        await store.write.appendAudit({
          atMs: clock.nowMs(),
          wallClock: wallClock(),
          who,
          action,
          subject,
          detail,
        });
      },
    },
    clock,
    realClock,
    speed,
    report: say,
  });
  closing.push(() => alarms.close());

  supervision.resume([...store.read.verdicts()].filter(v => isOpen(market, v.tradeId)));

  const ticks = new Set<() => void>();
  const timer = setInterval(() => {
    outlook.tick();
    supervision.run();
    alarms.tick();
    for (const tick of ticks) tick();
  }, TICK_MS);
  closing.push(() => clearInterval(timer));
  await store.write.appendAudit({
    atMs: clock.nowMs(),
    wallClock: wallClock(),
    who: 'console',
    action: 'console-started',
    subject: network.name,
    detail: JSON.stringify({ scenario: scenarioName, seed, speed, networkVersion }),
  });

  const studies = new Studies(
    {
      at: (from, count) => {
        const first = from ?? outlook.running();
        const intervals = Array.from({ length: count }, (_, k) => first + k * TIMES.intervalSeconds).filter(
          interval => market.injection(interval) !== null,
        );
        if (intervals.length === 0) throw new Error('There is no forecast to study yet.');
        return {
          network,
          points,
          season: scenario.season,
          intervals,
          injections: intervals.flatMap(interval => market.injection(interval) ?? []),
        };
      },
    },
    { elapsedMs: () => performance.now() },
  );

  const services: Services = {
    network,
    points,
    times: TIMES,
    clock,
    realClock,
    speed,
    operator: { ...OPERATOR, account: sender.address },
    chainKind: 'embedded',
    blockPeriodS: BLOCK_INTERVAL_MS / 1000,
    deployment,
    market,
    outlook,
    solver,
    follower,
    store: store.read,
    telemetry,
    commands,
    relief,
    periodRelief,
    curtailment,
    confirmation,
    balancing,
    objections,
    alarms,
    studies,
    interlock,
    seconds: handler => {
      ticks.add(handler);
      return () => ticks.delete(handler);
    },
  };
  return implementScreens(services);
}

/** Something that is starting: closed with the rest once it has started, waited for where it is needed. */
function begin<T extends { close(): Promise<void> }>(
  starting: Promise<T>,
  closing: (() => Promise<void> | void)[],
): Promise<T> {
  const settled = starting.catch(() => null);
  closing.push(async () => (await settled)?.close());
  return starting;
}

/** Until then the first measurements and blocks may be on their way: commands are locked meanwhile, but nobody is called. */
const START_GRACE_MS = 15_000;
/** A command that failed longer ago has been seen or is of no use any more; market time. */
const FAILURE_SHOWN_MS = 30 * 60_000;

/** Contracts that this console calls. */
const MARKET_CONTRACTS = ['GridSupervision', 'Flexibility', 'Curtailment', 'NetSettlement'] as const;
const zDeployment = z
  .object({ chainId: z.number(), administrator: z.string(), contracts: z.record(z.string(), z.string()) })
  .transform(d => d as typeof d & { contracts: Record<(typeof MARKET_CONTRACTS)[number], string> });

function loadNetwork(file: string | null, seed: number): Network {
  if (file === null) return demonstrationNetwork(seed);
  const bytes = readFileSync(file);
  const text = (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString('utf8');
  return readNetwork(basename(file).replace(/\.gz$/, ''), text);
}

/** One folder per market: a chain, its records and its keys belong to one network, scenario and seed. */
function marketFolder(configuration: ConsoleConfiguration, networkVersion: string, nowMs: number): string {
  const name =
    configuration.networkFile === null
      ? 'demonstration'
      : basename(configuration.networkFile).replace(/\W+/g, '-');
  const folder = join(
    configuration.dataFolder,
    'markets',
    // A market of other contracts is another market: this console would not understand its words. Nor does a market wait for people
    // who were not among those registered in it.
    `${name}-${networkVersion.slice(0, 8)}-${SOURCE_DIGEST.slice(0, 8)}-people-${PEOPLE_VERSION}-${configuration.scenario}-seed-${configuration.seed}`,
  );
  if (configuration.fresh && existsSync(folder))
    renameSync(folder, `${folder}-until-${new Date(nowMs).toISOString().replaceAll(':', '')}`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return folder;
}

function versionOf(network: Network): string {
  const hash = createHash('sha256');
  const { bus, branch, coupler } = network;
  hash.update(JSON.stringify([network.name, network.baseMva, bus.id, branch.id, coupler.id]));
  for (const column of [
    bus.vnKv,
    branch.rPu,
    branch.xPu,
    branch.bFromPu,
    branch.bToPu,
    branch.gFromPu,
    branch.gToPu,
    branch.ratio,
    branch.shiftRad,
  ])
    hash.update(new Uint8Array(column.buffer, column.byteOffset, column.byteLength));
  for (const column of [branch.inService, branch.fromClosed, branch.toClosed, coupler.closed])
    hash.update(column);
  return hash.digest('hex');
}

/** The operator's own keys and the market's administrator key never leave the data folder; readable by their owner only. */
function readOrMakeSecret(file: string): string {
  if (!existsSync(file)) writeWhole(file, randomBytes(32).toString('hex'));
  return readFileSync(file, 'utf8').trim();
}

/** Whole or not at all: written beside and renamed. */
function writeWhole(file: string, text: string): void {
  writeFileSync(`${file}.new`, text, { mode: 0o600, flush: true });
  renameSync(`${file}.new`, file);
}

function frameNames(network: Network): string[] {
  return [
    ...network.bus.id.map(id => `bus:${id}:vmPu`),
    ...network.branch.id.map(id => `branch:${id}:loadingPercent`),
    ...network.branch.id.map(id => `branch:${id}:pFromMw`),
  ];
}

function frameOf(values: {
  vmPu: Float32Array;
  loadingPercent: Float32Array;
  pFromMw: Float32Array;
}): Float32Array {
  const all = new Float32Array(values.vmPu.length + values.loadingPercent.length + values.pFromMw.length);
  all.set(values.vmPu);
  all.set(values.loadingPercent, values.vmPu.length);
  all.set(values.pFromMw, values.vmPu.length + values.loadingPercent.length);
  return all;
}

function chainDetail(status: ChainFollowerStatus): string {
  if (status.fault)
    return `block ${status.fault.blockNumber}, ${status.fault.code}: expected ${status.fault.expected}, got ${status.fault.got}`;
  const reachable = status.endpoints.filter(e => e.connected).length;
  return `block ${status.head}, ${reachable} of ${status.endpoints.length} endpoints answer`;
}

function chainState(status: ChainFollowerStatus, nowMs: number): InterlockInputs['chain'] {
  if (isAtHead(status)) return { state: 'verified' };
  if (status.verified === 'invalid' && status.fault) {
    const { stage, blockNumber, expected, got } = status.fault;
    return {
      state: 'invalid',
      stage,
      blockNumber,
      detail: `expected ${expected}, got ${got}`,
      sinceMs: nowMs,
    };
  }
  return {
    state: status.verified === 'unreachable' ? 'unreachable' : 'catching-up',
    detail: chainDetail(status),
    sinceMs: nowMs,
  };
}

function verdictCommand(verdicts: readonly Verdict[]): Command {
  return {
    type: 'give-verdicts',
    verdicts: verdicts.map(v => ({
      tradeId: v.tradeId,
      decision: v.decision,
      energyWh: v.energySafeWh,
      feeMicroEur: feeOf(v.fee),
      reasonCode: v.reasonCode,
      evidence: v.inputHash,
    })),
  };
}

/** The same verdicts are the same command: sent twice they act once. */
function hashOf(verdicts: readonly Verdict[]): string {
  const text = verdicts.map(v => `${v.tradeId} ${v.decision} ${v.energySafeWh} ${v.inputHash}`).join('\n');
  return createHash('sha256').update(text).digest('hex').slice(0, 24);
}

/** Known, not over, and without a final verdict on chain: a hold there may still be replaced. */
function isOpen(market: Market, tradeId: string): boolean {
  const entry = market.trade(tradeId);
  return entry !== null && !entry.lapsed && (entry.recorded === null || entry.recorded.decision === 'held');
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
