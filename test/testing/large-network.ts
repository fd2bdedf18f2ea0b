/** A MATPOWER file of any size: 20 kV feeders from one busbar, loads here and there, limits that hold. */

const FEEDERS = 40;

/** @param loadEvery  a load of 50 kW at every so many buses */
export function largeNetwork(branches: number, loadEvery: number): string {
  const bus = ['1 3 0 0 0 0 1 1 0 20 1 1.1 0.9;'];
  const branch: string[] = [];
  for (let k = 0; k < branches; k++) {
    const id = k + 2;
    // A feeder's buses hang in a row with a spur at every third: neither a chain nor a star.
    const before = k < FEEDERS ? 1 : id - (k % 3 === 0 ? 2 * FEEDERS : FEEDERS);
    const pMw = k % loadEvery === 0 ? 0.05 : 0;
    bus.push(`${id} 1 ${pMw} ${pMw / 5} 0 0 1 1 0 20 1 1.1 0.9;`);
    branch.push(`${Math.max(1, before)} ${id} 0.00005 0.00004 0 20 0 0 0 0 1 -360 360;`);
  }
  return [
    'function mpc = large',
    "mpc.version = '2';",
    'mpc.baseMVA = 10;',
    'mpc.bus = [',
    ...bus,
    '];',
    'mpc.gen = [ 1 0 0 99 -99 1 10 1 99 0; ];',
    'mpc.branch = [',
    ...branch,
    '];',
    '',
  ].join('\n');
}
