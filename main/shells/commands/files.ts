/** Files that people name on the command line: read whole, gunzipped when packed, with a clear word when they cannot be. */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { readNetwork } from '../../../grid-models/formats/read.ts';
import type { Network } from '../../../grid-models/network/network.ts';
import { NetworkFileError } from '../../../grid-models/network/problems.ts';
import { InputError } from './exit.ts';

/** Unpacked size; the largest grid anyone solves is far below, a packed bomb far above. */
const UNPACKED_BYTES_MAX = 512 * 1024 * 1024;
const PROBLEMS_SHOWN = 20;

export async function readText(file: string): Promise<string> {
  try {
    const bytes = await readFile(file);
    const packed = bytes[0] === 0x1f && bytes[1] === 0x8b;
    return (packed ? gunzipSync(bytes, { maxOutputLength: UNPACKED_BYTES_MAX }) : bytes).toString('utf8');
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    const why =
      code === 'ENOENT'
        ? 'there is no such file'
        : code === 'EISDIR'
          ? 'it is a folder'
          : error instanceof Error
            ? error.message
            : String(error);
    throw new InputError(`${file}: ${why}`, { cause: error });
  }
}

/** @throws InputError with every problem of the file */
export async function readNetworkFile(file: string): Promise<Network> {
  const text = await readText(file);
  try {
    return readNetwork(basename(file).replace(/\.gz$/, ''), text);
  } catch (error) {
    if (error instanceof NetworkFileError) throw new InputError(describeProblems(error), { cause: error });
    throw error;
  }
}

function describeProblems(error: NetworkFileError): string {
  const { problems } = error;
  const rest = problems.length > PROBLEMS_SHOWN ? [`… and ${problems.length - PROBLEMS_SHOWN} more`] : [];
  return [
    error.message,
    ...problems.slice(0, PROBLEMS_SHOWN).map(problem => JSON.stringify(problem)),
    ...rest,
  ].join('\n  ');
}
