// Written by contracts/generate-bindings.ts from the compiled contracts: do not edit.

export const flexibilityAbi = [
 {
  "inputs": [
   {
    "internalType": "contract Registry",
    "name": "registry_",
    "type": "address"
   },
   {
    "internalType": "contract MarketRules",
    "name": "rules_",
    "type": "address"
   },
   {
    "internalType": "contract FlexibilityUnits",
    "name": "units_",
    "type": "address"
   },
   {
    "internalType": "address",
    "name": "settlement_",
    "type": "address"
   }
  ],
  "stateMutability": "nonpayable",
  "type": "constructor"
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
  "name": "LengthsDiffer",
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
  "inputs": [],
  "name": "Paused",
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
  "anonymous": false,
  "inputs": [
   {
    "indexed": true,
    "internalType": "uint256",
    "name": "orderId",
    "type": "uint256"
   },
   {
    "indexed": true,
    "internalType": "uint256",
    "name": "offerId",
    "type": "uint256"
   },
   {
    "indexed": true,
    "internalType": "bytes32",
    "name": "point",
    "type": "bytes32"
   },
   {
    "indexed": false,
    "internalType": "uint256",
    "name": "partId",
    "type": "uint256"
   },
   {
    "indexed": false,
    "internalType": "uint64",
    "name": "interval",
    "type": "uint64"
   },
   {
    "indexed": false,
    "internalType": "uint8",
    "name": "direction",
    "type": "uint8"
   },
   {
    "indexed": false,
    "internalType": "uint64",
    "name": "energyWh",
    "type": "uint64"
   },
   {
    "indexed": false,
    "internalType": "uint64",
    "name": "priceMicroEurPerKwh",
    "type": "uint64"
   }
  ],
  "name": "FlexibilityActivated",
  "type": "event"
 },
 {
  "anonymous": false,
  "inputs": [
   {
    "indexed": true,
    "internalType": "uint256",
    "name": "partId",
    "type": "uint256"
   },
   {
    "indexed": true,
    "internalType": "uint256",
    "name": "offerId",
    "type": "uint256"
   },
   {
    "indexed": true,
    "internalType": "uint64",
    "name": "interval",
    "type": "uint64"
   },
   {
    "indexed": false,
    "internalType": "uint64",
    "name": "energyWh",
    "type": "uint64"
   }
  ],
  "name": "FlexibilityLapsed",
  "type": "event"
 },
 {
  "anonymous": false,
  "inputs": [
   {
    "indexed": true,
    "internalType": "uint256",
    "name": "offerId",
    "type": "uint256"
   },
   {
    "indexed": true,
    "internalType": "bytes32",
    "name": "point",
    "type": "bytes32"
   },
   {
    "indexed": true,
    "internalType": "uint64",
    "name": "interval",
    "type": "uint64"
   },
   {
    "indexed": false,
    "internalType": "uint8",
    "name": "product",
    "type": "uint8"
   },
   {
    "indexed": false,
    "internalType": "uint8",
    "name": "direction",
    "type": "uint8"
   },
   {
    "indexed": false,
    "internalType": "uint64",
    "name": "energyWh",
    "type": "uint64"
   },
   {
    "indexed": false,
    "internalType": "uint64",
    "name": "priceMicroEurPerKwh",
    "type": "uint64"
   },
   {
    "indexed": false,
    "internalType": "address",
    "name": "seller",
    "type": "address"
   },
   {
    "indexed": false,
    "internalType": "int64",
    "name": "baselineNetWh",
    "type": "int64"
   }
  ],
  "name": "FlexibilityOffered",
  "type": "event"
 },
 {
  "anonymous": false,
  "inputs": [
   {
    "indexed": true,
    "internalType": "uint256",
    "name": "orderId",
    "type": "uint256"
   },
   {
    "indexed": true,
    "internalType": "address",
    "name": "buyer",
    "type": "address"
   },
   {
    "indexed": true,
    "internalType": "uint64",
    "name": "interval",
    "type": "uint64"
   },
   {
    "indexed": false,
    "internalType": "uint8",
    "name": "product",
    "type": "uint8"
   },
   {
    "indexed": false,
    "internalType": "bytes32",
    "name": "element",
    "type": "bytes32"
   },
   {
    "indexed": false,
    "internalType": "bytes32",
    "name": "evidence",
    "type": "bytes32"
   },
   {
    "indexed": false,
    "internalType": "bytes32",
    "name": "beneficiaryPoint",
    "type": "bytes32"
   }
  ],
  "name": "FlexibilityOrdered",
  "type": "event"
 },
 {
  "anonymous": false,
  "inputs": [
   {
    "indexed": true,
    "internalType": "uint256",
    "name": "partId",
    "type": "uint256"
   },
   {
    "indexed": true,
    "internalType": "uint256",
    "name": "offerId",
    "type": "uint256"
   },
   {
    "indexed": true,
    "internalType": "uint64",
    "name": "interval",
    "type": "uint64"
   },
   {
    "indexed": false,
    "internalType": "uint64",
    "name": "energyWh",
    "type": "uint64"
   },
   {
    "indexed": false,
    "internalType": "uint16",
    "name": "reasonCode",
    "type": "uint16"
   }
  ],
  "name": "FlexibilityRefused",
  "type": "event"
 },
 {
  "anonymous": false,
  "inputs": [
   {
    "indexed": true,
    "internalType": "uint256",
    "name": "orderId",
    "type": "uint256"
   },
   {
    "indexed": true,
    "internalType": "uint256",
    "name": "offerId",
    "type": "uint256"
   },
   {
    "indexed": true,
    "internalType": "bytes32",
    "name": "point",
    "type": "bytes32"
   },
   {
    "indexed": false,
    "internalType": "uint256",
    "name": "partId",
    "type": "uint256"
   },
   {
    "indexed": false,
    "internalType": "uint64",
    "name": "interval",
    "type": "uint64"
   },
   {
    "indexed": false,
    "internalType": "uint8",
    "name": "direction",
    "type": "uint8"
   },
   {
    "indexed": false,
    "internalType": "uint64",
    "name": "energyWh",
    "type": "uint64"
   },
   {
    "indexed": false,
    "internalType": "uint64",
    "name": "priceMicroEurPerKwh",
    "type": "uint64"
   }
  ],
  "name": "FlexibilityReserved",
  "type": "event"
 },
 {
  "anonymous": false,
  "inputs": [
   {
    "indexed": true,
    "internalType": "uint256",
    "name": "offerId",
    "type": "uint256"
   },
   {
    "indexed": true,
    "internalType": "uint64",
    "name": "interval",
    "type": "uint64"
   },
   {
    "indexed": false,
    "internalType": "uint64",
    "name": "remainingWh",
    "type": "uint64"
   }
  ],
  "name": "FlexibilityWithdrawn",
  "type": "event"
 },
 {
  "inputs": [],
  "name": "ACTIVATIONS_PER_BUYER_MAX",
  "outputs": [
   {
    "internalType": "uint256",
    "name": "",
    "type": "uint256"
   }
  ],
  "stateMutability": "view",
  "type": "function"
 },
 {
  "inputs": [],
  "name": "ACTIVATIONS_PER_POINT_MAX",
  "outputs": [
   {
    "internalType": "uint256",
    "name": "",
    "type": "uint256"
   }
  ],
  "stateMutability": "view",
  "type": "function"
 },
 {
  "inputs": [],
  "name": "CONFIRMATION_LEAD_SECONDS",
  "outputs": [
   {
    "internalType": "uint64",
    "name": "",
    "type": "uint64"
   }
  ],
  "stateMutability": "view",
  "type": "function"
 },
 {
  "inputs": [],
  "name": "COVER_MAX_WH",
  "outputs": [
   {
    "internalType": "uint64",
    "name": "",
    "type": "uint64"
   }
  ],
  "stateMutability": "view",
  "type": "function"
 },
 {
  "inputs": [],
  "name": "DOWN",
  "outputs": [
   {
    "internalType": "uint8",
    "name": "",
    "type": "uint8"
   }
  ],
  "stateMutability": "view",
  "type": "function"
 },
 {
  "inputs": [],
  "name": "OFFER_MIN_WH",
  "outputs": [
   {
    "internalType": "uint64",
    "name": "",
    "type": "uint64"
   }
  ],
  "stateMutability": "view",
  "type": "function"
 },
 {
  "inputs": [],
  "name": "PART_LAPSED",
  "outputs": [
   {
    "internalType": "uint8",
    "name": "",
    "type": "uint8"
   }
  ],
  "stateMutability": "view",
  "type": "function"
 },
 {
  "inputs": [],
  "name": "PART_REFUSED",
  "outputs": [
   {
    "internalType": "uint8",
    "name": "",
    "type": "uint8"
   }
  ],
  "stateMutability": "view",
  "type": "function"
 },
 {
  "inputs": [],
  "name": "PART_RETIRED",
  "outputs": [
   {
    "internalType": "uint8",
    "name": "",
    "type": "uint8"
   }
  ],
  "stateMutability": "view",
  "type": "function"
 },
 {
  "inputs": [],
  "name": "PART_STANDS",
  "outputs": [
   {
    "internalType": "uint8",
    "name": "",
    "type": "uint8"
   }
  ],
  "stateMutability": "view",
  "type": "function"
 },
 {
  "inputs": [],
  "name": "PART_WAITING",
  "outputs": [
   {
    "internalType": "uint8",
    "name": "",
    "type": "uint8"
   }
  ],
  "stateMutability": "view",
  "type": "function"
 },
 {
  "inputs": [],
  "name": "PRODUCT_BALANCING",
  "outputs": [
   {
    "internalType": "uint8",
    "name": "",
    "type": "uint8"
   }
  ],
  "stateMutability": "view",
  "type": "function"
 },
 {
  "inputs": [],
  "name": "PRODUCT_CONGESTION",
  "outputs": [
   {
    "internalType": "uint8",
    "name": "",
    "type": "uint8"
   }
  ],
  "stateMutability": "view",
  "type": "function"
 },
 {
  "inputs": [],
  "name": "PRODUCT_LOSSES",
  "outputs": [
   {
    "internalType": "uint8",
    "name": "",
    "type": "uint8"
   }
  ],
  "stateMutability": "view",
  "type": "function"
 },
 {
  "inputs": [],
  "name": "PRODUCT_RESERVE",
  "outputs": [
   {
    "internalType": "uint8",
    "name": "",
    "type": "uint8"
   }
  ],
  "stateMutability": "view",
  "type": "function"
 },
 {
  "inputs": [],
  "name": "PRODUCT_VOLTAGE",
  "outputs": [
   {
    "internalType": "uint8",
    "name": "",
    "type": "uint8"
   }
  ],
  "stateMutability": "view",
  "type": "function"
 },
 {
  "inputs": [],
  "name": "UP",
  "outputs": [
   {
    "internalType": "uint8",
    "name": "",
    "type": "uint8"
   }
  ],
  "stateMutability": "view",
  "type": "function"
 },
 {
  "inputs": [
   {
    "internalType": "uint64",
    "name": "interval",
    "type": "uint64"
   }
  ],
  "name": "activatedPointCount",
  "outputs": [
   {
    "internalType": "uint256",
    "name": "",
    "type": "uint256"
   }
  ],
  "stateMutability": "view",
  "type": "function"
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
  "name": "activationsOf",
  "outputs": [
   {
    "components": [
     {
      "internalType": "uint64",
      "name": "orderId",
      "type": "uint64"
     },
     {
      "internalType": "uint64",
      "name": "offerId",
      "type": "uint64"
     },
     {
      "internalType": "uint64",
      "name": "energyWh",
      "type": "uint64"
     },
     {
      "internalType": "address",
      "name": "buyer",
      "type": "address"
     },
     {
      "internalType": "bytes32",
      "name": "beneficiaryPoint",
      "type": "bytes32"
     }
    ],
    "internalType": "struct Flexibility.Activation[]",
    "name": "activations",
    "type": "tuple[]"
   }
  ],
  "stateMutability": "view",
  "type": "function"
 },
 {
  "inputs": [
   {
    "internalType": "uint256",
    "name": "orderId",
    "type": "uint256"
   }
  ],
  "name": "beneficiaryOf",
  "outputs": [
   {
    "internalType": "bytes32",
    "name": "",
    "type": "bytes32"
   }
  ],
  "stateMutability": "view",
  "type": "function"
 },
 {
  "inputs": [
   {
    "internalType": "uint256",
    "name": "orderId",
    "type": "uint256"
   }
  ],
  "name": "buyerOf",
  "outputs": [
   {
    "internalType": "address",
    "name": "",
    "type": "address"
   }
  ],
  "stateMutability": "view",
  "type": "function"
 },
 {
  "inputs": [
   {
    "internalType": "uint8",
    "name": "product",
    "type": "uint8"
   }
  ],
  "name": "buyersOf",
  "outputs": [
   {
    "internalType": "uint16",
    "name": "roles",
    "type": "uint16"
   }
  ],
  "stateMutability": "pure",
  "type": "function"
 },
 {
  "inputs": [
   {
    "internalType": "uint256[]",
    "name": "partIds",
    "type": "uint256[]"
   }
  ],
  "name": "confirm",
  "outputs": [],
  "stateMutability": "nonpayable",
  "type": "function"
 },
 {
  "inputs": [
   {
    "internalType": "uint64",
    "name": "interval",
    "type": "uint64"
   }
  ],
  "name": "confirmationEnd",
  "outputs": [
   {
    "internalType": "uint64",
    "name": "",
    "type": "uint64"
   }
  ],
  "stateMutability": "pure",
  "type": "function"
 },
 {
  "inputs": [
   {
    "internalType": "uint64",
    "name": "interval",
    "type": "uint64"
   },
   {
    "internalType": "bytes32",
    "name": "beneficiaryPoint",
    "type": "bytes32"
   },
   {
    "internalType": "uint256[]",
    "name": "offerIds",
    "type": "uint256[]"
   },
   {
    "internalType": "uint64[]",
    "name": "energyWh",
    "type": "uint64[]"
   }
  ],
  "name": "cover",
  "outputs": [
   {
    "internalType": "uint256",
    "name": "orderId",
    "type": "uint256"
   }
  ],
  "stateMutability": "nonpayable",
  "type": "function"
 },
 {
  "inputs": [
   {
    "internalType": "uint64",
    "name": "interval",
    "type": "uint64"
   }
  ],
  "name": "gateClosure",
  "outputs": [
   {
    "internalType": "uint64",
    "name": "",
    "type": "uint64"
   }
  ],
  "stateMutability": "view",
  "type": "function"
 },
 {
  "inputs": [],
  "name": "intervalSeconds",
  "outputs": [
   {
    "internalType": "uint32",
    "name": "",
    "type": "uint32"
   }
  ],
  "stateMutability": "view",
  "type": "function"
 },
 {
  "inputs": [
   {
    "components": [
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
      "internalType": "uint8",
      "name": "product",
      "type": "uint8"
     },
     {
      "internalType": "uint8",
      "name": "direction",
      "type": "uint8"
     },
     {
      "internalType": "uint64",
      "name": "energyWh",
      "type": "uint64"
     },
     {
      "internalType": "uint64",
      "name": "priceMicroEurPerKwh",
      "type": "uint64"
     },
     {
      "internalType": "int64",
      "name": "baselineNetWh",
      "type": "int64"
     }
    ],
    "internalType": "struct OfferBook.OfferTerms[]",
    "name": "terms",
    "type": "tuple[]"
   }
  ],
  "name": "offer",
  "outputs": [
   {
    "internalType": "uint256",
    "name": "firstOfferId",
    "type": "uint256"
   }
  ],
  "stateMutability": "nonpayable",
  "type": "function"
 },
 {
  "inputs": [],
  "name": "offerCount",
  "outputs": [
   {
    "internalType": "uint256",
    "name": "",
    "type": "uint256"
   }
  ],
  "stateMutability": "view",
  "type": "function"
 },
 {
  "inputs": [
   {
    "internalType": "uint256",
    "name": "offerId",
    "type": "uint256"
   }
  ],
  "name": "offerOf",
  "outputs": [
   {
    "components": [
     {
      "internalType": "uint32",
      "name": "connection",
      "type": "uint32"
     },
     {
      "internalType": "uint40",
      "name": "interval",
      "type": "uint40"
     },
     {
      "internalType": "uint16",
      "name": "area",
      "type": "uint16"
     },
     {
      "internalType": "uint8",
      "name": "product",
      "type": "uint8"
     },
     {
      "internalType": "uint8",
      "name": "direction",
      "type": "uint8"
     },
     {
      "internalType": "bool",
      "name": "withdrawn",
      "type": "bool"
     },
     {
      "internalType": "uint64",
      "name": "remainingWh",
      "type": "uint64"
     },
     {
      "internalType": "uint64",
      "name": "priceMicroEurPerKwh",
      "type": "uint64"
     }
    ],
    "internalType": "struct OfferBook.Offer",
    "name": "",
    "type": "tuple"
   }
  ],
  "stateMutability": "view",
  "type": "function"
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
    "internalType": "uint16",
    "name": "area",
    "type": "uint16"
   }
  ],
  "name": "openOfferedWh",
  "outputs": [
   {
    "internalType": "uint256",
    "name": "energyWh",
    "type": "uint256"
   }
  ],
  "stateMutability": "view",
  "type": "function"
 },
 {
  "inputs": [],
  "name": "orderCount",
  "outputs": [
   {
    "internalType": "uint256",
    "name": "",
    "type": "uint256"
   }
  ],
  "stateMutability": "view",
  "type": "function"
 },
 {
  "inputs": [],
  "name": "partCount",
  "outputs": [
   {
    "internalType": "uint256",
    "name": "",
    "type": "uint256"
   }
  ],
  "stateMutability": "view",
  "type": "function"
 },
 {
  "inputs": [
   {
    "internalType": "uint256",
    "name": "partId",
    "type": "uint256"
   }
  ],
  "name": "partOf",
  "outputs": [
   {
    "components": [
     {
      "internalType": "uint64",
      "name": "orderId",
      "type": "uint64"
     },
     {
      "internalType": "uint64",
      "name": "offerId",
      "type": "uint64"
     },
     {
      "internalType": "uint64",
      "name": "energyWh",
      "type": "uint64"
     },
     {
      "internalType": "uint8",
      "name": "state",
      "type": "uint8"
     }
    ],
    "internalType": "struct Flexibility.Part",
    "name": "",
    "type": "tuple"
   }
  ],
  "stateMutability": "view",
  "type": "function"
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
  "name": "positionOf",
  "outputs": [
   {
    "components": [
     {
      "internalType": "int64",
      "name": "baselineNetWh",
      "type": "int64"
     },
     {
      "internalType": "uint72",
      "name": "activatedWh",
      "type": "uint72"
     },
     {
      "internalType": "uint8",
      "name": "activationCount",
      "type": "uint8"
     },
     {
      "internalType": "uint8",
      "name": "direction",
      "type": "uint8"
     },
     {
      "internalType": "bool",
      "name": "stated",
      "type": "bool"
     },
     {
      "internalType": "uint16",
      "name": "coverOpenCount",
      "type": "uint16"
     },
     {
      "internalType": "uint64",
      "name": "coverWh",
      "type": "uint64"
     }
    ],
    "internalType": "struct OfferBook.Position",
    "name": "",
    "type": "tuple"
   }
  ],
  "stateMutability": "view",
  "type": "function"
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
    "name": "product",
    "type": "uint8"
   },
   {
    "internalType": "uint256[]",
    "name": "offerIds",
    "type": "uint256[]"
   },
   {
    "internalType": "uint64[]",
    "name": "energyWh",
    "type": "uint64[]"
   },
   {
    "internalType": "bytes32",
    "name": "element",
    "type": "bytes32"
   },
   {
    "internalType": "bytes32",
    "name": "evidence",
    "type": "bytes32"
   }
  ],
  "name": "purchase",
  "outputs": [
   {
    "internalType": "uint256",
    "name": "orderId",
    "type": "uint256"
   }
  ],
  "stateMutability": "nonpayable",
  "type": "function"
 },
 {
  "inputs": [
   {
    "internalType": "uint256[]",
    "name": "partIds",
    "type": "uint256[]"
   },
   {
    "internalType": "uint16",
    "name": "reasonCode",
    "type": "uint16"
   }
  ],
  "name": "refuse",
  "outputs": [],
  "stateMutability": "nonpayable",
  "type": "function"
 },
 {
  "inputs": [],
  "name": "registry",
  "outputs": [
   {
    "internalType": "contract Registry",
    "name": "",
    "type": "address"
   }
  ],
  "stateMutability": "view",
  "type": "function"
 },
 {
  "inputs": [
   {
    "internalType": "uint256",
    "name": "partId",
    "type": "uint256"
   }
  ],
  "name": "release",
  "outputs": [],
  "stateMutability": "nonpayable",
  "type": "function"
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
  "name": "retire",
  "outputs": [],
  "stateMutability": "nonpayable",
  "type": "function"
 },
 {
  "inputs": [],
  "name": "rules",
  "outputs": [
   {
    "internalType": "contract MarketRules",
    "name": "",
    "type": "address"
   }
  ],
  "stateMutability": "view",
  "type": "function"
 },
 {
  "inputs": [],
  "name": "settlement",
  "outputs": [
   {
    "internalType": "address",
    "name": "",
    "type": "address"
   }
  ],
  "stateMutability": "view",
  "type": "function"
 },
 {
  "inputs": [],
  "name": "units",
  "outputs": [
   {
    "internalType": "contract FlexibilityUnits",
    "name": "",
    "type": "address"
   }
  ],
  "stateMutability": "view",
  "type": "function"
 },
 {
  "inputs": [
   {
    "internalType": "uint256",
    "name": "offerId",
    "type": "uint256"
   }
  ],
  "name": "withdraw",
  "outputs": [],
  "stateMutability": "nonpayable",
  "type": "function"
 }
] as const;

