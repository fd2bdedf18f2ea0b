// Written by contracts/generate-bindings.ts from the compiled contracts: do not edit.

export const ROLE = {
  CONSUMER: 1,
  PROSUMER: 2,
  AGGREGATOR: 4,
  VPP: 8,
  COMMUNITY: 16,
  RETAILER: 32,
  DSO: 64,
  TSO: 128,
  METER_OPERATOR: 256,
  SHARING_PROVIDER: 512,
  PRODUCER: 1024,
  LARGE_CUSTOMER: 2048,
} as const;

export const TRADE_KIND = {
  BILATERAL: 0,
  POOL: 1,
  AUCTION: 2,
  COMMUNITY: 3,
  MULTI_BILATERAL: 4,
  SHARING: 5,
} as const;

export const ORDER_SIDE = {
  SELL: 0,
  BUY: 1,
} as const;

export const POOL_PRICING = {
  UNIFORM: 0,
  PAY_AS_BID: 1,
} as const;

export const DECISION = {
  ACCEPTED: 1,
  REDUCED: 2,
  REJECTED: 3,
  HELD: 4,
} as const;

export const DIRECTION = {
  UP: 0,
  DOWN: 1,
} as const;

export const PRODUCT = {
  BALANCING: 0,
  CONGESTION: 1,
  VOLTAGE: 2,
  LOSSES: 3,
  RESERVE: 4,
} as const;

export const PART = {
  WAITING: 1,
  STANDS: 2,
  REFUSED: 3,
  LAPSED: 4,
  RETIRED: 5,
} as const;
