/** Physical values as text: constant decimals, a real minus, grouped thousands. */

const MINUS = '−';
/** Shown where there is no value. */
export const NO_VALUE = '–';

/** Number → text; null and NaN → a dash. `sign` writes + before positive values. */
export function formatNumber(value: number | null | undefined, decimals: number, sign = false): string {
  if (value === null || value === undefined || Number.isNaN(value)) return NO_VALUE;
  if (!Number.isFinite(value)) return value > 0 ? '∞' : `${MINUS}∞`;
  const fixed = Math.abs(value).toFixed(decimals);
  const [whole = '', fraction] = fixed.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  const zero = Number(fixed) === 0;
  const mark = value < 0 && !zero ? MINUS : sign && value > 0 && !zero ? '+' : '';
  return `${mark}${grouped}${fraction === undefined ? '' : `.${fraction}`}`;
}

/** Decimals that each unit is shown with everywhere. */
export function decimalsOf(unit: string): number {
  switch (unit) {
    case 'p.u.':
    case 'pu':
      return 4;
    case '%':
    case 'kW':
    case 'kVA':
    case 'kvar':
    case 'A':
      return 1;
    case 'MW':
    case 'Mvar':
    case 'MVA':
    case 'kWh':
    case 'kV':
      return 3;
    default:
      return 2;
  }
}

/** Age in seconds → "1.2 s", "45 s", "12 min", "3 h". */
export function formatAge(seconds: number): string {
  if (!Number.isFinite(seconds)) return NO_VALUE;
  const s = Math.max(0, seconds);
  if (s < 10) return `${s.toFixed(1)} s`;
  if (s < 120) return `${Math.round(s)} s`;
  if (s < 7200) return `${Math.round(s / 60)} min`;
  return `${Math.round(s / 3600)} h`;
}