export const flexibilityBytecode =
  '0x610140604052348015610010575f5ffd5b5060405161493538038061493583398101604081905261002f91610159565b6001600160a01b03808516608052831660a081905260408051637d1cd04f60e01b81529051849287928792637d1cd04f916004808201926020929091908290030181865afa158015610083573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906100a791906101b5565b63ffffffff1660c08163ffffffff1681525050806001600160a01b0316633c2524466040518163ffffffff1660e01b8152600401602060405180830381865afa1580156100f6573d5f5f3e3d5ffd5b505050506040513d601f19601f8201168201806040525081019061011a91906101b5565b63ffffffff1660e05250506001600160a01b03908116610100521661012052506101df915050565b6001600160a01b0381168114610156575f5ffd5b50565b5f5f5f5f6080858703121561016c575f5ffd5b845161017781610142565b602086015190945061018881610142565b604086015190935061019981610142565b60608601519092506101aa81610142565b939692955090935050565b5f602082840312156101c5575f5ffd5b815163ffffffff811681146101d8575f5ffd5b9392505050565b60805160a05160c05160e05161010051610120516146446102f15f395f818161045a01526109a901525f818161068001528181610b8101528181611007015281816124bd015281816135e501528181613bc60152613cf301525f81816111cb015261120f01525f81816105220152613ddd01525f61049901525f81816104f30152818161082b01528181610bee01528181610ddd01528181610e71015281816112ab0152818161144f0152818161150b015281816116c10152818161174301528181611870015281816120c101528181612189015281816126f3015281816127ab0152818161294001528181612c45015281816133af01528181613426015281816136610152613d1f01526146445ff3fe608060405234801561000f575f5ffd5b50600436106102e3575f3560e01c806375607a2b11610187578063976a8435116100dd578063da0ade5011610093578063ed074ee71161006e578063ed074ee7146102e7578063f43f29ae146107f9578063f675b6b8146104ce575f5ffd5b8063da0ade50146106ea578063e6c0544914610712578063e76bd8a81461036c575f5ffd5b8063a9bae897116100c3578063a9bae897146106c2578063ad27fdf5146106ca578063b8901a2114610515575f5ffd5b8063976a84351461067b578063a3cb2f44146106a2575f5ffd5b80638338f2ef1161013d5780638c5bd94d116101185780638c5bd94d1461057d57806390e3d327146106725780639402f606146104d6575f5ffd5b80638338f2ef1461055957806383c261fd1461056257806386f991f614610575575f5ffd5b80637b1039991161016d5780637b103999146104ee5780637c3e4736146105155780637d1cd04f1461051d575f5ffd5b806375607a2b146104de5780637a6b8937146104e6575f5ffd5b8063401e27a71161023c57806351160630116101f257806365731464116101cd57806365731464146102e757806370be12f2146104ce57806373fa0aa5146104d6575f5ffd5b8063511606301461045557806352f6747a146104945780635953be9d146104bb575f5ffd5b806347aa28471161022257806347aa284714610409578063492e87b71461042f5780634e339bef14610442575f5ffd5b8063401e27a7146103d757806342425628146103ea575f5ffd5b80632453ffa81161029c5780632e1a7d4d116102775780632e1a7d4d1461038657806337bdc99b146103995780633ea3ea2a146103ac575f5ffd5b80632453ffa81461036357806324f4ec511461036c5780632d8839cb14610373575f5ffd5b8063124cfc8c116102cc578063124cfc8c1461031c5780631d8a1afe1461033b5780631f59cedb1461034e575f5ffd5b806301df1995146102e75780631115c24d14610306575b5f5ffd5b6102ef600181565b60405160ff90911681526020015b60405180910390f35b61030e5f5481565b6040519081526020016102fd565b61030e61032a366004613e7a565b60086020525f908152604090205481565b61030e610349366004613efe565b610802565b61036161035c366004613f9a565b61099e565b005b61030e60045481565b6102ef5f81565b61030e610381366004613fc4565b610beb565b610361610394366004613e7a565b610cec565b6103616103a7366004613e7a565b6110be565b6103bf6103ba366004614033565b61119d565b6040516001600160401b0390911681526020016102fd565b6103bf6103e5366004614033565b6111c8565b61030e6103f8366004614033565b60066020525f908152604090205481565b61041c61041736600461404c565b611235565b60405161ffff90911681526020016102fd565b61036161043d366004614074565b61128c565b61030e6104503660046140c6565b61144c565b61047c7f000000000000000000000000000000000000000000000000000000000000000081565b6040516001600160a01b0390911681526020016102fd565b61047c7f000000000000000000000000000000000000000000000000000000000000000081565b61030e6104c936600461414d565b611675565b6102ef600281565b6102ef600481565b6103bf606481565b61030e601081565b61047c7f000000000000000000000000000000000000000000000000000000000000000081565b6102ef600381565b6105447f000000000000000000000000000000000000000000000000000000000000000081565b60405163ffffffff90911681526020016102fd565b6103bf6161a881565b610361610570366004614186565b611851565b61030e600881565b61066561058b366004613f9a565b6040805160e080820183525f80835260208084018290528385018290526060808501839052608080860184905260a080870185905260c0968701859052988452600183528684206001600160401b0398891685528352928690208651948501875254600781900b855268ffffffffffffffffff680100000000000000008204169285019290925260ff600160881b8304811696850196909652600160901b8204861690840152600160981b810490941615159082015261ffff600160a01b84041694810194909452600160b01b9091049091169082015290565b6040516102fd91906141c4565b61030e60055481565b61047c7f000000000000000000000000000000000000000000000000000000000000000081565b6106b56106b0366004613e7a565b6119a9565b6040516102fd9190614244565b6102ef600581565b6106dd6106d8366004613f9a565b611a91565b6040516102fd91906142e8565b61047c6106f8366004613e7a565b60076020525f90815260409020546001600160a01b031681565b6107a4610720366004613e7a565b604080516080810182525f808252602082018190529181018290526060810191909152505f90815260096020908152604091829020825160808101845290546001600160401b038082168352680100000000000000008204811693830193909352600160801b810490921692810192909252600160c01b900460ff16606082015290565b6040516102fd91905f6080820190506001600160401b0383511682526001600160401b0360208401511660208301526001600160401b03604084015116604083015260ff606084015116606083015292915050565b6103bf61012c81565b5f61080c88611235565b60405163baf156a760e01b815233600482015261ffff821660248201527f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03169063baf156a790604401602060405180830381865afa158015610878573d5f5f3e3d5ffd5b505050506040513d601f19601f8201168201806040525081019061089c919061437e565b6108ca57604051636cab18e560e01b815233600482015261ffff821660248201526044015b60405180910390fd5b6108d78a89898989611c42565b6040805160ff8c168152602081018790529081018590525f60608201529092506001600160401b038b1690339084907fa3189be2cf906ea2d57d938ed0aa6d72c003afb98485780264c1c728e3bab79f9060800160405180910390a45f5b8781101561099057610988838c8c8c8c868181106109555761095561439d565b905060200201358b8b8781811061096e5761096e61439d565b90506020020160208101906109839190614033565b611cf8565b600101610935565b505098975050505050505050565b336001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001614610a02576040517f4afb55c50000000000000000000000000000000000000000000000000000000081523360048201526024016108c1565b5f828152600a602090815260408083206001600160401b03851684529091528120905b8154811015610be5575f60095f848481548110610a4457610a4461439d565b5f91825260208083206004830401546001600160401b036008600390941684026101000a9091048116855284820195909552604093840183208054780500000000000000000000000000000000000000000000000060ff60c01b19821617825590951683525220549091508015610b0a575f8181526001602090815260408083206001600160401b038916845290915290208054601490610aef90600160a01b900461ffff166143c5565b91906101000a81548161ffff021916908361ffff1602179055505b81546001600160401b038082165f90815260076020526040908190205490517fac1f5d070000000000000000000000000000000000000000000000000000000081526001600160a01b03918216600482015268010000000000000000840483166024820152600160801b90930490911660448301527f0000000000000000000000000000000000000000000000000000000000000000169063ac1f5d07906064015f604051808303815f87803b158015610bc2575f5ffd5b505af1158015610bd4573d5f5f3e3d5ffd5b505050505050806001019050610a25565b50505050565b5f7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316635c975abb6040518163ffffffff1660e01b8152600401602060405180830381865afa158015610c48573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190610c6c919061437e565b15610c8a576040516313d0ff5960e31b815260040160405180910390fd5b5f54610c978160016143e1565b9150610ca383826143e1565b5f9081555b83811015610ce457610cdc610cbc836143f4565b925082868684818110610cd157610cd161439d565b905060e00201611f85565b600101610ca8565b505092915050565b5f610cf682612642565b6040805161010081018252825463ffffffff8116825264ffffffffff640100000000820416602083015261ffff69010000000000000000008204169282019290925260ff600160581b830481166060830152600160601b830481166080830152600160681b830416151560a08201526001600160401b03600160701b8304811660c08301819052600160b01b9093041660e08201529192505f03610dbd5760405163019373d360e71b8152600481018490525f6024820181905260448201526064016108c1565b8051604051636c790c4160e11b815263ffffffff90911660048201525f907f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03169063d8f2188290602401602060405180830381865afa158015610e2a573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190610e4e9190614422565b825160405163bc3432cb60e01b815263ffffffff90911660048201529091505f907f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03169063bc3432cb90602401602060405180830381865afa158015610ebe573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190610ee2919061443b565b9050336001600160a01b03831614801590610f035750610f038382846126a3565b15610f2a5760405163356afe3b60e11b8152600481018290523360248201526044016108c1565b8354600160681b7fffffffffffffffffffff000000000000000000ffffffffffffffffffffffffff90911617845560c083015160208085015164ffffffffff165f90815260038252604080822081880151608089015160608a015160ff1660089190911b61ff001660109290921b63ffff0000169190911717835290925290812080546001600160401b0390931692909190610fc7908490614452565b909155505060c08301516040516308693a2960e41b81526001600160a01b038481166004830152602482018890526001600160401b0390921660448201527f000000000000000000000000000000000000000000000000000000000000000090911690638693a290906064015f604051808303815f87803b15801561104a575f5ffd5b505af115801561105c573d5f5f3e3d5ffd5b50505050826020015164ffffffffff16857f7a39154c294a20b84e8bbde77b2a0b949e545ba0f5da6e38931429fca7289f768560c001516040516110af91906001600160401b0391909116815260200190565b60405180910390a35050505050565b5f6110c88261281c565b90505f6110d8826080015161119d565b9050806001600160401b031642101561112f576040517f5e8c8784000000000000000000000000000000000000000000000000000000008152600481018490526001600160401b03821660248201526044016108c1565b61113a826004612a45565b81608001516001600160401b03168260400151847fd4f150878a0e23472c349c160ba3b91cf87ac6e860327e8a0778d7d4aeb0553e8560c0015160405161119091906001600160401b0391909116815260200190565b60405180910390a4505050565b5f61012c6001600160401b038316116111b6575f6111c2565b6111c261012c83614465565b92915050565b5f7f000000000000000000000000000000000000000000000000000000000000000063ffffffff16826001600160401b031611611205575f6111c2565b6111c263ffffffff7f00000000000000000000000000000000000000000000000000000000000000001683614465565b5f60ff8216611246575060c0919050565b60031960ff83160161125a57506080919050565b600460ff8316111561128457604051635e0986bf60e11b815260ff831660048201526024016108c1565b506040919050565b60405163baf156a760e01b815233600482015260c060248201819052907f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03169063baf156a790604401602060405180830381865afa1580156112f8573d5f5f3e3d5ffd5b505050506040513d601f19601f8201168201806040525081019061131c919061437e565b61134557604051636cab18e560e01b815233600482015261ffff821660248201526044016108c1565b8161ffff165f03611382576040517f57aefb7500000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b5f5b83811015611445575f6113ae8686848181106113a2576113a261439d565b90506020020135612b24565b90506113bb816003612a45565b80608001516001600160401b031681604001518787858181106113e0576113e061439d565b905060200201357f92d0b7f87bfb417f87a9696d6a16921a0e7a64353201714845c5c6f421e6f1218460c00151886040516114349291906001600160401b0392909216825261ffff16602082015260400190565b60405180910390a450600101611384565b5050505050565b5f7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316635c975abb6040518163ffffffff1660e01b8152600401602060405180830381865afa1580156114a9573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906114cd919061437e565b156114eb576040516313d0ff5960e31b815260040160405180910390fd5b60405163baf156a760e01b815233600482015261080360248201819052907f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03169063baf156a790604401602060405180830381865afa158015611558573d5f5f3e3d5ffd5b505050506040513d601f19601f8201168201806040525081019061157c919061437e565b6115a557604051636cab18e560e01b815233600482015261ffff821660248201526044016108c1565b6115b28887878787611c42565b5f81815260086020526040902088905591506115d088888686612c2d565b604080515f80825260208201819052818301526060810189905290516001600160401b038a1691339185917fa3189be2cf906ea2d57d938ed0aa6d72c003afb98485780264c1c728e3bab79f919081900360800190a45f5b8581101561166957611661838a5f8a8a868181106116485761164861439d565b9050602002013589898781811061096e5761096e61439d565b600101611628565b50509695505050505050565b5f836001600160401b0316421061168d57505f61184a565b6040517ff954340a00000000000000000000000000000000000000000000000000000000815261ffff831660048201525f907f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03169063f954340a90602401602060405180830381865afa15801561170e573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906117329190614422565b90505f5b600460ff821611611847577f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031663baf156a78361177a84611235565b6040516001600160e01b031960e085901b1681526001600160a01b03909216600483015261ffff166024820152604401602060405180830381865afa1580156117c5573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906117e9919061437e565b15611837576001600160401b0386165f90815260036020908152604080832063ffff0000601089901b1661ff0060088b901b161760ff861617845290915290205461183490846143e1565b92505b61184081614484565b9050611736565b50505b9392505050565b60405163baf156a760e01b815233600482015260c060248201819052907f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03169063baf156a790604401602060405180830381865afa1580156118bd573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906118e1919061437e565b61190a57604051636cab18e560e01b815233600482015261ffff821660248201526044016108c1565b5f5b82811015610be5575f61192a8585848181106113a2576113a261439d565b9050600260095f8787868181106119435761194361439d565b602090810292909201358352508181019290925260409081015f908120805460ff95909516600160c01b0260ff60c01b199095169490941790935583820151835260079091529020546119a09082906001600160a01b0316612e37565b5060010161190c565b60408051610100810182525f80825260208201819052918101829052606081018290526080810182905260a0810182905260c0810182905260e0810191909152505f90815260026020908152604091829020825161010081018452905463ffffffff8116825264ffffffffff6401000000008204169282019290925261ffff69010000000000000000008304169281019290925260ff600160581b820481166060840152600160601b820481166080840152600160681b820416151560a08301526001600160401b03600160701b8204811660c0840152600160b01b9091041660e082015290565b5f828152600a602090815260408083206001600160401b03808616855292529091208054606092811115611ac757611ac76144a2565b604051908082528060200260200182016040528015611b1e57816020015b6040805160a0810182525f808252602080830182905292820181905260608201819052608082015282525f19909201910181611ae55790505b5091505f5b8251811015610ce4575f60095f848481548110611b4257611b4261439d565b5f9182526020808320600483040154600390921660089081026101000a9092046001600160401b0390811685528482019590955260409384018320845160808082018752915480881682526801000000000000000081048816828501908152600160801b82048916838901908152600160c01b90920460ff16606080850191909152885160a081018a5284518b16815291518a1682870152915189168189015282518916875260078552878720546001600160a01b03169181019190915281519097168552929091529290912054918301919091528551909250859084908110611c2e57611c2e61439d565b602090810291909101015250600101611b23565b5f838214611c7c576040517f1083f70900000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b5f849003611c9d5760405163261818d760e21b815260040160405180910390fd5b611ca6866130ce565b60045f8154611cb4906143f4565b91829055505f81815260076020526040902080547fffffffffffffffffffffffff000000000000000000000000000000000000000016331790559695505050505050565b5f5f611d0684878786613127565b915091505f60405180610100016040528060055f8154611d25906143f4565b9190508190558152602001898152602001868152602001838152602001886001600160401b03168152602001846080015160ff168152602001856001600160401b031681526020018460e001516001600160401b031681525090505f611d8a83613649565b6001600160a01b0316336001600160a01b031614905060405180608001604052808a6001600160401b03168152602001876001600160401b03168152602001866001600160401b0316815260200182611de4576001611de7565b60025b60ff90811690915283515f90815260096020908152604091829020845181549286015193860151606090960151909416600160c01b0260ff60c01b196001600160401b03968716600160801b02167fffffffffffffff000000000000000000ffffffffffffffffffffffffffffffff94871668010000000000000000027fffffffffffffffffffffffffffffffff0000000000000000000000000000000090941696909516959095179190911791909116919091179190911790558015611ebb57611eb28233612e37565b50505050611445565b5f611ec58961119d565b9050806001600160401b03164210611f035760405163b6fc941360e01b81526001600160401b03808b166004830152821660248201526044016108c1565b611f0d833361373f565b825160a08085015160e0860151604080519485526001600160401b03808f16602087015260ff90931690850152818a166060850152166080830152859189918d917f04edc3e499bfeec9f8a17f41616b87ee09f0a2e69be2a32dd7e8ced1f83d67aa910160405180910390a450505050505050505050565b611f9d611f986040830160208401614033565b6130ce565b6004611faf606083016040840161404c565b60ff161115611fe757611fc8606082016040830161404c565b604051635e0986bf60e11b815260ff90911660048201526024016108c1565b6001611ff9608083016060840161404c565b60ff16111561204a57612012608082016060830161404c565b6040517ffc549a1e00000000000000000000000000000000000000000000000000000000815260ff90911660048201526024016108c1565b606461205c60a0830160808401614033565b6001600160401b031610156120a75761207b60a0820160808301614033565b6040516373bc4d3160e01b81526001600160401b039091166004820152606460248201526044016108c1565b604051632cd5eee760e11b8152813560048201525f9081907f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316906359abddce906024016040805180830381865afa15801561210d573d5f5f3e3d5ffd5b505050506040513d601f19601f8201168201806040525081019061213191906144c9565b90925090506001600160a01b03811633146121685760405163356afe3b60e11b8152833560048201523360248201526044016108c1565b6121718361396f565b6040516308df954960e11b8152833560048201525f907f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316906311bf2a9290602401608060405180830381865afa1580156121d6573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906121fa91906144f1565b6060015190506040518061010001604052808463ffffffff16815260200185602001602081019061222b9190614033565b64ffffffffff1681526020018261ffff168152602001856040016020810190612254919061404c565b60ff16815260200161226c608087016060880161404c565b60ff1681525f602082015260400161228a60a0870160808801614033565b6001600160401b031681526020016122a860c0870160a08801614033565b6001600160401b039081169091525f87815260026020908152604091829020845181549286015193860151606087015160808089015160a0808b015160c08c015160e0909c01518b16600160b01b027fffff0000000000000000ffffffffffffffffffffffffffffffffffffffffffff9c909b16600160701b029b909b167fffff00000000000000000000000000000000ffffffffffffffffffffffffffff9b1515600160681b026dff000000000000000000000000001960ff948516600160601b02166dffff0000000000000000000000001994909616600160581b026bff00000000000000000000001961ffff909816690100000000000000000002979097166bffffff0000000000000000001964ffffffffff909c166401000000000268ffffffffffffffffff19909b1663ffffffff90991698909817999099179990991695909517939093179290921617939093179590951692909217929092179055612417918601908601614033565b6001600160401b031660035f6124336040880160208901614033565b6001600160401b0316815260208101919091526040015f908120906124938461246260808a0160608b0161404c565b61247260608b0160408c0161404c565b63ffff0000601084901b1661ff00600884901b161760ff8216179392505050565b81526020019081526020015f205f8282546124ae91906143e1565b90915550506001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016631593ed3583876124f460a0890160808a01614033565b6040516001600160e01b031960e086901b1681526001600160a01b03909316600484015260248301919091526001600160401b031660448201526064015f604051808303815f87803b158015612548575f5ffd5b505af115801561255a573d5f5f3e3d5ffd5b5061256f925050506040850160208601614033565b6001600160401b03168435867f4cf8471f9dc5c96a77947b2ac62e0f8ab7ce42b20227acee27fadc3cdc3570ea6125ac6060890160408a0161404c565b6125bc60808a0160608b0161404c565b6125cc60a08b0160808c01614033565b6125dc60c08c0160a08d01614033565b896125ed60e08e0160c08f0161457b565b6040805160ff97881681529690951660208701526001600160401b0393841694860194909452911660608401526001600160a01b0316608083015260070b60a082015260c00160405180910390a45050505050565b5f8181526002602052604081208054909164010000000090910464ffffffffff16900361269e576040517fa3c3737a000000000000000000000000000000000000000000000000000000008152600481018390526024016108c1565b919050565b5f836020015164ffffffffff164210801561276c575083516040517f98ecb0f90000000000000000000000000000000000000000000000000000000081526004810185905263ffffffff909116907f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316906398ecb0f990602401602060405180830381865afa158015612740573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190612764919061459b565b63ffffffff16145b801561281457506040517f4ea713270000000000000000000000000000000000000000000000000000000081526001600160a01b0383811660048301527f00000000000000000000000000000000000000000000000000000000000000001690634ea7132790602401602060405180830381865afa1580156127f0573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190612814919061437e565b949350505050565b60408051610100810182525f80825260208201819052918101829052606081018290526080810182905260a0810182905260c0810182905260e08101919091525f82815260096020908152604091829020825160808101845290546001600160401b038082168352680100000000000000008204811693830193909352600160801b810490921692810192909252600160c01b900460ff16606082018190526001146129065760608101516040517f3b2352800000000000000000000000000000000000000000000000000000000081526004810185905260ff90911660248201526044016108c1565b5f61291d82602001516001600160401b03166119a9565b805160405163bc3432cb60e01b815263ffffffff90911660048201529091505f907f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03169063bc3432cb90602401602060405180830381865afa15801561298d573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906129b1919061443b565b9050604051806101000160405280868152602001845f01516001600160401b0316815260200184602001516001600160401b03168152602001828152602001836020015164ffffffffff166001600160401b03168152602001836080015160ff16815260200184604001516001600160401b031681526020018360e001516001600160401b03168152509350505050919050565b81515f908152600960209081526040808320805460ff60c01b1916600160c01b60ff87160217905581850151835260089091529020548015612aec5760c08301515f82815260016020908152604080832060808801516001600160401b039081168552925290912080549091601691612ac7918591600160b01b900416614465565b92506101000a8154816001600160401b0302191690836001600160401b031602179055505b6040808401516020808601515f9081526007909152919091205460c0850151612b1f92916001600160a01b031690613ae4565b505050565b60408051610100810182525f80825260208201819052918101829052606081018290526080810182905260a0810182905260c0810182905260e0810191909152612b6d8261281c565b9050612b7c8160600151613649565b6001600160a01b0316336001600160a01b031614612bd55760608101516040517fec1dc79400000000000000000000000000000000000000000000000000000000815260048101919091523360248201526044016108c1565b5f612be3826080015161119d565b9050806001600160401b03164210612c2757608082015160405163b6fc941360e01b81526001600160401b03918216600482015290821660248201526044016108c1565b50919050565b604051632cd5eee760e11b8152600481018490525f907f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316906359abddce906024016040805180830381865afa158015612c91573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190612cb591906144c9565b9150506001600160a01b0381163314612cea5760405163356afe3b60e11b8152600481018590523360248201526044016108c1565b5f8481526001602090815260408083206001600160401b038916845290915290208054600160981b900460ff1615612d475760405163f4431d3160e01b8152600481018690526001600160401b03871660248201526044016108c1565b8054600160b01b90046001600160401b03165f5b84811015612da757858582818110612d7557612d7561439d565b9050602002016020810190612d8a9190614033565b612d9d906001600160401b0316836143e1565b9150600101612d5b565b506161a8811115612df6576040517fb863309300000000000000000000000000000000000000000000000000000000815260048101879052602481018290526161a860448201526064016108c1565b81546001600160401b03909116600160b01b027fffff0000000000000000ffffffffffffffffffffffffffffffffffffffffffff9091161790555050505050565b612e41828261373f565b60608201515f90815260016020908152604080832060808601516001600160401b03168452909152812080549091600160881b90910460ff169003612ee75760808301516001600160401b03165f9081526006602052604081208054909190612ea9906143f4565b9091555060a0830151815460ff909116600160901b027fffffffffffffffffffffffffff00ffffffffffffffffffffffffffffffffffff9091161781555b80548190601190612f0190600160881b900460ff16614484565b91906101000a81548160ff021916908360ff1602179055508260c001516001600160401b0316815f0160088282829054906101000a900468ffffffffffffffffff16612f4d91906145b4565b825468ffffffffffffffffff91821661010093840a908102920219161790915560608501515f908152600a6020908152604080832060808901516001600160401b039081168552908352818420895181546001810183559186528486206004830401805491841660086003909416840290980a97880297909302191695909517905581880151835292905220549050801561303b575f81815260016020908152604080832060808801516001600160401b031684529091529020805460149061302090600160a01b900461ffff166145d5565b91906101000a81548161ffff021916908361ffff1602179055505b8360600151846040015185602001517fa2dcfc25d05b53491f820733b80704242747fadf1094ba84b4ecf8025bb263d9875f015188608001518960a001518a60c001518b60e001516040516130c09594939291909485526001600160401b03938416602086015260ff9290921660408501528216606084015216608082015260a00190565b60405180910390a450505050565b6130d781613dd3565b806001600160401b03164210613124576040517f632c63aa0000000000000000000000000000000000000000000000000000000081526001600160401b03821660048201526024016108c1565b50565b60408051610100810182525f80825260208201819052918101829052606081018290526080810182905260a0810182905260c0810182905260e08101829052908061317187612642565b6040805161010081018252825463ffffffff8116825264ffffffffff6401000000008204166020830181905261ffff69010000000000000000008304169383019390935260ff600160581b820481166060840152600160601b820481166080840152600160681b820416151560a08301526001600160401b03600160701b8204811660c0840152600160b01b909104811660e083015290955091925090871614613240576040516322e4c3ab60e11b8152600481018890526001600160401b03871660248201526044016108c1565b8460ff16836060015160ff161461329d5760608301516040517f2ca04eed0000000000000000000000000000000000000000000000000000000081526004810189905260ff918216602482015290861660448201526064016108c1565b836001600160401b03165f036132c65760405163261818d760e21b815260040160405180910390fd5b8260c001516001600160401b0316846001600160401b0316111561331d5760c083015160405163019373d360e71b8152600481018990526001600160401b03918216602482015290851660448201526064016108c1565b5f60646001600160401b03168460c001516001600160401b031610613343576064613349565b8360c001515b9050806001600160401b0316856001600160401b03161015613391576040516373bc4d3160e01b81526001600160401b038087166004830152821660248201526044016108c1565b835160405163bc3432cb60e01b815263ffffffff90911660048201527f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03169063bc3432cb90602401602060405180830381865afa1580156133fc573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190613420919061443b565b92505f5f7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03166359abddce866040518263ffffffff1660e01b815260040161347291815260200190565b6040805180830381865afa15801561348c573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906134b091906144c9565b91509150855f015163ffffffff168263ffffffff16146134f5576040516322e4c3ab60e11b8152600481018b90526001600160401b038a1660248201526044016108c1565b868660c001516135059190614465565b84546001600160401b03918216600160701b0275ffffffffffffffff0000000000000000000000000000199091161785558981165f9081526003602090815260408083208a82015160808c015160ff8f1660089190911b61ff001660109290921b63ffff0000169190911717845290915281208054928a169290919061358c908490614452565b90915550506040517fc756eab20000000000000000000000000000000000000000000000000000000081526001600160a01b038281166004830152336024830152604482018c90526001600160401b03891660648301527f0000000000000000000000000000000000000000000000000000000000000000169063c756eab2906084015f604051808303815f87803b158015613626575f5ffd5b505af1158015613638573d5f5f3e3d5ffd5b505050505050505094509492505050565b6040516308df954960e11b8152600481018290525f907f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03169063f954340a9082906311bf2a9290602401608060405180830381865afa1580156136b6573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906136da91906144f1565b606001516040516001600160e01b031960e084901b16815261ffff9091166004820152602401602060405180830381865afa15801561371b573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906111c29190614422565b60608201515f908152600a6020908152604080832060808601516001600160401b0316845290915281208054909181900361377a5750505050565b60a084015160608501515f90815260016020908152604080832060808901516001600160401b03168452909152902054600160901b900460ff90811691161461380b57606084015160808501516040517f5b3c9d8700000000000000000000000000000000000000000000000000000000815260048101929092526001600160401b031660248201526044016108c1565b6010810361386157606084015160808501516040517f9eb99c7100000000000000000000000000000000000000000000000000000000815260048101929092526001600160401b031660248201526044016108c1565b60088110156138705750505050565b5f5f5b8281101561390957846001600160a01b031660075f60095f88868154811061389d5761389d61439d565b5f91825260208083206004830401546001600160401b0360086003909416939093026101000a9004821684528381019490945260409283018220541684529183019390935291019020546001600160a01b031603613901576138fe826143f4565b91505b600101613873565b506008811061144557606085015160808601516040517f657ec8d600000000000000000000000000000000000000000000000000000000815260048101929092526001600160401b031660248201526001600160a01b03851660448201526064016108c1565b80355f90815260016020908152604080832091839161399391908601908601614033565b6001600160401b03908116825260208201929092526040015f208054909250600160b01b900416156139fc5781356139d16040840160208501614033565b60405163f4431d3160e01b815260048101929092526001600160401b031660248201526044016108c1565b8054600160981b900460ff16613a60576001613a1e60e0840160c0850161457b565b8254911515600160981b027fffffffffffffffffffffffff00ffffffffffffffffffffff00000000000000009092166001600160401b03909116171781555050565b613a7060e0830160c0840161457b565b8154600791820b910b14613ae0578135613a906040840160208501614033565b82546040517f99e20ba100000000000000000000000000000000000000000000000000000000815260048101939093526001600160401b03909116602483015260070b60448201526064016108c1565b5050565b5f83815260026020908152604091829020825161010081018452815463ffffffff8116825264ffffffffff6401000000008204169382019390935261ffff69010000000000000000008404169381019390935260ff600160581b830481166060850152600160601b830481166080850152600160681b83041615801560a08501526001600160401b03600160701b8404811660c0860152600160b01b90930490921660e08401529190613c25576040516308693a2960e41b81526001600160a01b038581166004830152602482018790526001600160401b03851660448301527f00000000000000000000000000000000000000000000000000000000000000001690638693a290906064015b5f604051808303815f87803b158015613c08575f5ffd5b505af1158015613c1a573d5f5f3e3d5ffd5b505050505050505050565b828160c00151613c3591906145ec565b82546001600160401b03918216600160701b0275ffffffffffffffff00000000000000000000000000001990911617835560208281015164ffffffffff165f908152600382526040808220818601516080870151606088015160ff1660089190911b61ff001660109290921b63ffff00001691909117178352909252908120805492861692909190613cc89084906143e1565b90915550508051604051636c790c4160e11b815263ffffffff90911660048201526001600160a01b037f000000000000000000000000000000000000000000000000000000000000000081169163c756eab29187917f00000000000000000000000000000000000000000000000000000000000000009091169063d8f2188290602401602060405180830381865afa158015613d66573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190613d8a9190614422565b6040516001600160e01b031960e085901b1681526001600160a01b03928316600482015291166024820152604481018890526001600160401b0386166064820152608401613bf1565b613e0363ffffffff7f0000000000000000000000000000000000000000000000000000000000000000168261460b565b6001600160401b0316151580613e2057506001600160401b038116155b80613e38575064ffffffffff6001600160401b038216115b15613124576040517f670794930000000000000000000000000000000000000000000000000000000081526001600160401b03821660048201526024016108c1565b5f60208284031215613e8a575f5ffd5b5035919050565b80356001600160401b038116811461269e575f5ffd5b803560ff8116811461269e575f5ffd5b5f5f83601f840112613ec7575f5ffd5b5081356001600160401b03811115613edd575f5ffd5b6020830191508360208260051b8501011115613ef7575f5ffd5b9250929050565b5f5f5f5f5f5f5f5f60c0898b031215613f15575f5ffd5b613f1e89613e91565b9750613f2c60208a01613ea7565b965060408901356001600160401b03811115613f46575f5ffd5b613f528b828c01613eb7565b90975095505060608901356001600160401b03811115613f70575f5ffd5b613f7c8b828c01613eb7565b999c989b5096999598969760808701359660a0013595509350505050565b5f5f60408385031215613fab575f5ffd5b82359150613fbb60208401613e91565b90509250929050565b5f5f60208385031215613fd5575f5ffd5b82356001600160401b03811115613fea575f5ffd5b8301601f81018513613ffa575f5ffd5b80356001600160401b0381111561400f575f5ffd5b85602060e083028401011115614023575f5ffd5b6020919091019590945092505050565b5f60208284031215614043575f5ffd5b61184a82613e91565b5f6020828403121561405c575f5ffd5b61184a82613ea7565b61ffff81168114613124575f5ffd5b5f5f5f60408486031215614086575f5ffd5b83356001600160401b0381111561409b575f5ffd5b6140a786828701613eb7565b90945092505060208401356140bb81614065565b809150509250925092565b5f5f5f5f5f5f608087890312156140db575f5ffd5b6140e487613e91565b95506020870135945060408701356001600160401b03811115614105575f5ffd5b61411189828a01613eb7565b90955093505060608701356001600160401b0381111561412f575f5ffd5b61413b89828a01613eb7565b979a9699509497509295939492505050565b5f5f5f6060848603121561415f575f5ffd5b61416884613e91565b925061417660208501613ea7565b915060408401356140bb81614065565b5f5f60208385031215614197575f5ffd5b82356001600160401b038111156141ac575f5ffd5b6141b885828601613eb7565b90969095509350505050565b5f60e082019050825160070b825268ffffffffffffffffff602084015116602083015260ff604084015116604083015260ff606084015116606083015260808301511515608083015260a083015161422260a084018261ffff169052565b5060c083015161423d60c08401826001600160401b03169052565b5092915050565b5f6101008201905063ffffffff835116825264ffffffffff602084015116602083015261ffff60408401511660408301526060830151614289606084018260ff169052565b50608083015161429e608084018260ff169052565b5060a08301516142b260a084018215159052565b5060c08301516142cd60c08401826001600160401b03169052565b5060e083015161423d60e08401826001600160401b03169052565b602080825282518282018190525f918401906040840190835b818110156143735783516001600160401b0381511684526001600160401b0360208201511660208501526001600160401b0360408201511660408501526001600160a01b036060820151166060850152608081015160808501525060a083019250602084019350600181019050614301565b509095945050505050565b5f6020828403121561438e575f5ffd5b8151801515811461184a575f5ffd5b634e487b7160e01b5f52603260045260245ffd5b634e487b7160e01b5f52601160045260245ffd5b5f61ffff8216806143d8576143d86143b1565b5f190192915050565b808201808211156111c2576111c26143b1565b5f60018201614405576144056143b1565b5060010190565b80516001600160a01b038116811461269e575f5ffd5b5f60208284031215614432575f5ffd5b61184a8261440c565b5f6020828403121561444b575f5ffd5b5051919050565b818103818111156111c2576111c26143b1565b6001600160401b0382811682821603908111156111c2576111c26143b1565b5f60ff821660ff8103614499576144996143b1565b60010192915050565b634e487b7160e01b5f52604160045260245ffd5b805163ffffffff8116811461269e575f5ffd5b5f5f604083850312156144da575f5ffd5b6144e3836144b6565b9150613fbb6020840161440c565b5f6080828403128015614502575f5ffd5b50604051608081016001600160401b038111828210171561453157634e487b7160e01b5f52604160045260245ffd5b60405261453d836144b6565b815261454b602084016144b6565b602082015261455c6040840161440c565b6040820152606083015161456f81614065565b60608201529392505050565b5f6020828403121561458b575f5ffd5b81358060070b811461184a575f5ffd5b5f602082840312156145ab575f5ffd5b61184a826144b6565b68ffffffffffffffffff81811683821601908111156111c2576111c26143b1565b5f61ffff821661ffff8103614499576144996143b1565b6001600160401b0381811683821601908111156111c2576111c26143b1565b5f6001600160401b0383168061462f57634e487b7160e01b5f52601260045260245ffd5b806001600160401b038416069150509291505056';
