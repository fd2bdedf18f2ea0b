/** What `relief` prints for a person: the answer of --json in lines, long lists cut and said to be. */
import type { ReliefAnswer } from './relief-answer.ts';

export function reliefSummary(file: string, answer: ReliefAnswer): string {
  const { violations, relief } = answer;
  const head = `${file}: ${violations.length === 0 ? 'all given limits hold' : `${counted(violations.length, 'limit')} violated`}${answer.fees ? ' with the trades' : ''}`;
  return [
    head,
    ...shown(
      violations,
      v => `${place(v)} ${v.limit}: ${reading(v, v.value)}, limit ${reading(v, v.limitValue)}`,
    ),
    ...setLines(answer),
    ...shown(relief.leftOut, ({ offer, why }) => `offer ${offer} left out: ${why}`),
    ...curtailmentLines(answer),
    ...priceLines(answer),
    ...feeLines(answer),
  ].join('\n');
}

function setLines({ relief, hours, roomPercent }: ReliefAnswer): string[] {
  if (relief.limits.length === 0) return [];
  const head =
    relief.offers.length === 0
      ? 'no set of offers helps'
      : `offers ${relief.outcome === 'restored' ? 'restore all limits' : 'do not suffice'}: ${relief.costEur.toFixed(6)} EUR for ${hours} h, ${roomPercent} % of room kept`;
  const doubt = [
    relief.optimal || relief.offers.length === 0 ? '' : '. A cheaper set may exist: time was up',
    relief.agreed ? '' : `. ${relief.message}`,
  ].join('');
  return [
    head + doubt,
    ...shown(
      relief.offers,
      offer =>
        `${offer.id} at bus ${offer.bus}${at(offer)}, ${offer.direction}: ${offer.kw.toFixed(3)} kW (${offer.priceSteps.map(step => `${step.kw.toFixed(3)} kW at ${step.eurPerKwh}`).join(', ')} EUR/kWh), receives ${euro(offer.receivesMicroEur)} EUR`,
    ),
    ...outcomeLines(relief),
  ];
}

type Outcome = Pick<ReliefAnswer['relief'], 'limits' | 'remaining'>;

function outcomeLines({ limits, remaining }: Outcome): string[] {
  return [
    ...shown(
      [...limits].sort((a, b) => Number(isKept(a)) - Number(isKept(b))),
      move =>
        `${place(move)} ${move.limit}: ${reading(move, move.before)} -> ${reading(move, move.after)}, limit ${reading(move, move.limitValue)}`,
    ),
    ...shown(
      remaining,
      left => `remains ${place(left)} ${left.limit} ${reading(left, left.value)}: ${reason(left)}`,
    ),
  ];
}

function reason({ why }: Outcome['remaining'][number]): string {
  switch (why.code) {
    case 'nothing-relieves':
      return 'nothing that was offered relieves it';
    case 'used-up':
      return 'all that relieves it is used up';
    case 'held-back':
      return `more would violate ${few(why.by.map(limit => `${place(limit)} ${limit.limit}`))}`;
    case 'indivisible':
      return 'what is left comes in pieces too large';
    case 'not-agreed':
      return why.message;
  }
}

function curtailmentLines({ curtailment }: ReliefAnswer): string[] {
  if (!curtailment) return [];
  return [
    `curtailment in the legal order, on top of the offers: ${curtailment.outcome === 'restored' ? 'restores all limits' : 'does not suffice'}${curtailment.agreed ? '' : `. ${curtailment.message}`}`,
    ...curtailment.ranks.flatMap(({ rank, kw, kwMax, left }) => [
      `  ${rank}: ${kwMax > 0 ? `${kw.toFixed(3)} of ${kwMax} kW` : 'nothing to curtail'}`,
      ...shown(
        left,
        plant =>
          `  ${plant.id} keeps ${plant.kw.toFixed(3)} kW: ${plant.why}${plant.by.length > 0 ? ` by ${few(plant.by.map(place))}` : ''}`,
      ),
    ]),
    ...shown(curtailment.plants, ({ id, rank, kw }) => `${id} (${rank}): ${kw.toFixed(3)} kW`),
    ...outcomeLines(curtailment),
  ];
}

