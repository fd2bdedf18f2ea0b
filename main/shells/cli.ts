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
  .description('Takes out each branch alone (N-1): lost load, violated limits, states without solution')
  .argument('<file>')
  .option('--json', 'every outage as JSON on stdout')
  .option('--top <number>', 'outages listed at most', number('top', 1, 1e6), 20)
  .action(async (file, options) =>
    finish(await (await import('./commands/outages.ts')).outages(file, options)),
  );

program
  .command('study')
  .description('Runs a what-if case over up to 96 intervals and compares it with the file as it stands')
  .argument('<file>')
  .requiredOption(
    '--scenario <file>',
    'JSON: {name, intervals, changes:[{type:"scale",what,segment,factor} | {type:"switch",element,closed}]}',
  )
  .option('--json', 'the results as JSON on stdout')
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
