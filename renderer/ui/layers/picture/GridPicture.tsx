import type { Layer } from '@deck.gl/core';
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Topology } from '../../../../preload/contract/grid.ts';
import type { TradeFootprint } from '../../../../preload/contract/trades.ts';
import { useQuery, useStatus, useStream } from '../../../session/hooks.ts';
import { go, usePlace } from '../../../session/selection.ts';
import { Button } from '../../Button.tsx';
import { INTERVAL_S } from '../../times.ts';
import { branchLayers, branchPaint, branchShapes } from '../branch-flow/layer.ts';
import { stationLayers, stationPaint, stationShape } from '../busbar/layer.ts';
import { contractArcs } from '../contract-arcs/arc-geometry.ts';
import { contractLayers } from '../contract-arcs/layer.ts';
import { changedBy, footprintOf } from '../footprint/footprint-geometry.ts';
import { footprintLayers } from '../footprint/layer.ts';
import { keepEqual } from '../keep-equal.ts';
import { labelCandidates, TEXT_MARGIN } from '../labels/label-candidates.ts';
import { labelLayer } from '../labels/layer.ts';
import { thin } from '../labels/thin.ts';
import { pick } from '../pick.ts';
import { levelOf, type Projection, sceneOf } from '../scene.ts';
import { boundsOfSegment, placeOf, selectionLayers } from '../selection/layer.ts';
import { StaleHatch } from '../stale-hatch/StaleHatch.tsx';
import { useFontReady, usePalette } from '../use-palette.ts';
import { detailAt, lookAt, type Size, toWorld, type View, valuesZoom } from '../view.ts';
import { voltageMarks } from '../voltage/voltage-values.ts';
import { CONTRACT_MODES, type ContractMode, chosenFlows, type TradeEnds } from './contract-choice.ts';
import { ElementPanel } from './ElementPanel.tsx';
import { FindElement } from './FindElement.tsx';
import { type CanvasHandle, GridCanvas } from './GridCanvas.tsx';
import { Legend } from './Legend.tsx';
import { stateWords } from './state-words.ts';
import '../layers.css';

/** Lower windows keep their height for the picture; the legend is one press away. */
const LEGEND_FROM_PX = 700;
/** Values by the second would shake the panel; the picture itself follows the stream. */
const PANEL_REFRESH_MS = 4_000;

/** What did not change with the last state, as it was: the picture is drawn anew for changes only. */
function useKept<T>(value: T): T {
  const last = useRef<T | null>(null);
  const kept = useMemo(() => keepEqual(last.current, value), [value]);
  last.current = kept;
  return kept;
}

