// biome-ignore-all lint/a11y/noNoninteractiveTabindex: the picture takes focus once and is then moved by keys
import { Deck, type Layer, OrthographicView } from '@deck.gl/core';
import {
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
  useCallback,
  useEffect,
  useImperativeHandle,
  useRef,
  useState,
} from 'react';
import { FailedState } from '../../States.tsx';
import type { Bounds, Scene } from '../scene.ts';
import {
  fitBounds,
  panBy,
  type Size,
  toWorld,
  type View,
  type ZoomRange,
  zoomBy,
  zoomRange,
} from '../view.ts';

export interface CanvasHandle {
  show(view: View): void;
  zoom(steps: number): void;
  /** In shares of the window. */
  pan(right: number, down: number): void;
  fit(): void;
  size(): Size;
}

/** Where each picture was left, so that coming back shows the same part. */
const lastViews = new Map<string, View>();
/** Movement ends, texts are laid out anew: this long after the last change. */
const SETTLE_MS = 140;
/** Where one drawing takes that long itself, drawing between two movements of the hand would stop the hand. */
const SETTLE_SLOW_MS = 600;
const CLICK_PX = 4;
const REACH_PX = 10;
const PAN_SHARE = 0.15;
const VIEW_ID = 'grid';

/**
 * The WebGL picture with its camera. Moving happens outside React; `onSettled` tells where the camera came to rest.
 * Draws on change only: there is no animation loop. Without a graphics card a large picture takes long to draw: while it is
 * dragged the last drawing is shifted, and what is new is drawn when it rests. Keys: arrows move, + and − zoom, 0 fits,
 * Escape clears.
 */
