/** The market's contracts for TypeScript: ABIs, bytecode, types, deployment, signing. Nothing here needs a compiler. */
export * from './deploy.ts';
export * from './generated/constants.ts';
export * from './generated/contracts.ts';
export type * from './generated/types.ts';
export * from './nets.ts';
export * from './part-book.ts';
export * from './sealing.ts';
export * from './sheets.ts';
export * from './signing.ts';