/** The grid at the shared instant, as diagram or map: same symbols, same selection, same tools. */
export function GridPicture(props: {
  topology: Topology;
  projection: Projection;
  label: string;
  /** Drawn above the picture, for the zoom it rests at (log2 of pixels per unit). */
  overlay?: (zoom: number) => ReactNode;
}) {
  const { topology, projection } = props;
  const place = usePlace();
  const status = useStatus();
  const live = useStream('grid', 'state', { instant: place.instant });
  const risks = useStream('flexibility', 'risks', {});
  const [mode, setMode] = useState<ContractMode>('off');
  const [legend, setLegend] = useState(() => window.innerHeight >= LEGEND_FROM_PX);
  const [camera, setCamera] = useState<{ view: View; size: Size } | null>(null);
  const host = useRef<HTMLDivElement>(null);
  const canvas = useRef<CanvasHandle>(null);
  const palette = usePalette(host);
  const fontReady = useFontReady();

  const running = status.value?.interval ?? null;
  const interval = place.instant === 'now' ? running : place.instant.interval;
  const state = live.value ?? null;
  const asked = interval !== null && (mode === 'top' || mode === 'selection');
  const contracts = useQuery('grid', 'contractFlows', asked ? { interval, most: 1000 } : null);
  const trade = useQuery('trades', 'detail', place.trade === null ? null : { id: place.trade });

  const scene = useMemo(() => sceneOf(topology, projection), [topology, projection]);
  const shapes = useMemo(() => branchShapes(scene), [scene]);
  const station = useMemo(() => stationShape(scene), [scene]);
  const detail = useKept(useMemo(() => detailAt(scene, camera?.view.zoom ?? 0), [scene, camera]));
  const paint = useKept(
    useMemo(
      () =>
        palette && {
          branch: branchPaint(scene, shapes, state, detail, palette),
          station: stationPaint(station, state, palette),
        },
      [scene, shapes, station, state, detail, palette],
    ),
  );
  const marks = useMemo(() => voltageMarks(risks.value?.risks ?? [], interval ?? 0), [risks.value, interval]);
  const ends = useMemo<TradeEnds | null>(() => {
    if (!trade.value) return null;
    const { id, sellerPoint, buyerPoint, energyWh } = trade.value.row;
    return { id, sellerPoint, buyerPoint, kw: (Number(energyWh) / 1000) * (3600 / INTERVAL_S) };
  }, [trade.value]);
  const chosen = useMemo(
    () => chosenFlows(mode, contracts.value?.flows ?? [], topology, place.element, ends),
    [mode, contracts.value, topology, place.element, ends],
  );
  // Half a zoom step changes a dash by less than half: no need to lay them anew for each.
  const arcZoom = Math.round((camera?.view.zoom ?? 0) * 2) / 2;
  const arcs = useMemo(() => contractArcs(scene, chosen.flows, arcZoom), [scene, chosen, arcZoom]);
  const changed = useMemo(() => trade.value && changedBy(trade.value.footprint), [trade.value]);
  const footprint = useKept(useMemo(() => footprintOf(scene, changed ?? [], state), [scene, changed, state]));
  const thinned = useMemo(() => {
    if (!camera) return [];
    const { view, size } = camera;
    const [x0, y0] = toWorld(view, size, -TEXT_MARGIN * size.width, -TEXT_MARGIN * size.height);
    const [x1, y1] = toWorld(view, size, (1 + TEXT_MARGIN) * size.width, (1 + TEXT_MARGIN) * size.height);
    const candidates = labelCandidates({
      scene,
      state,
      detail,
      inView: { x0, y0, x1, y1 },
      voltage: marks,
      selected: place.element,
    });
    return thin([...footprint.labels, ...arcs.labels, ...candidates], view, size);
  }, [camera, scene, state, detail, marks, place.element, footprint, arcs]);
  const labels = useKept(thinned);

  const layers = useMemo<Layer[]>(() => {
    if (!palette || !paint || !fontReady) return [];
    const all = [
      ...selectionLayers(scene, place.element, palette),
      ...branchLayers(shapes, paint.branch, detail, palette),
      ...footprintLayers(footprint, palette),
      ...stationLayers(station, paint.station, detail, palette),
      ...contractLayers(arcs, palette, projection === 'map'),
      labelLayer('labels', labels, palette),
    ];
    return all.filter(layer => layer !== null);
  }, [
    scene,
    shapes,
    station,
    paint,
    detail,
    palette,
    fontReady,
    place.element,
    footprint,
    arcs,
    labels,
    projection,
  ]);

  const onSettled = useCallback((view: View, size: Size) => setCamera({ view, size }), []);
  const goTo = useCallback(
    (id: string) => {
      const found = placeOf(scene, id);
      const box = found?.bounds ?? boundsOfSegment(scene, id);
      if (!box || !canvas.current) return;
      const row = topology.buses.find(b => b.id === id) ?? topology.branches.find(b => b.id === id);
      canvas.current.show(lookAt(box, canvas.current.size(), valuesZoom(scene, levelOf(row?.level ?? 1))));
    },
    [scene, topology],
  );

  // A selection that came from another screen is brought into view once; a press in the picture never moves it.
  const shown = useRef<string | null>(null);
  const ready = camera !== null;
  useEffect(() => {
    if (!ready || place.element === null || place.element === shown.current) return;
    shown.current = place.element;
    goTo(place.element);
  }, [ready, place.element, goTo]);

  const ageS = place.instant === 'now' && state ? state.ageS : 0;
  // The console says what is stale, by its own scan cycles; a silent console makes everything so.
  const old = live.stale || (state?.quality === 'stale' && place.instant === 'now');
  const words = stateWords(state, place.instant, running, old);
  const bounds = scene.bounds;

  return (
    <div className="grid-screen" ref={host}>
      <div className="grid-picture">
        <div className="grid-toolbar" role="toolbar" aria-label="Picture">
          <FindElement
            topology={topology}
            onFound={id => {
              shown.current = id;
              go({ element: id });
              goTo(id);
            }}
          />
          <fieldset className="tool-group">
            <legend>View</legend>
            <Button label="Zoom out" onPress={() => canvas.current?.zoom(-0.5)}>
              −
            </Button>
            <Button label="Zoom in" onPress={() => canvas.current?.zoom(0.5)}>
              +
            </Button>
            <Button onPress={() => canvas.current?.fit()}>Fit</Button>
            <Button label="Look left" onPress={() => canvas.current?.pan(-0.25, 0)}>
              ◂
            </Button>
            <Button label="Look up" onPress={() => canvas.current?.pan(0, -0.25)}>
              ▴
            </Button>
            <Button label="Look down" onPress={() => canvas.current?.pan(0, 0.25)}>
              ▾
            </Button>
            <Button label="Look right" onPress={() => canvas.current?.pan(0.25, 0)}>
              ▸
            </Button>
          </fieldset>
          <fieldset className="tool-group">
            <legend>Contract flows</legend>
            {CONTRACT_MODES.map(entry => (
              <Button
                key={entry.mode}
                title={entry.hint}
                pressed={mode === entry.mode}
                onPress={() => setMode(entry.mode)}
              >
                {entry.word}
              </Button>
            ))}
          </fieldset>
          <Button pressed={legend} onPress={() => setLegend(!legend)}>
            Legend
          </Button>
        </div>
        <div className="grid-words" data-tense={words.tense} role="status">
          <strong>{words.title}</strong>
          <span>{words.note}</span>
          {mode !== 'off' && (
            <ContractNote chosen={chosen} notDrawn={arcs.notDrawn} failure={contracts.failure?.message} />
          )}
          {scene.busesWithoutPlace > 0 && (
            <span>{scene.busesWithoutPlace} buses have no place on the map and are not drawn.</span>
          )}
          {place.trade !== null && (
            <TradeNote
              trade={place.trade}
              parts={changed?.length}
              failure={trade.failure?.message ?? missingOf(trade.value?.footprint)}
            />
          )}
        </div>
        {bounds && (
          <GridCanvas
            id={`${projection} ${topology.network}`}
            label={props.label}
            scene={scene}
            bounds={bounds}
            layers={layers}
            background="var(--ground)"
            handle={canvas}
            onSettled={onSettled}
            onPress={(x, y, reach) => {
              const id = pick(scene, detail, x, y, reach);
              shown.current = id;
              go({ element: id });
            }}
            onClear={() => go({ element: null, trade: null })}
          >
            {camera && props.overlay?.(camera.view.zoom)}
            {old && (
              <StaleHatch
                ageS={live.stale && live.atMs !== undefined ? (Date.now() - live.atMs) / 1000 : ageS}
                why={live.failure?.message ?? 'The values below are the last ones known.'}
              />
            )}
          </GridCanvas>
        )}
        {legend && <Legend />}
      </div>
      {place.element !== null && (
        <ElementPanel
          topology={topology}
          state={state}
          selected={place.element}
          instant={place.instant}
          revision={Math.floor((live.atMs ?? 0) / PANEL_REFRESH_MS)}
          trade={place.trade}
        />
      )}
    </div>
  );
}

