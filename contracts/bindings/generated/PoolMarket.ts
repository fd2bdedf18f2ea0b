// Written by contracts/generate-bindings.ts from the compiled contracts: do not edit.

export const poolMarketAbi = [
 {
  "inputs": [
   {
    "internalType": "contract EnergyMarket",
    "name": "market_",
    "type": "address"
   }
  ],
  "stateMutability": "nonpayable",
  "type": "constructor"
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
  "inputs": [],
  "name": "Paused",
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
  "anonymous": false,
  "inputs": [],
  "name": "EIP712DomainChanged",
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
    "internalType": "uint64",
    "name": "interval",
    "type": "uint64"
   }
  ],
  "name": "OrderCancelled",
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
    "internalType": "uint64",
    "name": "interval",
    "type": "uint64"
   },
   {
    "indexed": true,
    "internalType": "bytes32",
    "name": "point",
    "type": "bytes32"
   },
   {
    "indexed": false,
    "internalType": "address",
    "name": "owner",
    "type": "address"
   },
   {
    "indexed": false,
    "internalType": "uint8",
    "name": "side",
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
    "name": "limitPriceMicroEurPerKwh",
    "type": "uint64"
   },
   {
    "indexed": false,
    "internalType": "uint64",
    "name": "expiresAt",
    "type": "uint64"
   }
  ],
  "name": "OrderPlaced",
  "type": "event"
 },
 {
  "anonymous": false,
  "inputs": [
   {
    "indexed": true,
    "internalType": "bytes32",
    "name": "point",
    "type": "bytes32"
   },
   {
    "indexed": false,
    "internalType": "uint64",
    "name": "nonce",
    "type": "uint64"
   }
  ],
  "name": "OrderVoided",
  "type": "event"
 },
 {
  "anonymous": false,
  "inputs": [
   {
    "indexed": true,
    "internalType": "uint64",
    "name": "interval",
    "type": "uint64"
   },
   {
    "indexed": true,
    "internalType": "address",
    "name": "clearedBy",
    "type": "address"
   },
   {
    "indexed": false,
    "internalType": "uint64",
    "name": "priceMicroEurPerKwh",
    "type": "uint64"
   },
   {
    "indexed": false,
    "internalType": "uint128",
    "name": "energyWh",
    "type": "uint128"
   },
   {
    "indexed": false,
    "internalType": "uint32",
    "name": "lastSell",
    "type": "uint32"
   },
   {
    "indexed": false,
    "internalType": "uint32",
    "name": "lastBuy",
    "type": "uint32"
   },
   {
    "indexed": false,
    "internalType": "uint32",
    "name": "parts",
    "type": "uint32"
   }
  ],
  "name": "PoolCleared",
  "type": "event"
 },
 {
  "anonymous": false,
  "inputs": [
   {
    "indexed": true,
    "internalType": "uint64",
    "name": "interval",
    "type": "uint64"
   },
   {
    "indexed": true,
    "internalType": "address",
    "name": "account",
    "type": "address"
   },
   {
    "indexed": false,
    "internalType": "uint32",
    "name": "part",
    "type": "uint32"
   },
   {
    "components": [
     {
      "internalType": "uint32",
      "name": "sellerConnection",
      "type": "uint32"
     },
     {
      "internalType": "uint32",
      "name": "buyerConnection",
      "type": "uint32"
     },
     {
      "internalType": "uint16",
      "name": "sellerArea",
      "type": "uint16"
     },
     {
      "internalType": "uint16",
      "name": "buyerArea",
      "type": "uint16"
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
     }
    ],
    "indexed": false,
    "internalType": "struct OpenTrades.MatchedTrade[]",
    "name": "trades",
    "type": "tuple[]"
   }
  ],
  "name": "PoolWalked",
  "type": "event"
 },
 {
  "inputs": [],
  "name": "ORDERS_PER_POINT_MAX",
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
  "name": "ORDERS_PER_STEP_MAX",
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
  "name": "ORDER_MAX_WH",
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
  "name": "ORDER_MIN_WH",
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
  "name": "ORDER_TYPEHASH",
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
  "inputs": [],
  "name": "SIDE_BUY",
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
  "name": "SIDE_SELL",
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
  "name": "beginClearing",
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
  "name": "book",
  "outputs": [
   {
    "components": [
     {
      "internalType": "uint32",
      "name": "placed",
      "type": "uint32"
     },
     {
      "internalType": "uint32",
      "name": "cancelled",
      "type": "uint32"
     },
     {
      "internalType": "uint32",
      "name": "sells",
      "type": "uint32"
     },
     {
      "internalType": "uint32",
      "name": "buys",
      "type": "uint32"
     },
     {
      "internalType": "bool",
      "name": "cleared",
      "type": "bool"
     }
    ],
    "internalType": "struct OrderBook.Book",
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
    "internalType": "uint256",
    "name": "orderId",
    "type": "uint256"
   }
  ],
  "name": "cancelOrder",
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
   },
   {
    "components": [
     {
      "internalType": "uint32[]",
      "name": "sells",
      "type": "uint32[]"
     },
     {
      "internalType": "uint32[]",
      "name": "buys",
      "type": "uint32[]"
     },
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
    "internalType": "struct PoolMarket.Claim",
    "name": "claim",
    "type": "tuple"
   }
  ],
  "name": "clearPool",
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
  "name": "clearing",
  "outputs": [
   {
    "components": [
     {
      "internalType": "address",
      "name": "clearedBy",
      "type": "address"
     },
     {
      "internalType": "uint64",
      "name": "priceMicroEurPerKwh",
      "type": "uint64"
     },
     {
      "internalType": "uint32",
      "name": "parts",
      "type": "uint32"
     },
     {
      "internalType": "uint128",
      "name": "energyWh",
      "type": "uint128"
     },
     {
      "internalType": "uint32",
      "name": "lastSell",
      "type": "uint32"
     },
     {
      "internalType": "uint32",
      "name": "lastBuy",
      "type": "uint32"
     }
    ],
    "internalType": "struct PoolMarket.Clearing",
    "name": "",
    "type": "tuple"
   }
  ],
  "stateMutability": "view",
  "type": "function"
 },
 {
  "inputs": [],
  "name": "eip712Domain",
  "outputs": [
   {
    "internalType": "bytes1",
    "name": "fields",
    "type": "bytes1"
   },
   {
    "internalType": "string",
    "name": "name",
    "type": "string"
   },
   {
    "internalType": "string",
    "name": "version",
    "type": "string"
   },
   {
    "internalType": "uint256",
    "name": "chainId",
    "type": "uint256"
   },
   {
    "internalType": "address",
    "name": "verifyingContract",
    "type": "address"
   },
   {
    "internalType": "bytes32",
    "name": "salt",
    "type": "bytes32"
   },
   {
    "internalType": "uint256[]",
    "name": "extensions",
    "type": "uint256[]"
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
  "name": "finishClearing",
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
  "inputs": [],
  "name": "market",
  "outputs": [
   {
    "internalType": "contract EnergyMarket",
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
    "name": "orderId",
    "type": "uint256"
   }
  ],
  "name": "order",
  "outputs": [
   {
    "components": [
     {
      "internalType": "uint32",
      "name": "connection",
      "type": "uint32"
     },
     {
      "internalType": "uint8",
      "name": "side",
      "type": "uint8"
     },
     {
      "internalType": "uint64",
      "name": "energyWh",
      "type": "uint64"
     },
     {
      "internalType": "uint64",
      "name": "limitPriceMicroEurPerKwh",
      "type": "uint64"
     },
     {
      "internalType": "uint40",
      "name": "expiresAt",
      "type": "uint40"
     },
     {
      "internalType": "uint32",
      "name": "cancelNumber",
      "type": "uint32"
     }
    ],
    "internalType": "struct OrderBook.Order",
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
      "name": "side",
      "type": "uint8"
     },
     {
      "internalType": "uint64",
      "name": "energyWh",
      "type": "uint64"
     },
     {
      "internalType": "uint64",
      "name": "limitPriceMicroEurPerKwh",
      "type": "uint64"
     },
     {
      "internalType": "uint64",
      "name": "expiresAt",
      "type": "uint64"
     },
     {
      "internalType": "uint64",
      "name": "nonce",
      "type": "uint64"
     }
    ],
    "internalType": "struct OrderBook.OrderTerms",
    "name": "terms",
    "type": "tuple"
   }
  ],
  "name": "orderDigest",
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
    "internalType": "uint64",
    "name": "interval",
    "type": "uint64"
   },
   {
    "internalType": "uint32",
    "name": "number",
    "type": "uint32"
   }
  ],
  "name": "orderIdOf",
  "outputs": [
   {
    "internalType": "uint256",
    "name": "",
    "type": "uint256"
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
    "name": "nonce",
    "type": "uint64"
   }
  ],
  "name": "orderNonceUsed",
  "outputs": [
   {
    "internalType": "bool",
    "name": "",
    "type": "bool"
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
      "name": "side",
      "type": "uint8"
     },
     {
      "internalType": "uint64",
      "name": "energyWh",
      "type": "uint64"
     },
     {
      "internalType": "uint64",
      "name": "limitPriceMicroEurPerKwh",
      "type": "uint64"
     },
     {
      "internalType": "uint64",
      "name": "expiresAt",
      "type": "uint64"
     },
     {
      "internalType": "uint64",
      "name": "nonce",
      "type": "uint64"
     }
    ],
    "internalType": "struct OrderBook.OrderTerms[]",
    "name": "terms",
    "type": "tuple[]"
   },
   {
    "internalType": "bytes[]",
    "name": "signatures",
    "type": "bytes[]"
   }
  ],
  "name": "placeOrders",
  "outputs": [
   {
    "internalType": "uint256[]",
    "name": "orderIds",
    "type": "uint256[]"
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
  "name": "poolClosure",
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
  "inputs": [
   {
    "internalType": "uint64",
    "name": "interval",
    "type": "uint64"
   },
   {
    "internalType": "uint32",
    "name": "firstPart",
    "type": "uint32"
   },
   {
    "components": [
     {
      "internalType": "uint32",
      "name": "sellerConnection",
      "type": "uint32"
     },
     {
      "internalType": "uint32",
      "name": "buyerConnection",
      "type": "uint32"
     },
     {
      "internalType": "uint16",
      "name": "sellerArea",
      "type": "uint16"
     },
     {
      "internalType": "uint16",
      "name": "buyerArea",
      "type": "uint16"
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
     }
    ],
    "internalType": "struct OpenTrades.MatchedTrade[][]",
    "name": "matched",
    "type": "tuple[][]"
   }
  ],
  "name": "recordTrades",
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
  "inputs": [
   {
    "internalType": "uint64",
    "name": "interval",
    "type": "uint64"
   },
   {
    "internalType": "uint32[]",
    "name": "sells",
    "type": "uint32[]"
   },
   {
    "internalType": "uint32[]",
    "name": "buys",
    "type": "uint32[]"
   }
  ],
  "name": "stepClearing",
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
    "name": "nonce",
    "type": "uint64"
   }
  ],
  "name": "voidOrder",
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
   },
   {
    "internalType": "address",
    "name": "account",
    "type": "address"
   }
  ],
  "name": "walkOf",
  "outputs": [
   {
    "components": [
     {
      "components": [
       {
        "internalType": "uint32",
        "name": "listed",
        "type": "uint32"
       },
       {
        "internalType": "uint32",
        "name": "number",
        "type": "uint32"
       },
       {
        "internalType": "uint64",
        "name": "limitPriceMicroEurPerKwh",
        "type": "uint64"
       },
       {
        "internalType": "uint64",
        "name": "remainingWh",
        "type": "uint64"
       },
       {
        "internalType": "uint32",
        "name": "connection",
        "type": "uint32"
       },
       {
        "internalType": "uint16",
        "name": "area",
        "type": "uint16"
       }
      ],
      "internalType": "struct PoolClearing.Side",
      "name": "sell",
      "type": "tuple"
     },
     {
      "components": [
       {
        "internalType": "uint32",
        "name": "listed",
        "type": "uint32"
       },
       {
        "internalType": "uint32",
        "name": "number",
        "type": "uint32"
       },
       {
        "internalType": "uint64",
        "name": "limitPriceMicroEurPerKwh",
        "type": "uint64"
       },
       {
        "internalType": "uint64",
        "name": "remainingWh",
        "type": "uint64"
       },
       {
        "internalType": "uint32",
        "name": "connection",
        "type": "uint32"
       },
       {
        "internalType": "uint16",
        "name": "area",
        "type": "uint16"
       }
      ],
      "internalType": "struct PoolClearing.Side",
      "name": "buy",
      "type": "tuple"
     },
     {
      "internalType": "uint32",
      "name": "sells",
      "type": "uint32"
     },
     {
      "internalType": "uint32",
      "name": "buys",
      "type": "uint32"
     },
     {
      "internalType": "uint32",
      "name": "cancelled",
      "type": "uint32"
     },
     {
      "internalType": "uint40",
      "name": "startedAt",
      "type": "uint40"
     },
     {
      "internalType": "uint32",
      "name": "parts",
      "type": "uint32"
     },
     {
      "internalType": "bool",
      "name": "ended",
      "type": "bool"
     },
     {
      "internalType": "uint32",
      "name": "lastSell",
      "type": "uint32"
     },
     {
      "internalType": "uint32",
      "name": "lastBuy",
      "type": "uint32"
     },
     {
      "internalType": "uint128",
      "name": "energyWh",
      "type": "uint128"
     },
     {
      "internalType": "uint64",
      "name": "lastSellLimitMicroEurPerKwh",
      "type": "uint64"
     },
     {
      "internalType": "uint64",
      "name": "lastBuyLimitMicroEurPerKwh",
      "type": "uint64"
     }
    ],
    "internalType": "struct PoolClearing.Walk",
    "name": "",
    "type": "tuple"
   }
  ],
  "stateMutability": "view",
  "type": "function"
 }
] as const;

