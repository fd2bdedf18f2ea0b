// Written by contracts/generate-bindings.ts from the compiled contracts: do not edit.

import { Interface } from 'ethers';
import { registryAbi, registryBytecode } from './Registry.ts';
import { marketRulesAbi, marketRulesBytecode } from './MarketRules.ts';
import { energyMarketAbi, energyMarketBytecode } from './EnergyMarket.ts';
import { gridSupervisionAbi, gridSupervisionBytecode } from './GridSupervision.ts';
import { flexibilityUnitsAbi, flexibilityUnitsBytecode } from './FlexibilityUnits.ts';
import { flexibilityAbi, flexibilityBytecode } from './Flexibility.ts';
import { curtailmentAbi, curtailmentBytecode } from './Curtailment.ts';
import { meteringAbi, meteringBytecode } from './Metering.ts';
import { ledgerAbi, ledgerBytecode } from './Ledger.ts';
import { settlementAbi, settlementBytecode } from './Settlement.ts';

export { registryAbi, registryBytecode };
export { marketRulesAbi, marketRulesBytecode };
export { energyMarketAbi, energyMarketBytecode };
export { gridSupervisionAbi, gridSupervisionBytecode };
export { flexibilityUnitsAbi, flexibilityUnitsBytecode };
export { flexibilityAbi, flexibilityBytecode };
export { curtailmentAbi, curtailmentBytecode };
export { meteringAbi, meteringBytecode };
export { ledgerAbi, ledgerBytecode };
export { settlementAbi, settlementBytecode };

/** Digest of the sources these bindings were made from. */
export const SOURCE_DIGEST = 'eb8daa5397768c2d5770ed4239740f507cc740201e6c1667610ccdf49374d636';

/** In the order of deployment. */
export const contractNames = [
  'Registry',
  'MarketRules',
  'EnergyMarket',
  'GridSupervision',
  'FlexibilityUnits',
  'Flexibility',
  'Curtailment',
  'Metering',
  'Ledger',
  'Settlement',
] as const;
export type ContractName = (typeof contractNames)[number];

/** Encodes calls and decodes events, results and errors of one contract. */
export const interfaces: { readonly [N in ContractName]: Interface } = {
  Registry: new Interface(registryAbi),
  MarketRules: new Interface(marketRulesAbi),
  EnergyMarket: new Interface(energyMarketAbi),
  GridSupervision: new Interface(gridSupervisionAbi),
  FlexibilityUnits: new Interface(flexibilityUnitsAbi),
  Flexibility: new Interface(flexibilityAbi),
  Curtailment: new Interface(curtailmentAbi),
  Metering: new Interface(meteringAbi),
  Ledger: new Interface(ledgerAbi),
  Settlement: new Interface(settlementAbi),
};

export const bytecodes: { readonly [N in ContractName]: string } = {
  Registry: registryBytecode,
  MarketRules: marketRulesBytecode,
  EnergyMarket: energyMarketBytecode,
  GridSupervision: gridSupervisionBytecode,
  FlexibilityUnits: flexibilityUnitsBytecode,
  Flexibility: flexibilityBytecode,
  Curtailment: curtailmentBytecode,
  Metering: meteringBytecode,
  Ledger: ledgerBytecode,
  Settlement: settlementBytecode,
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
  "name": "TooManyOrders",
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
  "name": "ReadingDuplicated",
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
 }
]);
