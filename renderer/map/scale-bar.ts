/** A round distance that fits the room on screen: 1, 2 or 5 times a power of ten metres. */
export interface Scale {
  readonly metres: number;
  readonly widthPx: number;
  readonly text: string;
}

const WIDTH_PX_MAX = 140;

/** @param zoom  log2 of pixels per metre */
export function scaleBar(zoom: number): Scale {
  const most = WIDTH_PX_MAX * 2 ** -zoom;
  const power = 10 ** Math.floor(Math.log10(most));
  const metres = [5, 2, 1].map(n => n * power).find(m => m <= most) ?? power;
  return {
    metres,
    widthPx: metres * 2 ** zoom,
    text:
      metres >= 1000 ? `${metres / 1000} km` : metres >= 1 ? `${metres} m` : `${Math.round(metres * 100)} cm`,
  };
}
