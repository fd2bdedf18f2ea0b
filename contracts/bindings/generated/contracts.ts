// Written by contracts/generate-bindings.ts from the compiled contracts: do not edit.

import { Interface } from 'ethers';
import { registryAbi, registryBytecode } from './Registry.ts';
import { marketRulesAbi, marketRulesBytecode } from './MarketRules.ts';
import { energyMarketAbi, energyMarketBytecode } from './EnergyMarket.ts';
import { poolMarketAbi, poolMarketBytecode } from './PoolMarket.ts';
import { gridSupervisionAbi, gridSupervisionBytecode } from './GridSupervision.ts';
import { flexibilityUnitsAbi, flexibilityUnitsBytecode } from './FlexibilityUnits.ts';
import { flexibilityAbi, flexibilityBytecode } from './Flexibility.ts';
import { curtailmentAbi, curtailmentBytecode } from './Curtailment.ts';
import { meteringAbi, meteringBytecode } from './Metering.ts';
import { ledgerAbi, ledgerBytecode } from './Ledger.ts';
import { netSettlementAbi, netSettlementBytecode } from './NetSettlement.ts';
import { daylightAbi, daylightBytecode } from './Daylight.ts';
import { settlementAbi, settlementBytecode } from './Settlement.ts';
import { proofOfEnergyAbi, proofOfEnergyBytecode } from './ProofOfEnergy.ts';
import { validatorsAbi, validatorsBytecode } from './Validators.ts';

export { registryAbi, registryBytecode };
export { marketRulesAbi, marketRulesBytecode };
export { energyMarketAbi, energyMarketBytecode };
export { poolMarketAbi, poolMarketBytecode };
export { gridSupervisionAbi, gridSupervisionBytecode };
export { flexibilityUnitsAbi, flexibilityUnitsBytecode };
export { flexibilityAbi, flexibilityBytecode };
export { curtailmentAbi, curtailmentBytecode };
export { meteringAbi, meteringBytecode };
export { ledgerAbi, ledgerBytecode };
export { netSettlementAbi, netSettlementBytecode };
export { daylightAbi, daylightBytecode };
export { settlementAbi, settlementBytecode };
export { proofOfEnergyAbi, proofOfEnergyBytecode };
export { validatorsAbi, validatorsBytecode };

/** Digest of the sources these bindings were made from. */
export const SOURCE_DIGEST = '6f71905765c5c3aeb42c2896cb9bdb4e251a7160cd07e7760cb9756edd59df06';

/** In the order of deployment. */
export const contractNames = [
  'Registry',
  'MarketRules',
  'EnergyMarket',
  'PoolMarket',
  'GridSupervision',
  'FlexibilityUnits',
  'Flexibility',
  'Curtailment',
  'Metering',
  'Ledger',
  'NetSettlement',
  'Daylight',
  'Settlement',
  'ProofOfEnergy',
  'Validators',
] as const;
export type ContractName = (typeof contractNames)[number];

/** Encodes calls and decodes events, results and errors of one contract. */
export const interfaces: { readonly [N in ContractName]: Interface } = {
  Registry: new Interface(registryAbi),
  MarketRules: new Interface(marketRulesAbi),
  EnergyMarket: new Interface(energyMarketAbi),
  PoolMarket: new Interface(poolMarketAbi),
  GridSupervision: new Interface(gridSupervisionAbi),
  FlexibilityUnits: new Interface(flexibilityUnitsAbi),
  Flexibility: new Interface(flexibilityAbi),
  Curtailment: new Interface(curtailmentAbi),
  Metering: new Interface(meteringAbi),
  Ledger: new Interface(ledgerAbi),
  NetSettlement: new Interface(netSettlementAbi),
  Daylight: new Interface(daylightAbi),
  Settlement: new Interface(settlementAbi),
  ProofOfEnergy: new Interface(proofOfEnergyAbi),
  Validators: new Interface(validatorsAbi),
};

