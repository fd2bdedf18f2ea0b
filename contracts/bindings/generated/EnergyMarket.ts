// Written by contracts/generate-bindings.ts from the compiled contracts: do not edit.

export const energyMarketAbi = [
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
  "inputs": [],
  "name": "LengthsDiffer",
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
  "inputs": [],
  "name": "Paused",
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
  "anonymous": false,
  "inputs": [
   {
    "indexed": true,
    "internalType": "uint256",
    "name": "bidId",
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
    "name": "coveredWh",
    "type": "uint64"
   },
   {
    "indexed": false,
    "internalType": "uint256",
    "name": "batchId",
    "type": "uint256"
   }
  ],
  "name": "BidClosed",
  "type": "event"
 },
 {
  "anonymous": false,
  "inputs": [
   {
    "indexed": true,
    "internalType": "uint256",
    "name": "bidId",
    "type": "uint256"
   },
   {
    "indexed": true,
    "internalType": "uint256",
    "name": "offerIndex",
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
    "internalType": "address",
    "name": "seller",
    "type": "address"
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
  "name": "BidOffered",
  "type": "event"
 },
 {
  "anonymous": false,
  "inputs": [
   {
    "indexed": true,
    "internalType": "uint256",
    "name": "bidId",
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
    "name": "aggregator",
    "type": "address"
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
    "name": "maxPriceMicroEurPerKwh",
    "type": "uint64"
   }
  ],
  "name": "BidPosted",
  "type": "event"
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
   },
   {
    "indexed": false,
    "internalType": "uint64",
    "name": "remainingWh",
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
    "internalType": "uint256",
    "name": "energyWh",
    "type": "uint256"
   },
   {
    "indexed": false,
    "internalType": "uint256",
    "name": "batchId",
    "type": "uint256"
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
    "internalType": "uint256",
    "name": "batchId",
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
    "internalType": "address",
    "name": "submitter",
    "type": "address"
   },
   {
    "indexed": false,
    "internalType": "uint8",
    "name": "kind",
    "type": "uint8"
   },
   {
    "indexed": false,
    "internalType": "uint16",
    "name": "sellerArea",
    "type": "uint16"
   },
   {
    "indexed": false,
    "internalType": "uint16",
    "name": "buyerArea",
    "type": "uint16"
   },
   {
    "indexed": false,
    "internalType": "bytes",
    "name": "trades",
    "type": "bytes"
   }
  ],
  "name": "TradesRecorded",
  "type": "event"
 },
 {
  "anonymous": false,
  "inputs": [
   {
    "indexed": true,
    "internalType": "uint256",
    "name": "batchId",
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
    "internalType": "address",
    "name": "submitter",
    "type": "address"
   },
   {
    "indexed": false,
    "internalType": "uint8",
    "name": "kind",
    "type": "uint8"
   },
   {
    "indexed": false,
    "internalType": "uint16",
    "name": "sellerArea",
    "type": "uint16"
   },
   {
    "indexed": false,
    "internalType": "uint16",
    "name": "buyerArea",
    "type": "uint16"
   },
   {
    "indexed": false,
    "internalType": "uint256",
    "name": "count",
    "type": "uint256"
   },
   {
    "indexed": false,
    "internalType": "bytes32",
    "name": "root",
    "type": "bytes32"
   },
   {
    "indexed": false,
    "internalType": "bytes",
    "name": "envelope",
    "type": "bytes"
   }
  ],
  "name": "TradesSealed",
  "type": "event"
 },
 {
  "inputs": [],
  "name": "OFFERS_PER_BID_MAX",
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
  "inputs": [],
  "name": "TRADES_PER_BATCH_MAX",
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
  "name": "TRADE_TERMS_TYPEHASH",
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
    "name": "batchId",
    "type": "uint256"
   }
  ],
  "name": "batch",
  "outputs": [
   {
    "components": [
     {
      "internalType": "bytes32",
      "name": "root",
      "type": "bytes32"
     },
     {
      "internalType": "address",
      "name": "submitter",
      "type": "address"
     },
     {
      "internalType": "uint40",
      "name": "interval",
      "type": "uint40"
     },
     {
      "internalType": "uint16",
      "name": "count",
      "type": "uint16"
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
      "internalType": "uint8",
      "name": "kind",
      "type": "uint8"
     }
    ],
    "internalType": "struct TradeBook.Batch",
    "name": "found",
    "type": "tuple"
   }
  ],
  "stateMutability": "view",
  "type": "function"
 },
 {
  "inputs": [],
  "name": "batchCount",
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
    "name": "bidId",
    "type": "uint256"
   }
  ],
  "name": "bid",
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
      "internalType": "uint64",
      "name": "energyWh",
      "type": "uint64"
     },
     {
      "internalType": "uint64",
      "name": "maxPriceMicroEurPerKwh",
      "type": "uint64"
     },
     {
      "internalType": "bool",
      "name": "closed",
      "type": "bool"
     }
    ],
    "internalType": "struct AuctionMarket.Bid",
    "name": "",
    "type": "tuple"
   }
  ],
  "stateMutability": "view",
  "type": "function"
 },
 {
  "inputs": [],
  "name": "bidCount",
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
    "name": "bidId",
    "type": "uint256"
   }
  ],
  "name": "bidOffers",
  "outputs": [
   {
    "components": [
     {
      "internalType": "uint32",
      "name": "connection",
      "type": "uint32"
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
    "internalType": "struct AuctionMarket.BidOffer[]",
    "name": "",
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
    "internalType": "uint256[]",
    "name": "sellOrderIds",
    "type": "uint256[]"
   },
   {
    "internalType": "uint256[]",
    "name": "buyOrderIds",
    "type": "uint256[]"
   },
   {
    "internalType": "uint64[]",
    "name": "energyWh",
    "type": "uint64[]"
   },
   {
    "internalType": "uint64",
    "name": "priceMicroEurPerKwh",
    "type": "uint64"
   }
  ],
  "name": "clearPool",
  "outputs": [
   {
    "internalType": "uint256",
    "name": "batchId",
    "type": "uint256"
   }
  ],
  "stateMutability": "nonpayable",
  "type": "function"
 },
 {
  "inputs": [
   {
    "internalType": "uint256",
    "name": "bidId",
    "type": "uint256"
   }
  ],
  "name": "closeBid",
  "outputs": [
   {
    "internalType": "uint256",
    "name": "batchId",
    "type": "uint256"
   }
  ],
  "stateMutability": "nonpayable",
  "type": "function"
 },
 {
  "inputs": [
   {
    "components": [
     {
      "internalType": "uint64",
      "name": "interval",
      "type": "uint64"
     },
     {
      "internalType": "uint8",
      "name": "kind",
      "type": "uint8"
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
      "name": "sequence",
      "type": "uint64"
     }
    ],
    "internalType": "struct SealedMarket.SealedTerms",
    "name": "terms",
    "type": "tuple"
   },
   {
    "internalType": "bytes32[]",
    "name": "leaves",
    "type": "bytes32[]"
   },
   {
    "internalType": "bytes",
    "name": "envelope",
    "type": "bytes"
   }
  ],
  "name": "commitTrades",
  "outputs": [
   {
    "internalType": "uint256",
    "name": "batchId",
    "type": "uint256"
   }
  ],
  "stateMutability": "nonpayable",
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
    "internalType": "struct TradeBook.OpenTrade",
    "name": "trade",
    "type": "tuple"
   },
   {
    "internalType": "uint8",
    "name": "attribute",
    "type": "uint8"
   },
   {
    "internalType": "uint128",
    "name": "salt",
    "type": "uint128"
   }
  ],
  "name": "leafOf",
  "outputs": [
   {
    "internalType": "bytes32",
    "name": "",
    "type": "bytes32"
   }
  ],
  "stateMutability": "pure",
  "type": "function"
 },
 {
  "inputs": [
   {
    "internalType": "address",
    "name": "broker",
    "type": "address"
   }
  ],
  "name": "nextSequence",
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
    "internalType": "uint256",
    "name": "bidId",
    "type": "uint256"
   },
   {
    "internalType": "bytes32",
    "name": "point",
    "type": "bytes32"
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
  "name": "offerToBid",
  "outputs": [],
  "stateMutability": "nonpayable",
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
      "internalType": "uint40",
      "name": "interval",
      "type": "uint40"
     },
     {
      "internalType": "uint8",
      "name": "side",
      "type": "uint8"
     },
     {
      "internalType": "uint64",
      "name": "remainingWh",
      "type": "uint64"
     },
     {
      "internalType": "uint64",
      "name": "limitPriceMicroEurPerKwh",
      "type": "uint64"
     }
    ],
    "internalType": "struct PoolMarket.Order",
    "name": "",
    "type": "tuple"
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
     }
    ],
    "internalType": "struct PoolMarket.OrderTerms[]",
    "name": "terms",
    "type": "tuple[]"
   }
  ],
  "name": "placeOrders",
  "outputs": [
   {
    "internalType": "uint256",
    "name": "firstOrderId",
    "type": "uint256"
   }
  ],
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
   },
   {
    "internalType": "uint64",
    "name": "energyWh",
    "type": "uint64"
   },
   {
    "internalType": "uint64",
    "name": "maxPriceMicroEurPerKwh",
    "type": "uint64"
   }
  ],
  "name": "postBid",
  "outputs": [
   {
    "internalType": "uint256",
    "name": "bidId",
    "type": "uint256"
   }
  ],
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
    "internalType": "uint256",
    "name": "batchId",
    "type": "uint256"
   }
  ],
  "name": "sequenceOf",
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
    "components": [
     {
      "internalType": "bytes32",
      "name": "sellerPoint",
      "type": "bytes32"
     },
     {
      "internalType": "bytes32",
      "name": "buyerPoint",
      "type": "bytes32"
     },
     {
      "internalType": "uint64",
      "name": "interval",
      "type": "uint64"
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
      "internalType": "uint8",
      "name": "attribute",
      "type": "uint8"
     },
     {
      "internalType": "uint8",
      "name": "kind",
      "type": "uint8"
     },
     {
      "internalType": "address",
      "name": "broker",
      "type": "address"
     },
     {
      "internalType": "uint64",
      "name": "sequence",
      "type": "uint64"
     },
     {
      "internalType": "uint128",
      "name": "salt",
      "type": "uint128"
     }
    ],
    "internalType": "struct SealedMarket.TradeTerms",
    "name": "terms",
    "type": "tuple"
   }
  ],
  "name": "tradeDigest",
  "outputs": [
   {
    "internalType": "bytes32",
    "name": "",
    "type": "bytes32"
   }
  ],
  "stateMutability": "view",
  "type": "function"
 }
] as const;

