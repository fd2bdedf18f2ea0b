/** The texts of the picture, on a plate of the ground's colour so that a line beneath does not cut them. */
import type { Layer } from '@deck.gl/core';
import { TextLayer } from '@deck.gl/layers';
import type { Palette } from '../palette.ts';
import { withAlpha } from '../palette.ts';
import { PICTURE_FONT } from '../use-palette.ts';
import type { Label } from './label-candidates.ts';

/** @param id  layers with different ids stand above each other; labels of arcs and footprint have their own */
export function labelLayer(id: string, labels: readonly Label[], palette: Palette): Layer | null {
  // A text layer without a single character has no atlas to draw.
  if (labels.length === 0) return null;
  return new TextLayer<Label>({
    id,
    data: labels as Label[],
    characterSet: 'auto',
    fontFamily: PICTURE_FONT,
    fontWeight: 500,
    // The atlas holds glyphs at twice the size shown: sharp at 100 and at 200 %.
    fontSettings: { fontSize: 24, buffer: 3 },
    getText: label => label.text,
    getPosition: label => [label.x, label.y],
    getPixelOffset: label => [label.dxPx, label.dyPx],
    getTextAnchor: label => label.anchor,
    getAlignmentBaseline: 'center',
    getSize: label => label.sizePx,
    getColor: label => [...palette[label.tone]],
    background: true,
    backgroundPadding: [2, 1],
    getBackgroundColor: [...withAlpha(palette.ground, 200)],
    updateTriggers: { getColor: palette, getBackgroundColor: palette },
  });
}