export const poolMarketBytecode =
  '0x610240604052348015610010575f5ffd5b50604051615f84380380615f8483398101604081905261002f91610499565b6040518060400160405280601481526020017f496e7465726c6f636b20506f6f6c4d61726b6574000000000000000000000000815250604051806040016040528060018152602001603160f81b815250826001600160a01b0316637b1039996040518163ffffffff1660e01b8152600401602060405180830381865afa1580156100bb573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906100df9190610499565b836001600160a01b03166352f6747a6040518163ffffffff1660e01b8152600401602060405180830381865afa15801561011b573d5f5f3e3d5ffd5b505050506040513d601f19601f8201168201806040525081019061013f9190610499565b6001600160a01b03808316608052811660a081905260408051637d1cd04f60e01b81529051637d1cd04f916004808201926020929091908290030181865afa15801561018d573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906101b191906104bb565b63ffffffff1660c08163ffffffff1681525050806001600160a01b0316633c2524466040518163ffffffff1660e01b8152600401602060405180830381865afa158015610200573d5f5f3e3d5ffd5b505050506040513d601f19601f8201168201806040525081019061022491906104bb565b63ffffffff1660e0525061023990508261043c565b6101a0526102468161043c565b6101c0528151602080840191909120610160528151908201206101805246610120526102d56101605161018051604080517f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f60208201529081019290925260608201524660808201523060a08201525f9060c00160405160208183030381529060405280519060200120905090565b610100525050306101405260a0516040805163d1e6c03760e01b815290516001600160a01b039092169163d1e6c037916004808201926020929091908290030181865afa158015610328573d5f5f3e3d5ffd5b505050506040513d601f19601f8201168201806040525081019061034c91906104bb565b63ffffffff166101e0526001600160a01b038082166102005260a0516040805163d5046d6d60e01b81529051919092169163d5046d6d9160048083019260209291908290030181865afa1580156103a5573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906103c991906104de565b60ff1660a0516001600160a01b0316635d5cd6bf6040518163ffffffff1660e01b8152600401602060405180830381865afa15801561040a573d5f5f3e3d5ffd5b505050506040513d601f19601f8201168201806040525081019061042e91906104de565b60ff16146102205250610559565b5f5f829050601f8151111561046f578260405163305a27a960e01b815260040161046691906104fe565b60405180910390fd5b805161047a82610533565b179392505050565b6001600160a01b0381168114610496575f5ffd5b50565b5f602082840312156104a9575f5ffd5b81516104b481610482565b9392505050565b5f602082840312156104cb575f5ffd5b815163ffffffff811681146104b4575f5ffd5b5f602082840312156104ee575f5ffd5b815160ff811681146104b4575f5ffd5b602081525f82518060208401528060208501604085015e5f604082850101526040601f19601f83011684010191505092915050565b80516020808301519190811015610553575f198160200360031b1b821691505b50919050565b60805160a05160c05160e05161010051610120516101405161016051610180516101a0516101c0516101e05161020051610220516159016106835f395f81816129090152612ec501525f81816106070152612f5d01525f8181611606015261164a01525f61364f01525f61361f01525f613d7a01525f613d5201525f613cad01525f613cd701525f613d0101525f818161086001526108a401525f81816105cb01528181612c64015261392801525f81816103d701528181610caa01528181611bf20152611db201525f81816105a40152818161090301528181610bda01528181610da201528181610e4d015281816110f8015281816113a90152818161167901528181611b1801528181611cd001528181612ce90152818161324801526141a101526159015ff3fe608060405234801561000f575f5ffd5b50600436106101c6575f3560e01c806374ada928116100fe578063bd2f796f1161009e578063ee7330051161006e578063ee733005146107ce578063f973a209146107d6578063fd27b781146107fd578063fd83e04a14610810575f5ffd5b8063bd2f796f14610798578063bfc2b781146107ab578063d8f3687d146107b3578063daee78e9146107c6575f5ffd5b806380f55605116100d957806380f556051461060257806384b0196e146106295780639d65855614610644578063a2d9f02c14610657575f5ffd5b806374ada928146105965780637b1039991461059f5780637d1cd04f146105c6575f5ffd5b8063514fcac7116101695780635943020911610144578063594302091461042457806367e40b91146105305780636ca7832b146105505780636f797f7a1461055c575f5ffd5b8063514fcac7146103bf57806352f6747a146103d257806355cc82d714610411575f5ffd5b8063401e27a7116101a4578063401e27a71461034c57806345225aba14610377578063491ec7a41461038c5780634bc998da146103ac575f5ffd5b806318542264146101ca57806321603f43146101e8578063229f2b4914610329575b5f5ffd5b6101d15f81565b60405160ff90911681526020015b60405180910390f35b6102b66101f6366004614ab7565b6040805160c0810182525f80825260208201819052918101829052606081018290526080810182905260a0810191909152505f90815260026020908152604091829020825160c081018452905463ffffffff808216835260ff640100000000830416938301939093526001600160401b036501000000000082048116948301949094526d01000000000000000000000000008104909316606082015264ffffffffff600160a81b8404166080820152600160d01b9092041660a082015290565b6040516101df91905f60c08201905063ffffffff835116825260ff60208401511660208301526001600160401b0360408401511660408301526001600160401b03606084015116606083015264ffffffffff608084015116608083015263ffffffff60a08401511660a083015292915050565b61033c610337366004614aed565b610823565b60405190151581526020016101df565b61035f61035a366004614b1b565b61085d565b6040516001600160401b0390911681526020016101df565b61038a610385366004614aed565b6108ca565b005b61039f61039a366004614b4a565b6109ed565b6040516101df9190614b76565b61038a6103ba366004614d22565b610bd8565b61038a6103cd366004614ab7565b610d27565b6103f97f000000000000000000000000000000000000000000000000000000000000000081565b6040516001600160a01b0390911681526020016101df565b61038a61041f366004614dbe565b6110f6565b6104d5610432366004614b1b565b6040805160a0810182525f80825260208201819052918101829052606081018290526080810191909152506001600160401b03165f90815260036020908152604091829020825160a081018452905463ffffffff80821683526401000000008204811693830193909352680100000000000000008104831693820193909352600160601b83049091166060820152600160801b90910460ff161515608082015290565b6040516101df91905f60a08201905063ffffffff835116825263ffffffff602084015116602083015263ffffffff604084015116604083015263ffffffff606084015116606083015260808301511515608083015292915050565b61054361053e366004614e1e565b6113a5565b6040516101df9190614ed8565b61035f64ffffffffff81565b61058861056a366004614eea565b63ffffffff1660209190911b6bffffffffffffffff00000000161790565b6040519081526020016101df565b61058861025881565b6103f97f000000000000000000000000000000000000000000000000000000000000000081565b6105ed7f000000000000000000000000000000000000000000000000000000000000000081565b60405163ffffffff90911681526020016101df565b6103f97f000000000000000000000000000000000000000000000000000000000000000081565b610631611547565b6040516101df9796959493929190614f44565b610588610652366004614fcd565b6115a5565b610720610665366004614b1b565b6040805160c0810182525f80825260208201819052918101829052606081018290526080810182905260a0810191909152506001600160401b039081165f90815260066020908152604091829020825160c08101845281546001600160a01b0381168252600160a01b80820490961693820193909352600160e01b90920463ffffffff90811693830193909352600101546001600160801b0381166060830152600160801b810483166080830152929092041660a082015290565b6040516101df91905f60c0820190506001600160a01b0383511682526001600160401b03602084015116602083015263ffffffff60408401511660408301526001600160801b03606084015116606083015263ffffffff608084015116608083015263ffffffff60a08401511660a083015292915050565b61035f6107a6366004614b1b565b6115f7565b6101d1600181565b61038a6107c1366004614b1b565b611677565b61035f606481565b610588600881565b6105887f9860afc975e2ebba7353226eee76cadde8365e731297637b676081df1b801ece81565b61038a61080b366004614fe6565b611b16565b61038a61081e36600461502d565b611cce565b5f82815260046020908152604080832066ffffffffffffff600886901c168452909152812054600160ff84161b1615155b90505b92915050565b5f7f000000000000000000000000000000000000000000000000000000000000000063ffffffff16826001600160401b03161161089a575f610857565b61085763ffffffff7f000000000000000000000000000000000000000000000000000000000000000016836150c1565b6040517f7dd564110000000000000000000000000000000000000000000000000000000081526004810183905233906001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001690637dd5641190602401602060405180830381865afa158015610948573d5f5f3e3d5ffd5b505050506040513d601f19601f8201168201806040525081019061096c91906150e0565b6001600160a01b0316146109a15760405163356afe3b60e11b8152600481018390523360248201526044015b60405180910390fd5b6109ab82826122d4565b6040516001600160401b038216815282907f9d601b4ecc71072bcffbc8495a3aee0111507d174c95ef2a232285dbd641c9c99060200160405180910390a25050565b6109f56149ed565b506001600160401b038083165f9081526007602090815260408083206001600160a01b0386168452825291829020825161026081018452815463ffffffff8082166101a0840190815264010000000080840483166101c0860152680100000000000000008085048a166101e0870152600160801b8086048b166102008801527801000000000000000000000000000000000000000000000000808704861661022089015261ffff600160e01b9788900481166102408a01529488528a5160c08181018d5260018b015480891683528681048916838e01528581048f16838f01528481048f166060808501919091528482048a166080808601919091529a90910490971660a0808401919091529b8a019190915260028a01548088169c8a019c909c52938b0486169488019490945290890484169486019490945264ffffffffff600160601b8904169685019690965271010000000000000000000000000000000000870482169584019590955260ff600160a81b870416151560e084015276010000000000000000000000000000000000000000000086048116610100840152600160d01b9095049094166101208201526003909101546001600160801b0381166101408301529283048416610160820152910490911661018082015292915050565b7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316635c975abb6040518163ffffffff1660e01b8152600401602060405180830381865afa158015610c34573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190610c5891906150fb565b15610c76576040516313d0ff5960e31b815260040160405180910390fd5b610c7f83612380565b610d2283610c8c85612435565b604051638d21510360e01b81526001600160401b03871660048201527f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031690638d21510390602401608060405180830381865afa158015610cf7573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190610d1b919061515e565b8585612895565b505050565b5f8181526002602052604081208054909163ffffffff90911690819003610d6457604051630866302f60e11b815260048101849052602401610998565b6040517fd8f2188200000000000000000000000000000000000000000000000000000000815263ffffffff8216600482015233906001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000169063d8f2188290602401602060405180830381865afa158015610de7573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190610e0b91906150e0565b6001600160a01b031614610ee1576040517fbc3432cb00000000000000000000000000000000000000000000000000000000815263ffffffff821660048201527f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03169063bc3432cb90602401602060405180830381865afa158015610e9a573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190610ebe91906151e2565b60405163356afe3b60e11b81526004810191909152336024820152604401610998565b8154600160d01b900463ffffffff1615610f2a576040517ff23ffb5800000000000000000000000000000000000000000000000000000000815260048101849052602401610998565b602083811c6001600160401b0381165f908152600390925260409091208054600160801b900460ff1615610f7c57604051630dd7e8f560e21b81526001600160401b0383166004820152602401610998565b80548190600490610f9a90640100000000900463ffffffff166151f9565b825463ffffffff9182166101009390930a83810292021916179091558454600160d01b90910263ffffffff60d01b1990911617808555640100000000900460ff1661102457805481906008906110019068010000000000000000900463ffffffff1661521d565b91906101000a81548163ffffffff021916908363ffffffff160217905550611060565b80548190600c9061104190600160601b900463ffffffff1661521d565b91906101000a81548163ffffffff021916908363ffffffff1602179055505b83545f90819061107c908590640100000000900460ff16612c57565b63ffffffff87165f908152600560209081526040808320858452909152812080549395509193506001841b926110b390849061523b565b90915550506040516001600160401b0385169088907f051c886b3e3b1ec09c73063f845a2f371275fb3d788914ead98645e3996962e2905f90a350505050505050565b7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316635c975abb6040518163ffffffff1660e01b8152600401602060405180830381865afa158015611152573d5f5f3e3d5ffd5b505050506040513d601f19601f8201168201806040525081019061117691906150fb565b15611194576040516313d0ff5960e31b815260040160405180910390fd5b61119c612cbb565b6111a584612d94565b5f5f5b828110156111e9578383828181106111c2576111c261524e565b90506020028101906111d49190615262565b6111df9150836152a6565b91506001016111a8565b505f816001600160401b038111156112035761120361511a565b60405190808252806020026020018201604052801561126157816020015b6040805160c0810182525f8082526020808301829052928201819052606082018190526080820181905260a082015282525f199092019101816112215790505b509050825b801561136f57365f868661127b60018661523b565b81811061128a5761128a61524e565b905060200281019061129c9190615262565b90925090506112e8896112b060018661523b565b6112ba908b6152b9565b84846040516020016112cd9291906152e4565b60405160208183030381529060405280519060200120612df2565b805b801561135b5782826112fd60018461523b565b81811061130c5761130c61524e565b905060c0020180360381019061132291906153a8565b8561132c88615452565b9750878151811061133f5761133f61524e565b60200260200101819052508061135490615452565b90506112ea565b5050508061136890615452565b9050611266565b506001600160401b038087165f9081526006602052604090205461139d918891600160a01b90041683612ec3565b505050505050565b60607f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316635c975abb6040518163ffffffff1660e01b8152600401602060405180830381865afa158015611403573d5f5f3e3d5ffd5b505050506040513d601f19601f8201168201806040525081019061142791906150fb565b15611445576040516313d0ff5960e31b815260040160405180910390fd5b83821461147e576040517f1083f70900000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b611486612cbb565b836001600160401b0381111561149e5761149e61511a565b6040519080825280602002602001820160405280156114c7578160200160208202803683370190505b5090505f5b8481101561153e57611519818787848181106114ea576114ea61524e565b905060e002018686858181106115025761150261524e565b90506020028101906115149190615467565b612fc8565b82828151811061152b5761152b61524e565b60209081029190910101526001016114cc565b50949350505050565b5f6060805f5f5f6060611558613618565b611560613648565b604080515f808252602082019092527f0f000000000000000000000000000000000000000000000000000000000000009b939a50919850469750309650945092509050565b5f6108577f9860afc975e2ebba7353226eee76cadde8365e731297637b676081df1b801ece836040516020016115dc9291906154b9565b60405160208183030381529060405280519060200120613673565b5f5f6116028361085d565b90507f000000000000000000000000000000000000000000000000000000000000000063ffffffff16816001600160401b031611611640575f611670565b61167063ffffffff7f000000000000000000000000000000000000000000000000000000000000000016826150c1565b9392505050565b7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316635c975abb6040518163ffffffff1660e01b8152600401602060405180830381865afa1580156116d3573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906116f791906150fb565b15611715576040516313d0ff5960e31b815260040160405180910390fd5b61171e81612380565b611727816136ba565b60075f836001600160401b03166001600160401b031681526020019081526020015f205f336001600160a01b03166001600160a01b031681526020019081526020015f205f820151815f015f820151815f015f6101000a81548163ffffffff021916908363ffffffff1602179055506020820151815f0160046101000a81548163ffffffff021916908363ffffffff1602179055506040820151815f0160086101000a8154816001600160401b0302191690836001600160401b031602179055506060820151815f0160106101000a8154816001600160401b0302191690836001600160401b031602179055506080820151815f0160186101000a81548163ffffffff021916908363ffffffff16021790555060a0820151815f01601c6101000a81548161ffff021916908361ffff16021790555050506020820151816001015f820151815f015f6101000a81548163ffffffff021916908363ffffffff1602179055506020820151815f0160046101000a81548163ffffffff021916908363ffffffff1602179055506040820151815f0160086101000a8154816001600160401b0302191690836001600160401b031602179055506060820151815f0160106101000a8154816001600160401b0302191690836001600160401b031602179055506080820151815f0160186101000a81548163ffffffff021916908363ffffffff16021790555060a0820151815f01601c6101000a81548161ffff021916908361ffff16021790555050506040820151816002015f6101000a81548163ffffffff021916908363ffffffff16021790555060608201518160020160046101000a81548163ffffffff021916908363ffffffff16021790555060808201518160020160086101000a81548163ffffffff021916908363ffffffff16021790555060a082015181600201600c6101000a81548164ffffffffff021916908364ffffffffff16021790555060c08201518160020160116101000a81548163ffffffff021916908363ffffffff16021790555060e08201518160020160156101000a81548160ff0219169083151502179055506101008201518160020160166101000a81548163ffffffff021916908363ffffffff16021790555061012082015181600201601a6101000a81548163ffffffff021916908363ffffffff160217905550610140820151816003015f6101000a8154816001600160801b0302191690836001600160801b031602179055506101608201518160030160106101000a8154816001600160401b0302191690836001600160401b031602179055506101808201518160030160186101000a8154816001600160401b0302191690836001600160401b0316021790555090505050565b7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316635c975abb6040518163ffffffff1660e01b8152600401602060405180830381865afa158015611b72573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190611b9691906150fb565b15611bb4576040516313d0ff5960e31b815260040160405180910390fd5b611bbd82612380565b5f611bc7836136ba565b604051638d21510360e01b81526001600160401b03851660048201529091505f906001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001690638d21510390602401608060405180830381865afa158015611c37573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190611c5b919061515e565b90505f611c80858484611c6e8880615578565b611c7b60208b018b615578565b61375a565b9050611cad858484611c986060890160408a01614b1b565b611ca860808a0160608b016155bd565b612895565b611cc785611cc16060870160408801614b1b565b83612ec3565b5050505050565b7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316635c975abb6040518163ffffffff1660e01b8152600401602060405180830381865afa158015611d2a573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190611d4e91906150fb565b15611d6c576040516313d0ff5960e31b815260040160405180910390fd5b611d7585612380565b5f611d7f86612435565b604051638d21510360e01b81526001600160401b03881660048201529091505f90611e2490889084906001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001690638d21510390602401608060405180830381865afa158015611df7573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190611e1b919061515e565b8989898961375a565b805190915015611ede5780604051602001611e3f9190615666565b60408051601f1981840301815291815281516020928301206001600160401b038a165f818152600885528381203380835290865284822060c08901805163ffffffff1684529652939020919091558251919290917f7ca22a28b83829ac20bad9c4bc2bdab8d8ca78840c6d59e7d2e1b1bdcf372fe091611ebe826151f9565b63ffffffff169052604051611ed591908690615678565b60405180910390a35b8160075f896001600160401b03166001600160401b031681526020019081526020015f205f336001600160a01b03166001600160a01b031681526020019081526020015f205f820151815f015f820151815f015f6101000a81548163ffffffff021916908363ffffffff1602179055506020820151815f0160046101000a81548163ffffffff021916908363ffffffff1602179055506040820151815f0160086101000a8154816001600160401b0302191690836001600160401b031602179055506060820151815f0160106101000a8154816001600160401b0302191690836001600160401b031602179055506080820151815f0160186101000a81548163ffffffff021916908363ffffffff16021790555060a0820151815f01601c6101000a81548161ffff021916908361ffff16021790555050506020820151816001015f820151815f015f6101000a81548163ffffffff021916908363ffffffff1602179055506020820151815f0160046101000a81548163ffffffff021916908363ffffffff1602179055506040820151815f0160086101000a8154816001600160401b0302191690836001600160401b031602179055506060820151815f0160106101000a8154816001600160401b0302191690836001600160401b031602179055506080820151815f0160186101000a81548163ffffffff021916908363ffffffff16021790555060a0820151815f01601c6101000a81548161ffff021916908361ffff16021790555050506040820151816002015f6101000a81548163ffffffff021916908363ffffffff16021790555060608201518160020160046101000a81548163ffffffff021916908363ffffffff16021790555060808201518160020160086101000a81548163ffffffff021916908363ffffffff16021790555060a082015181600201600c6101000a81548164ffffffffff021916908364ffffffffff16021790555060c08201518160020160116101000a81548163ffffffff021916908363ffffffff16021790555060e08201518160020160156101000a81548160ff0219169083151502179055506101008201518160020160166101000a81548163ffffffff021916908363ffffffff16021790555061012082015181600201601a6101000a81548163ffffffff021916908363ffffffff160217905550610140820151816003015f6101000a8154816001600160801b0302191690836001600160801b031602179055506101608201518160030160106101000a8154816001600160401b0302191690836001600160401b031602179055506101808201518160030160186101000a8154816001600160401b0302191690836001600160401b0316021790555090505050505050505050565b5f82815260046020908152604080832066ffffffffffffff600886901c168452909152902054600160ff83161b161561234b576040517f936c25b5000000000000000000000000000000000000000000000000000000008152600481018390526001600160401b0382166024820152604401610998565b5f82815260046020908152604080832066ffffffffffffff600886901c16845290915290208054600160ff84161b1790555050565b612388612cbb565b61239181612d94565b61239a816115f7565b6001600160401b03164210156123e7576040517f558d13590000000000000000000000000000000000000000000000000000000081526001600160401b0382166004820152602401610998565b6001600160401b0381165f90815260036020526040902054600160801b900460ff161561243257604051630dd7e8f560e21b81526001600160401b0382166004820152602401610998565b50565b61243d6149ed565b60075f836001600160401b03166001600160401b031681526020019081526020015f205f336001600160a01b03166001600160a01b031681526020019081526020015f20604051806101a00160405290815f82016040518060c00160405290815f82015f9054906101000a900463ffffffff1663ffffffff1663ffffffff1681526020015f820160049054906101000a900463ffffffff1663ffffffff1663ffffffff1681526020015f820160089054906101000a90046001600160401b03166001600160401b03166001600160401b031681526020015f820160109054906101000a90046001600160401b03166001600160401b03166001600160401b031681526020015f820160189054906101000a900463ffffffff1663ffffffff1663ffffffff1681526020015f8201601c9054906101000a900461ffff1661ffff1661ffff16815250508152602001600182016040518060c00160405290815f82015f9054906101000a900463ffffffff1663ffffffff1663ffffffff1681526020015f820160049054906101000a900463ffffffff1663ffffffff1663ffffffff1681526020015f820160089054906101000a90046001600160401b03166001600160401b03166001600160401b031681526020015f820160109054906101000a90046001600160401b03166001600160401b03166001600160401b031681526020015f820160189054906101000a900463ffffffff1663ffffffff1663ffffffff1681526020015f8201601c9054906101000a900461ffff1661ffff1661ffff16815250508152602001600282015f9054906101000a900463ffffffff1663ffffffff1663ffffffff1681526020016002820160049054906101000a900463ffffffff1663ffffffff1663ffffffff1681526020016002820160089054906101000a900463ffffffff1663ffffffff1663ffffffff16815260200160028201600c9054906101000a900464ffffffffff1664ffffffffff1664ffffffffff1681526020016002820160119054906101000a900463ffffffff1663ffffffff1663ffffffff1681526020016002820160159054906101000a900460ff161515151581526020016002820160169054906101000a900463ffffffff1663ffffffff1663ffffffff16815260200160028201601a9054906101000a900463ffffffff1663ffffffff1663ffffffff168152602001600382015f9054906101000a90046001600160801b03166001600160801b03166001600160801b031681526020016003820160109054906101000a90046001600160401b03166001600160401b03166001600160401b031681526020016003820160189054906101000a90046001600160401b03166001600160401b03166001600160401b03168152505090508060a0015164ffffffffff165f03612890576040517fa70a3b780000000000000000000000000000000000000000000000000000000081526001600160401b0383166004820152336024820152604401610998565b919050565b61289e846137ef565b61290657835151604080860151602087015151606088015192517fc3d725b600000000000000000000000000000000000000000000000000000000815263ffffffff948516600482015291841660248301528316604482015291166064820152608401610998565b5f7f000000000000000000000000000000000000000000000000000000000000000061294157602084015161293c908690613826565b612956565b60208401516040850151612956918791613852565b9050826001600160401b0316816001600160401b03161415806129905750816001600160801b03168561014001516001600160801b031614155b156129e8576101408501516040517f41e562fe0000000000000000000000000000000000000000000000000000000081526001600160401b03831660048201526001600160801b039091166024820152604401610998565b600160035f886001600160401b03166001600160401b031681526020019081526020015f205f0160106101000a81548160ff0219169083151502179055506040518060c00160405280336001600160a01b03168152602001826001600160401b031681526020018660c0015163ffffffff1681526020018661014001516001600160801b0316815260200186610100015163ffffffff16815260200186610120015163ffffffff1681525060065f886001600160401b03166001600160401b031681526020019081526020015f205f820151815f015f6101000a8154816001600160a01b0302191690836001600160a01b031602179055506020820151815f0160146101000a8154816001600160401b0302191690836001600160401b031602179055506040820151815f01601c6101000a81548163ffffffff021916908363ffffffff1602179055506060820151816001015f6101000a8154816001600160801b0302191690836001600160801b0316021790555060808201518160010160106101000a81548163ffffffff021916908363ffffffff16021790555060a08201518160010160146101000a81548163ffffffff021916908363ffffffff160217905550905050336001600160a01b0316866001600160401b03167f88292e1ab4311ec2f9d2e1a339937a9383c6950181c3d918bb7bd2565ebade04838861014001518961010001518a61012001518b60c00151604051612c479594939291906001600160401b039590951685526001600160801b0393909316602085015263ffffffff91821660408501528116606084015216608082015260a00190565b60405180910390a3505050505050565b5f8080612c8a63ffffffff7f000000000000000000000000000000000000000000000000000000000000000016866156b2565b6001600160401b03169050600581901c60028560ff16901b600383601f16901b178093508194505050509250929050565b6040517f4ea713270000000000000000000000000000000000000000000000000000000081523360048201527f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031690634ea7132790602401602060405180830381865afa158015612d36573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190612d5a91906150fb565b612d92576040517f7e65d0e5000000000000000000000000000000000000000000000000000000008152336004820152602401610998565b565b612d9d8161391e565b612da68161085d565b6001600160401b03164210612432576040517f1c1cd36f0000000000000000000000000000000000000000000000000000000081526001600160401b0382166004820152602401610998565b6001600160401b0383165f9081526006602090815260408083206008835281842081546001600160a01b0381168652935292209063ffffffff600160e01b9091048116908516101580612e59575063ffffffff84165f908152602082905260409020548314155b15612ea7576040517fa3dfb3d40000000000000000000000000000000000000000000000000000000081526001600160401b038616600482015263ffffffff85166024820152604401610998565b63ffffffff9093165f9081526020939093525050604081205550565b7f000000000000000000000000000000000000000000000000000000000000000015612f2d575f5b8151811015612f2b5782828281518110612f0757612f0761524e565b60209081029190910101516001600160401b0390911660a090910152600101612eeb565b505b6040517fd4ca7e2e0000000000000000000000000000000000000000000000000000000081526001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000169063d4ca7e2e90612f96908690339086906004016156df565b5f604051808303815f87803b158015612fad575f5ffd5b505af1158015612fbf573d5f5f3e3d5ffd5b50505050505050565b5f612fe1612fdc6040860160208701614b1b565b61391e565b612ff46107a66040860160208701614b1b565b6001600160401b03164210613051576130136040850160208601614b1b565b6040517fb074b3980000000000000000000000000000000000000000000000000000000081526001600160401b039091166004820152602401610998565b6001613063606086016040870161570f565b60ff1611156130b45761307c606085016040860161570f565b6040517f1bf7daa400000000000000000000000000000000000000000000000000000000815260ff9091166004820152602401610998565b60646130c66080860160608701614b1b565b6001600160401b0316101561312a576130e56080850160608601614b1b565b6040517fd47ab7f50000000000000000000000000000000000000000000000000000000081526001600160401b03909116600482015260646024820152604401610998565b64ffffffffff6131406080860160608701614b1b565b6001600160401b031611156131a85761315f6080850160608601614b1b565b6040517fc8e1f3350000000000000000000000000000000000000000000000000000000081526001600160401b03909116600482015264ffffffffff6024820152604401610998565b426131b960c0860160a08701614b1b565b6001600160401b031611613215576131d760c0850160a08601614b1b565b6040517fbd5c334e0000000000000000000000000000000000000000000000000000000081526001600160401b039091166004820152602401610998565b6040517f59abddce000000000000000000000000000000000000000000000000000000008152843560048201525f9081907f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316906359abddce906024016040805180830381865afa158015613294573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906132b89190615728565b90925090506001600160a01b03811633146132da576132da87878787856139c5565b6132f486356132ef60e0890160c08a01614b1b565b6122d4565b6132fe8287613a4c565b5f60038161331260408a0160208b01614b1b565b6001600160401b03166001600160401b031681526020019081526020015f2090506133998760200160208101906133499190614b1b565b825483905f9061335e9063ffffffff166151f9565b91906101000a81548163ffffffff021916908363ffffffff160217905563ffffffff1660209190911b6bffffffffffffffff00000000161790565b93505f6133ac6060890160408a0161570f565b60ff16036133f957805481906008906133d69068010000000000000000900463ffffffff166151f9565b91906101000a81548163ffffffff021916908363ffffffff160217905550613435565b80548190600c9061341690600160601b900463ffffffff166151f9565b91906101000a81548163ffffffff021916908363ffffffff1602179055505b6040518060c001604052808463ffffffff16815260200188604001602081019061345f919061570f565b60ff16815260200161347760808a0160608b01614b1b565b6001600160401b0316815260200161349560a08a0160808b01614b1b565b6001600160401b0316815260200164ffffffffff6134b960c08b0160a08c01614b1b565b6001600160401b0316106134d25764ffffffffff6134e2565b6134e260c08a0160a08b01614b1b565b64ffffffffff90811682525f6020928301819052878152600283526040908190208451815494860151928601516060870151608088015160a09098015163ffffffff93841664ffffffffff199098169790971764010000000060ff90961695909502949094177fffffffffffffffffffffff00000000000000000000000000000000ffffffffff16650100000000006001600160401b03928316027fffffffffffffffffffffff0000000000000000ffffffffffffffffffffffffff16176d01000000000000000000000000009190941602929092177fffff000000000000000000ffffffffffffffffffffffffffffffffffffffffff16600160a81b959093169490940263ffffffff60d01b191691909117600160d01b919092160217905561360d848884613b9c565b505050949350505050565b60606136437f0000000000000000000000000000000000000000000000000000000000000000613c64565b905090565b60606136437f0000000000000000000000000000000000000000000000000000000000000000613c64565b5f61085761367f613ca1565b836040517f19010000000000000000000000000000000000000000000000000000000000008152600281019290925260228201526042902090565b6136c26149ed565b6001600160401b03919091165f90815260036020908152604091829020825160a08082018552915463ffffffff8082168352640100000000820481169483018590526801000000000000000082048116838701819052600160601b83049091166060808501829052600160801b90930460ff16151560809485015292870194909452850152918301524264ffffffffff169082015290565b60605f61376783866152a6565b90506102588111156137b0576040517f17d85cba000000000000000000000000000000000000000000000000000000008152600481018290526102586024820152604401610998565b6137e26137c08a8a89895f613dca565b6137ce8b8b88886001613dca565b60208a015160408b01518c939291906142da565b9998505050505050505050565b60408101518151515f9163ffffffff918216911614801561085757505060608101516020909101515163ffffffff90811691161490565b5f8261014001516001600160801b03165f0361384357505f610857565b61085483610160015183614591565b5f8361014001516001600160801b03165f0361386f57505f611670565b610160840151610180850151600261388783836150c1565b61389191906156b2565b61389b9083615755565b9250846001600160401b0316836001600160401b031610156138bb578492505b836001600160401b0316836001600160401b031611156138d9578392505b816001600160401b0316836001600160401b031610156138f7578192505b806001600160401b0316836001600160401b03161115613915578092505b50509392505050565b61394e63ffffffff7f00000000000000000000000000000000000000000000000000000000000000001682615774565b6001600160401b031615158061396b57506001600160401b038116155b80613983575064ffffffffff6001600160401b038216115b15612432576040517f670794930000000000000000000000000000000000000000000000000000000081526001600160401b0382166004820152602401610998565b5f5f6139da6139d3876115a5565b86866145b7565b5090925090505f8160038111156139f3576139f36157a1565b141580613a125750826001600160a01b0316826001600160a01b031614155b15612fbf576040517f71c7e87000000000000000000000000000000000000000000000000000000000815260048101889052602401610998565b5f80613a76613a616040850160208601614b1b565b613a71606086016040870161570f565b612c57565b63ffffffff86165f9081526005602090815260408083208584529091529020549193509150600f6004831882901c1615613b00578335613abc6040860160208701614b1b565b6040517f8fd2bc5b00000000000000000000000000000000000000000000000000000000815260048101929092526001600160401b03166024820152604401610998565b600719600f82841c1601613b64578335613b206040860160208701614b1b565b6040517f555b50c300000000000000000000000000000000000000000000000000000000815260048101929092526001600160401b03166024820152604401610998565b613b716001831b826152a6565b63ffffffff9095165f9081526005602090815260408083209583529490529290922093909355505050565b8135613bae6040840160208501614b1b565b6001600160401b0316847fd532eb5a1d0c4792fb4fb5f15b700909677667d868b11d84d6e71b55feeb9fda84613bea606088016040890161570f565b613bfa6080890160608a01614b1b565b613c0a60a08a0160808b01614b1b565b613c1a60c08b0160a08c01614b1b565b604080516001600160a01b03909616865260ff90941660208601526001600160401b03928316938501939093528116606084015216608082015260a00160405180910390a4505050565b60605f613c70836145fe565b6040805160208082528183019092529192505f91906020820181803683375050509182525060208101929092525090565b5f306001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016148015613cf957507f000000000000000000000000000000000000000000000000000000000000000046145b15613d2357507f000000000000000000000000000000000000000000000000000000000000000090565b613643604080517f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f60208201527f0000000000000000000000000000000000000000000000000000000000000000918101919091527f000000000000000000000000000000000000000000000000000000000000000060608201524660808201523060a08201525f9060c00160405160208183030381529060405280519060200120905090565b6060826001600160401b03811115613de457613de461511a565b604051908082528060200260200182016040528015613e3b57816020015b6040805160a0810182525f808252602080830182905292820181905260608201819052608082015282525f19909201910181613e025790505b5090505f836001600160401b03811115613e5757613e5761511a565b604051908082528060200260200182016040528015613e80578160200160208202803683370190505b5090505f5b8481101561416e575f60025f613ebc8b8a8a87818110613ea757613ea761524e565b905060200201602081019061056a91906157b5565b815260208082019290925260409081015f908120825160c081018452905463ffffffff80821680845260ff640100000000840416968401969096526001600160401b036501000000000083048116958401959095526d01000000000000000000000000008204909416606083015264ffffffffff600160a81b8204166080830152600160d01b900490921660a083015290925003613f8657613f6a89888885818110613ea757613ea761524e565b604051630866302f60e11b815260040161099891815260200190565b5f8160a0015163ffffffff165f14158015613fb55750886080015163ffffffff168260a0015163ffffffff1611155b90508560ff16826020015160ff16141580613fcd5750805b1561401d57613fe88a898986818110613ea757613ea761524e565b6040517fcf3e25af00000000000000000000000000000000000000000000000000000000815260040161099891815260200190565b815f01518484815181106140335761403361524e565b602002602001019063ffffffff16908163ffffffff168152505087878481811061405f5761405f61524e565b905060200201602081019061407491906157b5565b8584815181106140865761408661524e565b602090810291909101015163ffffffff9091169052815185518690859081106140b1576140b161524e565b60200260200101516020019063ffffffff16908163ffffffff168152505081606001518584815181106140e6576140e661524e565b6020026020010151608001906001600160401b031690816001600160401b0316815250508860a0015164ffffffffff16826080015164ffffffffff16111561416457816040015185848151811061413f5761413f61524e565b6020026020010151606001906001600160401b031690816001600160401b0316815250505b5050600101613e85565b506040517f81385e9a0000000000000000000000000000000000000000000000000000000081525f906001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016906381385e9a906141d69085906004016157d0565b5f60405180830381865afa1580156141f0573d5f5f3e3d5ffd5b505050506040513d5f823e601f3d908101601f191682016040526142179190810190615818565b90505f5b81518110156142ce578181815181106142365761423661524e565b60200260200101518482815181106142505761425061524e565b60200260200101516040019061ffff16908161ffff168152505081818151811061427c5761427c61524e565b602002602001015161ffff165f036142c6575f8482815181106142a1576142a161524e565b6020026020010151606001906001600160401b031690816001600160401b0316815250505b60010161421b565b50505095945050505050565b6060835185516142ea91906152a6565b6142f59060016152a6565b6001600160401b0381111561430c5761430c61511a565b60405190808252806020026020018201604052801561436a57816020015b6040805160c0810182525f8082526020808301829052928201819052606082018190526080820181905260a082015282525f1990920191018161432a5790505b5090505f80805b8860e001516144bd575b8851606001516001600160401b03161580156143975750875183105b156143d35788516143ce9089856143ad816158ca565b9650815181106143bf576143bf61524e565b6020026020010151600161463e565b61437b565b6020890151606001516001600160401b03161580156143f25750865182105b156144305761442b896020015188848061440b906158ca565b95508151811061441d5761441d61524e565b60200260200101515f61463e565b6143d3565b8851606001516001600160401b0316158061445a57506020890151606001516001600160401b0316155b6144bd57614479895f0151604001518a6020015160400151888861474b565b1560e08a018190526144b85761448f89876147a7565b848261449a816158ca565b9350815181106144ac576144ac61524e565b60200260200101819052505b614371565b8851606001516001600160401b03161580156144e85750604089015189515163ffffffff9081169116145b156144f557600160e08a01525b6020890151606001516001600160401b031615801561452a5750886060015163ffffffff1689602001515f015163ffffffff16145b1561453757600160e08a01525b8860e0015115614583575b875183101561456157885161455c9089856143ad816158ca565b614542565b86518210156145835761457e896020015188848061440b906158ca565b614561565b835250909695505050505050565b5f816001600160401b0316836001600160401b0316106145b15782610854565b50919050565b5f808060418490036145eb578435602086013560408701355f1a6145dd89828585614925565b9550955095505050506145f5565b505f915060029050825b93509350939050565b5f60ff8216601f811115610857576040517fb3512b0c00000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b60808201516040840151845163ffffffff16156146e4575f816001600160401b0316836001600160401b031614614687576001600160401b03808316908416118415151461469e565b856020015163ffffffff16855f015163ffffffff16115b9050806146e25784516040517f11ab7db400000000000000000000000000000000000000000000000000000000815263ffffffff9091166004820152602401610998565b505b845185906146f1906151f9565b63ffffffff908116909152845181166020808801919091526001600160401b0393841660408089019190915260608088015190951694880194909452850151166080860152509091015161ffff1660a09092019190915250565b5f836001600160401b0316856001600160401b0316111580156147805750816001600160401b0316856001600160401b031611155b801561479e5750826001600160401b0316846001600160401b031610155b95945050505050565b6040805160c0810182525f80825260208201819052918101829052606081018290526080810182905260a081019190915282516020840151606080820151908301515f916001600160401b0390811691161061480757816060015161480d565b82606001515b9050808360600181815161482191906150c1565b6001600160401b03169052506060820180518291906148419083906150c1565b6001600160401b03908116909152610140880180519184169250906148679083906158e2565b6001600160801b03169052506020808401518382015163ffffffff9081166101208a0152908116610100890152604080860180516001600160401b039081166101608c01528287015181166101808c0152825160c0810184526080808a015186168252808901519095169581019590955260a08089015161ffff908116948701949094528088015190931660608601528516928401929092529051908201906149109088614591565b6001600160401b031690529695505050505050565b5f80807f7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a084111561495e57505f915060039050826149e3565b604080515f808252602082018084528a905260ff891692820192909252606081018790526080810186905260019060a0016020604051602081039080840390855afa1580156149af573d5f5f3e3d5ffd5b5050604051601f1901519150506001600160a01b0381166149da57505f9250600191508290506149e3565b92505f91508190505b9450945094915050565b6040805161026081019091525f6101a082018181526101c083018290526101e0830182905261020083018290526102208301829052610240830191909152819081526040805160c0810182525f8082526020828101829052928201819052606082018190526080820181905260a082015291019081525f6020820181905260408201819052606082018190526080820181905260a0820181905260c0820181905260e082018190526101008201819052610120820181905261014082018190526101609091015290565b5f60208284031215614ac7575f5ffd5b5035919050565b6001600160401b0381168114612432575f5ffd5b803561289081614ace565b5f5f60408385031215614afe575f5ffd5b823591506020830135614b1081614ace565b809150509250929050565b5f60208284031215614b2b575f5ffd5b813561167081614ace565b6001600160a01b0381168114612432575f5ffd5b5f5f60408385031215614b5b575f5ffd5b8235614b6681614ace565b91506020830135614b1081614b36565b5f6102e082019050614be682845163ffffffff815116825263ffffffff60208201511660208301526001600160401b0360408201511660408301526001600160401b03606082015116606083015263ffffffff608082015116608083015261ffff60a08201511660a08301525050565b6020830151614c5560c084018263ffffffff815116825263ffffffff60208201511660208301526001600160401b0360408201511660408301526001600160401b03606082015116606083015263ffffffff608082015116608083015261ffff60a08201511660a08301525050565b50604083015163ffffffff90811661018084810191909152606085015182166101a0850152608085015182166101c085015260a085015164ffffffffff166101e085015260c0850151821661020085015260e0850151151561022085015261010085015182166102408501526101208501519091166102608401526101408401516001600160801b03166102808401526101608401516001600160401b039081166102a08501529301519092166102c09091015290565b80356001600160801b0381168114612890575f5ffd5b5f5f5f60608486031215614d34575f5ffd5b8335614d3f81614ace565b92506020840135614d4f81614ace565b9150614d5d60408501614d0c565b90509250925092565b63ffffffff81168114612432575f5ffd5b5f5f83601f840112614d87575f5ffd5b5081356001600160401b03811115614d9d575f5ffd5b6020830191508360208260051b8501011115614db7575f5ffd5b9250929050565b5f5f5f5f60608587031215614dd1575f5ffd5b8435614ddc81614ace565b93506020850135614dec81614d66565b925060408501356001600160401b03811115614e06575f5ffd5b614e1287828801614d77565b95989497509550505050565b5f5f5f5f60408587031215614e31575f5ffd5b84356001600160401b03811115614e46575f5ffd5b8501601f81018713614e56575f5ffd5b80356001600160401b03811115614e6b575f5ffd5b87602060e083028401011115614e7f575f5ffd5b6020918201955093508501356001600160401b03811115614e06575f5ffd5b5f8151808452602084019350602083015f5b82811015614ece578151865260209586019590910190600101614eb0565b5093949350505050565b602081525f6108546020830184614e9e565b5f5f60408385031215614efb575f5ffd5b8235614f0681614ace565b91506020830135614b1081614d66565b5f81518084528060208401602086015e5f602082860101526020601f19601f83011685010191505092915050565b7fff000000000000000000000000000000000000000000000000000000000000008816815260e060208201525f614f7e60e0830189614f16565b8281036040840152614f908189614f16565b90508660608401526001600160a01b03861660808401528460a084015282810360c0840152614fbf8185614e9e565b9a9950505050505050505050565b5f60e0828403128015614fde575f5ffd5b509092915050565b5f5f60408385031215614ff7575f5ffd5b823561500281614ace565b915060208301356001600160401b0381111561501c575f5ffd5b830160808186031215614b10575f5ffd5b5f5f5f5f5f60608688031215615041575f5ffd5b853561504c81614ace565b945060208601356001600160401b03811115615066575f5ffd5b61507288828901614d77565b90955093505060408601356001600160401b03811115615090575f5ffd5b61509c88828901614d77565b969995985093965092949392505050565b634e487b7160e01b5f52601160045260245ffd5b6001600160401b038281168282160390811115610857576108576150ad565b5f602082840312156150f0575f5ffd5b815161167081614b36565b5f6020828403121561510b575f5ffd5b81518015158114611670575f5ffd5b634e487b7160e01b5f52604160045260245ffd5b604051601f8201601f191681016001600160401b03811182821017156151565761515661511a565b604052919050565b5f608082840312801561516f575f5ffd5b50604051608081016001600160401b03811182821017156151925761519261511a565b60405282516151a081614ace565b815260208301516151b081614ace565b602082015260408301516151c381614ace565b604082015260608301516151d681614ace565b60608201529392505050565b5f602082840312156151f2575f5ffd5b5051919050565b5f63ffffffff821663ffffffff8103615214576152146150ad565b60010192915050565b5f63ffffffff821680615232576152326150ad565b5f190192915050565b81810381811115610857576108576150ad565b634e487b7160e01b5f52603260045260245ffd5b5f5f8335601e19843603018112615277575f5ffd5b8301803591506001600160401b03821115615290575f5ffd5b602001915060c081023603821315614db7575f5ffd5b80820180821115610857576108576150ad565b63ffffffff8181168382160190811115610857576108576150ad565b61ffff81168114612432575f5ffd5b602080825281018290525f8360408301825b8581101561539e57823561530981614d66565b63ffffffff168252602083013561531f81614d66565b63ffffffff1660208301526040830135615338816152d5565b61ffff166040830152606083013561534f816152d5565b61ffff16606083015261536460808401614ae2565b6001600160401b0316608083015261537e60a08401614ae2565b6001600160401b031660a083015260c092830192909101906001016152f6565b5095945050505050565b5f60c08284031280156153b9575f5ffd5b5060405160c081016001600160401b03811182821017156153dc576153dc61511a565b60405282356153ea81614d66565b815260208301356153fa81614d66565b6020820152604083013561540d816152d5565b60408201526060830135615420816152d5565b6060820152608083013561543381614ace565b608082015260a083013561544681614ace565b60a08201529392505050565b5f81615460576154606150ad565b505f190190565b5f5f8335601e1984360301811261547c575f5ffd5b8301803591506001600160401b03821115615495575f5ffd5b602001915036819003821315614db7575f5ffd5b803560ff81168114612890575f5ffd5b82815281356020808301919091526101008201908301356154d981614ace565b6001600160401b03811660408401525060ff6154f7604085016154a9565b166060830152606083013561550b81614ace565b6001600160401b038116608084015250608083013561552981614ace565b6001600160401b03811660a08401525061554560a08401614ae2565b6001600160401b03811660c08401525061556160c08401614ae2565b6001600160401b03811660e0840152509392505050565b5f5f8335601e1984360301811261558d575f5ffd5b8301803591506001600160401b038211156155a6575f5ffd5b6020019150600581901b3603821315614db7575f5ffd5b5f602082840312156155cd575f5ffd5b61085482614d0c565b5f8151808452602084019350602083015f5b82811015614ece57815163ffffffff815116875263ffffffff602082015116602088015261ffff604082015116604088015261ffff60608201511660608801526001600160401b0360808201511660808801526001600160401b0360a08201511660a08801525060c0860195506020820191506001810190506155e8565b602081525f61085460208301846155d6565b63ffffffff83168152604060208201525f61569660408301846155d6565b949350505050565b634e487b7160e01b5f52601260045260245ffd5b5f6001600160401b038316806156ca576156ca61569e565b806001600160401b0384160491505092915050565b6001600160401b03841681526001600160a01b0383166020820152606060408201525f61479e60608301846155d6565b5f6020828403121561571f575f5ffd5b610854826154a9565b5f5f60408385031215615739575f5ffd5b825161574481614d66565b6020840151909250614b1081614b36565b6001600160401b038181168382160190811115610857576108576150ad565b5f6001600160401b0383168061578c5761578c61569e565b806001600160401b0384160691505092915050565b634e487b7160e01b5f52602160045260245ffd5b5f602082840312156157c5575f5ffd5b813561167081614d66565b602080825282518282018190525f918401906040840190835b8181101561580d57835163ffffffff168352602093840193909201916001016157e9565b509095945050505050565b5f60208284031215615828575f5ffd5b81516001600160401b0381111561583d575f5ffd5b8201601f8101841361584d575f5ffd5b80516001600160401b038111156158665761586661511a565b8060051b6158766020820161512e565b91825260208184018101929081019087841115615891575f5ffd5b6020850194505b838510156158bf57845192506158ad836152d5565b82825260209485019490910190615898565b979650505050505050565b5f600182016158db576158db6150ad565b5060010190565b6001600160801b038181168382160190811115610857576108576150ad56';
