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
  "name": "countsOf",
  "outputs": [
   {
    "internalType": "uint256",
    "name": "activations",
    "type": "uint256"
   },
   {
    "internalType": "uint256",
    "name": "coverOpen",
    "type": "uint256"
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
  '0x610140604052348015610010575f5ffd5b506040516149d13803806149d183398101604081905261002f91610159565b6001600160a01b03808516608052831660a081905260408051637d1cd04f60e01b81529051849287928792637d1cd04f916004808201926020929091908290030181865afa158015610083573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906100a791906101b5565b63ffffffff1660c08163ffffffff1681525050806001600160a01b0316633c2524466040518163ffffffff1660e01b8152600401602060405180830381865afa1580156100f6573d5f5f3e3d5ffd5b505050506040513d601f19601f8201168201806040525081019061011a91906101b5565b63ffffffff1660e05250506001600160a01b03908116610100521661012052506101df915050565b6001600160a01b0381168114610156575f5ffd5b50565b5f5f5f5f6080858703121561016c575f5ffd5b845161017781610142565b602086015190945061018881610142565b604086015190935061019981610142565b60608601519092506101aa81610142565b939692955090935050565b5f602082840312156101c5575f5ffd5b815163ffffffff811681146101d8575f5ffd5b9392505050565b60805160a05160c05160e05161010051610120516146e06102f15f395f818161048d0152610a1c01525f81816106b301528181610bf40152818161107a0152818161254e0152818161368901528181613c690152613d9601525f818161123e015261128201525f81816105550152613e8001525f6104cc01525f81816105260152818161085e01528181610c6101528181610e5001528181610ee40152818161131e015281816114c20152818161157e01528181611734015281816117b6015281816118e3015281816121520152818161221a015281816127840152818161283c015281816129d101528181612cd601528181612eea01528181613518015281816137040152613dc201526146e05ff3fe608060405234801561000f575f5ffd5b50600436106102ee575f3560e01c806373fa0aa5116101925780639402f606116100e8578063da0ade5011610093578063ed074ee71161006e578063ed074ee7146102f2578063f43f29ae1461082c578063f675b6b814610501575f5ffd5b8063da0ade501461071d578063e6c0544914610745578063e76bd8a81461039f575f5ffd5b8063a9bae897116100c3578063a9bae897146106f5578063ad27fdf5146106fd578063b8901a2114610548575f5ffd5b80639402f60614610509578063976a8435146106ae578063a3cb2f44146106d5575f5ffd5b80637d1cd04f1161014857806386f991f61161012357806386f991f6146105a85780638c5bd94d146105b057806390e3d327146106a5575f5ffd5b80637d1cd04f146105505780638338f2ef1461058c57806383c261fd14610595575f5ffd5b80637a6b8937116101785780637a6b8937146105195780637b103999146105215780637c3e473614610548575f5ffd5b806373fa0aa51461050957806375607a2b14610511575f5ffd5b80633ea3ea2a116102475780634e339bef116101fd5780635953be9d116101d85780635953be9d146104ee57806365731464146102f257806370be12f214610501575f5ffd5b80634e339bef14610475578063511606301461048857806352f6747a146104c7575f5ffd5b8063424256281161022d578063424256281461041d57806347aa28471461043c578063492e87b714610462575f5ffd5b80633ea3ea2a146103df578063401e27a71461040a575f5ffd5b80631f59cedb116102a75780632d8839cb116102825780632d8839cb146103a65780632e1a7d4d146103b957806337bdc99b146103cc575f5ffd5b80631f59cedb146103815780632453ffa81461039657806324f4ec511461039f575f5ffd5b8063124cfc8c116102d7578063124cfc8c146103275780631d8a1afe146103465780631e1dc62914610359575f5ffd5b806301df1995146102f25780631115c24d14610311575b5f5ffd5b6102fa600181565b60405160ff90911681526020015b60405180910390f35b6103195f5481565b604051908152602001610308565b610319610335366004613f1d565b60086020525f908152604090205481565b610319610354366004613f9a565b610835565b61036c610367366004614036565b6109d1565b60408051928352602083019190915201610308565b61039461038f366004614036565b610a11565b005b61031960045481565b6102fa5f81565b6103196103b4366004614060565b610c5e565b6103946103c7366004613f1d565b610d5f565b6103946103da366004613f1d565b611131565b6103f26103ed3660046140cf565b611210565b6040516001600160401b039091168152602001610308565b6103f26104183660046140cf565b61123b565b61031961042b3660046140cf565b60066020525f908152604090205481565b61044f61044a3660046140e8565b6112a8565b60405161ffff9091168152602001610308565b610394610470366004614110565b6112ff565b610319610483366004614162565b6114bf565b6104af7f000000000000000000000000000000000000000000000000000000000000000081565b6040516001600160a01b039091168152602001610308565b6104af7f000000000000000000000000000000000000000000000000000000000000000081565b6103196104fc3660046141e9565b6116e8565b6102fa600281565b6102fa600481565b6103f2606481565b610319601081565b6104af7f000000000000000000000000000000000000000000000000000000000000000081565b6102fa600381565b6105777f000000000000000000000000000000000000000000000000000000000000000081565b60405163ffffffff9091168152602001610308565b6103f26161a881565b6103946105a3366004614222565b6118c4565b610319600881565b6106986105be366004614036565b6040805160e080820183525f80835260208084018290528385018290526060808501839052608080860184905260a080870185905260c0968701859052988452600183528684206001600160401b0398891685528352928690208651948501875254600781900b855268ffffffffffffffffff680100000000000000008204169285019290925260ff600160881b8304811696850196909652600160901b8204861690840152600160981b810490941615159082015261ffff600160a01b84041694810194909452600160b01b9091049091169082015290565b6040516103089190614260565b61031960055481565b6104af7f000000000000000000000000000000000000000000000000000000000000000081565b6106e86106e3366004613f1d565b611a3a565b60405161030891906142e0565b6102fa600581565b61071061070b366004614036565b611b22565b6040516103089190614384565b6104af61072b366004613f1d565b60076020525f90815260409020546001600160a01b031681565b6107d7610753366004613f1d565b604080516080810182525f808252602082018190529181018290526060810191909152505f90815260096020908152604091829020825160808101845290546001600160401b038082168352680100000000000000008204811693830193909352600160801b810490921692810192909252600160c01b900460ff16606082015290565b60405161030891905f6080820190506001600160401b0383511682526001600160401b0360208401511660208301526001600160401b03604084015116604083015260ff606084015116606083015292915050565b6103f261012c81565b5f61083f886112a8565b60405163baf156a760e01b815233600482015261ffff821660248201527f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03169063baf156a790604401602060405180830381865afa1580156108ab573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906108cf919061441a565b6108fd57604051636cab18e560e01b815233600482015261ffff821660248201526044015b60405180910390fd5b61090a8a89898989611cd3565b6040805160ff8c168152602081018790529081018590525f60608201529092506001600160401b038b1690339084907fa3189be2cf906ea2d57d938ed0aa6d72c003afb98485780264c1c728e3bab79f9060800160405180910390a45f5b878110156109c3576109bb838c8c8c8c8681811061098857610988614439565b905060200201358b8b878181106109a1576109a1614439565b90506020020160208101906109b691906140cf565b611d89565b600101610968565b505098975050505050505050565b5f8281526001602090815260408083206001600160401b0385168452909152902054600160881b810460ff1690600160a01b900461ffff165b9250929050565b336001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001614610a75576040517f4afb55c50000000000000000000000000000000000000000000000000000000081523360048201526024016108f4565b5f828152600a602090815260408083206001600160401b03851684529091528120905b8154811015610c58575f60095f848481548110610ab757610ab7614439565b5f91825260208083206004830401546001600160401b036008600390941684026101000a9091048116855284820195909552604093840183208054780500000000000000000000000000000000000000000000000060ff60c01b19821617825590951683525220549091508015610b7d575f8181526001602090815260408083206001600160401b038916845290915290208054601490610b6290600160a01b900461ffff16614461565b91906101000a81548161ffff021916908361ffff1602179055505b81546001600160401b038082165f90815260076020526040908190205490517fac1f5d070000000000000000000000000000000000000000000000000000000081526001600160a01b03918216600482015268010000000000000000840483166024820152600160801b90930490911660448301527f0000000000000000000000000000000000000000000000000000000000000000169063ac1f5d07906064015f604051808303815f87803b158015610c35575f5ffd5b505af1158015610c47573d5f5f3e3d5ffd5b505050505050806001019050610a98565b50505050565b5f7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316635c975abb6040518163ffffffff1660e01b8152600401602060405180830381865afa158015610cbb573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190610cdf919061441a565b15610cfd576040516313d0ff5960e31b815260040160405180910390fd5b5f54610d0a81600161447d565b9150610d16838261447d565b5f9081555b83811015610d5757610d4f610d2f83614490565b925082868684818110610d4457610d44614439565b905060e00201612016565b600101610d1b565b505092915050565b5f610d69826126d3565b6040805161010081018252825463ffffffff8116825264ffffffffff640100000000820416602083015261ffff69010000000000000000008204169282019290925260ff600160581b830481166060830152600160601b830481166080830152600160681b830416151560a08201526001600160401b03600160701b8304811660c08301819052600160b01b9093041660e08201529192505f03610e305760405163019373d360e71b8152600481018490525f6024820181905260448201526064016108f4565b8051604051636c790c4160e11b815263ffffffff90911660048201525f907f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03169063d8f2188290602401602060405180830381865afa158015610e9d573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190610ec191906144be565b825160405163bc3432cb60e01b815263ffffffff90911660048201529091505f907f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03169063bc3432cb90602401602060405180830381865afa158015610f31573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190610f5591906144d7565b9050336001600160a01b03831614801590610f765750610f76838284612734565b15610f9d5760405163356afe3b60e11b8152600481018290523360248201526044016108f4565b8354600160681b7fffffffffffffffffffff000000000000000000ffffffffffffffffffffffffff90911617845560c083015160208085015164ffffffffff165f90815260038252604080822081880151608089015160608a015160ff1660089190911b61ff001660109290921b63ffff0000169190911717835290925290812080546001600160401b039093169290919061103a9084906144ee565b909155505060c08301516040516308693a2960e41b81526001600160a01b038481166004830152602482018890526001600160401b0390921660448201527f000000000000000000000000000000000000000000000000000000000000000090911690638693a290906064015f604051808303815f87803b1580156110bd575f5ffd5b505af11580156110cf573d5f5f3e3d5ffd5b50505050826020015164ffffffffff16857f7a39154c294a20b84e8bbde77b2a0b949e545ba0f5da6e38931429fca7289f768560c0015160405161112291906001600160401b0391909116815260200190565b60405180910390a35050505050565b5f61113b826128ad565b90505f61114b8260800151611210565b9050806001600160401b03164210156111a2576040517f5e8c8784000000000000000000000000000000000000000000000000000000008152600481018490526001600160401b03821660248201526044016108f4565b6111ad826004612ad6565b81608001516001600160401b03168260400151847fd4f150878a0e23472c349c160ba3b91cf87ac6e860327e8a0778d7d4aeb0553e8560c0015160405161120391906001600160401b0391909116815260200190565b60405180910390a4505050565b5f61012c6001600160401b03831611611229575f611235565b61123561012c83614501565b92915050565b5f7f000000000000000000000000000000000000000000000000000000000000000063ffffffff16826001600160401b031611611278575f611235565b61123563ffffffff7f00000000000000000000000000000000000000000000000000000000000000001683614501565b5f60ff82166112b9575060c0919050565b60031960ff8316016112cd57506080919050565b600460ff831611156112f757604051635e0986bf60e11b815260ff831660048201526024016108f4565b506040919050565b60405163baf156a760e01b815233600482015260c060248201819052907f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03169063baf156a790604401602060405180830381865afa15801561136b573d5f5f3e3d5ffd5b505050506040513d601f19601f8201168201806040525081019061138f919061441a565b6113b857604051636cab18e560e01b815233600482015261ffff821660248201526044016108f4565b8161ffff165f036113f5576040517f57aefb7500000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b5f5b838110156114b8575f61142186868481811061141557611415614439565b90506020020135612bb5565b905061142e816003612ad6565b80608001516001600160401b0316816040015187878581811061145357611453614439565b905060200201357f92d0b7f87bfb417f87a9696d6a16921a0e7a64353201714845c5c6f421e6f1218460c00151886040516114a79291906001600160401b0392909216825261ffff16602082015260400190565b60405180910390a4506001016113f7565b5050505050565b5f7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316635c975abb6040518163ffffffff1660e01b8152600401602060405180830381865afa15801561151c573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190611540919061441a565b1561155e576040516313d0ff5960e31b815260040160405180910390fd5b60405163baf156a760e01b815233600482015261080360248201819052907f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03169063baf156a790604401602060405180830381865afa1580156115cb573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906115ef919061441a565b61161857604051636cab18e560e01b815233600482015261ffff821660248201526044016108f4565b6116258887878787611cd3565b5f818152600860205260409020889055915061164388888686612cbe565b604080515f80825260208201819052818301526060810189905290516001600160401b038a1691339185917fa3189be2cf906ea2d57d938ed0aa6d72c003afb98485780264c1c728e3bab79f919081900360800190a45f5b858110156116dc576116d4838a5f8a8a868181106116bb576116bb614439565b905060200201358989878181106109a1576109a1614439565b60010161169b565b50509695505050505050565b5f836001600160401b0316421061170057505f6118bd565b6040517ff954340a00000000000000000000000000000000000000000000000000000000815261ffff831660048201525f907f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03169063f954340a90602401602060405180830381865afa158015611781573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906117a591906144be565b90505f5b600460ff8216116118ba577f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031663baf156a7836117ed846112a8565b6040516001600160e01b031960e085901b1681526001600160a01b03909216600483015261ffff166024820152604401602060405180830381865afa158015611838573d5f5f3e3d5ffd5b505050506040513d601f19601f8201168201806040525081019061185c919061441a565b156118aa576001600160401b0386165f90815260036020908152604080832063ffff0000601089901b1661ff0060088b901b161760ff86161784529091529020546118a7908461447d565b92505b6118b381614520565b90506117a9565b50505b9392505050565b60405163baf156a760e01b815233600482015260c060248201819052907f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03169063baf156a790604401602060405180830381865afa158015611930573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190611954919061441a565b61197d57604051636cab18e560e01b815233600482015261ffff821660248201526044016108f4565b5f5b82811015610c58575f61199d85858481811061141557611415614439565b60408101519091506119bc906119b281611a3a565b8360600151612ec8565b50600260095f8787868181106119d4576119d4614439565b602090810292909201358352508181019290925260409081015f908120805460ff95909516600160c01b0260ff60c01b19909516949094179093558382015183526007909152902054611a319082906001600160a01b0316612fa0565b5060010161197f565b60408051610100810182525f80825260208201819052918101829052606081018290526080810182905260a0810182905260c0810182905260e0810191909152505f90815260026020908152604091829020825161010081018452905463ffffffff8116825264ffffffffff6401000000008204169282019290925261ffff69010000000000000000008304169281019290925260ff600160581b820481166060840152600160601b820481166080840152600160681b820416151560a08301526001600160401b03600160701b8204811660c0840152600160b01b9091041660e082015290565b5f828152600a602090815260408083206001600160401b03808616855292529091208054606092811115611b5857611b5861453e565b604051908082528060200260200182016040528015611baf57816020015b6040805160a0810182525f808252602080830182905292820181905260608201819052608082015282525f19909201910181611b765790505b5091505f5b8251811015610d57575f60095f848481548110611bd357611bd3614439565b5f9182526020808320600483040154600390921660089081026101000a9092046001600160401b0390811685528482019590955260409384018320845160808082018752915480881682526801000000000000000081048816828501908152600160801b82048916838901908152600160c01b90920460ff16606080850191909152885160a081018a5284518b16815291518a1682870152915189168189015282518916875260078552878720546001600160a01b03169181019190915281519097168552929091529290912054918301919091528551909250859084908110611cbf57611cbf614439565b602090810291909101015250600101611bb4565b5f838214611d0d576040517f1083f70900000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b5f849003611d2e5760405163261818d760e21b815260040160405180910390fd5b611d3786613237565b60045f8154611d4590614490565b91829055505f81815260076020526040902080547fffffffffffffffffffffffff000000000000000000000000000000000000000016331790559695505050505050565b5f5f611d9784878786613290565b915091505f60405180610100016040528060055f8154611db690614490565b9190508190558152602001898152602001868152602001838152602001886001600160401b03168152602001846080015160ff168152602001856001600160401b031681526020018460e001516001600160401b031681525090505f611e1b836136ec565b6001600160a01b0316336001600160a01b031614905060405180608001604052808a6001600160401b03168152602001876001600160401b03168152602001866001600160401b0316815260200182611e75576001611e78565b60025b60ff90811690915283515f90815260096020908152604091829020845181549286015193860151606090960151909416600160c01b0260ff60c01b196001600160401b03968716600160801b02167fffffffffffffff000000000000000000ffffffffffffffffffffffffffffffff94871668010000000000000000027fffffffffffffffffffffffffffffffff0000000000000000000000000000000090941696909516959095179190911791909116919091179190911790558015611f4c57611f438233612fa0565b505050506114b8565b5f611f5689611210565b9050806001600160401b03164210611f945760405163b6fc941360e01b81526001600160401b03808b166004830152821660248201526044016108f4565b611f9e83336137e2565b825160a08085015160e0860151604080519485526001600160401b03808f16602087015260ff90931690850152818a166060850152166080830152859189918d917f04edc3e499bfeec9f8a17f41616b87ee09f0a2e69be2a32dd7e8ced1f83d67aa910160405180910390a450505050505050505050565b61202e61202960408301602084016140cf565b613237565b600461204060608301604084016140e8565b60ff1611156120785761205960608201604083016140e8565b604051635e0986bf60e11b815260ff90911660048201526024016108f4565b600161208a60808301606084016140e8565b60ff1611156120db576120a360808201606083016140e8565b6040517ffc549a1e00000000000000000000000000000000000000000000000000000000815260ff90911660048201526024016108f4565b60646120ed60a08301608084016140cf565b6001600160401b031610156121385761210c60a08201608083016140cf565b6040516373bc4d3160e01b81526001600160401b039091166004820152606460248201526044016108f4565b604051632cd5eee760e11b8152813560048201525f9081907f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316906359abddce906024016040805180830381865afa15801561219e573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906121c29190614565565b90925090506001600160a01b03811633146121f95760405163356afe3b60e11b8152833560048201523360248201526044016108f4565b61220283613a12565b6040516308df954960e11b8152833560048201525f907f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316906311bf2a9290602401608060405180830381865afa158015612267573d5f5f3e3d5ffd5b505050506040513d601f19601f8201168201806040525081019061228b919061458d565b6060015190506040518061010001604052808463ffffffff1681526020018560200160208101906122bc91906140cf565b64ffffffffff1681526020018261ffff1681526020018560400160208101906122e591906140e8565b60ff1681526020016122fd60808701606088016140e8565b60ff1681525f602082015260400161231b60a08701608088016140cf565b6001600160401b0316815260200161233960c0870160a088016140cf565b6001600160401b039081169091525f87815260026020908152604091829020845181549286015193860151606087015160808089015160a0808b015160c08c015160e0909c01518b16600160b01b027fffff0000000000000000ffffffffffffffffffffffffffffffffffffffffffff9c909b16600160701b029b909b167fffff00000000000000000000000000000000ffffffffffffffffffffffffffff9b1515600160681b026dff000000000000000000000000001960ff948516600160601b02166dffff0000000000000000000000001994909616600160581b026bff00000000000000000000001961ffff909816690100000000000000000002979097166bffffff0000000000000000001964ffffffffff909c166401000000000268ffffffffffffffffff19909b1663ffffffff909916989098179990991799909916959095179390931792909216179390931795909516929092179290921790556124a89186019086016140cf565b6001600160401b031660035f6124c460408801602089016140cf565b6001600160401b0316815260208101919091526040015f90812090612524846124f360808a0160608b016140e8565b61250360608b0160408c016140e8565b63ffff0000601084901b1661ff00600884901b161760ff8216179392505050565b81526020019081526020015f205f82825461253f919061447d565b90915550506001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016631593ed35838761258560a0890160808a016140cf565b6040516001600160e01b031960e086901b1681526001600160a01b03909316600484015260248301919091526001600160401b031660448201526064015f604051808303815f87803b1580156125d9575f5ffd5b505af11580156125eb573d5f5f3e3d5ffd5b506126009250505060408501602086016140cf565b6001600160401b03168435867f4cf8471f9dc5c96a77947b2ac62e0f8ab7ce42b20227acee27fadc3cdc3570ea61263d6060890160408a016140e8565b61264d60808a0160608b016140e8565b61265d60a08b0160808c016140cf565b61266d60c08c0160a08d016140cf565b8961267e60e08e0160c08f01614617565b6040805160ff97881681529690951660208701526001600160401b0393841694860194909452911660608401526001600160a01b0316608083015260070b60a082015260c00160405180910390a45050505050565b5f8181526002602052604081208054909164010000000090910464ffffffffff16900361272f576040517fa3c3737a000000000000000000000000000000000000000000000000000000008152600481018390526024016108f4565b919050565b5f836020015164ffffffffff16421080156127fd575083516040517f98ecb0f90000000000000000000000000000000000000000000000000000000081526004810185905263ffffffff909116907f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316906398ecb0f990602401602060405180830381865afa1580156127d1573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906127f59190614637565b63ffffffff16145b80156128a557506040517f4ea713270000000000000000000000000000000000000000000000000000000081526001600160a01b0383811660048301527f00000000000000000000000000000000000000000000000000000000000000001690634ea7132790602401602060405180830381865afa158015612881573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906128a5919061441a565b949350505050565b60408051610100810182525f80825260208201819052918101829052606081018290526080810182905260a0810182905260c0810182905260e08101919091525f82815260096020908152604091829020825160808101845290546001600160401b038082168352680100000000000000008204811693830193909352600160801b810490921692810192909252600160c01b900460ff16606082018190526001146129975760608101516040517f3b2352800000000000000000000000000000000000000000000000000000000081526004810185905260ff90911660248201526044016108f4565b5f6129ae82602001516001600160401b0316611a3a565b805160405163bc3432cb60e01b815263ffffffff90911660048201529091505f907f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03169063bc3432cb90602401602060405180830381865afa158015612a1e573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190612a4291906144d7565b9050604051806101000160405280868152602001845f01516001600160401b0316815260200184602001516001600160401b03168152602001828152602001836020015164ffffffffff166001600160401b03168152602001836080015160ff16815260200184604001516001600160401b031681526020018360e001516001600160401b03168152509350505050919050565b81515f908152600960209081526040808320805460ff60c01b1916600160c01b60ff87160217905581850151835260089091529020548015612b7d5760c08301515f82815260016020908152604080832060808801516001600160401b039081168552925290912080549091601691612b58918591600160b01b900416614501565b92506101000a8154816001600160401b0302191690836001600160401b031602179055505b6040808401516020808601515f9081526007909152919091205460c0850151612bb092916001600160a01b031690613b87565b505050565b60408051610100810182525f80825260208201819052918101829052606081018290526080810182905260a0810182905260c0810182905260e0810191909152612bfe826128ad565b9050612c0d81606001516136ec565b6001600160a01b0316336001600160a01b031614612c665760608101516040517fec1dc79400000000000000000000000000000000000000000000000000000000815260048101919091523360248201526044016108f4565b5f612c748260800151611210565b9050806001600160401b03164210612cb857608082015160405163b6fc941360e01b81526001600160401b03918216600482015290821660248201526044016108f4565b50919050565b604051632cd5eee760e11b8152600481018490525f907f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316906359abddce906024016040805180830381865afa158015612d22573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190612d469190614565565b9150506001600160a01b0381163314612d7b5760405163356afe3b60e11b8152600481018590523360248201526044016108f4565b5f8481526001602090815260408083206001600160401b038916845290915290208054600160981b900460ff1615612dd85760405163f4431d3160e01b8152600481018690526001600160401b03871660248201526044016108f4565b8054600160b01b90046001600160401b03165f5b84811015612e3857858582818110612e0657612e06614439565b9050602002016020810190612e1b91906140cf565b612e2e906001600160401b03168361447d565b9150600101612dec565b506161a8811115612e87576040517fb863309300000000000000000000000000000000000000000000000000000000815260048101879052602481018290526161a860448201526064016108f4565b81546001600160401b03909116600160b01b027fffff0000000000000000ffffffffffffffffffffffffffffffffffffffffffff9091161790555050505050565b604051632cd5eee760e11b8152600481018290525f9081906001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016906359abddce906024016040805180830381865afa158015612f2e573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190612f529190614565565b855190935090915063ffffffff808316911614612f985760208401516040516322e4c3ab60e11b81526004810187905264ffffffffff90911660248201526044016108f4565b509392505050565b612faa82826137e2565b60608201515f90815260016020908152604080832060808601516001600160401b03168452909152812080549091600160881b90910460ff1690036130505760808301516001600160401b03165f908152600660205260408120805490919061301290614490565b9091555060a0830151815460ff909116600160901b027fffffffffffffffffffffffffff00ffffffffffffffffffffffffffffffffffff9091161781555b8054819060119061306a90600160881b900460ff16614520565b91906101000a81548160ff021916908360ff1602179055508260c001516001600160401b0316815f0160088282829054906101000a900468ffffffffffffffffff166130b69190614650565b825468ffffffffffffffffff91821661010093840a908102920219161790915560608501515f908152600a6020908152604080832060808901516001600160401b039081168552908352818420895181546001810183559186528486206004830401805491841660086003909416840290980a9788029790930219169590951790558188015183529290522054905080156131a4575f81815260016020908152604080832060808801516001600160401b031684529091529020805460149061318990600160a01b900461ffff16614671565b91906101000a81548161ffff021916908361ffff1602179055505b8360600151846040015185602001517fa2dcfc25d05b53491f820733b80704242747fadf1094ba84b4ecf8025bb263d9875f015188608001518960a001518a60c001518b60e001516040516132299594939291909485526001600160401b03938416602086015260ff9290921660408501528216606084015216608082015260a00190565b60405180910390a450505050565b61324081613e76565b806001600160401b0316421061328d576040517f632c63aa0000000000000000000000000000000000000000000000000000000081526001600160401b03821660048201526024016108f4565b50565b60408051610100810182525f80825260208201819052918101829052606081018290526080810182905260a0810182905260c0810182905260e0810182905290806132da876126d3565b6040805161010081018252825463ffffffff8116825264ffffffffff6401000000008204166020830181905261ffff69010000000000000000008304169383019390935260ff600160581b820481166060840152600160601b820481166080840152600160681b820416151560a08301526001600160401b03600160701b8204811660c0840152600160b01b909104811660e0830152909550919250908716146133a9576040516322e4c3ab60e11b8152600481018890526001600160401b03871660248201526044016108f4565b8460ff16836060015160ff16146134065760608301516040517f2ca04eed0000000000000000000000000000000000000000000000000000000081526004810189905260ff918216602482015290861660448201526064016108f4565b836001600160401b03165f0361342f5760405163261818d760e21b815260040160405180910390fd5b8260c001516001600160401b0316846001600160401b031611156134865760c083015160405163019373d360e71b8152600481018990526001600160401b03918216602482015290851660448201526064016108f4565b5f60646001600160401b03168460c001516001600160401b0316106134ac5760646134b2565b8360c001515b9050806001600160401b0316856001600160401b031610156134fa576040516373bc4d3160e01b81526001600160401b038087166004830152821660248201526044016108f4565b835160405163bc3432cb60e01b815263ffffffff90911660048201527f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03169063bc3432cb90602401602060405180830381865afa158015613565573d5f5f3e3d5ffd5b505050506040513d601f19601f8201168201806040525081019061358991906144d7565b92505f613597898686612ec8565b9050858560c001516135a99190614501565b83546001600160401b03918216600160701b0275ffffffffffffffff0000000000000000000000000000199091161784558881165f9081526003602090815260408083208982015160808b015160ff8e1660089190911b61ff001660109290921b63ffff0000169190911717845290915281208054928916929091906136309084906144ee565b90915550506040517fc756eab20000000000000000000000000000000000000000000000000000000081526001600160a01b038281166004830152336024830152604482018b90526001600160401b03881660648301527f0000000000000000000000000000000000000000000000000000000000000000169063c756eab2906084015f604051808303815f87803b1580156136ca575f5ffd5b505af11580156136dc573d5f5f3e3d5ffd5b5050505050505094509492505050565b6040516308df954960e11b8152600481018290525f907f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03169063f954340a9082906311bf2a9290602401608060405180830381865afa158015613759573d5f5f3e3d5ffd5b505050506040513d601f19601f8201168201806040525081019061377d919061458d565b606001516040516001600160e01b031960e084901b16815261ffff9091166004820152602401602060405180830381865afa1580156137be573d5f5f3e3d5ffd5b505050506040513d601f19601f8201168201806040525081019061123591906144be565b60608201515f908152600a6020908152604080832060808601516001600160401b0316845290915281208054909181900361381d5750505050565b60a084015160608501515f90815260016020908152604080832060808901516001600160401b03168452909152902054600160901b900460ff9081169116146138ae57606084015160808501516040517f5b3c9d8700000000000000000000000000000000000000000000000000000000815260048101929092526001600160401b031660248201526044016108f4565b6010810361390457606084015160808501516040517f9eb99c7100000000000000000000000000000000000000000000000000000000815260048101929092526001600160401b031660248201526044016108f4565b60088110156139135750505050565b5f5f5b828110156139ac57846001600160a01b031660075f60095f88868154811061394057613940614439565b5f91825260208083206004830401546001600160401b0360086003909416939093026101000a9004821684528381019490945260409283018220541684529183019390935291019020546001600160a01b0316036139a4576139a182614490565b91505b600101613916565b50600881106114b857606085015160808601516040517f657ec8d600000000000000000000000000000000000000000000000000000000815260048101929092526001600160401b031660248201526001600160a01b03851660448201526064016108f4565b80355f908152600160209081526040808320918391613a36919086019086016140cf565b6001600160401b03908116825260208201929092526040015f208054909250600160b01b90041615613a9f578135613a7460408401602085016140cf565b60405163f4431d3160e01b815260048101929092526001600160401b031660248201526044016108f4565b8054600160981b900460ff16613b03576001613ac160e0840160c08501614617565b8254911515600160981b027fffffffffffffffffffffffff00ffffffffffffffffffffff00000000000000009092166001600160401b03909116171781555050565b613b1360e0830160c08401614617565b8154600791820b910b14613b83578135613b3360408401602085016140cf565b82546040517f99e20ba100000000000000000000000000000000000000000000000000000000815260048101939093526001600160401b03909116602483015260070b60448201526064016108f4565b5050565b5f83815260026020908152604091829020825161010081018452815463ffffffff8116825264ffffffffff6401000000008204169382019390935261ffff69010000000000000000008404169381019390935260ff600160581b830481166060850152600160601b830481166080850152600160681b83041615801560a08501526001600160401b03600160701b8404811660c0860152600160b01b90930490921660e08401529190613cc8576040516308693a2960e41b81526001600160a01b038581166004830152602482018790526001600160401b03851660448301527f00000000000000000000000000000000000000000000000000000000000000001690638693a290906064015b5f604051808303815f87803b158015613cab575f5ffd5b505af1158015613cbd573d5f5f3e3d5ffd5b505050505050505050565b828160c00151613cd89190614688565b82546001600160401b03918216600160701b0275ffffffffffffffff00000000000000000000000000001990911617835560208281015164ffffffffff165f908152600382526040808220818601516080870151606088015160ff1660089190911b61ff001660109290921b63ffff00001691909117178352909252908120805492861692909190613d6b90849061447d565b90915550508051604051636c790c4160e11b815263ffffffff90911660048201526001600160a01b037f000000000000000000000000000000000000000000000000000000000000000081169163c756eab29187917f00000000000000000000000000000000000000000000000000000000000000009091169063d8f2188290602401602060405180830381865afa158015613e09573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190613e2d91906144be565b6040516001600160e01b031960e085901b1681526001600160a01b03928316600482015291166024820152604481018890526001600160401b0386166064820152608401613c94565b613ea663ffffffff7f000000000000000000000000000000000000000000000000000000000000000016826146a7565b6001600160401b0316151580613ec357506001600160401b038116155b80613edb575064ffffffffff6001600160401b038216115b1561328d576040517f670794930000000000000000000000000000000000000000000000000000000081526001600160401b03821660048201526024016108f4565b5f60208284031215613f2d575f5ffd5b5035919050565b80356001600160401b038116811461272f575f5ffd5b803560ff8116811461272f575f5ffd5b5f5f83601f840112613f6a575f5ffd5b5081356001600160401b03811115613f80575f5ffd5b6020830191508360208260051b8501011115610a0a575f5ffd5b5f5f5f5f5f5f5f5f60c0898b031215613fb1575f5ffd5b613fba89613f34565b9750613fc860208a01613f4a565b965060408901356001600160401b03811115613fe2575f5ffd5b613fee8b828c01613f5a565b90975095505060608901356001600160401b0381111561400c575f5ffd5b6140188b828c01613f5a565b999c989b5096999598969760808701359660a0013595509350505050565b5f5f60408385031215614047575f5ffd5b8235915061405760208401613f34565b90509250929050565b5f5f60208385031215614071575f5ffd5b82356001600160401b03811115614086575f5ffd5b8301601f81018513614096575f5ffd5b80356001600160401b038111156140ab575f5ffd5b85602060e0830284010111156140bf575f5ffd5b6020919091019590945092505050565b5f602082840312156140df575f5ffd5b6118bd82613f34565b5f602082840312156140f8575f5ffd5b6118bd82613f4a565b61ffff8116811461328d575f5ffd5b5f5f5f60408486031215614122575f5ffd5b83356001600160401b03811115614137575f5ffd5b61414386828701613f5a565b909450925050602084013561415781614101565b809150509250925092565b5f5f5f5f5f5f60808789031215614177575f5ffd5b61418087613f34565b95506020870135945060408701356001600160401b038111156141a1575f5ffd5b6141ad89828a01613f5a565b90955093505060608701356001600160401b038111156141cb575f5ffd5b6141d789828a01613f5a565b979a9699509497509295939492505050565b5f5f5f606084860312156141fb575f5ffd5b61420484613f34565b925061421260208501613f4a565b9150604084013561415781614101565b5f5f60208385031215614233575f5ffd5b82356001600160401b03811115614248575f5ffd5b61425485828601613f5a565b90969095509350505050565b5f60e082019050825160070b825268ffffffffffffffffff602084015116602083015260ff604084015116604083015260ff606084015116606083015260808301511515608083015260a08301516142be60a084018261ffff169052565b5060c08301516142d960c08401826001600160401b03169052565b5092915050565b5f6101008201905063ffffffff835116825264ffffffffff602084015116602083015261ffff60408401511660408301526060830151614325606084018260ff169052565b50608083015161433a608084018260ff169052565b5060a083015161434e60a084018215159052565b5060c083015161436960c08401826001600160401b03169052565b5060e08301516142d960e08401826001600160401b03169052565b602080825282518282018190525f918401906040840190835b8181101561440f5783516001600160401b0381511684526001600160401b0360208201511660208501526001600160401b0360408201511660408501526001600160a01b036060820151166060850152608081015160808501525060a08301925060208401935060018101905061439d565b509095945050505050565b5f6020828403121561442a575f5ffd5b815180151581146118bd575f5ffd5b634e487b7160e01b5f52603260045260245ffd5b634e487b7160e01b5f52601160045260245ffd5b5f61ffff8216806144745761447461444d565b5f190192915050565b808201808211156112355761123561444d565b5f600182016144a1576144a161444d565b5060010190565b80516001600160a01b038116811461272f575f5ffd5b5f602082840312156144ce575f5ffd5b6118bd826144a8565b5f602082840312156144e7575f5ffd5b5051919050565b818103818111156112355761123561444d565b6001600160401b0382811682821603908111156112355761123561444d565b5f60ff821660ff81036145355761453561444d565b60010192915050565b634e487b7160e01b5f52604160045260245ffd5b805163ffffffff8116811461272f575f5ffd5b5f5f60408385031215614576575f5ffd5b61457f83614552565b9150614057602084016144a8565b5f608082840312801561459e575f5ffd5b50604051608081016001600160401b03811182821017156145cd57634e487b7160e01b5f52604160045260245ffd5b6040526145d983614552565b81526145e760208401614552565b60208201526145f8604084016144a8565b6040820152606083015161460b81614101565b60608201529392505050565b5f60208284031215614627575f5ffd5b81358060070b81146118bd575f5ffd5b5f60208284031215614647575f5ffd5b6118bd82614552565b68ffffffffffffffffff81811683821601908111156112355761123561444d565b5f61ffff821661ffff81036145355761453561444d565b6001600160401b0381811683821601908111156112355761123561444d565b5f6001600160401b038316806146cb57634e487b7160e01b5f52601260045260245ffd5b806001600160401b038416069150509291505056';
