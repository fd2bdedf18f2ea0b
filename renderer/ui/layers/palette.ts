/** The theme's tokens as numbers for WebGL; the values themselves live in the stylesheet only. */

/** Red, green, blue, alpha, each 0..255. */
export type Rgba = readonly [number, number, number, number];

const TOKENS = [
  'ground',
  'panel',
  'text',
  'muted',
  'line',
  'flow',
  'contract',
  'good',
  'amber',
  'red',
  'info',
  'stale',
] as const;
export type Token = (typeof TOKENS)[number];
export type Palette = Readonly<Record<Token, Rgba>>;

/**
 * @param read  value of a custom property such as `--flow`, as the browser reports it
 * @throws when a token is absent or not a colour: a picture in wrong colours would lie
 */
export function paletteFrom(read: (property: string) => string): Palette {
  return Object.fromEntries(TOKENS.map(token => [token, parseColour(read(`--${token}`), token)])) as Palette;
}

export function withAlpha(colour: Rgba, alpha: number): Rgba {
  return [colour[0], colour[1], colour[2], alpha];
}

function parseColour(text: string, token: string): Rgba {
  const value = text.trim();
  const hex = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(value)?.[1];
  if (hex) {
    const full = hex.length === 3 ? [...hex].map(c => c + c).join('') : hex;
    const n = Number.parseInt(full, 16);
    return [(n >> 16) & 255, (n >> 8) & 255, n & 255, 255];
  }
  const rgb = /^rgba?\(\s*(\d+)[,\s]+(\d+)[,\s]+(\d+)/.exec(value);
  if (rgb) return [Number(rgb[1]), Number(rgb[2]), Number(rgb[3]), 255];
  throw new Error(`theme token --${token} is "${value}", not a colour: see ui/theme.css`);
}
