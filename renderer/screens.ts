/** Every screen of the console: its name, its sign, its key, and where it is loaded from when first opened. */
import { type ComponentType, type LazyExoticComponent, lazy } from 'react';

export interface ScreenEntry {
  /** As in the address: `#/id`. */
  readonly id: string;
  readonly title: string;
  /** One line for the palette and the help. */
  readonly purpose: string;
  /** Path of a 20×20 stroke icon; always beside its word. */
  readonly icon: string;
  /** Pressed after `g`. */
  readonly key: string;
  readonly component: LazyExoticComponent<ComponentType>;
}

export const SCREENS: readonly ScreenEntry[] = [
  {
    id: 'overview',
    title: 'Overview',
    purpose: 'State of every segment, and the day',
    icon: 'M3 4h14M3 8h14M3 12h9M3 16h6M15 12v4M13 14h4',
    key: 'o',
    component: lazy(() => import('./overview/OverviewScreen.tsx')),
  },
  {
    id: 'diagram',
    title: 'Diagram',
    purpose: 'Single-line diagram with flows and contracts',
    icon: 'M3 4h14M6 4v5M14 4v5M4.5 9h3v3h-3zM12.5 9h3v3h-3zM6 12v5M14 12v5',
    key: 'd',
    component: lazy(() => import('./diagram/DiagramScreen.tsx')),
  },
  {
    id: 'map',
    title: 'Map',
    purpose: 'The network on the ground',
    icon: 'M3 5l5-2 4 2 5-2v12l-5 2-4-2-5 2zM8 3v12M12 5v12',
    key: 'm',
    component: lazy(() => import('./map/MapScreen.tsx')),
  },
  {
    id: 'trades',
    title: 'Trades',
    purpose: 'Every trade with its verdict and evidence',
    icon: 'M3 7h12l-3-3M17 13H5l3 3',
    key: 't',
    component: lazy(() => import('./trades/TradesScreen.tsx')),
  },
  {
    id: 'flexibility',
    title: 'Flexibility',
    purpose: 'Buy relief for a limit at risk',
    icon: 'M3 16c4 0 4-10 7-10s3 6 7 6M10 3v2M10 15v2',
    key: 'f',
    component: lazy(() => import('./flexibility/FlexibilityScreen.tsx')),
  },
  {
    id: 'curtailment',
    title: 'Curtailment',
    purpose: 'Last resort, in the legal order',
    icon: 'M3 15V8h3v7zM8.5 15V5h3v10zM14 15v-4h3v4zM2 3l16 14',
    key: 'c',
    component: lazy(() => import('./curtailment/CurtailmentScreen.tsx')),
  },
  {
    id: 'balancing',
    title: 'Balancing',
    purpose: 'Imbalance of the area and the merit order',
    icon: 'M10 3v14M4 17h12M3 6h14M3 6l-1 5h4zM17 6l-1 5h4z',
    key: 'b',
    component: lazy(() => import('./balancing/BalancingScreen.tsx')),
  },
  {
    id: 'studies',
    title: 'Studies',
    purpose: 'What if, without any effect on the live grid',
    icon: 'M8 3v5l-5 8h14l-5-8V3M6 3h8M6 12h8',
    key: 's',
    component: lazy(() => import('./studies/StudiesScreen.tsx')),
  },
  {
    id: 'fees',
    title: 'Fees',
    purpose: 'Grid fees by trade, equal to the chain',
    icon: 'M15 5a5 5 0 1 0 0 10M3 9h8M3 12h8',
    key: 'e',
    component: lazy(() => import('./fees/FeesScreen.tsx')),
  },
  {
    id: 'chain',
    title: 'Chain',
    purpose: 'Blocks, validators and endpoints as verified here',
    icon: 'M2 7h6v6H2zM12 7h6v6h-6zM8 10h4',
    key: 'h',
    component: lazy(() => import('./chain/ChainScreen.tsx')),
  },
  {
    id: 'alarms',
    title: 'Alarms',
    purpose: 'What needs a response, by root cause',
    icon: 'M10 3l8 14H2zM10 8v4M10 14v1',
    key: 'a',
    component: lazy(() => import('./alarms/AlarmsScreen.tsx')),
  },
  {
    id: 'audit',
    title: 'Audit',
    purpose: 'Who did what, sealed entry by entry',
    icon: 'M5 2h8l3 3v13H5zM8 8h5M8 11h5M8 14h3',
    key: 'u',
    component: lazy(() => import('./audit/AuditScreen.tsx')),
  },
];
