/** One door for network files: the format is told by content. Pure: the caller reads and unpacks the file. */
import type { Network } from '../network/network.ts';
import { NetworkFileError } from '../network/problems.ts';
import { readMatpower } from './matpower/read.ts';
import { readPandapower } from './pandapower/read.ts';

/** @throws NetworkFileError with every problem of the file, or when it is of no known format */
export function readNetwork(fileName: string, text: string): Network {
  const start = text.replace(/^\uFEFF/, '').trimStart();
  if (start.startsWith('{')) return readPandapower(fileName, start);
  if (/^\s*function\s+\[?\s*mpc\b/m.test(start) || /^\s*mpc\.\w+\s*=/m.test(start))
    return readMatpower(fileName, text);
  const what = 'this is neither a MATPOWER case (a function that fills mpc) nor a pandapower network (JSON)';
  throw new NetworkFileError(fileName, [{ code: 'format-unknown', what }]);
}
