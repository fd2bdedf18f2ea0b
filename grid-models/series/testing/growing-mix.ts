/** Rows for tests: the file's own injection, growing row by row, and 50 kW from bus 7 in every second row. */
import { baseInjection } from '../../network/build.ts';
import type { Network } from '../../network/network.ts';
import { type RowMix, rowMix } from '../row-mix.ts';

export function growingMix(network: Network, rows: number): RowMix {
  const only = (mw: number) => new Float64Array(network.bus.count).with(7, mw);
  return rowMix(
    [baseInjection(network), { pMw: only(0.05), qMvar: only(0) }],
    rows,
    Float64Array.from({ length: 2 * rows }, (_, k) => (k % 2 === 0 ? k / 2 : ((k - 1) / 2) % 2)),
  );
}