/** The dearest buses: those from where a kilowatt less helps most. */
function priceLines({ prices, relief, tariff }: ReliefAnswer): string[] {
  if (prices.buses.length === 0) return ['prices: none, the state with relief has no slopes'];
  const total = (bus: ReliefAnswer['prices']['buses'][number]) =>
    bus.lossesMicroEurPerKwh + (bus.congestionMicroEurPerKwh ?? 0) + (bus.voltageMicroEurPerKwh ?? 0);
  const dearest = [...prices.buses].sort((a, b) => total(b) - total(a));
  const word = (part: number | null) =>
    part === null ? 'unknown' : part.toFixed(1).replace(/^-0\.0$/, '0.0');
  return [
    `prices per kWh withdrawn, micro-euro, relative to the slack: losses, congestion, voltage; fixed ${tariff.fixedMicroEurPerKwh} per kWh traded (${tariff.name}, ${tariff.validFrom})`,
    ...(relief.outcome === 'restored'
      ? []
      : ['  a violation remains: congestion and voltage have no price that the market made']),
    ...shown(
      prices.limits,
      price =>
        `${place(price)} ${price.limit}: ${price.eurPerUnitHour.toFixed(6)} EUR/h per ${price.limit.startsWith('voltage') ? 'p.u.' : '%'}`,
    ),
    ...shown(
      dearest,
      bus =>
        `bus ${bus.bus}${at(bus)}: ${word(bus.lossesMicroEurPerKwh)}, ${word(bus.congestionMicroEurPerKwh)}, ${word(bus.voltageMicroEurPerKwh)}`,
    ),
  ];
}

function feeLines({ fees }: ReliefAnswer): string[] {
  if (!fees) return [];
  type Parts = (typeof fees.trades)[number]['directed'];
  const parts = (fee: Parts) =>
    fee
      ? `${fee.totalMicroEur} (losses ${fee.lossesMicroEur}, congestion ${fee.congestionMicroEur}, voltage ${fee.voltageMicroEur}, fixed ${fee.fixedMicroEur})`
      : 'unknown';
  const { check } = fees;
  return [
    'fees, micro-euro, by the prices of the buses | with the share of what the relief costs',
    ...shown(
      fees.trades,
      trade => `${trade.id}${at(trade)}: ${parts(trade.directed)} | ${parts(trade.withSharedRelief)}`,
    ),
    ...(check
      ? [
          `  shared by ${fees.sharingRule}.`,
          `  check: trades ${check.tradesMicroEur} + beyond the cap ${check.uncoveredMicroEur} + the operator's own ${check.operatorMicroEur} = ${check.sellersMicroEur} micro-euro, what the sellers of flexibility receive`,
          `  rounding: ${fees.roundingRule}`,
        ]
      : [`  not shared: ${fees.message}`]),
  ];
}

function shown<T>(list: readonly T[], line: (item: T) => string): string[] {
  const lines = list.slice(0, LINES_SHOWN).map(item => `  ${line(item)}`);
  return list.length > LINES_SHOWN
    ? [...lines, `  … and ${list.length - LINES_SHOWN} more (see --json)`]
    : lines;
}

function few(names: readonly string[]): string {
  const rest = names.length > NAMES_SHOWN ? ` and ${names.length - NAMES_SHOWN} more` : '';
  return names.slice(0, NAMES_SHOWN).join(', ') + rest;
}

/** Whether the schedule keeps it. */
function isKept({ limit, before, limitValue }: Outcome['limits'][number]): boolean {
  return limit === 'voltage-low' ? before >= limitValue : before <= limitValue;
}

function place({
  element,
  intervalStart,
}: {
  element: string | number;
  intervalStart: string | undefined;
}): string {
  return `${element}${at({ intervalStart })}`;
}

function at({ intervalStart }: { intervalStart: string | undefined }): string {
  return intervalStart === undefined ? '' : ` at ${intervalStart}`;
}

function reading({ unit }: { unit: 'p.u.' | '%' }, value: number): string {
  return `${value.toFixed(unit === '%' ? 1 : 4)} ${unit}`;
}

function euro(microEur: string): string {
  return (Number(microEur) / 1e6).toFixed(6);
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

const LINES_SHOWN = 20;
const NAMES_SHOWN = 3;
