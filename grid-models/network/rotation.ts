/**
 * Cosine and sine by + − × ÷ in a fixed order. The engine's own may differ in the last bit between versions; the
 * admittance matrix is part of what a verdict rests on, so it must have the same bits everywhere.
 *
 * The angle is brought within a quarter turn's half by multiples of π/2 (in two parts, so nothing is lost) and the
 * Taylor series is summed to where terms vanish: (π/4)^19 / 19! is below 1e-18.
 */
export function rotation(rad: number): { readonly cos: number; readonly sin: number } {
  const quarters = Math.round(rad / (HALF_PI_HEAD + HALF_PI_TAIL));
  const r = rad - quarters * HALF_PI_HEAD - quarters * HALF_PI_TAIL;
  const square = r * r;
  let sin = 0;
  let cos = 0;
  for (let k = TERMS; k >= 1; k--) {
    sin = (square / (2 * k * (2 * k + 1))) * (1 - sin);
    cos = (square / ((2 * k - 1) * (2 * k))) * (1 - cos);
  }
  sin = r - r * sin;
  cos = 1 - cos;
  switch (((quarters % 4) + 4) % 4) {
    case 0:
      return { cos, sin };
    case 1:
      return { cos: -sin, sin: cos };
    case 2:
      return { cos: -cos, sin: -sin };
    default:
      return { cos: sin, sin: -cos };
  }
}

const TERMS = 9;
/** π/2 in a head of 33 bits, whose multiples are exact, and the rest (fdlibm). */
const HALF_PI_HEAD = 1.5707963267341256;
const HALF_PI_TAIL = 6.077100506506192e-11;