export const energyMarketBytecode =
  '0x6101e0604052348015610010575f5ffd5b50604051614ac4380380614ac483398101604081905261002f91610281565b604080518082018252601681527f496e7465726c6f636b20456e657267794d61726b6574000000000000000000006020808301919091528251808401845260018152603160f81b818301526001600160a01b03808716608052851660a08190528451637d1cd04f60e01b815294519394919387938793637d1cd04f92600480830193928290030181865afa1580156100c9573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906100ed91906102b9565b63ffffffff1660c08163ffffffff1681525050806001600160a01b0316633c2524466040518163ffffffff1660e01b8152600401602060405180830381865afa15801561013c573d5f5f3e3d5ffd5b505050506040513d601f19601f8201168201806040525081019061016091906102b9565b63ffffffff1660e05250610175905082610224565b6101a05261018281610224565b6101c0528151602080840191909120610160528151908201206101805246610120526102116101605161018051604080517f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f60208201529081019290925260608201524660808201523060a08201525f9060c00160405160208183030381529060405280519060200120905090565b61010052505030610140525061033e9050565b5f5f829050601f81511115610257578260405163305a27a960e01b815260040161024e91906102e3565b60405180910390fd5b805161026282610318565b179392505050565b6001600160a01b038116811461027e575f5ffd5b50565b5f5f60408385031215610292575f5ffd5b825161029d8161026a565b60208401519092506102ae8161026a565b809150509250929050565b5f602082840312156102c9575f5ffd5b815163ffffffff811681146102dc575f5ffd5b9392505050565b602081525f82518060208401528060208501604085015e5f604082850101526040601f19601f83011684010191505092915050565b80516020808301519190811015610338575f198160200360031b1b821691505b50919050565b60805160a05160c05160e05161010051610120516101405161016051610180516101a0516101c05161464961047b5f395f61338301525f61335301525f6138e001525f6138b801525f61381301525f61383d01525f61386701525f81816110ba01526110fe01525f81816105a7015261376a01525f81816104f401528181610e63015281816112d80152611a8c01525f81816105800152818161078c01528181610928015281816109e101528181610d030152818161112d015281816111ea015281816115d401528181611675015281816118c40152818161198101528181611d23015281816121d50152818161229e015281816126db0152818161279e0152818161286301528181612efa015281816130ec015281816134e0015281816135930152818161362d015281816136c00152613b1601526146495ff3fe608060405234801561000f575f5ffd5b50600436106101bb575f3560e01c806353190654116100f3578063a051ecad11610093578063bfc2b7811161006e578063bfc2b7811461063e578063d1c6e23d14610646578063dffe448d1461064e578063f6a8981014610676575f5ffd5b8063a051ecad1461060c578063b004b5011461062c578063b40a562714610635575f5ffd5b80637b103999116100ce5780637b1039991461057b5780637d1cd04f146105a257806384b0196e146105de57806399f96d2c146105f9575f5ffd5b8063531906541461052e5780637438c319146105555780637890c86914610568575f5ffd5b806339ba9c7e1161015e578063454a2ab311610139578063454a2ab3146103a35780634cf842b5146104b4578063514fcac7146104dc57806352f6747a146104ef575f5ffd5b806339ba9c7e14610350578063401e27a714610365578063403f922b14610390575f5ffd5b806321603f431161019957806321603f431461021357806323c1d188146103215780632453ffa8146103345780633560d98c1461033d575f5ffd5b806306f13056146101bf5780630eaa75fe146101da57806318542264146101fa575b5f5ffd5b6101c75f5481565b6040519081526020015b60405180910390f35b6101ed6101e8366004613c8c565b610689565b6040516101d19190613ca3565b6102015f81565b60405160ff90911681526020016101d1565b6102be610221366004613c8c565b6040805160a0810182525f80825260208201819052918101829052606081018290526080810191909152505f90815260076020908152604091829020825160a081018452905463ffffffff8116825264ffffffffff6401000000008204169282019290925260ff600160481b830416928101929092526001600160401b03600160501b820481166060840152600160901b90910416608082015290565b6040516101d191905f60a08201905063ffffffff835116825264ffffffffff602084015116602083015260ff60408401511660408301526001600160401b0360608401511660608301526001600160401b03608084015116608083015292915050565b6101c761032f366004613d5e565b610789565b6101c760065481565b6101c761034b366004613ea9565b610bfa565b61036361035e366004613f3d565b610d01565b005b610378610373366004613f84565b6110b7565b6040516001600160401b0390911681526020016101d1565b6101c761039e366004613fa6565b61112a565b6104526103b1366004613c8c565b6040805160a0810182525f80825260208201819052918101829052606081018290526080810191909152505f90815260096020908152604091829020825160a081018452905463ffffffff8116825264ffffffffff640100000000820416928201929092526001600160401b03600160481b8304811693820193909352600160881b8204909216606083015260ff600160c81b909104161515608082015290565b6040516101d191905f60a08201905063ffffffff835116825264ffffffffff60208401511660208301526001600160401b0360408401511660408301526001600160401b03606084015116606083015260808301511515608083015292915050565b6103786104c2366004613fef565b60046020525f90815260409020546001600160401b031681565b6103636104ea366004613c8c565b611515565b6105167f000000000000000000000000000000000000000000000000000000000000000081565b6040516001600160a01b0390911681526020016101d1565b6101c77f28933eed41e86a0d9c1e47f982e0443d75b8864089e3ba656c1084557f86398281565b6101c761056336600461400a565b611778565b6101c7610576366004614024565b6118c1565b6105167f000000000000000000000000000000000000000000000000000000000000000081565b6105c97f000000000000000000000000000000000000000000000000000000000000000081565b60405163ffffffff90911681526020016101d1565b6105e6611cc2565b6040516101d19796959493929190614113565b6101c76106073660046141c5565b611d20565b61061f61061a366004613c8c565b612132565b6040516101d19190614234565b6101c761040081565b6101c760085481565b610201600181565b6101c7604081565b61037861065c366004613c8c565b60056020525f90815260409020546001600160401b031681565b6101c7610684366004613c8c565b6121d2565b6040805160e0810182525f80825260208201819052918101829052606081018290526080810182905260a0810182905260c0810191909152505f818152600160208181526040808420815160e081018352815481529301546001600160a01b03811692840192909252600160a01b820464ffffffffff16908301819052600160c81b820461ffff9081166060850152600160d81b830481166080850152600160e81b83041660a0840152600160f81b90910460ff1660c0830152909103610784576040517f742b172d000000000000000000000000000000000000000000000000000000008152600481018390526024015b60405180910390fd5b919050565b5f7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316635c975abb6040518163ffffffff1660e01b8152600401602060405180830381865afa1580156107e6573d5f5f3e3d5ffd5b505050506040513d601f19601f8201168201806040525081019061080a91906142aa565b15610828576040516313d0ff5960e31b815260040160405180910390fd5b61084061083b60408801602089016142c9565b6126b3565b335f908152600460205260409020546001600160401b03168061086960a0890160808a01613f84565b6001600160401b0316146108cd5761088760a0880160808901613f84565b6040517fd45c5a5e0000000000000000000000000000000000000000000000000000000081526001600160401b039182166004820152908216602482015260440161077b565b6108d88160016142f6565b335f908152600460209081526040909120805467ffffffffffffffff19166001600160401b03939093169290921790915561091e9061091990890189613f84565b612943565b6001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001663f954340a61095d60608a0160408b01614324565b6040517fffffffff0000000000000000000000000000000000000000000000000000000060e084901b16815261ffff9091166004820152602401602060405180830381865afa1580156109b2573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906109d6919061433f565b506001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001663f954340a610a1660808a0160608b01614324565b6040517fffffffff0000000000000000000000000000000000000000000000000000000060e084901b16815261ffff9091166004820152602401602060405180830381865afa158015610a6b573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190610a8f919061433f565b505f610a9b87876129a1565b9050610b376040518060e00160405280838152602001336001600160a01b031681526020018a5f016020810190610ad29190613f84565b64ffffffffff1681525f6020820152604090810190610af79060608d01908d01614324565b61ffff168152602001610b1060808c0160608d01614324565b61ffff1681526020018a6020016020810190610b2c91906142c9565b60ff16905287612a1e565b5f818152600560209081526040909120805467ffffffffffffffff19166001600160401b0386161790559093503390610b72908a018a613f84565b6001600160401b0316847f638cb5a9fa492550c22e01e5c398c0d72552d1adca3481b5688b90265f3a41b4610bad60408d0160208e016142c9565b610bbd60608e0160408f01614324565b8d6060016020810190610bd09190614324565b604051610be7939291908e908a908f908f9061435a565b60405180910390a4505095945050505050565b5f835f01518460200151610c0d86612bfc565b610c1687612c64565b60405160e094851b7fffffffff00000000000000000000000000000000000000000000000000000000908116602083015293851b8416602482015260d89290921b7fffffffffff00000000000000000000000000000000000000000000000000000016602883015290921b16602d82015260f884901b7fff00000000000000000000000000000000000000000000000000000000000000166031820152608083901b7fffffffffffffffffffffffffffffffff000000000000000000000000000000001660328201526042016040516020818303038152906040528051906020012090509392505050565b7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316635c975abb6040518163ffffffff1660e01b8152600401602060405180830381865afa158015610d5d573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190610d8191906142aa565b15610d9f576040516313d0ff5960e31b815260040160405180910390fd5b5f610da985612ccb565b9050826001600160401b03165f03610dd45760405163261818d760e21b815260040160405180910390fd5b80606001516001600160401b0316826001600160401b03161115610e3d5760608101516040517fd46f29f40000000000000000000000000000000000000000000000000000000081526001600160401b038085166004830152909116602482015260440161077b565b6020810151604051638d21510360e01b815264ffffffffff9091166004820152610edc907f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031690638d21510390602401608060405180830381865afa158015610eb0573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190610ed491906143b6565b836002612df6565b5f610ee685612ea3565b60408101519091506001600160a01b03163314610f1f5760405163def612dd60e01b81526004810186905233602482015260440161077b565b815f015163ffffffff16816020015163ffffffff1603610f55576040516318674e6d60e11b81526004810186905260240161077b565b5f868152600a602052604090208054603f1901610fa1576040517f0f51a9280000000000000000000000000000000000000000000000000000000081526004810188905260240161077b565b6040805160608101825260208085015163ffffffff90811683526001600160401b03808a168385019081528982169585019586528654600181810189555f898152959095209551950180549151965183166c01000000000000000000000000027fffffffffffffffffffffffff0000000000000000ffffffffffffffffffffffff97909316640100000000026bffffffffffffffffffffffff199092169590931694909417939093179390931691909117909155815487916110629161441d565b604080513381526001600160401b03898116602083015288168183015290518a917f200ca8a3fed1b9cc3f8e49576bcb9a35e51815f9aee91a4151564ef6044725d8919081900360600190a450505050505050565b5f7f000000000000000000000000000000000000000000000000000000000000000063ffffffff16826001600160401b0316116110f4575f611124565b61112463ffffffff7f00000000000000000000000000000000000000000000000000000000000000001683614430565b92915050565b5f7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316635c975abb6040518163ffffffff1660e01b8152600401602060405180830381865afa158015611187573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906111ab91906142aa565b156111c9576040516313d0ff5960e31b815260040160405180910390fd5b60405163baf156a760e01b81523360048083019190915260248201819052907f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03169063baf156a790604401602060405180830381865afa158015611237573d5f5f3e3d5ffd5b505050506040513d601f19601f8201168201806040525081019061125b91906142aa565b61128457604051636cab18e560e01b815233600482015261ffff8216602482015260440161077b565b61128d85612943565b836001600160401b03165f036112b65760405163261818d760e21b815260040160405180910390fd5b604051638d21510360e01b81526001600160401b0386166004820152611351907f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031690638d21510390602401608060405180830381865afa158015611325573d5f5f3e3d5ffd5b505050506040513d601f19601f8201168201806040525081019061134991906143b6565b846002612df6565b5f61135b87612ea3565b60408101519091506001600160a01b031633146113945760405163def612dd60e01b81526004810188905233602482015260440161077b565b60085f81546113a29061444f565b91829055506040805160a08101825260208085015163ffffffff908116835264ffffffffff808c168385019081526001600160401b03808d168688019081528c8216606088019081525f608089018181528b825260099098528990209751885494519251915197511515600160c81b0260ff60c81b19988516600160881b027fffffffffffffff0000000000000000ffffffffffffffffffffffffffffffffff938616600160481b02939093167fffffffffffffff00000000000000000000000000000000ffffffffffffffffff949097166401000000000268ffffffffffffffffff199096169190971617939093171692909217179290921617909155905191945088919088169085907fbde4c38408cbcfefc58c451fba74ec96a41192c4b5973533d395a9dfca649460906115039033908b908b906001600160a01b039390931683526001600160401b03918216602084015216604082015260600190565b60405180910390a45050949350505050565b5f8181526007602052604081208054909164010000000090910464ffffffffff169003611571576040517f10cc605e0000000000000000000000000000000000000000000000000000000081526004810183905260240161077b565b8054600160501b90046001600160401b03165f8190036115b457604051633ed9e5eb60e11b8152600481018490525f60248201819052604482015260640161077b565b8154604051636c790c4160e11b815263ffffffff90911660048201525f907f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03169063d8f2188290602401602060405180830381865afa158015611621573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190611645919061433f565b90506001600160a01b038116331461170957825460405163bc3432cb60e01b815263ffffffff90911660048201527f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03169063bc3432cb90602401602060405180830381865afa1580156116c2573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906116e69190614467565b60405163356afe3b60e11b8152600481019190915233602482015260440161077b565b825471ffffffffffffffff0000000000000000000019168084556040516001600160401b038416815264010000000090910464ffffffffff169085907f53f4e76e62a2162fc5bff7524851d2eaf65b0b36565d88972dda54cece9f3ef99060200160405180910390a350505050565b5f6111247f28933eed41e86a0d9c1e47f982e0443d75b8864089e3ba656c1084557f863982833560208501356117b46060870160408801613f84565b6117c46080880160608901613f84565b6117d460a0890160808a01613f84565b6117e460c08a0160a08b016142c9565b6117f460e08b0160c08c016142c9565b6118056101008c0160e08d01613fef565b6118176101208d016101008e01613f84565b6118296101408e016101208f0161447e565b60408051602081019c909c528b019990995260608a01979097526001600160401b0395861660808a015293851660a089015291841660c088015260ff90811660e0880152166101008601526001600160a01b0316610120850152166101408301526fffffffffffffffffffffffffffffffff166101608201526101800160405160208183030381529060405280519060200120612f91565b5f7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316635c975abb6040518163ffffffff1660e01b8152600401602060405180830381865afa15801561191e573d5f5f3e3d5ffd5b505050506040513d601f19601f8201168201806040525081019061194291906142aa565b15611960576040516313d0ff5960e31b815260040160405180910390fd5b60405163baf156a760e01b81523360048083019190915260248201819052907f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03169063baf156a790604401602060405180830381865afa1580156119ce573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906119f291906142aa565b611a1b57604051636cab18e560e01b815233600482015261ffff8216602482015260440161077b565b8786141580611a2a5750878414155b15611a61576040517f1083f70900000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b611a6a8a612943565b604051638d21510360e01b81526001600160401b038b166004820152611b05907f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031690638d21510390602401608060405180830381865afa158015611ad9573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190611afd91906143b6565b846001612df6565b604080516060810182526001600160401b03808d16825285811660208301525f9282018390529091908690811115611b3f57611b3f613e0d565b604051908082528060200260200182016040528015611b8f57816020015b604080516080810182525f8082526020808301829052928201819052606082015282525f19909201910181611b5d5790505b5090505f5b86811015611c2357611bfe838d8d84818110611bb257611bb2614497565b905060200201358c8c85818110611bcb57611bcb614497565b905060200201358b8b86818110611be457611be4614497565b9050602002016020810190611bf99190613f84565b612fd8565b828281518110611c1057611c10614497565b6020908102919091010152600101611b94565b505f611c4a825f81518110611c3a57611c3a614497565b60200260200101515f01516130b6565b9050611c5a8d6001838486613167565b60408085015181516001600160401b038a81168252602082019290925291820183905291965033918f16907f78a62b44f9f7604096cfd01ef08352d60149fe53c356b34fe9458cc942e112f69060600160405180910390a35050505098975050505050505050565b5f6060805f5f5f6060611cd361334c565b611cdb61337c565b604080515f808252602082019092527f0f000000000000000000000000000000000000000000000000000000000000009b939a50919850469750309650945092509050565b5f7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316635c975abb6040518163ffffffff1660e01b8152600401602060405180830381865afa158015611d7d573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190611da191906142aa565b15611dbf576040516313d0ff5960e31b815260040160405180910390fd5b600654611dcd8160016144ab565b9150611dd983826144ab565b6006555f5b8381101561212a5736858583818110611df957611df9614497565b905060a002019050611e178160200160208101906109199190613f84565b6001611e2960608301604084016142c9565b60ff161115611e7a57611e4260608201604083016142c9565b6040517f1bf7daa400000000000000000000000000000000000000000000000000000000815260ff909116600482015260240161077b565b611e8a6080820160608301613f84565b6001600160401b03165f03611eb25760405163261818d760e21b815260040160405180910390fd5b5f611ebd8235612ea3565b60408101519091506001600160a01b03163314611ef65760405163356afe3b60e11b81528235600482015233602482015260440161077b565b6040518060a00160405280826020015163ffffffff168152602001836020016020810190611f249190613f84565b64ffffffffff168152602001611f4060608501604086016142c9565b60ff168152602001611f586080850160608601613f84565b6001600160401b03168152602001611f7660a0850160808601613f84565b6001600160401b0316905260075f611f8d8761444f565b80825260208083019390935260409182015f20845181548686015187860151606089015160809099015163ffffffff90941668ffffffffffffffffff199093169290921764010000000064ffffffffff90921691909102177fffffffffffffffffffffffffffff000000000000000000ffffffffffffffffff16600160481b60ff9092169190910271ffffffffffffffff00000000000000000000191617600160501b6001600160401b0397881602177fffffffffffff0000000000000000ffffffffffffffffffffffffffffffffffff16600160901b96909116959095029490941790935591955083359161208891908501908501613f84565b6001600160401b0316857f0455a0436535975a2d2ad677e3a694892cf0bb6a3449d229b7abbe703d2b6653336120c460608801604089016142c9565b6120d46080890160608a01613f84565b6120e460a08a0160808b01613f84565b604080516001600160a01b0395909516855260ff9390931660208501526001600160401b0391821684840152166060830152519081900360800190a45050600101611dde565b505092915050565b6060600a5f8381526020019081526020015f20805480602002602001604051908101604052809291908181526020015f905b828210156121c7575f848152602090819020604080516060810182529185015463ffffffff811683526001600160401b0364010000000082048116848601526c010000000000000000000000009091041690820152825260019092019101612164565b505050509050919050565b5f7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316635c975abb6040518163ffffffff1660e01b8152600401602060405180830381865afa15801561222f573d5f5f3e3d5ffd5b505050506040513d601f19601f8201168201806040525081019061225391906142aa565b15612271576040516313d0ff5960e31b815260040160405180910390fd5b5f61227b83612ccb565b805160405163bc3432cb60e01b815263ffffffff90911660048201529091505f907f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03169063bc3432cb90602401602060405180830381865afa1580156122eb573d5f5f3e3d5ffd5b505050506040513d601f19601f8201168201806040525081019061230f9190614467565b90505f61231b82612ea3565b9050825f015163ffffffff16816020015163ffffffff1614158061234c575060408101516001600160a01b03163314155b1561238c576040517f5b7f17cd0000000000000000000000000000000000000000000000000000000081526004810186905233602482015260440161077b565b5f858152600960209081526040808320805460ff60c81b1916600160c81b179055600a8252808320805482518185028101850190935280835261243a93859084015b82821015612431575f848152602090819020604080516060810182529185015463ffffffff811683526001600160401b0364010000000082048116848601526c0100000000000000000000000090910416908201528252600190920191016123ce565b505050506133a7565b90505f81516001600160401b0381111561245657612456613e0d565b6040519080825280602002602001820160405280156124a657816020015b604080516080810182525f8082526020808301829052928201819052606082015282525f199092019101816124745790505b5060408601519091505f90815b8451811080156124cb57505f826001600160401b0316115b15612612575f5f6124f78784815181106124e7576124e7614497565b60200260200101515f01516134a8565b9150915081612507575050612602565b5f846001600160401b031688858151811061252457612524614497565b6020026020010151602001516001600160401b0316106125445784612563565b87848151811061255657612556614497565b6020026020010151602001515b905061256f8186614430565b94506040518060800160405280836020015163ffffffff1681526020018a6020015163ffffffff168152602001826001600160401b031681526020018986815181106125bd576125bd614497565b6020026020010151604001516001600160401b03168152508787806125e19061444f565b9850815181106125f3576125f3614497565b60200260200101819052505050505b61260b8161444f565b90506124b3565b508183525f612623885f01516130b6565b9050821561264757612644886020015164ffffffffff166002838488613167565b98505b876020015164ffffffffff168a7f93378aaa31ef8dbc989ae520466a9a7bd04f7e658943965b3f3faeb4e6f30552848b604001516126859190614430565b604080516001600160401b039092168252602082018e90520160405180910390a35050505050505050919050565b60021960ff8216016127755760405163baf156a760e01b8152336004820152601060248201527f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03169063baf156a790604401602060405180830381865afa158015612728573d5f5f3e3d5ffd5b505050506040513d601f19601f8201168201806040525081019061274c91906142aa565b61277257604051636cab18e560e01b81523360048201526010602482015260440161077b565b50565b60041960ff8216016128365760405163baf156a760e01b815233600482015261020060248201527f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03169063baf156a790604401602060405180830381865afa1580156127eb573d5f5f3e3d5ffd5b505050506040513d601f19601f8201168201806040525081019061280f91906142aa565b61277257604051636cab18e560e01b8152336004820152610200602482015260440161077b565b60ff81161580612849575060ff81166004145b1561290c57604051634ea7132760e01b81523360048201527f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031690634ea7132790602401602060405180830381865afa1580156128b0573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906128d491906142aa565b612772576040517f7e65d0e500000000000000000000000000000000000000000000000000000000815233600482015260240161077b565b6040517f4ffbc27400000000000000000000000000000000000000000000000000000000815260ff8216600482015260240161077b565b61294c81613760565b612955816110b7565b6001600160401b03164210612772576040517f1c1cd36f0000000000000000000000000000000000000000000000000000000081526001600160401b038216600482015260240161077b565b5f5f5f5b8381101561212a575f8585838181106129c0576129c0614497565b905060200201359050828111612a05576040517f167216d50000000000000000000000000000000000000000000000000000000081526004810183905260240161077b565b5f848152602082905260409020935091506001016129a5565b5f815f03612a58576040517f50e980cc00000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b610400821115612a97576040517fa67b9f9e0000000000000000000000000000000000000000000000000000000081526004810183905260240161077b565b61ffff821660608401525f80548190612aaf9061444f565b91829055505f81815260016020818152604092839020875181559087015191018054928701516060880151608089015160a08a015160c0909a015160ff16600160f81b027effffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff61ffff9b8c16600160e81b02167cffffffffffffffffffffffffffffffffffffffffffffffffffffffffff928c16600160d81b027fffffff0000ffffffffffffffffffffffffffffffffffffffffffffffffffffff9c909416600160c81b029b909b167fffffff00000000ffffffffffffffffffffffffffffffffffffffffffffffffff64ffffffffff909516600160a01b027fffffffffffffff000000000000000000000000000000000000000000000000009098166001600160a01b0390971696909617969096179290921693909317929092179190911695909517179093555090919050565b5f64ffffffffff801682604001516001600160401b03161115612c5c5760408083015190517f398bb3370000000000000000000000000000000000000000000000000000000081526001600160401b03909116600482015260240161077b565b506040015190565b5f63ffffffff801682606001516001600160401b03161115612cc35760608201516040517fdfc638920000000000000000000000000000000000000000000000000000000081526001600160401b03909116600482015260240161077b565b506060015190565b6040805160a0810182525f80825260208201819052918101829052606081018290526080810191909152505f818152600960209081526040808320815160a081018352905463ffffffff81168252640100000000810464ffffffffff16938201849052600160481b81046001600160401b0390811693830193909352600160881b81049092166060820152600160c81b90910460ff16151560808201529103612da3576040517f557347de0000000000000000000000000000000000000000000000000000000081526004810183905260240161077b565b806080015115612de2576040517f9dc7044a0000000000000000000000000000000000000000000000000000000081526004810183905260240161077b565b610784816020015164ffffffffff16612943565b5f60ff8216600314612e0c578360200151612e0e565b5f5b9050806001600160401b0316836001600160401b03161080612e45575083604001516001600160401b0316836001600160401b0316115b15612e9d5760408085015190517f268a708c0000000000000000000000000000000000000000000000000000000081526001600160401b0380861660048301528084166024830152909116604482015260640161077b565b50505050565b604080516060810182525f80825260208201819052918101919091526040517f59abddce000000000000000000000000000000000000000000000000000000008152600481018390525f9081906001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016906359abddce906024016040805180830381865afa158015612f3e573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190612f6291906144be565b6040805160608101825296875263ffffffff90921660208701526001600160a01b031690850152509192915050565b5f611124612f9d613807565b836040517f19010000000000000000000000000000000000000000000000000000000000008152600281019290925260228201526042902090565b604080516080810182525f80825260208201819052918101829052606081018290529061300785828886613930565b90505f6130178560018987613930565b9050836001600160401b03168760400181815161303491906144ab565b905250805182510361305f5781516040516318674e6d60e11b8152600481019190915260240161077b565b6040518060800160405280836020015163ffffffff168152602001826020015163ffffffff168152602001856001600160401b0316815260200188602001516001600160401b031681525092505050949350505050565b6040517fc6989c9800000000000000000000000000000000000000000000000000000000815263ffffffff821660048201525f907f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03169063c6989c989060240160a060405180830381865afa158015613139573d5f5f3e3d5ffd5b505050506040513d601f19601f8201168201806040525081019061315d91906144f6565b6080015192915050565b5f5f5f835160116131789190614590565b61318390600f6144ab565b6001600160401b0381111561319a5761319a613e0d565b6040519080825280601f01601f1916602001820160405280156131c4576020820181803683370190505b5090505f5b845181101561329c575f8582815181106131e5576131e5614497565b6020026020010151905080604001516001600160401b03165f0361321c5760405163261818d760e21b815260040160405180910390fd5b6132398461322b835f5f610bfa565b5f9182526020526040902090565b93505f61324582612c64565b63ffffffff16602061325684612bfc565b64ffffffffff16901b6048846020015163ffffffff16901b6068855f015163ffffffff16901b17171790508060781b8360110260208601015250508060010190506131c9565b50835160110281526133006040518060e00160405280848152602001336001600160a01b031681526020018a64ffffffffff1681526020015f61ffff1681526020018861ffff1681526020018761ffff1681526020018960ff168152508551612a1e565b9250336001600160a01b0316886001600160401b0316847fd6724556ffb7f778abb35e5261ee278d39586cdeb90b0391581a4255c6e18f868a8a8a87604051610be794939291906145a7565b60606133777f0000000000000000000000000000000000000000000000000000000000000000613c0f565b905090565b60606133777f0000000000000000000000000000000000000000000000000000000000000000613c0f565b606060015b82518110156134a1575f8382815181106133c8576133c8614497565b602002602001015190505f8290505b5f81118015613422575060408201516001600160401b0316856133fb60018461441d565b8151811061340b5761340b614497565b6020026020010151604001516001600160401b0316115b15613479578461343360018361441d565b8151811061344357613443614497565b602002602001015185828151811061345d5761345d614497565b602002602001018190525080613472906145e0565b90506133d7565b8185828151811061348c5761348c614497565b602090810291909101015250506001016133ac565b5090919050565b604080516060810182525f8082526020820181905291810182905260405163bc3432cb60e01b815263ffffffff841660048201525f907f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03169063bc3432cb90602401602060405180830381865afa15801561352d573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906135519190614467565b6040517f98ecb0f90000000000000000000000000000000000000000000000000000000081526004810182905290915063ffffffff8516906001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016906398ecb0f990602401602060405180830381865afa1580156135d8573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906135fc91906145f5565b63ffffffff1614613610575f925050915091565b604051636c790c4160e11b815263ffffffff851660048201525f907f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03169063d8f2188290602401602060405180830381865afa15801561367a573d5f5f3e3d5ffd5b505050506040513d601f19601f8201168201806040525081019061369e919061433f565b604051634ea7132760e01b81526001600160a01b0380831660048301529192507f000000000000000000000000000000000000000000000000000000000000000090911690634ea7132790602401602060405180830381865afa158015613707573d5f5f3e3d5ffd5b505050506040513d601f19601f8201168201806040525081019061372b91906142aa565b60405180606001604052808481526020018763ffffffff168152602001836001600160a01b0316815250935093505050915091565b61379063ffffffff7f00000000000000000000000000000000000000000000000000000000000000001682614610565b6001600160401b03161515806137ad57506001600160401b038116155b806137c5575064ffffffffff6001600160401b038216115b15612772576040517f670794930000000000000000000000000000000000000000000000000000000081526001600160401b038216600482015260240161077b565b5f306001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001614801561385f57507f000000000000000000000000000000000000000000000000000000000000000046145b1561388957507f000000000000000000000000000000000000000000000000000000000000000090565b613377604080517f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f60208201527f0000000000000000000000000000000000000000000000000000000000000000918101919091527f000000000000000000000000000000000000000000000000000000000000000060608201524660808201523060a08201525f9060c00160405160208183030381529060405280519060200120905090565b604080516060810182525f80825260208201819052918101919091525f85815260076020908152604091829020825160a081018452815463ffffffff8116825264ffffffffff64010000000082041682850181905260ff600160481b830416958301959095526001600160401b03600160501b820481166060840152600160901b90910481166080830152928701518751929491939092161415806139df57508660ff16826040015160ff1614155b15613a005760405163cf3e25af60e01b81526004810189905260240161077b565b81606001516001600160401b0316856001600160401b03161115613a57576060820151604051633ed9e5eb60e11b8152600481018a90526001600160401b039182166024820152908616604482015260640161077b565b5f60ff881615613a805782608001516001600160401b0316826001600160401b03161115613a9b565b82608001516001600160401b0316826001600160401b031610155b905080613af45760808301516040517f04eff510000000000000000000000000000000000000000000000000000000008152600481018b90526001600160401b039182166024820152908316604482015260640161077b565b825160405163bc3432cb60e01b815263ffffffff9091166004820152613b8c907f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03169063bc3432cb90602401602060405180830381865afa158015613b63573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190613b879190614467565b612ea3565b9450825f015163ffffffff16856020015163ffffffff1614613bc45760405163cf3e25af60e01b8152600481018a905260240161077b565b858360600151613bd49190614430565b84546001600160401b0391909116600160501b0271ffffffffffffffff00000000000000000000199091161790935550919695505050505050565b60605f613c1b83613c4c565b6040805160208082528183019092529192505f91906020820181803683375050509182525060208101929092525090565b5f60ff8216601f811115611124576040517fb3512b0c00000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b5f60208284031215613c9c575f5ffd5b5035919050565b5f60e082019050825182526001600160a01b03602084015116602083015264ffffffffff604084015116604083015261ffff606084015116606083015261ffff608084015116608083015261ffff60a08401511660a083015260c0830151613d1060c084018260ff169052565b5092915050565b5f5f83601f840112613d27575f5ffd5b5081356001600160401b03811115613d3d575f5ffd5b6020830191508360208260051b8501011115613d57575f5ffd5b9250929050565b5f5f5f5f5f85870360e0811215613d73575f5ffd5b60a0811215613d80575f5ffd5b5085945060a08601356001600160401b03811115613d9c575f5ffd5b613da888828901613d17565b90955093505060c08601356001600160401b03811115613dc6575f5ffd5b8601601f81018813613dd6575f5ffd5b80356001600160401b03811115613deb575f5ffd5b886020828401011115613dfc575f5ffd5b959894975092955050506020019190565b634e487b7160e01b5f52604160045260245ffd5b604051608081016001600160401b0381118282101715613e4f57634e487b7160e01b5f52604160045260245ffd5b60405290565b63ffffffff81168114612772575f5ffd5b6001600160401b0381168114612772575f5ffd5b803560ff81168114610784575f5ffd5b80356fffffffffffffffffffffffffffffffff81168114610784575f5ffd5b5f5f5f83850360c0811215613ebc575f5ffd5b6080811215613ec9575f5ffd5b50613ed2613e21565b8435613edd81613e55565b81526020850135613eed81613e55565b60208201526040850135613f0081613e66565b60408201526060850135613f1381613e66565b60608201529250613f2660808501613e7a565b9150613f3460a08501613e8a565b90509250925092565b5f5f5f5f60808587031215613f50575f5ffd5b84359350602085013592506040850135613f6981613e66565b91506060850135613f7981613e66565b939692955090935050565b5f60208284031215613f94575f5ffd5b8135613f9f81613e66565b9392505050565b5f5f5f5f60808587031215613fb9575f5ffd5b843593506020850135613fcb81613e66565b92506040850135613f6981613e66565b6001600160a01b0381168114612772575f5ffd5b5f60208284031215613fff575f5ffd5b8135613f9f81613fdb565b5f61014082840312801561401c575f5ffd5b509092915050565b5f5f5f5f5f5f5f5f60a0898b03121561403b575f5ffd5b883561404681613e66565b975060208901356001600160401b03811115614060575f5ffd5b61406c8b828c01613d17565b90985096505060408901356001600160401b0381111561408a575f5ffd5b6140968b828c01613d17565b90965094505060608901356001600160401b038111156140b4575f5ffd5b6140c08b828c01613d17565b90945092505060808901356140d481613e66565b809150509295985092959890939650565b5f81518084528060208401602086015e5f602082860101526020601f19601f83011685010191505092915050565b7fff000000000000000000000000000000000000000000000000000000000000008816815260e060208201525f61414d60e08301896140e5565b828103604084015261415f81896140e5565b606084018890526001600160a01b038716608085015260a0840186905283810360c0850152845180825260208087019350909101905f5b818110156141b4578351835260209384019390920191600101614196565b50909b9a5050505050505050505050565b5f5f602083850312156141d6575f5ffd5b82356001600160401b038111156141eb575f5ffd5b8301601f810185136141fb575f5ffd5b80356001600160401b03811115614210575f5ffd5b85602060a083028401011115614224575f5ffd5b6020919091019590945092505050565b602080825282518282018190525f918401906040840190835b8181101561429f57835163ffffffff81511684526001600160401b0360208201511660208501526001600160401b0360408201511660408501525060608301925060208401935060018101905061424d565b509095945050505050565b5f602082840312156142ba575f5ffd5b81518015158114613f9f575f5ffd5b5f602082840312156142d9575f5ffd5b613f9f82613e7a565b634e487b7160e01b5f52601160045260245ffd5b6001600160401b038181168382160190811115611124576111246142e2565b61ffff81168114612772575f5ffd5b5f60208284031215614334575f5ffd5b8135613f9f81614315565b5f6020828403121561434f575f5ffd5b8151613f9f81613fdb565b60ff8816815261ffff8716602082015261ffff8616604082015284606082015283608082015260c060a08201528160c0820152818360e08301375f81830160e090810191909152601f909201601f191601019695505050505050565b5f60808284031280156143c7575f5ffd5b506143d0613e21565b82516143db81613e66565b815260208301516143eb81613e66565b602082015260408301516143fe81613e66565b6040820152606083015161441181613e66565b60608201529392505050565b81810381811115611124576111246142e2565b6001600160401b038281168282160390811115611124576111246142e2565b5f60018201614460576144606142e2565b5060010190565b5f60208284031215614477575f5ffd5b5051919050565b5f6020828403121561448e575f5ffd5b613f9f82613e8a565b634e487b7160e01b5f52603260045260245ffd5b80820180821115611124576111246142e2565b5f5f604083850312156144cf575f5ffd5b82516144da81613e55565b60208401519092506144eb81613fdb565b809150509250929050565b5f60a0828403128015614507575f5ffd5b5060405160a081016001600160401b038111828210171561453657634e487b7160e01b5f52604160045260245ffd5b60405282518152602083015161454b81613fdb565b6020820152604083015161455e81613e55565b6040820152606083015161457181613e55565b6060820152608083015161458481614315565b60808201529392505050565b8082028115828204841417611124576111246142e2565b60ff8516815261ffff8416602082015261ffff83166040820152608060608201525f6145d660808301846140e5565b9695505050505050565b5f816145ee576145ee6142e2565b505f190190565b5f60208284031215614605575f5ffd5b8151613f9f81613e55565b5f6001600160401b0383168061463457634e487b7160e01b5f52601260045260245ffd5b806001600160401b038416069150509291505056';
