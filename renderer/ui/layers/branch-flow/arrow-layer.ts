/** Arrowheads of constant size: a line layer whose quad is drawn as one triangle in the middle of the piece. */
import { LineLayer } from '@deck.gl/layers';

/**
 * The ends of the piece give place and direction (source → target), the width attribute the length of the arrowhead in
 * pixels. Where the piece is shorter on screen than the arrowhead needs, nothing is drawn: direction then cannot be read.
 */
export class ArrowLayer extends LineLayer {
  static override layerName = 'ArrowLayer';

  override getShaders() {
    return { ...super.getShaders(), inject: { 'vs:#main-end': TRIANGLE } };
  }
}

const TRIANGLE = `\
vec2 piecePx = (target.xy / target.w - source.xy / source.w) * project.viewportSize * 0.5 / project.devicePixelRatio;
float along = length(piecePx);
float sizePx = along < widthPixels * 2.0 ? 0.0 : widthPixels;
vec2 ahead = piecePx / max(along, 1e-6);
vec2 aside = vec2(-ahead.y, ahead.x);
vec2 cornerPx = ahead * (segmentIndex - 0.5) * sizePx + aside * positions.y * (1.0 - segmentIndex) * sizePx * 0.5;
gl_Position = mix(source, target, 0.5) + vec4(project_pixel_size_to_clipspace(cornerPx), 0.0, 0.0);
`;
