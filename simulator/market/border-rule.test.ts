import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DECISION } from '../../contracts/bindings/index.ts';
import { BORDER_FEE_MICRO_EUR_PER_KWH, BORDER_WH_MAX, borderVerdict } from './border-rule.ts';

test('whatever comes, no more than the border takes passes, all of it while there is room, each for the same fee', () => {
  fc.assert(
    fc.property(fc.array(fc.bigInt({ min: 1n, max: 2n * BORDER_WH_MAX }), { maxLength: 20 }), asked => {
      let takenWh = 0n;
      for (const [index, askedWh] of asked.entries()) {
        const { decision, energyWh, feeMicroEur } = borderVerdict(index, askedWh, takenWh);
        const roomWh = BORDER_WH_MAX - takenWh;
        expect(energyWh).toBe(askedWh < roomWh ? askedWh : roomWh);
        expect(decision).toBe(
          energyWh === askedWh ? DECISION.ACCEPTED : energyWh > 0n ? DECISION.REDUCED : DECISION.REJECTED,
        );
        expect(feeMicroEur).toBe((energyWh * BORDER_FEE_MICRO_EUR_PER_KWH) / 1000n);
        takenWh += energyWh;
      }
      expect(takenWh <= BORDER_WH_MAX).toBe(true);
    }),
  );
});