export function GridCanvas(props: {
  /** Name of the picture; its camera is remembered under it. */
  id: string;
  label: string;
  scene: Scene;
  bounds: Bounds;
  layers: readonly Layer[];
  background: string;
  onSettled: (view: View, size: Size) => void;
  /** World point pressed, and how far around it counts. */
  onPress: (x: number, y: number, reach: number) => void;
  onClear: () => void;
  handle: React.Ref<CanvasHandle>;
  children?: ReactNode;
}) {
  const { id, scene, bounds, layers, onSettled } = props;
  const host = useRef<HTMLDivElement>(null);
  const deck = useRef<Deck<OrthographicView[]> | null>(null);
  const view = useRef<View | null>(null);
  const size = useRef<Size>({ width: 0, height: 0 });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const pressed = useRef<{ x: number; y: number } | null>(null);
  /** The view that was last asked to be drawn, and the one that the canvas holds. */
  const asked = useRef<View | null>(null);
  const drawn = useRef<View | null>(null);
  const waiting = useRef<readonly Layer[] | null>(null);
  const moving = useRef(false);
  const isSlow = useRef(false);
  const [failure, setFailure] = useState<string | null>(null);

  const show = useCallback(
    (next: View) => {
      view.current = next;
      lastViews.set(id, next);
      const draw = () => {
        asked.current = next;
        deck.current?.setProps({
          viewState: { [VIEW_ID]: stateOf(next, zoomRange(scene, size.current)) },
          ...(waiting.current ? { layers: [...waiting.current] } : {}),
        });
      };
      const canShift = isSlow.current && drawn.current !== null && drawn.current.zoom === next.zoom;
      moving.current = canShift;
      if (canShift) shift(host.current, drawn.current, next);
      else draw();
      clearTimeout(timer.current);
      timer.current = setTimeout(
        () => {
          moving.current = false;
          if (canShift) draw();
          waiting.current = null;
          onSettled(next, size.current);
        },
        canShift ? SETTLE_SLOW_MS : SETTLE_MS,
      );
    },
    [id, scene, onSettled],
  );
  const latest = useRef(show);
  latest.current = show;

  useEffect(() => {
    const element = host.current;
    if (!element) return;
    const probe = document.createElement('canvas').getContext('webgl2');
    if (!probe) {
      setFailure('This window has no WebGL 2.');
      return;
    }
    isSlow.current = isSoftware(probe);
    const made = new Deck<OrthographicView[]>({
      parent: element,
      views: [
        new OrthographicView({
          id: VIEW_ID,
          controller: { keyboard: false, inertia: false, dragRotate: false, scrollZoom: { smooth: false } },
        }),
      ],
      viewState: { [VIEW_ID]: { target: [0, 0, 0], zoom: 0 } },
      layers: [],
      _pickable: false,
      useDevicePixels: Math.min(window.devicePixelRatio, 2),
      getCursor: ({ isDragging }) => (isDragging ? 'grabbing' : 'default'),
      onViewStateChange: ({ viewState }) => {
        const [x = 0, y = 0] = viewState.target ?? [];
        if (typeof viewState.zoom === 'number') latest.current({ x, y, zoom: viewState.zoom });
      },
      onAfterRender: () => {
        drawn.current = asked.current;
        shift(element, drawn.current, view.current);
      },
      onError: error => setFailure(error.message),
    });
    deck.current = made;
    const observer = new ResizeObserver(([entry]) => {
      if (!entry || entry.contentRect.width === 0) return;
      const first = size.current.width === 0;
      size.current = { width: entry.contentRect.width, height: entry.contentRect.height };
      if (first || view.current) latest.current(view.current ?? fitBounds(boundsRef.current, size.current));
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
      clearTimeout(timer.current);
      made.finalize();
      deck.current = null;
    };
  }, []);

  // Another network, another place: the camera starts where this picture was left, else with the whole.
  const boundsRef = useRef(bounds);
  useEffect(() => {
    const same = boundsRef.current === bounds;
    boundsRef.current = bounds;
    if (view.current === null) view.current = lastViews.get(id) ?? null;
    if (size.current.width === 0) return;
    latest.current(same && view.current ? view.current : fitBounds(bounds, size.current));
  }, [bounds, id]);

  useEffect(() => {
    if (moving.current) waiting.current = layers;
    else deck.current?.setProps({ layers: [...layers] });
  }, [layers]);

  const act = {
    show,
    zoom: (steps: number) =>
      view.current && show(zoomBy(view.current, steps, zoomRange(scene, size.current))),
    pan: (right: number, down: number) =>
      view.current &&
      show(panBy(view.current, right * size.current.width, down * size.current.height, bounds)),
    fit: () => show(fitBounds(bounds, size.current)),
    size: () => size.current,
  };
  useImperativeHandle(props.handle, () => ({
    ...act,
    zoom: steps => void act.zoom(steps),
    pan: (right, down) => void act.pan(right, down),
  }));

  function onKey(event: KeyboardEvent): void {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
    const keys: Record<string, () => void> = {
      ArrowLeft: () => act.pan(-PAN_SHARE, 0),
      ArrowRight: () => act.pan(PAN_SHARE, 0),
      ArrowUp: () => act.pan(0, -PAN_SHARE),
      ArrowDown: () => act.pan(0, PAN_SHARE),
      '+': () => act.zoom(0.5),
      '=': () => act.zoom(0.5),
      '-': () => act.zoom(-0.5),
      '0': () => act.fit(),
      Escape: () => props.onClear(),
    };
    const key = keys[event.key];
    if (!key) return;
    event.preventDefault();
    key();
  }

  function onUp(event: PointerEvent<HTMLDivElement>): void {
    const from = pressed.current;
    pressed.current = null;
    if (!from || !view.current || Math.hypot(event.clientX - from.x, event.clientY - from.y) > CLICK_PX)
      return;
    const box = event.currentTarget.getBoundingClientRect();
    const [x, y] = toWorld(view.current, size.current, event.clientX - box.left, event.clientY - box.top);
    props.onPress(x, y, REACH_PX * 2 ** -view.current.zoom);
  }

  return (
    <div className="grid-canvas" style={{ background: props.background }}>
      {failure === null ? (
        <div
          ref={host}
          className="grid-canvas-host"
          role="application"
          aria-label={`${props.label}. Arrows move, plus and minus zoom, 0 shows everything.`}
          tabIndex={0}
          onKeyDown={onKey}
          onPointerDown={event => {
            pressed.current = { x: event.clientX, y: event.clientY };
          }}
          onPointerUp={onUp}
        />
      ) : (
        <FailedState
          what="The picture cannot be drawn"
          why={failure}
          stillWorks="the panel of a found element, and all other screens."
          todo="Open the console in a window with graphics acceleration or software WebGL 2."
        />
      )}
      {props.children}
    </div>
  );
}

/** Moves the drawn picture to where it would be drawn: right for what it shows, empty at the edge until it rests. */
function shift(element: HTMLElement | null, from: View | null, to: View | null): void {
  const canvas = element?.querySelector('canvas');
  if (!canvas || !from || !to) return;
  const scale = 2 ** to.zoom;
  const [x, y] = [(from.x - to.x) * scale, (from.y - to.y) * scale];
  canvas.style.transform = x === 0 && y === 0 ? '' : `translate(${x}px, ${y}px)`;
}

function isSoftware(gl: WebGL2RenderingContext): boolean {
  const info = gl.getExtension('WEBGL_debug_renderer_info');
  const renderer: unknown = info ? gl.getParameter(info.UNMASKED_RENDERER_WEBGL) : '';
  return /swiftshader|llvmpipe|software|basic render/i.test(String(renderer));
}

function stateOf(view: View, range: ZoomRange) {
  const target: [number, number, number] = [view.x, view.y, 0];
  return { target, zoom: view.zoom, minZoom: range.min, maxZoom: range.max };
}
