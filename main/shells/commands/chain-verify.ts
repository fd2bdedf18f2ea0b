/** `chain verify`: the whole chain executed again from genesis; the endpoints are believed in nothing. */
import { verifyChain } from '../../chain/verify.ts';
import { EXIT, InputError } from './exit.ts';
import { readText } from './files.ts';

export async function chainVerify(options: {
  readonly rpc: readonly string[];
  readonly genesis: string;
  readonly json?: boolean;
}): Promise<number> {
  const text = await readText(options.genesis);
  let genesis: unknown;
  try {
    genesis = JSON.parse(text);
  } catch (error) {
    throw new InputError(`${options.genesis}: not JSON: ${error instanceof Error ? error.message : error}`, {
      cause: error,
    });
  }
  const result = await verifyChain({ endpoints: options.rpc, genesis, realNowMs: Date.now }, progress => {
    if (process.stderr.isTTY) process.stderr.write(`\rblock ${progress.number} of ${progress.head}`);
  }).catch((error: unknown) => {
    // A genesis we cannot read or an endpoint that does not answer: nothing was said about the chain.
    throw new InputError(error instanceof Error ? error.message : String(error), { cause: error });
  });
  if (options.json) console.log(JSON.stringify(result));
  else if (result.valid)
    console.log(
      `Valid: ${result.blocks} blocks, ${result.transactions} transactions executed again, head ${result.head}.`,
    );
  else
    console.log(
      `INVALID: ${result.fault?.stage} (${result.fault?.code}) at block ${result.fault?.blockNumber}: expected ${result.fault?.expected}, got ${result.fault?.got} from ${result.fault?.endpoint}.`,
    );
  return result.valid ? EXIT.done : EXIT.negative;
}
