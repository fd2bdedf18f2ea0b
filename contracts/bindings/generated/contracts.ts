// Written by contracts/generate-bindings.ts from the compiled contracts: do not edit.

import { Interface } from 'ethers';
import { registryAbi, registryBytecode } from './Registry.ts';
import { marketRulesAbi, marketRulesBytecode } from './MarketRules.ts';
import { energyMarketAbi, energyMarketBytecode } from './EnergyMarket.ts';
import { gridSupervisionAbi, gridSupervisionBytecode } from './GridSupervision.ts';
import { flexibilityAbi, flexibilityBytecode } from './Flexibility.ts';
import { curtailmentAbi, curtailmentBytecode } from './Curtailment.ts';
import { meteringAbi, meteringBytecode } from './Metering.ts';
import { ledgerAbi, ledgerBytecode } from './Ledger.ts';
import { settlementAbi, settlementBytecode } from './Settlement.ts';
import { proofOfEnergyAbi, proofOfEnergyBytecode } from './ProofOfEnergy.ts';
import { validatorsAbi, validatorsBytecode } from './Validators.ts';

export { registryAbi, registryBytecode };
export { marketRulesAbi, marketRulesBytecode };
export { energyMarketAbi, energyMarketBytecode };
export { gridSupervisionAbi, gridSupervisionBytecode };
export { flexibilityAbi, flexibilityBytecode };
export { curtailmentAbi, curtailmentBytecode };
export { meteringAbi, meteringBytecode };
export { ledgerAbi, ledgerBytecode };
export { settlementAbi, settlementBytecode };
export { proofOfEnergyAbi, proofOfEnergyBytecode };
export { validatorsAbi, validatorsBytecode };

/** Digest of the sources these bindings were made from. */
export const SOURCE_DIGEST = '2b55615777247f839d13a8b49d966e44473399bd7b30a0dbe2ce02138cb43da7';

/** In the order of deployment. */
export const contractNames = [
  'Registry',
  'MarketRules',
  'EnergyMarket',
  'GridSupervision',
  'Flexibility',
  'Curtailment',
  'Metering',
  'Ledger',
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
  GridSupervision: new Interface(gridSupervisionAbi),
  Flexibility: new Interface(flexibilityAbi),
  Curtailment: new Interface(curtailmentAbi),
  Metering: new Interface(meteringAbi),
  Ledger: new Interface(ledgerAbi),
  Settlement: new Interface(settlementAbi),
  ProofOfEnergy: new Interface(proofOfEnergyAbi),
  Validators: new Interface(validatorsAbi),
};

export const bytecodes: { readonly [N in ContractName]: string } = {
  Registry: registryBytecode,
  MarketRules: marketRulesBytecode,
  EnergyMarket: energyMarketBytecode,
  GridSupervision: gridSupervisionBytecode,
  Flexibility: flexibilityBytecode,
  Curtailment: curtailmentBytecode,
  Metering: meteringBytecode,
  Ledger: ledgerBytecode,
  Settlement: settlementBytecode,
  ProofOfEnergy: proofOfEnergyBytecode,
  Validators: validatorsBytecode,
};

/** Every error of every contract: a call that reaches several of them may revert with any. */
export const errorsInterface: Interface = new Interface([
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
    "name": "earliest",
    "type": "uint256"
   }
  ],
  "name": "NoticeTooShort",
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
    "internalType": "uint256",
    "name": "index",
    "type": "uint256"
   }
  ],
  "name": "BuyerSignatureInvalid",
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
    "name": "orderId",
    "type": "uint256"
   },
   {
    "internalType": "uint64",
    "name": "limitPriceMicroEurPerKwh",
    "type": "uint64"
   },
   {
    "internalType": "uint64",
    "name": "priceMicroEurPerKwh",
    "type": "uint64"
   }
  ],
  "name": "LimitViolated",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "sellerPoint",
    "type": "bytes32"
   },
   {
    "internalType": "uint64",
    "name": "nonce",
    "type": "uint64"
   }
  ],
  "name": "NonceUsed",
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
  "name": "OrderExhausted",
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
    "internalType": "uint256",
    "name": "index",
    "type": "uint256"
   }
  ],
  "name": "SellerSignatureInvalid",
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
    "name": "tradeId",
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
    "name": "tradeId",
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
    "name": "tradeId",
    "type": "uint256"
   },
   {
    "internalType": "uint8",
    "name": "decision",
    "type": "uint8"
   },
   {
    "internalType": "uint64",
    "name": "energyWh",
    "type": "uint64"
   },
   {
    "internalType": "uint64",
    "name": "askedWh",
    "type": "uint64"
   }
  ],
  "name": "EnergyInvalid",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint256",
    "name": "tradeId",
    "type": "uint256"
   },
   {
    "internalType": "int64",
    "name": "feeMicroEur",
    "type": "int64"
   },
   {
    "internalType": "uint256",
    "name": "capMicroEur",
    "type": "uint256"
   }
  ],
  "name": "FeeOutsideCap",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint256",
    "name": "tradeId",
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
  "inputs": [],
  "name": "ReasonMissing",
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
  "name": "TooManyOrders",
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
    "internalType": "uint256",
    "name": "tradeId",
    "type": "uint256"
   }
  ],
  "name": "TradeAlreadySettled",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint256",
    "name": "tradeId",
    "type": "uint256"
   },
   {
    "internalType": "uint8",
    "name": "decision",
    "type": "uint8"
   }
  ],
  "name": "TradeNotSettleable",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint256",
    "name": "tradeId",
    "type": "uint256"
   },
   {
    "internalType": "uint64",
    "name": "interval",
    "type": "uint64"
   }
  ],
  "name": "TradeOfOtherInterval",
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
    "name": "settled",
    "type": "uint256"
   },
   {
    "internalType": "uint256",
    "name": "settleable",
    "type": "uint256"
   }
  ],
  "name": "TradesOpen",
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
