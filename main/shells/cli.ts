/** The command line: the console's services without a window. Answers on stdout, diagnostics on stderr, meaning in the exit code. */
import { Command, CommanderError, Option } from 'commander';
import { EXIT, InputError } from './commands/exit.ts';
import { number, withConsoleOptions } from './configuration.ts';
import { setUpNode } from './node-settings.ts';

// Each command loads its own code when it is given, from what was compiled the last time.
setUpNode(process.env);

const EXIT_CODES = `
Exit codes: 0 done, 1 negative answer (limits violated, chain invalid), 2 bad input, 3 no convergence.`;

const CONTROLS_FILE = `
A controls file is JSON with any of these parts; rows name elements by the ids of the network file (4, trafo:3, gen:1):
  reactiveLimits    true
  tapChangers       [{branch,bus,vmPuTarget,vmPuDeadband,step,stepMin,stepMax,ratioNeutral,ratioPerStep,keepsFromSide}]
  switchedShunts    [{shunt,bus,vmPuTarget,vmPuDeadband,step,stepMin,stepMax,qMvarPerStep[,pMwPerStep]}]
  remoteVoltage     [{generator,bus,vmPuTarget,tolerancePu,vmPuSetMin,vmPuSetMax}]
  distributedSlack  [{generator,factor[,pMwMin][,pMwMax]}]`;

const RELIEF_FILES = `
The offers file is JSON; buses are ids of the network file, all of [ ] may be left out:
  {[hours], [intervals:[{start[,loadScale][,generationScale]}]],
   offers:[{id,bus,direction:"up"|"down",blocks:[{kw,eurPerKwh}],[interval,]
            [kwMin,][rebound:[{afterIntervals,share}]]}],
   [tariff:{name,validFrom,source,energyMicroEurPerKwh,fixedMicroEurPerKwh,capMicroEurPerKwh
            [,violationEurPerPercentHour]}]}
  hours is the length of an interval, 0.25 if left out; up is more injection or less consumption; blocks are taken
  in their order, nothing or at least kwMin; share of the quantity comes back against the direction so many
  intervals later; interval is the start of one of the intervals, and may be left out where there are none.
  loadScale and generationScale multiply the network file's loads and generators. violationEurPerPercentHour is the
  price of a violation: needed to share what relief costs where offers do not suffice without the trades either.
The plants file is JSON: {plants:[{id,rank,bus,kwMax[,interval]}]}, rank conventional, chp, renewable,
  self-consumption or load; kwMax is the most that can be taken from it.`;

const PROFILE_FILE = `
A profile is CSV with a header and one row per interval, at most 35136 (a leap year of quarter hours). Columns, all optional:
  interval                    what the interval is called; its number where left out
  loadScale, generationScale  factors of the file's loads and of its units but slacks; 1 where left out
  pMw:BUS, qMvar:BUS          added at this bus, generation positive
Answer: worst loading and voltages of each interval, percentiles, how many intervals violate which limit, and the intervals
without solution with the reason. Ctrl-C ends the run with what it has (exit code 130).`;

const program = new Command('interlock')
  .description("The grid operator's console for peer-to-peer energy markets.")
  .addHelpText('after', EXIT_CODES)
  .configureOutput({ writeErr: text => process.stderr.write(text) })
  .exitOverride();

program
  .command('solve')
  .description(
    'Solves the AC power flow of a network file (MATPOWER .m, pandapower .json, either may be .gz)',
  )
  .argument('<file>')
  .option('--json', 'the whole answer as JSON on stdout')
  .option('--tolerance <pu>', 'largest accepted mismatch, p.u.', number('tolerance', 1e-14, 1e-2), 1e-8)
  .option('--flat', 'start flat, whatever voltages the file gives')
  .option(
    '--controls <file>',
    'solve with controls of the grid until none moves; the file is described below',
  )
  .addHelpText('after', CONTROLS_FILE)
  .action(async (file, options) => finish(await (await import('./commands/solve.ts')).solve(file, options)));

