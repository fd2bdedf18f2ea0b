import type { Tariff } from './nodal-fee.ts';

/** Proposed by us for the demonstration, of the size of published local tariffs (1 to 4 ct/kWh within one voltage level). */
export const DEMONSTRATION_TARIFF: Tariff = {
  name: 'Interlock demonstration tariff',
  validFrom: '2026-01-01',
  source: 'own proposal',
  energyMicroEurPerKwh: 120_000,
  fixedMicroEurPerKwh: 12_000,
  pricedFromUsed: 0.8,
  congestionMicroEurPerPercentHour: 40_000,
  voltageMicroEurPerMilliPuHour: 20_000,
  capMicroEurPerKwh: 100_000,
};
