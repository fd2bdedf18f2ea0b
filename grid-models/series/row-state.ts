/** From node voltages to the columns of one row of a series, into the same memory each time. */
import type { GridModel } from '../network/build.ts';
import type { SolvedState } from '../power-flow/result.ts';

/** What a series keeps of a solved state, row by row of the bus and branch tables; loading by the network's own ratings. */
export type RowState = Pick<
  SolvedState,
  'vmPu' | 'pFromMw' | 'qFromMvar' | 'pToMw' | 'qToMvar' | 'iFromKa' | 'iToKa' | 'loadingPercent' | 'lossesMw'
>;

export interface RowFiller {
  /** @param v [2·node] voltages, p.u., interleaved. @returns always the same object */
  fill(v: Float64Array): RowState;
}

export function rowFiller(model: GridModel): RowFiller {
  const { network, nodeOfBus, branchFromNode, branchToNode, branchAdmittance: y } = model;
  const { branch, bus, baseMva } = network;
  const n = branch.count;
  const state = {
    vmPu: new Float64Array(bus.count),
    pFromMw: new Float64Array(n),
    qFromMvar: new Float64Array(n),
    pToMw: new Float64Array(n),
    qToMvar: new Float64Array(n),
    iFromKa: new Float64Array(n),
    iToKa: new Float64Array(n),
    loadingPercent: new Float64Array(n),
    lossesMw: 0,
  };
  const rating = ratingsPu(model);
  return {
    fill: v => {
      for (let b = 0; b < bus.count; b++) {
        const i = 2 * nodeOfBus[b]!;
        state.vmPu[b] = i < 0 ? Number.NaN : Math.sqrt(v[i]! * v[i]! + v[i + 1]! * v[i + 1]!);
      }
      let losses = 0;
      for (let k = 0; k < n; k++) {
        const from = branchFromNode[k]!;
        const to = branchToNode[k]!;
        const ef = from < 0 ? 0 : v[2 * from]!;
        const ff = from < 0 ? 0 : v[2 * from + 1]!;
        const et = to < 0 ? 0 : v[2 * to]!;
        const ft = to < 0 ? 0 : v[2 * to + 1]!;
        const reFrom = y.ffRe[k]! * ef - y.ffIm[k]! * ff + y.ftRe[k]! * et - y.ftIm[k]! * ft;
        const imFrom = y.ffRe[k]! * ff + y.ffIm[k]! * ef + y.ftRe[k]! * ft + y.ftIm[k]! * et;
        const reTo = y.tfRe[k]! * ef - y.tfIm[k]! * ff + y.ttRe[k]! * et - y.ttIm[k]! * ft;
        const imTo = y.tfRe[k]! * ff + y.tfIm[k]! * ef + y.ttRe[k]! * ft + y.ttIm[k]! * et;
        const pFrom = ef * reFrom + ff * imFrom;
        const qFrom = ff * reFrom - ef * imFrom;
        const pTo = et * reTo + ft * imTo;
        const qTo = ft * reTo - et * imTo;
        state.pFromMw[k] = pFrom * baseMva;
        state.qFromMvar[k] = qFrom * baseMva;
        state.pToMw[k] = pTo * baseMva;
        state.qToMvar[k] = qTo * baseMva;
        losses += pFrom + pTo;
        const fromSquare = reFrom * reFrom + imFrom * imFrom;
        const toSquare = reTo * reTo + imTo * imTo;
        state.iFromKa[k] = Math.sqrt(fromSquare) * rating.fromKaPerPu[k]!;
        state.iToKa[k] = Math.sqrt(toSquare) * rating.toKaPerPu[k]!;
        // No rating is an infinite one here: its share is 0. Products, because quotients cost more than all the rest.
        const used = Math.max(
          fromSquare * rating.perFromSquare[k]!,
          toSquare * rating.perToSquare[k]!,
          Math.max(pFrom * pFrom + qFrom * qFrom, pTo * pTo + qTo * qTo) * rating.perPowerSquare[k]!,
        );
        state.loadingPercent[k] = rating.given[k] ? 100 * Math.sqrt(used) : Number.NaN;
      }
      state.lossesMw = losses * baseMva;
      return state;
    },
  };
}

/** One over the squares of the ratings in p.u. of current at each end and of apparent power; 0 where not given. */
function ratingsPu({ network }: GridModel) {
  const { branch, bus, baseMva } = network;
  const perSquare = (pu: number): number => (Number.isNaN(pu) ? 0 : 1 / (pu * pu));
  const kaPerPu = (at: number): number => baseMva / (Math.sqrt(3) * bus.vnKv[at]!);
  const { ratingFromKa, ratingToKa, ratingMva } = branch;
  const fromKaPerPu = Float64Array.from(branch.from, kaPerPu);
  const toKaPerPu = Float64Array.from(branch.to, kaPerPu);
  return {
    fromKaPerPu,
    toKaPerPu,
    given: Uint8Array.from(ratingMva, (mva, k) =>
      Number.isNaN(mva) && Number.isNaN(ratingFromKa[k]) && Number.isNaN(ratingToKa[k]) ? 0 : 1,
    ),
    perFromSquare: ratingFromKa.map((ka, k) => perSquare(ka / fromKaPerPu[k]!)),
    perToSquare: ratingToKa.map((ka, k) => perSquare(ka / toKaPerPu[k]!)),
    perPowerSquare: ratingMva.map(mva => perSquare(mva / baseMva)),
  };
}