function ContractNote(props: {
  chosen: ReturnType<typeof chosenFlows>;
  notDrawn: number;
  failure: string | undefined;
}) {
  const { chosen, notDrawn, failure } = props;
  if (failure !== undefined) return <span>Contract flows could not be read: {failure}</span>;
  if (chosen.nothing !== null) return <span>{chosen.nothing}</span>;
  return (
    <span>
      {chosen.flows.length} contract flows, dashed: agreed, not where the power goes.
      {chosen.left > 0 && ` ${chosen.left} smaller ones left out.`}
      {notDrawn > 0 && ` ${notDrawn} begin and end at one place.`}
    </span>
  );
}

function TradeNote(props: { trade: string; parts: number | undefined; failure: string | undefined }) {
  if (props.failure !== undefined)
    return (
      <span>
        Trade {shortId(props.trade)}: {props.failure}
      </span>
    );
  if (props.parts === undefined) return <span>Reading the footprint of trade {shortId(props.trade)}…</span>;
  return (
    <span>
      Trade {shortId(props.trade)}:{' '}
      {props.parts === 0 ? 'no branch is changed noticeably.' : `changes ${props.parts} branches, in blue.`}
    </span>
  );
}

function missingOf(footprint: TradeFootprint | undefined): string | undefined {
  return footprint?.solved === false ? `no footprint. ${footprint.missing}` : undefined;
}

/** Ids on chain are 64 digits long; the first eight tell two trades of a day apart. */
function shortId(id: string): string {
  return id.length > 14 ? `${id.slice(0, 10)}…` : id;
}