program
  .command('check')
  .description('Judges trades on top of the file’s own injections, in file order')
  .argument('<file>')
  .requiredOption(
    '--trades <file>',
    'CSV or JSON with id,sellerBus,buyerBus,energyKwh[,intervalStart][,priceEurPerMwh]',
  )
  .option('--voltage-band <low,high>', 'permitted voltage, p.u., instead of the file’s')
  .option(
    '--short-time <low,high,percent>',
    'voltage band, p.u., and loading that one leg alone may bring: it does not last',
  )
  .option(
    '--as-set <rule>',
    'all trades of an interval as one; where they do not fit they are cut pro-rata or least-value-first',
  )
  .option('--json', 'the verdicts as JSON on stdout')
  .action(async (file, options) => finish(await (await import('./commands/check.ts')).check(file, options)));

program
  .command('outages')
  .description(
    'Takes out each branch and unit alone (N-1): lost load, violated limits, states without solution',
  )
  .argument('<file>')
  .option('--json', 'every outage as JSON on stdout')
  .option('--top <number>', 'outages listed at most', number('top', 1, 1e6), 20)
  .action(async (file, options) =>
    finish(await (await import('./commands/outages.ts')).outages(file, options)),
  );

program
  .command('relief')
  .description(
    'Finds the cheapest flexibility offers that restore all limits, and what they cost each bus and trade',
  )
  .argument('<file>')
  .requiredOption('--offers <file>', 'JSON: offers with price steps, intervals, tariff; described below')
  .option(
    '--trades <file>',
    'CSV or JSON as for check: delivered on top of the file’s injections; each gets its fee and its share of the relief',
  )
  .option('--plants <file>', 'JSON: what may be curtailed, in the legal order, where offers do not suffice')
  .option(
    '--room <percent>',
    'room kept to every limit, percent of what is permitted',
    number('room', 0.1, 50),
    1,
  )
  .option('--json', 'the whole answer as JSON on stdout')
  .addHelpText('after', RELIEF_FILES)
  .action(async (file, options) =>
    finish(await (await import('./commands/relief.ts')).relief(file, options)),
  );

program
  .command('study')
  .description(
    'Runs a what-if case over up to 96 intervals and compares it with the file as it stands, or a profile over up to a year',
  )
  .argument('<file>')
  .option(
    '--scenario <file>',
    'JSON: {name, intervals, changes:[{type:"scale",what,segment,factor} | {type:"switch",element,closed}]}',
  )
  .option('--profile <file>', 'CSV, one row per interval; described below')
  .option('--out <file>', 'with --profile: the table of all intervals, as CSV')
  .option('--threads <number>', 'with --profile: default one less than the cores', number('threads', 1, 64))
  .option('--json', 'the results as JSON on stdout')
  .addHelpText('after', PROFILE_FILE)
  .action(async (file, options) => finish(await (await import('./commands/study.ts')).study(file, options)));

program
  .command('fees')
  .description('Writes the grid-fee report of a period from a console’s store')
  .requiredOption(
    '--store <path>',
    'a folder below markets/ in the data folder of a console, or operations.sqlite in it',
  )
  .requiredOption('--from <instant>', 'first instant, ISO 8601')
  .requiredOption('--to <instant>', 'end, not included, ISO 8601')
  .requiredOption('--out <file>', 'report.csv, report.xlsx or report.pdf')
  .option('--json', 'the totals as JSON on stdout')
  .action(async options => finish(await (await import('./commands/fees.ts')).fees(options)));

program
  .command('chain')
  .description('Questions about a chain')
  .addCommand(
    new Command('verify')
      .description('Checks every seal and re-executes every block from genesis')
      .addOption(
        new Option('--rpc <url...>', 'JSON-RPC endpoint; more than one are compared').makeOptionMandatory(),
      )
      .requiredOption('--genesis <file>', 'genesis file (Besu format, QBFT)')
      .option('--json', 'the result as JSON on stdout')
      .action(async options =>
        finish(await (await import('./commands/chain-verify.ts')).chainVerify(options)),
      ),
  );

withConsoleOptions(
  program.command('serve').description('Serves the console on a loopback address (what npm start runs)'),
)
  .option('--port <number>', '0: any free port', number('port', 0, 65535), 0)
  .option('--headless', 'open no window', false)
  .action(async options => finish(await (await import('./commands/serve.ts')).serve(options)));

try {
  await program.parseAsync(process.argv);
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? EXIT.done : EXIT.badInput;
  else if (error instanceof InputError) {
    console.error(error.message);
    process.exitCode = EXIT.badInput;
  } else throw error;
}

/** stdout may be a pipe: the code is set and the process ends by itself once everything is written. */
function finish(code: number): void {
  process.exitCode = code;
}