export const bytecodes: { readonly [N in ContractName]: string } = {
  Registry: registryBytecode,
  MarketRules: marketRulesBytecode,
  EnergyMarket: energyMarketBytecode,
  PoolMarket: poolMarketBytecode,
  GridSupervision: gridSupervisionBytecode,
  FlexibilityUnits: flexibilityUnitsBytecode,
  Flexibility: flexibilityBytecode,
  Curtailment: curtailmentBytecode,
  Metering: meteringBytecode,
  Ledger: ledgerBytecode,
  NetSettlement: netSettlementBytecode,
  Daylight: daylightBytecode,
  Settlement: settlementBytecode,
  ProofOfEnergy: proofOfEnergyBytecode,
  Validators: validatorsBytecode,
};

/** Every error of every contract: a call that reaches several of them may revert with any. */
export const errorsInterface: Interface = new Interface([
 {
  "inputs": [],
  "name": "AdministratorNeeded",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "address",
    "name": "account",
    "type": "address"
   }
  ],
  "name": "AlreadyRegistered",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint16",
    "name": "area",
    "type": "uint16"
   }
  ],
  "name": "AreaUnknown",
  "type": "error"
 },
 {
  "inputs": [],
  "name": "LengthsDiffer",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "address",
    "name": "account",
    "type": "address"
   }
  ],
  "name": "NotAllowed",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "address",
    "name": "account",
    "type": "address"
   }
  ],
  "name": "NotRegistered",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "address",
    "name": "owner",
    "type": "address"
   }
  ],
  "name": "OwnableInvalidOwner",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "address",
    "name": "account",
    "type": "address"
   }
  ],
  "name": "OwnableUnauthorizedAccount",
  "type": "error"
 },
 {
  "inputs": [],
  "name": "Paused",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "point",
    "type": "bytes32"
   },
   {
    "internalType": "address",
    "name": "owner",
    "type": "address"
   }
  ],
  "name": "PointAlreadyOwned",
  "type": "error"
 },
 {
  "inputs": [],
  "name": "PointEmpty",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "point",
    "type": "bytes32"
   }
  ],
  "name": "PointNotConnected",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint16",
    "name": "roles",
    "type": "uint16"
   }
  ],
  "name": "RolesInvalid",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "address",
    "name": "account",
    "type": "address"
   }
  ],
  "name": "Suspended",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint64",
    "name": "feedInMicroEurPerKwh",
    "type": "uint64"
   },
   {
    "internalType": "uint64",
    "name": "retailMicroEurPerKwh",
    "type": "uint64"
   }
  ],
  "name": "CorridorInvalid",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint64",
    "name": "validFrom",
    "type": "uint64"
   },
   {
    "internalType": "uint256",
    "name": "latest",
    "type": "uint256"
   }
  ],
  "name": "NoticeTooLong",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint64",
    "name": "validFrom",
    "type": "uint64"
   },
   {
    "internalType": "uint256",
    "name": "earliest",
    "type": "uint256"
   }
  ],
  "name": "NoticeTooShort",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint64",
    "name": "retailMicroEurPerKwh",
    "type": "uint64"
   },
   {
    "internalType": "uint64",
    "name": "maxMicroEurPerKwh",
    "type": "uint64"
   }
  ],
  "name": "RetailPriceTooLarge",
  "type": "error"
 },
 {
  "inputs": [],
  "name": "RulesInvalid",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint64",
    "name": "priceMicroEurPerKwh",
    "type": "uint64"
   },
   {
    "internalType": "uint64",
    "name": "maxPriceMicroEurPerKwh",
    "type": "uint64"
   }
  ],
  "name": "AboveBid",
  "type": "error"
 },
 {
  "inputs": [],
  "name": "BatchEmpty",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint256",
    "name": "trades",
    "type": "uint256"
   }
  ],
  "name": "BatchTooLarge",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint256",
    "name": "batchId",
    "type": "uint256"
   }
  ],
  "name": "BatchUnknown",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint256",
    "name": "bidId",
    "type": "uint256"
   }
  ],
  "name": "BidAlreadyClosed",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint256",
    "name": "bidId",
    "type": "uint256"
   },
   {
    "internalType": "uint64",
    "name": "dearestMicroEurPerKwh",
    "type": "uint64"
   }
  ],
  "name": "BidFull",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint256",
    "name": "bidId",
    "type": "uint256"
   },
   {
    "internalType": "address",
    "name": "account",
    "type": "address"
   }
  ],
  "name": "BidNotYours",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint256",
    "name": "bidId",
    "type": "uint256"
   }
  ],
  "name": "BidUnknown",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint64",
    "name": "energyWh",
    "type": "uint64"
   }
  ],
  "name": "EnergyTooLarge",
  "type": "error"
 },
 {
  "inputs": [],
  "name": "EnergyZero",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint64",
    "name": "interval",
    "type": "uint64"
   }
  ],
  "name": "GateClosed",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint64",
    "name": "interval",
    "type": "uint64"
   }
  ],
  "name": "IntervalInvalid",
  "type": "error"
 },
 {
  "inputs": [],
  "name": "InvalidShortString",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint8",
    "name": "kind",
    "type": "uint8"
   }
  ],
  "name": "KindInvalid",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint256",
    "name": "index",
    "type": "uint256"
   }
  ],
  "name": "LeavesUnsorted",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "point",
    "type": "bytes32"
   },
   {
    "internalType": "address",
    "name": "account",
    "type": "address"
   }
  ],
  "name": "NotOwnPoint",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "address",
    "name": "account",
    "type": "address"
   }
  ],
  "name": "NotParticipant",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "address",
    "name": "account",
    "type": "address"
   }
  ],
  "name": "NotPool",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint64",
    "name": "energyWh",
    "type": "uint64"
   },
   {
    "internalType": "uint64",
    "name": "minWh",
    "type": "uint64"
   }
  ],
  "name": "OfferTooSmall",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint64",
    "name": "priceMicroEurPerKwh",
    "type": "uint64"
   },
   {
    "internalType": "uint64",
    "name": "floorMicroEurPerKwh",
    "type": "uint64"
   },
   {
    "internalType": "uint64",
    "name": "capMicroEurPerKwh",
    "type": "uint64"
   }
  ],
  "name": "PriceOutsideCorridor",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint64",
    "name": "priceMicroEurPerKwh",
    "type": "uint64"
   }
  ],
  "name": "PriceTooLarge",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "address",
    "name": "account",
    "type": "address"
   },
   {
    "internalType": "uint16",
    "name": "anyOf",
    "type": "uint16"
   }
  ],
  "name": "RoleMissing",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "point",
    "type": "bytes32"
   }
  ],
  "name": "SamePoint",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint64",
    "name": "sequence",
    "type": "uint64"
   },
   {
    "internalType": "uint64",
    "name": "expected",
    "type": "uint64"
   }
  ],
  "name": "SequenceInvalid",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "string",
    "name": "str",
    "type": "string"
   }
  ],
  "name": "StringTooLong",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint256",
    "name": "bidId",
    "type": "uint256"
   },
   {
    "internalType": "address",
    "name": "seller",
    "type": "address"
   }
  ],
  "name": "TooManyOffers",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint64",
    "name": "priceMicroEurPerKwh",
    "type": "uint64"
   },
   {
    "internalType": "uint128",
    "name": "energyWh",
    "type": "uint128"
   }
  ],
  "name": "ClaimWrong",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint32",
    "name": "sellsListed",
    "type": "uint32"
   },
   {
    "internalType": "uint32",
    "name": "sells",
    "type": "uint32"
   },
   {
    "internalType": "uint32",
    "name": "buysListed",
    "type": "uint32"
   },
   {
    "internalType": "uint32",
    "name": "buys",
    "type": "uint32"
   }
  ],
  "name": "ClearingIncomplete",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint64",
    "name": "interval",
    "type": "uint64"
   },
   {
    "internalType": "address",
    "name": "account",
    "type": "address"
   }
  ],
  "name": "ClearingNotBegun",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "point",
    "type": "bytes32"
   },
   {
    "internalType": "address",
    "name": "account",
    "type": "address"
   }
  ],
  "name": "NotPointOwner",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint256",
    "name": "orderId",
    "type": "uint256"
   }
  ],
  "name": "OrderAlreadyCancelled",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint64",
    "name": "expiresAt",
    "type": "uint64"
   }
  ],
  "name": "OrderExpired",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint256",
    "name": "orderId",
    "type": "uint256"
   }
  ],
  "name": "OrderMismatch",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint32",
    "name": "number",
    "type": "uint32"
   }
  ],
  "name": "OrderMisplaced",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "point",
    "type": "bytes32"
   },
   {
    "internalType": "uint64",
    "name": "nonce",
    "type": "uint64"
   }
  ],
  "name": "OrderNonceUsed",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint256",
    "name": "index",
    "type": "uint256"
   }
  ],
  "name": "OrderSignatureInvalid",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint64",
    "name": "energyWh",
    "type": "uint64"
   },
   {
    "internalType": "uint64",
    "name": "maxWh",
    "type": "uint64"
   }
  ],
  "name": "OrderTooLarge",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint64",
    "name": "energyWh",
    "type": "uint64"
   },
   {
    "internalType": "uint64",
    "name": "minWh",
    "type": "uint64"
   }
  ],
  "name": "OrderTooSmall",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint256",
    "name": "orderId",
    "type": "uint256"
   }
  ],
  "name": "OrderUnknown",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "point",
    "type": "bytes32"
   },
   {
    "internalType": "uint64",
    "name": "interval",
    "type": "uint64"
   }
  ],
  "name": "OtherSideTaken",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint64",
    "name": "interval",
    "type": "uint64"
   },
   {
    "internalType": "uint32",
    "name": "part",
    "type": "uint32"
   }
  ],
  "name": "PartUnknown",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint64",
    "name": "interval",
    "type": "uint64"
   }
  ],
  "name": "PoolAlreadyCleared",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint64",
    "name": "interval",
    "type": "uint64"
   }
  ],
  "name": "PoolClosed",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint64",
    "name": "interval",
    "type": "uint64"
   }
  ],
  "name": "PoolOpen",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint8",
    "name": "side",
    "type": "uint8"
   }
  ],
  "name": "SideInvalid",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint256",
    "name": "orders",
    "type": "uint256"
   },
   {
    "internalType": "uint256",
    "name": "ordersMax",
    "type": "uint256"
   }
  ],
  "name": "StepTooLong",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "point",
    "type": "bytes32"
   },
   {
    "internalType": "uint64",
    "name": "interval",
    "type": "uint64"
   }
  ],
  "name": "TooManyOrders",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint256",
    "name": "batchId",
    "type": "uint256"
   },
   {
    "internalType": "uint256",
    "name": "index",
    "type": "uint256"
   },
   {
    "internalType": "uint8",
    "name": "decision",
    "type": "uint8"
   }
  ],
  "name": "DecisionInvalid",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint256",
    "name": "batchId",
    "type": "uint256"
   },
   {
    "internalType": "uint256",
    "name": "bytesGiven",
    "type": "uint256"
   }
  ],
  "name": "DecisionsMalformed",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint256",
    "name": "batchId",
    "type": "uint256"
   },
   {
    "internalType": "address",
    "name": "account",
    "type": "address"
   }
  ],
  "name": "NotOperator",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint256",
    "name": "batchId",
    "type": "uint256"
   }
  ],
  "name": "RoundEmpty",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint256",
    "name": "batchId",
    "type": "uint256"
   },
   {
    "internalType": "uint256",
    "name": "index",
    "type": "uint256"
   }
  ],
  "name": "TradeUnknown",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint256",
    "name": "batchId",
    "type": "uint256"
   },
   {
    "internalType": "uint256",
    "name": "index",
    "type": "uint256"
   },
   {
    "internalType": "uint8",
    "name": "decision",
    "type": "uint8"
   }
  ],
  "name": "VerdictFinal",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "address",
    "name": "sender",
    "type": "address"
   },
   {
    "internalType": "uint256",
    "name": "balance",
    "type": "uint256"
   },
   {
    "internalType": "uint256",
    "name": "needed",
    "type": "uint256"
   },
   {
    "internalType": "uint256",
    "name": "tokenId",
    "type": "uint256"
   }
  ],
  "name": "ERC1155InsufficientBalance",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "address",
    "name": "approver",
    "type": "address"
   }
  ],
  "name": "ERC1155InvalidApprover",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint256",
    "name": "idsLength",
    "type": "uint256"
   },
   {
    "internalType": "uint256",
    "name": "valuesLength",
    "type": "uint256"
   }
  ],
  "name": "ERC1155InvalidArrayLength",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "address",
    "name": "operator",
    "type": "address"
   }
  ],
  "name": "ERC1155InvalidOperator",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "address",
    "name": "receiver",
    "type": "address"
   }
  ],
  "name": "ERC1155InvalidReceiver",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "address",
    "name": "sender",
    "type": "address"
   }
  ],
  "name": "ERC1155InvalidSender",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "address",
    "name": "operator",
    "type": "address"
   },
   {
    "internalType": "address",
    "name": "owner",
    "type": "address"
   }
  ],
  "name": "ERC1155MissingApprovalForAll",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "address",
    "name": "account",
    "type": "address"
   }
  ],
  "name": "NotFlexibility",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "address",
    "name": "holder",
    "type": "address"
   }
  ],
  "name": "UnitsNotTransferable",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "point",
    "type": "bytes32"
   },
   {
    "internalType": "uint64",
    "name": "interval",
    "type": "uint64"
   },
   {
    "internalType": "int64",
    "name": "statedNetWh",
    "type": "int64"
   }
  ],
  "name": "BaselineDiffers",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint256",
    "name": "partId",
    "type": "uint256"
   },
   {
    "internalType": "uint64",
    "name": "confirmationEnd",
    "type": "uint64"
   }
  ],
  "name": "ConfirmationStillOpen",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint64",
    "name": "interval",
    "type": "uint64"
   },
   {
    "internalType": "uint64",
    "name": "confirmationEnd",
    "type": "uint64"
   }
  ],
  "name": "ConfirmationTooLate",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "beneficiaryPoint",
    "type": "bytes32"
   },
   {
    "internalType": "uint256",
    "name": "coverWh",
    "type": "uint256"
   },
   {
    "internalType": "uint64",
    "name": "maxWh",
    "type": "uint64"
   }
  ],
  "name": "CoverAboveMax",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "point",
    "type": "bytes32"
   },
   {
    "internalType": "uint64",
    "name": "interval",
    "type": "uint64"
   }
  ],
  "name": "CoverConflict",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint64",
    "name": "interval",
    "type": "uint64"
   }
  ],
  "name": "DeliveryStarted",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "point",
    "type": "bytes32"
   },
   {
    "internalType": "uint64",
    "name": "interval",
    "type": "uint64"
   }
  ],
  "name": "DirectionConflict",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint8",
    "name": "direction",
    "type": "uint8"
   }
  ],
  "name": "DirectionInvalid",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint64",
    "name": "energyWh",
    "type": "uint64"
   },
   {
    "internalType": "uint64",
    "name": "minWh",
    "type": "uint64"
   }
  ],
  "name": "EnergyBelowMin",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "point",
    "type": "bytes32"
   },
   {
    "internalType": "address",
    "name": "account",
    "type": "address"
   }
  ],
  "name": "NotAreaOperator",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "address",
    "name": "account",
    "type": "address"
   }
  ],
  "name": "NotSettlement",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint256",
    "name": "offerId",
    "type": "uint256"
   },
   {
    "internalType": "uint64",
    "name": "remainingWh",
    "type": "uint64"
   },
   {
    "internalType": "uint64",
    "name": "askedWh",
    "type": "uint64"
   }
  ],
  "name": "OfferExhausted",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint256",
    "name": "offerId",
    "type": "uint256"
   },
   {
    "internalType": "uint64",
    "name": "interval",
    "type": "uint64"
   }
  ],
  "name": "OfferMismatch",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint256",
    "name": "offerId",
    "type": "uint256"
   }
  ],
  "name": "OfferUnknown",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint256",
    "name": "partId",
    "type": "uint256"
   },
   {
    "internalType": "uint8",
    "name": "state",
    "type": "uint8"
   }
  ],
  "name": "PartNotWaiting",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint8",
    "name": "product",
    "type": "uint8"
   }
  ],
  "name": "ProductInvalid",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint256",
    "name": "offerId",
    "type": "uint256"
   },
   {
    "internalType": "uint8",
    "name": "offered",
    "type": "uint8"
   },
   {
    "internalType": "uint8",
    "name": "asked",
    "type": "uint8"
   }
  ],
  "name": "ProductMismatch",
  "type": "error"
 },
 {
  "inputs": [],
  "name": "ReasonMissing",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "point",
    "type": "bytes32"
   },
   {
    "internalType": "uint64",
    "name": "interval",
    "type": "uint64"
   }
  ],
  "name": "TooManyActivations",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "point",
    "type": "bytes32"
   },
   {
    "internalType": "uint64",
    "name": "interval",
    "type": "uint64"
   },
   {
    "internalType": "address",
    "name": "buyer",
    "type": "address"
   }
  ],
  "name": "TooManyOfBuyer",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint64",
    "name": "compensationMicroEur",
    "type": "uint64"
   },
   {
    "internalType": "uint256",
    "name": "maxMicroEur",
    "type": "uint256"
   }
  ],
  "name": "CompensationAboveMax",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint64",
    "name": "interval",
    "type": "uint64"
   }
  ],
  "name": "DeliveryEnded",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint64",
    "name": "energyWh",
    "type": "uint64"
   },
   {
    "internalType": "uint64",
    "name": "maxWh",
    "type": "uint64"
   }
  ],
  "name": "EnergyAboveMax",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint8",
    "name": "legalRank",
    "type": "uint8"
   }
  ],
  "name": "LegalRankInvalid",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint64",
    "name": "interval",
    "type": "uint64"
   },
   {
    "internalType": "uint8",
    "name": "direction",
    "type": "uint8"
   },
   {
    "internalType": "uint256",
    "name": "openWh",
    "type": "uint256"
   }
  ],
  "name": "MarketCanSolve",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint256",
    "name": "length",
    "type": "uint256"
   }
  ],
  "name": "ReasonTooLong",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "point",
    "type": "bytes32"
   },
   {
    "internalType": "uint64",
    "name": "interval",
    "type": "uint64"
   }
  ],
  "name": "AlreadyContested",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "point",
    "type": "bytes32"
   },
   {
    "internalType": "uint64",
    "name": "interval",
    "type": "uint64"
   }
  ],
  "name": "ContestMissing",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "point",
    "type": "bytes32"
   },
   {
    "internalType": "uint64",
    "name": "interval",
    "type": "uint64"
   },
   {
    "internalType": "uint256",
    "name": "answerableUntil",
    "type": "uint256"
   }
  ],
  "name": "ContestOpen",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint64",
    "name": "interval",
    "type": "uint64"
   }
  ],
  "name": "DeliveryRunning",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint64",
    "name": "interval",
    "type": "uint64"
   }
  ],
  "name": "IntervalAlreadyClosed",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "point",
    "type": "bytes32"
   },
   {
    "internalType": "uint64",
    "name": "interval",
    "type": "uint64"
   }
  ],
  "name": "MeterSignatureInvalid",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "point",
    "type": "bytes32"
   }
  ],
  "name": "MeterUnknown",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "point",
    "type": "bytes32"
   },
   {
    "internalType": "uint64",
    "name": "interval",
    "type": "uint64"
   }
  ],
  "name": "ReadingDuplicated",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "point",
    "type": "bytes32"
   },
   {
    "internalType": "uint64",
    "name": "interval",
    "type": "uint64"
   }
  ],
  "name": "ReadingMissing",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "point",
    "type": "bytes32"
   },
   {
    "internalType": "uint64",
    "name": "interval",
    "type": "uint64"
   },
   {
    "internalType": "uint32",
    "name": "revision",
    "type": "uint32"
   }
  ],
  "name": "RevisionNotFirst",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "point",
    "type": "bytes32"
   },
   {
    "internalType": "uint64",
    "name": "interval",
    "type": "uint64"
   },
   {
    "internalType": "uint32",
    "name": "revision",
    "type": "uint32"
   },
   {
    "internalType": "uint32",
    "name": "standingRevision",
    "type": "uint32"
   }
  ],
  "name": "RevisionStale",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "point",
    "type": "bytes32"
   },
   {
    "internalType": "uint64",
    "name": "interval",
    "type": "uint64"
   }
  ],
  "name": "WindowOver",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "point",
    "type": "bytes32"
   },
   {
    "internalType": "uint64",
    "name": "interval",
    "type": "uint64"
   },
   {
    "internalType": "uint256",
    "name": "finalAt",
    "type": "uint256"
   }
  ],
  "name": "WindowRunning",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "int256",
    "name": "amountMicroEur",
    "type": "int256"
   }
  ],
  "name": "AmountTooLarge",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "int256",
    "name": "sumMicroEur",
    "type": "int256"
   }
  ],
  "name": "Unbalanced",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint256",
    "name": "batchId",
    "type": "uint256"
   }
  ],
  "name": "BatchNotDue",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint256",
    "name": "batchId",
    "type": "uint256"
   },
   {
    "internalType": "enum NetSettlement.State",
    "name": "state",
    "type": "uint8"
   }
  ],
  "name": "BatchStateInvalid",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint64",
    "name": "interval",
    "type": "uint64"
   },
   {
    "internalType": "uint256",
    "name": "done",
    "type": "uint256"
   },
   {
    "internalType": "uint256",
    "name": "due",
    "type": "uint256"
   }
  ],
  "name": "BatchesOpen",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint256",
    "name": "batchId",
    "type": "uint256"
   }
  ],
  "name": "NetsDiffer",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "int256",
    "name": "sumMicroEur",
    "type": "int256"
   }
  ],
  "name": "NetsUnbalanced",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint256",
    "name": "batchId",
    "type": "uint256"
   },
   {
    "internalType": "address",
    "name": "account",
    "type": "address"
   }
  ],
  "name": "NotConcerned",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "address",
    "name": "account",
    "type": "address"
   }
  ],
  "name": "NotDaylight",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint256",
    "name": "participantNumber",
    "type": "uint256"
   }
  ],
  "name": "NumberUnknown",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint64",
    "name": "interval",
    "type": "uint64"
   },
   {
    "internalType": "uint256",
    "name": "until",
    "type": "uint256"
   }
  ],
  "name": "ObjectionTimeRunning",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint64",
    "name": "interval",
    "type": "uint64"
   },
   {
    "internalType": "uint256",
    "name": "objections",
    "type": "uint256"
   }
  ],
  "name": "ObjectionsOpen",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint256",
    "name": "pointNumber",
    "type": "uint256"
   }
  ],
  "name": "PointUnknown",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint256",
    "name": "bytesGiven",
    "type": "uint256"
   }
  ],
  "name": "PositionsMalformed",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "int256",
    "name": "sumWh",
    "type": "int256"
   }
  ],
  "name": "PositionsUnbalanced",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint256",
    "name": "group",
    "type": "uint256"
   }
  ],
  "name": "PositionsUnsorted",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint64",
    "name": "interval",
    "type": "uint64"
   },
   {
    "internalType": "uint32",
    "name": "group",
    "type": "uint32"
   }
  ],
  "name": "SheetDiffers",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint256",
    "name": "batchId",
    "type": "uint256"
   },
   {
    "internalType": "uint256",
    "name": "from",
    "type": "uint256"
   }
  ],
  "name": "TooEarly",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint256",
    "name": "batchId",
    "type": "uint256"
   },
   {
    "internalType": "uint256",
    "name": "until",
    "type": "uint256"
   }
  ],
  "name": "TooLate",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint256",
    "name": "batchId",
    "type": "uint256"
   },
   {
    "internalType": "uint256",
    "name": "count",
    "type": "uint256"
   }
  ],
  "name": "TooManyPositions",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint256",
    "name": "batchId",
    "type": "uint256"
   }
  ],
  "name": "NotObjected",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint256",
    "name": "batchId",
    "type": "uint256"
   },
   {
    "internalType": "uint32",
    "name": "pointNumber",
    "type": "uint32"
   },
   {
    "internalType": "uint32",
    "name": "participantNumber",
    "type": "uint32"
   }
  ],
  "name": "NotTheNets",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint256",
    "name": "batchId",
    "type": "uint256"
   }
  ],
  "name": "NotTheTrades",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint256",
    "name": "batchId",
    "type": "uint256"
   },
   {
    "internalType": "uint256",
    "name": "side",
    "type": "uint256"
   }
  ],
  "name": "SideUnknown",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint256",
    "name": "batchId",
    "type": "uint256"
   },
   {
    "internalType": "uint256",
    "name": "count",
    "type": "uint256"
   }
  ],
  "name": "TooManyTrades",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint256",
    "name": "batchId",
    "type": "uint256"
   }
  ],
  "name": "TradesBegun",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint256",
    "name": "batchId",
    "type": "uint256"
   },
   {
    "internalType": "uint256",
    "name": "side",
    "type": "uint256"
   }
  ],
  "name": "VerdictsNotShown",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "point",
    "type": "bytes32"
   },
   {
    "internalType": "uint64",
    "name": "interval",
    "type": "uint64"
   },
   {
    "internalType": "uint256",
    "name": "activations",
    "type": "uint256"
   }
  ],
  "name": "CoverOpen",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint64",
    "name": "interval",
    "type": "uint64"
   },
   {
    "internalType": "uint32",
    "name": "group",
    "type": "uint32"
   }
  ],
  "name": "GroupOpen",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint64",
    "name": "interval",
    "type": "uint64"
   },
   {
    "internalType": "uint256",
    "name": "closableFrom",
    "type": "uint256"
   }
  ],
  "name": "ObjectionsRunning",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "point",
    "type": "bytes32"
   },
   {
    "internalType": "uint64",
    "name": "interval",
    "type": "uint64"
   }
  ],
  "name": "PointAlreadySettled",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "point",
    "type": "bytes32"
   },
   {
    "internalType": "uint32",
    "name": "group",
    "type": "uint32"
   }
  ],
  "name": "PointNotInGroup",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint64",
    "name": "interval",
    "type": "uint64"
   }
  ],
  "name": "PointsOpen",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "address",
    "name": "owner",
    "type": "address"
   },
   {
    "internalType": "uint64",
    "name": "interval",
    "type": "uint64"
   },
   {
    "internalType": "uint256",
    "name": "meritWh",
    "type": "uint256"
   },
   {
    "internalType": "uint256",
    "name": "claimedWh",
    "type": "uint256"
   }
  ],
  "name": "ClaimNotHigher",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint64",
    "name": "interval",
    "type": "uint64"
   }
  ],
  "name": "ClaimTooLate",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint32",
    "name": "epochSeconds",
    "type": "uint32"
   }
  ],
  "name": "EpochInvalid",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint64",
    "name": "interval",
    "type": "uint64"
   }
  ],
  "name": "IntervalNotClosed",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "point",
    "type": "bytes32"
   }
  ],
  "name": "PointsUnordered",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint256",
    "name": "count",
    "type": "uint256"
   }
  ],
  "name": "TooManyPoints",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "address",
    "name": "account",
    "type": "address"
   }
  ],
  "name": "AlreadyStanding",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint256",
    "name": "endsAt",
    "type": "uint256"
   }
  ],
  "name": "EpochRunning",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint256",
    "name": "count",
    "type": "uint256"
   }
  ],
  "name": "FoundersInvalid",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "address",
    "name": "account",
    "type": "address"
   }
  ],
  "name": "NotStanding",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint8",
    "name": "minimum",
    "type": "uint8"
   },
   {
    "internalType": "uint8",
    "name": "seats",
    "type": "uint8"
   }
  ],
  "name": "TermsInvalid",
  "type": "error"
 },
 {
  "inputs": [],
  "name": "TooManyCandidates",
  "type": "error"
 }
]);
