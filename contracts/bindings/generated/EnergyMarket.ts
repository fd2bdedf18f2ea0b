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
   },
   {
    "internalType": "address",
    "name": "pool_",
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
    "name": "tradeCount",
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
    "name": "offerNumber",
    "type": "uint256"
   }
  ],
  "name": "BidOfferDisplaced",
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
    "name": "offerNumber",
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
  "name": "OFFERS_PER_SELLER_MAX",
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
      "internalType": "uint32",
      "name": "number",
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
    "name": "bidId",
    "type": "uint256"
   }
  ],
  "name": "closeBid",
  "outputs": [],
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
  "inputs": [],
  "name": "pool",
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
  "inputs": [
   {
    "internalType": "uint64",
    "name": "interval",
    "type": "uint64"
   },
   {
    "internalType": "address",
    "name": "submitter",
    "type": "address"
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
    "internalType": "struct OpenTrades.MatchedTrade[]",
    "name": "matched",
    "type": "tuple[]"
   }
  ],
  "name": "recordPool",
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
  '0x610200604052348015610010575f5ffd5b506040516143da3803806143da83398101604081905261002f9161028e565b604080518082018252601681527f496e7465726c6f636b20456e657267794d61726b6574000000000000000000006020808301919091528251808401845260018152603160f81b818301526001600160a01b03808816608052861660a08190528451637d1cd04f60e01b815294519394919388938893637d1cd04f92600480830193928290030181865afa1580156100c9573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906100ed91906102d8565b63ffffffff1660c08163ffffffff1681525050806001600160a01b0316633c2524466040518163ffffffff1660e01b8152600401602060405180830381865afa15801561013c573d5f5f3e3d5ffd5b505050506040513d601f19601f8201168201806040525081019061016091906102d8565b63ffffffff1660e05250610175905082610231565b6101a05261018281610231565b6101c0528151602080840191909120610160528151908201206101805246610120526102116101605161018051604080517f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f60208201529081019290925260608201524660808201523060a08201525f9060c00160405160208183030381529060405280519060200120905090565b61010052505030610140526001600160a01b03166101e0525061035d9050565b5f5f829050601f81511115610264578260405163305a27a960e01b815260040161025b9190610302565b60405180910390fd5b805161026f82610337565b179392505050565b6001600160a01b038116811461028b575f5ffd5b50565b5f5f5f606084860312156102a0575f5ffd5b83516102ab81610277565b60208501519093506102bc81610277565b60408501519092506102cd81610277565b809150509250925092565b5f602082840312156102e8575f5ffd5b815163ffffffff811681146102fb575f5ffd5b9392505050565b602081525f82518060208401528060208501604085015e5f604082850101526040601f19601f83011684010191505092915050565b80516020808301519190811015610357575f198160200360031b1b821691505b50919050565b60805160a05160c05160e05161010051610120516101405161016051610180516101a0516101c0516101e051613f6e61046c5f395f81816101de01526117a701525f61293201525f61290201525f61324c01525f61322401525f61317f01525f6131a901525f6131d301525f81816110ae01526110f201525f8181610465015261307801525f81816103d501528181610d4e01528181611306015261182901525f818161043e0152818161064a015281816107e60152818161089f01528181610bc101528181611121015281816111de0152818161194b01528181611a3101528181611c8a01528181611d4d01528181611e2b015281816124b7015281816127160152612da10152613f6e5ff3fe608060405234801561000f575f5ffd5b506004361061019a575f3560e01c80637438c319116100e8578063b004b50111610093578063d1c6e23d1161006e578063d1c6e23d146104f1578063d4ca7e2e146104f9578063dffe448d1461050c578063f6a8981014610534575f5ffd5b8063b004b501146104d7578063b40a5627146104e0578063c3e6e393146104e9575f5ffd5b80637d1cd04f116100c35780637d1cd04f1461046057806384b0196e1461049c578063a051ecad146104b7575f5ffd5b80637438c3191461041e57806375607a2b146104315780637b10399914610439575f5ffd5b8063401e27a7116101485780634cf842b5116101235780634cf842b5146103a857806352f6747a146103d057806353190654146103f7575f5ffd5b8063401e27a714610253578063403f922b1461027e578063454a2ab314610291575f5ffd5b806323c1d1881161017857806323c1d188146102185780633560d98c1461022b57806339ba9c7e1461023e575f5ffd5b806306f130561461019e5780630eaa75fe146101b957806316f0115b146101d9575b5f5ffd5b6101a65f5481565b6040519081526020015b60405180910390f35b6101cc6101c7366004613512565b610547565b6040516101b09190613529565b6102007f000000000000000000000000000000000000000000000000000000000000000081565b6040516001600160a01b0390911681526020016101b0565b6101a66102263660046135e1565b610647565b6101a6610239366004613757565b610ab8565b61025161024c3660046137eb565b610bbf565b005b610266610261366004613832565b6110ab565b6040516001600160401b0390911681526020016101b0565b6101a661028c366004613854565b61111e565b61034661029f366004613512565b6040805160a0810182525f80825260208201819052918101829052606081018290526080810191909152505f90815260076020908152604091829020825160a081018452905463ffffffff8116825264ffffffffff640100000000820416928201929092526001600160401b0369010000000000000000008304811693820193909352600160881b8204909216606083015260ff600160c81b909104161515608082015290565b6040516101b091905f60a08201905063ffffffff835116825264ffffffffff60208401511660208301526001600160401b0360408401511660408301526001600160401b03606084015116606083015260808301511515608083015292915050565b6102666103b636600461389d565b60046020525f90815260409020546001600160401b031681565b6102007f000000000000000000000000000000000000000000000000000000000000000081565b6101a67f28933eed41e86a0d9c1e47f982e0443d75b8864089e3ba656c1084557f86398281565b6101a661042c3660046138b8565b611549565b610266606481565b6102007f000000000000000000000000000000000000000000000000000000000000000081565b6104877f000000000000000000000000000000000000000000000000000000000000000081565b60405163ffffffff90911681526020016101b0565b6104a4611692565b6040516101b09796959493929190613900565b6104ca6104c5366004613512565b6116f0565b6040516101b091906139b2565b6101a661040081565b6101a660065481565b6101a6600481565b6101a6604081565b610251610507366004613a38565b61179c565b61026661051a366004613512565b60056020525f90815260409020546001600160401b031681565b610251610542366004613512565b611949565b6040805160e0810182525f80825260208201819052918101829052606081018290526080810182905260a0810182905260c0810191909152505f818152600160208181526040808420815160e081018352815481529301546001600160a01b03811692840192909252600160a01b820464ffffffffff16908301819052600160c81b820461ffff9081166060850152600160d81b830481166080850152600160e81b83041660a0840152600160f81b90910460ff1660c0830152909103610642576040517f742b172d000000000000000000000000000000000000000000000000000000008152600481018390526024015b60405180910390fd5b919050565b5f7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316635c975abb6040518163ffffffff1660e01b8152600401602060405180830381865afa1580156106a4573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906106c89190613ac7565b156106e6576040516313d0ff5960e31b815260040160405180910390fd5b6106fe6106f96040880160208901613ae6565b611c62565b335f908152600460205260409020546001600160401b03168061072760a0890160808a01613832565b6001600160401b03161461078b5761074560a0880160808901613832565b6040517fd45c5a5e0000000000000000000000000000000000000000000000000000000081526001600160401b0391821660048201529082166024820152604401610639565b610796816001613b13565b335f908152600460209081526040909120805467ffffffffffffffff19166001600160401b0393909316929092179091556107dc906107d790890189613832565b611f0b565b6001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001663f954340a61081b60608a0160408b01613b41565b6040517fffffffff0000000000000000000000000000000000000000000000000000000060e084901b16815261ffff9091166004820152602401602060405180830381865afa158015610870573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906108949190613b5c565b506001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001663f954340a6108d460808a0160608b01613b41565b6040517fffffffff0000000000000000000000000000000000000000000000000000000060e084901b16815261ffff9091166004820152602401602060405180830381865afa158015610929573d5f5f3e3d5ffd5b505050506040513d601f19601f8201168201806040525081019061094d9190613b5c565b505f6109598787611f69565b90506109f56040518060e00160405280838152602001336001600160a01b031681526020018a5f0160208101906109909190613832565b64ffffffffff1681525f60208201526040908101906109b59060608d01908d01613b41565b61ffff1681526020016109ce60808c0160608d01613b41565b61ffff1681526020018a60200160208101906109ea9190613ae6565b60ff16905287611fee565b5f818152600560209081526040909120805467ffffffffffffffff19166001600160401b0386161790559093503390610a30908a018a613832565b6001600160401b0316847f638cb5a9fa492550c22e01e5c398c0d72552d1adca3481b5688b90265f3a41b4610a6b60408d0160208e01613ae6565b610a7b60608e0160408f01613b41565b8d6060016020810190610a8e9190613b41565b604051610aa5939291908e908a908f908f90613b77565b60405180910390a4505095945050505050565b5f835f01518460200151610acb866121cc565b610ad48761221b565b60405160e094851b7fffffffff00000000000000000000000000000000000000000000000000000000908116602083015293851b8416602482015260d89290921b7fffffffffff00000000000000000000000000000000000000000000000000000016602883015290921b16602d82015260f884901b7fff00000000000000000000000000000000000000000000000000000000000000166031820152608083901b7fffffffffffffffffffffffffffffffff000000000000000000000000000000001660328201526042016040516020818303038152906040528051906020012090509392505050565b7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316635c975abb6040518163ffffffff1660e01b8152600401602060405180830381865afa158015610c1b573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190610c3f9190613ac7565b15610c5d576040516313d0ff5960e31b815260040160405180910390fd5b5f610c6785612282565b905060646001600160401b0384161015610cbf576040517f07d9321f0000000000000000000000000000000000000000000000000000000081526001600160401b038416600482015260646024820152604401610639565b80606001516001600160401b0316826001600160401b03161115610d285760608101516040517fd46f29f40000000000000000000000000000000000000000000000000000000081526001600160401b0380851660048301529091166024820152604401610639565b6020810151604051638d21510360e01b815264ffffffffff9091166004820152610dc7907f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031690638d21510390602401608060405180830381865afa158015610d9b573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190610dbf9190613bd3565b8360026123b3565b5f610dd185612460565b60408101519091506001600160a01b03163314610e0a5760405163def612dd60e01b815260048101869052336024820152604401610639565b815f015163ffffffff16816020015163ffffffff1603610e59576040517f30ce9cda00000000000000000000000000000000000000000000000000000000815260048101869052602401610639565b5f86815260096020908152604080832033845290915290205460031901610eb5576040517f4b2f1eb200000000000000000000000000000000000000000000000000000000815260048101879052336024820152604401610639565b5f86815260096020908152604080832033845290915281208054909190610edb90613c3a565b909155506040805160808101825260208084015163ffffffff90811683525f8a8152600a835293842080549284019290918591610f189116613c52565b825463ffffffff9182166101009390930a838102920219161790915581526001600160401b038088166020808401919091529087166040928301525f8a8152600890915281902080549293509110156110295780546001810182555f828152602090819020845192018054918501516040860151606087015163ffffffff95861667ffffffffffffffff19909516949094176401000000009590921694909402177fffffffffffffffff00000000000000000000000000000000ffffffffffffffff16680100000000000000006001600160401b03948516027fffffffffffffffff0000000000000000ffffffffffffffffffffffffffffffff1617600160801b9390921692909202179055611034565b61103488828461254e565b86826020015163ffffffff16897f200ca8a3fed1b9cc3f8e49576bcb9a35e51815f9aee91a4151564ef6044725d8338a8a604051611099939291906001600160a01b039390931683526001600160401b03918216602084015216604082015260600190565b60405180910390a45050505050505050565b5f7f000000000000000000000000000000000000000000000000000000000000000063ffffffff16826001600160401b0316116110e8575f611118565b61111863ffffffff7f00000000000000000000000000000000000000000000000000000000000000001683613c76565b92915050565b5f7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316635c975abb6040518163ffffffff1660e01b8152600401602060405180830381865afa15801561117b573d5f5f3e3d5ffd5b505050506040513d601f19601f8201168201806040525081019061119f9190613ac7565b156111bd576040516313d0ff5960e31b815260040160405180910390fd5b60405163baf156a760e01b81523360048083019190915260248201819052907f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03169063baf156a790604401602060405180830381865afa15801561122b573d5f5f3e3d5ffd5b505050506040513d601f19601f8201168201806040525081019061124f9190613ac7565b61127857604051636cab18e560e01b815233600482015261ffff82166024820152604401610639565b61128185611f0b565b836001600160401b03165f036112aa5760405163261818d760e21b815260040160405180910390fd5b64ffffffffff6001600160401b03851611156112e45760405163398bb33760e01b81526001600160401b0385166004820152602401610639565b604051638d21510360e01b81526001600160401b038616600482015261137f907f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031690638d21510390602401608060405180830381865afa158015611353573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906113779190613bd3565b8460026123b3565b5f61138987612460565b60408101519091506001600160a01b031633146113c25760405163def612dd60e01b815260048101889052336024820152604401610639565b60065f81546113d090613c3a565b91829055506040805160a08101825260208085015163ffffffff908116835264ffffffffff808c168385019081526001600160401b03808d168688019081528c8216606088019081525f608089018181528b825260079098528990209751885494519251915197511515600160c81b0260ff60c81b19988516600160881b027fffffffffffffff0000000000000000ffffffffffffffffffffffffffffffffff938616690100000000000000000002939093167fffffffffffffff00000000000000000000000000000000ffffffffffffffffff949097166401000000000268ffffffffffffffffff199096169190971617939093171692909217179290921617909155905191945088919088169085907fbde4c38408cbcfefc58c451fba74ec96a41192c4b5973533d395a9dfca649460906115379033908b908b906001600160a01b039390931683526001600160401b03918216602084015216604082015260600190565b60405180910390a45050949350505050565b5f6111187f28933eed41e86a0d9c1e47f982e0443d75b8864089e3ba656c1084557f863982833560208501356115856060870160408801613832565b6115956080880160608901613832565b6115a560a0890160808a01613832565b6115b560c08a0160a08b01613ae6565b6115c560e08b0160c08c01613ae6565b6115d66101008c0160e08d0161389d565b6115e86101208d016101008e01613832565b6115fa6101408e016101208f01613c95565b60408051602081019c909c528b019990995260608a01979097526001600160401b0395861660808a015293851660a089015291841660c088015260ff90811660e0880152166101008601526001600160a01b0316610120850152166101408301526fffffffffffffffffffffffffffffffff1661016082015261018001604051602081830303815290604052805190602001206128b4565b5f6060805f5f5f60606116a36128fb565b6116ab61292b565b604080515f808252602082019092527f0f000000000000000000000000000000000000000000000000000000000000009b939a50919850469750309650945092509050565b606060085f8381526020019081526020015f20805480602002602001604051908101604052809291908181526020015f905b82821015611791575f848152602090819020604080516080810182529185015463ffffffff8082168452640100000000820416838501526001600160401b03680100000000000000008204811692840192909252600160801b9004166060820152825260019092019101611722565b505050509050919050565b336001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001614611800576040517f4a1576a2000000000000000000000000000000000000000000000000000000008152336004820152602401610639565b61180984611f0b565b604051638d21510360e01b81526001600160401b03851660048201525f907f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031690638d21510390602401608060405180830381865afa158015611876573d5f5f3e3d5ffd5b505050506040513d601f19601f8201168201806040525081019061189a9190613bd3565b90505f5b828110156118e3576118db828585848181106118bc576118bc613cae565b905060c0020160a00160208101906118d49190613832565b60016123b3565b60010161189e565b50611942856001868686808060200260200160405190810160405280939291908181526020015f905b828210156119385761192960c08302860136819003810190613cc2565b8152602001906001019061190c565b5050505050612956565b5050505050565b7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316635c975abb6040518163ffffffff1660e01b8152600401602060405180830381865afa1580156119a5573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906119c99190613ac7565b156119e7576040516313d0ff5960e31b815260040160405180910390fd5b5f6119f182612282565b80516040517fbc3432cb00000000000000000000000000000000000000000000000000000000815263ffffffff90911660048201529091505f90611aa7907f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03169063bc3432cb90602401602060405180830381865afa158015611a7e573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190611aa29190613d6c565b612460565b9050815f015163ffffffff16816020015163ffffffff16141580611ad8575060408101516001600160a01b03163314155b15611b18576040517f5b7f17cd00000000000000000000000000000000000000000000000000000000815260048101849052336024820152604401610639565b5f838152600760209081526040808320805460ff60c81b1916600160c81b1790556008825280832080548251818502810185019093528083528493611be4938893611bdf939192909190879084015b82821015611bd6575f848152602090819020604080516080810182529185015463ffffffff8082168452640100000000820416838501526001600160401b03680100000000000000008204811692840192909252600160801b9004166060820152825260019092019101611b67565b50505050612ba9565b612c96565b91509150611c00846020015164ffffffffff1660023385612956565b836020015164ffffffffff16857f93378aaa31ef8dbc989ae520466a9a7bd04f7e658943965b3f3faeb4e6f30552838551604051611c539291906001600160401b03929092168252602082015260400190565b60405180910390a35050505050565b60021960ff821601611d245760405163baf156a760e01b8152336004820152601060248201527f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03169063baf156a790604401602060405180830381865afa158015611cd7573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190611cfb9190613ac7565b611d2157604051636cab18e560e01b815233600482015260106024820152604401610639565b50565b60041960ff821601611de55760405163baf156a760e01b815233600482015261020060248201527f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03169063baf156a790604401602060405180830381865afa158015611d9a573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190611dbe9190613ac7565b611d2157604051636cab18e560e01b81523360048201526102006024820152604401610639565b60ff81161580611df8575060ff81166004145b15611ed4576040517f4ea713270000000000000000000000000000000000000000000000000000000081523360048201527f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031690634ea7132790602401602060405180830381865afa158015611e78573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190611e9c9190613ac7565b611d21576040517f7e65d0e5000000000000000000000000000000000000000000000000000000008152336004820152602401610639565b6040517f4ffbc27400000000000000000000000000000000000000000000000000000000815260ff82166004820152602401610639565b611f148161306e565b611f1d816110ab565b6001600160401b03164210611d21576040517f1c1cd36f0000000000000000000000000000000000000000000000000000000081526001600160401b0382166004820152602401610639565b5f5f5f5b83811015611fe6575f858583818110611f8857611f88613cae565b905060200201359050828111611fcd576040517f167216d500000000000000000000000000000000000000000000000000000000815260048101839052602401610639565b5f84815260208290526040902093509150600101611f6d565b505092915050565b5f815f03612028576040517f50e980cc00000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b610400821115612067576040517fa67b9f9e00000000000000000000000000000000000000000000000000000000815260048101839052602401610639565b61ffff821660608401525f8054819061207f90613c3a565b91829055505f81815260016020818152604092839020875181559087015191018054928701516060880151608089015160a08a015160c0909a015160ff16600160f81b027effffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff61ffff9b8c16600160e81b02167cffffffffffffffffffffffffffffffffffffffffffffffffffffffffff928c16600160d81b027fffffff0000ffffffffffffffffffffffffffffffffffffffffffffffffffffff9c909416600160c81b029b909b167fffffff00000000ffffffffffffffffffffffffffffffffffffffffffffffffff64ffffffffff909516600160a01b027fffffffffffffff000000000000000000000000000000000000000000000000009098166001600160a01b0390971696909617969096179290921693909317929092179190911695909517179093555090919050565b5f64ffffffffff801682604001516001600160401b0316111561221357604080830151905163398bb33760e01b81526001600160401b039091166004820152602401610639565b506040015190565b5f63ffffffff801682606001516001600160401b0316111561227a5760608201516040517fdfc638920000000000000000000000000000000000000000000000000000000081526001600160401b039091166004820152602401610639565b506060015190565b6040805160a0810182525f80825260208201819052918101829052606081018290526080810191909152505f818152600760209081526040808320815160a081018352905463ffffffff81168252640100000000810464ffffffffff16938201849052690100000000000000000081046001600160401b0390811693830193909352600160881b81049092166060820152600160c81b90910460ff16151560808201529103612360576040517f557347de00000000000000000000000000000000000000000000000000000000815260048101839052602401610639565b80608001511561239f576040517f9dc7044a00000000000000000000000000000000000000000000000000000000815260048101839052602401610639565b610642816020015164ffffffffff16611f0b565b5f60ff82166003146123c95783602001516123cb565b5f5b9050806001600160401b0316836001600160401b03161080612402575083604001516001600160401b0316836001600160401b0316115b1561245a5760408085015190517f268a708c0000000000000000000000000000000000000000000000000000000081526001600160401b03808616600483015280841660248301529091166044820152606401610639565b50505050565b604080516060810182525f80825260208201819052918101919091526040517f59abddce000000000000000000000000000000000000000000000000000000008152600481018390525f9081906001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016906359abddce906024016040805180830381865afa1580156124fb573d5f5f3e3d5ffd5b505050506040513d601f19601f8201168201806040525081019061251f9190613d83565b6040805160608101825296875263ffffffff90921660208701526001600160a01b031690850152509192915050565b5f5f835f8154811061256257612562613cae565b5f91825260209182902060408051608081018252919092015463ffffffff8082168352640100000000820416938201939093526001600160401b03680100000000000000008404811692820192909252600160801b909204166060820152905060015b6040811015612664575f8582815481106125e1576125e1613cae565b5f91825260209182902060408051608081018252919092015463ffffffff8082168352640100000000820416938201939093526001600160401b03680100000000000000008404811692820192909252600160801b909204166060820152905061264b8382613115565b612655575061265c565b9092509050815b6001016125c5565b5080606001516001600160401b031683606001516001600160401b0316106126d05760608101516040517f9d317cd8000000000000000000000000000000000000000000000000000000008152600481018790526001600160401b039091166024820152604401610639565b5f85815260096020526040808220835191517fd8f2188200000000000000000000000000000000000000000000000000000000815263ffffffff909216600483015291907f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03169063d8f2188290602401602060405180830381865afa158015612763573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906127879190613b5c565b6001600160a01b03166001600160a01b031681526020019081526020015f205f81546127b290613dbb565b91905081905550828483815481106127cc576127cc613cae565b5f91825260208083208451920180548583015160408088015160609098015163ffffffff96871667ffffffffffffffff199094169390931764010000000092871692909202919091177fffffffffffffffff00000000000000000000000000000000ffffffffffffffff16680100000000000000006001600160401b03988916027fffffffffffffffff0000000000000000ffffffffffffffffffffffffffffffff1617600160801b9790921696909602179055840151925192169187917f345c6b1e7359865014adc2a3c24a36a98cc2fdcb90451a081d03ba403decf65491a35050505050565b5f6111186128c0613173565b836040517f19010000000000000000000000000000000000000000000000000000000000008152600281019290925260228201526042902090565b60606129267f000000000000000000000000000000000000000000000000000000000000000061329c565b905090565b60606129267f000000000000000000000000000000000000000000000000000000000000000061329c565b5f81516001600160401b0381111561297057612970613697565b604051908082528060200260200182016040528015612999578160200160208202803683370190505b5090505f5b8251811015612ba1578181815181106129b9576129b9613cae565b6020026020010151612b99575f5f8483815181106129d9576129d9613cae565b6020026020010151604001518584815181106129f7576129f7613cae565b602002602001015160600151915091505f5f848751612a169190613dd0565b6001600160401b03811115612a2d57612a2d613697565b604051908082528060200260200182016040528015612a7d57816020015b604080516080810182525f8082526020808301829052928201819052606082015282525f19909201910181612a4b5790505b509050845b8751811015612b81575f888281518110612a9e57612a9e613cae565b602002602001015190508561ffff16816040015161ffff16141580612acf57508461ffff16816060015161ffff1614155b15612ada5750612b79565b6001888381518110612aee57612aee613cae565b6020026020010190151590811515815250506040518060800160405280825f015163ffffffff168152602001826020015163ffffffff16815260200182608001516001600160401b031681526020018260a001516001600160401b0316815250838580612b5a90613c3a565b965081518110612b6c57612b6c613cae565b6020026020010181905250505b600101612a82565b50818152612b938a8a86868c866132d9565b50505050505b60010161299e565b505050505050565b606060015b8251811015612c8f575f838281518110612bca57612bca613cae565b602002602001015190505f8290505b5f81118015612c105750612c108286612bf3600185613dd0565b81518110612c0357612c03613cae565b6020026020010151613115565b15612c675784612c21600183613dd0565b81518110612c3157612c31613cae565b6020026020010151858281518110612c4b57612c4b613cae565b602002602001018190525080612c6090613dbb565b9050612bd9565b81858281518110612c7a57612c7a613cae565b60209081029190910101525050600101612bae565b5090919050565b60605f5f83516001612ca89190613de3565b6001600160401b03811115612cbf57612cbf613697565b604051908082528060200260200182016040528015612ce8578160200160208202803683370190505b5090505f5b8451811015612d4257848181518110612d0857612d08613cae565b60200260200101515f0151828281518110612d2557612d25613cae565b63ffffffff90921660209283029190910190910152600101612ced565b50845f015181855181518110612d5a57612d5a613cae565b63ffffffff909216602092830291909101909101526040517f81385e9a0000000000000000000000000000000000000000000000000000000081525f906001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016906381385e9a90612dd6908590600401613df6565b5f60405180830381865afa158015612df0573d5f5f3e3d5ffd5b505050506040513d5f823e601f3d908101601f19168201604052612e179190810190613e33565b905084516001600160401b03811115612e3257612e32613697565b604051908082528060200260200182016040528015612e9057816020015b6040805160c0810182525f8082526020808301829052928201819052606082018190526080820181905260a082015282525f19909201910181612e505790505b5093505f5f5b865181108015612ebb575087604001516001600160401b0316856001600160401b0316105b1561306057828181518110612ed257612ed2613cae565b602002602001015161ffff165f0315613050575f858960400151612ef69190613c76565b90505f816001600160401b0316898481518110612f1557612f15613cae565b6020026020010151604001516001600160401b031610612f355781612f54565b888381518110612f4757612f47613cae565b6020026020010151604001515b9050612f608188613b13565b96506040518060c001604052808a8581518110612f7f57612f7f613cae565b60200260200101515f015163ffffffff1681526020018b5f015163ffffffff168152602001868581518110612fb657612fb6613cae565b602002602001015161ffff168152602001868b5181518110612fda57612fda613cae565b602002602001015161ffff168152602001826001600160401b031681526020018a858151811061300c5761300c613cae565b6020026020010151606001516001600160401b031681525088858061303090613c3a565b96508151811061304257613042613cae565b602002602001018190525050505b61305981613c3a565b9050612e96565b508085525050509250929050565b61309e63ffffffff7f00000000000000000000000000000000000000000000000000000000000000001682613ee5565b6001600160401b03161515806130bb57506001600160401b038116155b806130d3575064ffffffffff6001600160401b038216115b15611d21576040517f670794930000000000000000000000000000000000000000000000000000000081526001600160401b0382166004820152602401610639565b5f81606001516001600160401b031683606001516001600160401b03161461315b5781606001516001600160401b031683606001516001600160401b0316109050611118565b5060209081015191015163ffffffff91821691161090565b5f306001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000161480156131cb57507f000000000000000000000000000000000000000000000000000000000000000046145b156131f557507f000000000000000000000000000000000000000000000000000000000000000090565b612926604080517f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f60208201527f0000000000000000000000000000000000000000000000000000000000000000918101919091527f000000000000000000000000000000000000000000000000000000000000000060608201524660808201523060a08201525f9060c00160405160208183030381529060405280519060200120905090565b60605f6132a8836134d2565b6040805160208082528183019092529192505f91906020820181803683375050509182525060208101929092525090565b5f5f5f835160116132ea9190613f1e565b6132f590600f613de3565b6001600160401b0381111561330c5761330c613697565b6040519080825280601f01601f191660200182016040528015613336576020820181803683370190505b5090505f5b845181101561340e575f85828151811061335757613357613cae565b6020026020010151905080604001516001600160401b03165f0361338e5760405163261818d760e21b815260040160405180910390fd5b6133ab8461339d835f5f610ab8565b5f9182526020526040902090565b93505f6133b78261221b565b63ffffffff1660206133c8846121cc565b64ffffffffff16901b6048846020015163ffffffff16901b6068855f015163ffffffff16901b17171790508060781b83601102602086010152505080600101905061333b565b50835160110281526134726040518060e00160405280848152602001876001600160a01b031681526020018b64ffffffffff1681526020015f61ffff1681526020018961ffff1681526020018861ffff1681526020018a60ff168152508551611fee565b9250846001600160a01b0316896001600160401b0316847fd6724556ffb7f778abb35e5261ee278d39586cdeb90b0391581a4255c6e18f868b8b8b876040516134be9493929190613f35565b60405180910390a450509695505050505050565b5f60ff8216601f811115611118576040517fb3512b0c00000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b5f60208284031215613522575f5ffd5b5035919050565b5f60e082019050825182526001600160a01b03602084015116602083015264ffffffffff604084015116604083015261ffff606084015116606083015261ffff608084015116608083015261ffff60a08401511660a083015260c083015161359660c084018260ff169052565b5092915050565b5f5f83601f8401126135ad575f5ffd5b5081356001600160401b038111156135c3575f5ffd5b6020830191508360208285010111156135da575f5ffd5b9250929050565b5f5f5f5f5f85870360e08112156135f6575f5ffd5b60a0811215613603575f5ffd5b5085945060a08601356001600160401b0381111561361f575f5ffd5b8601601f8101881361362f575f5ffd5b80356001600160401b03811115613644575f5ffd5b8860208260051b8401011115613658575f5ffd5b6020919091019450925060c08601356001600160401b0381111561367a575f5ffd5b6136868882890161359d565b969995985093965092949392505050565b634e487b7160e01b5f52604160045260245ffd5b604051608081016001600160401b03811182821017156136cd576136cd613697565b60405290565b604051601f8201601f191681016001600160401b03811182821017156136fb576136fb613697565b604052919050565b63ffffffff81168114611d21575f5ffd5b6001600160401b0381168114611d21575f5ffd5b803560ff81168114610642575f5ffd5b80356fffffffffffffffffffffffffffffffff81168114610642575f5ffd5b5f5f5f83850360c081121561376a575f5ffd5b6080811215613777575f5ffd5b506137806136ab565b843561378b81613703565b8152602085013561379b81613703565b602082015260408501356137ae81613714565b604082015260608501356137c181613714565b606082015292506137d460808501613728565b91506137e260a08501613738565b90509250925092565b5f5f5f5f608085870312156137fe575f5ffd5b8435935060208501359250604085013561381781613714565b9150606085013561382781613714565b939692955090935050565b5f60208284031215613842575f5ffd5b813561384d81613714565b9392505050565b5f5f5f5f60808587031215613867575f5ffd5b84359350602085013561387981613714565b9250604085013561381781613714565b6001600160a01b0381168114611d21575f5ffd5b5f602082840312156138ad575f5ffd5b813561384d81613889565b5f6101408284031280156138ca575f5ffd5b509092915050565b5f81518084528060208401602086015e5f602082860101526020601f19601f83011685010191505092915050565b7fff000000000000000000000000000000000000000000000000000000000000008816815260e060208201525f61393a60e08301896138d2565b828103604084015261394c81896138d2565b606084018890526001600160a01b038716608085015260a0840186905283810360c0850152845180825260208087019350909101905f5b818110156139a1578351835260209384019390920191600101613983565b50909b9a5050505050505050505050565b602080825282518282018190525f918401906040840190835b81811015613a2d57835163ffffffff815116845263ffffffff60208201511660208501526001600160401b0360408201511660408501526001600160401b036060820151166060850152506080830192506020840193506001810190506139cb565b509095945050505050565b5f5f5f5f60608587031215613a4b575f5ffd5b8435613a5681613714565b93506020850135613a6681613889565b925060408501356001600160401b03811115613a80575f5ffd5b8501601f81018713613a90575f5ffd5b80356001600160401b03811115613aa5575f5ffd5b87602060c083028401011115613ab9575f5ffd5b949793965060200194505050565b5f60208284031215613ad7575f5ffd5b8151801515811461384d575f5ffd5b5f60208284031215613af6575f5ffd5b61384d82613728565b634e487b7160e01b5f52601160045260245ffd5b6001600160401b03818116838216019081111561111857611118613aff565b61ffff81168114611d21575f5ffd5b5f60208284031215613b51575f5ffd5b813561384d81613b32565b5f60208284031215613b6c575f5ffd5b815161384d81613889565b60ff8816815261ffff8716602082015261ffff8616604082015284606082015283608082015260c060a08201528160c0820152818360e08301375f81830160e090810191909152601f909201601f191601019695505050505050565b5f6080828403128015613be4575f5ffd5b50613bed6136ab565b8251613bf881613714565b81526020830151613c0881613714565b60208201526040830151613c1b81613714565b60408201526060830151613c2e81613714565b60608201529392505050565b5f60018201613c4b57613c4b613aff565b5060010190565b5f63ffffffff821663ffffffff8103613c6d57613c6d613aff565b60010192915050565b6001600160401b03828116828216039081111561111857611118613aff565b5f60208284031215613ca5575f5ffd5b61384d82613738565b634e487b7160e01b5f52603260045260245ffd5b5f60c0828403128015613cd3575f5ffd5b5060405160c081016001600160401b0381118282101715613cf657613cf6613697565b6040528235613d0481613703565b81526020830135613d1481613703565b60208201526040830135613d2781613b32565b60408201526060830135613d3a81613b32565b60608201526080830135613d4d81613714565b608082015260a0830135613d6081613714565b60a08201529392505050565b5f60208284031215613d7c575f5ffd5b5051919050565b5f5f60408385031215613d94575f5ffd5b8251613d9f81613703565b6020840151909250613db081613889565b809150509250929050565b5f81613dc957613dc9613aff565b505f190190565b8181038181111561111857611118613aff565b8082018082111561111857611118613aff565b602080825282518282018190525f918401906040840190835b81811015613a2d57835163ffffffff16835260209384019390920191600101613e0f565b5f60208284031215613e43575f5ffd5b81516001600160401b03811115613e58575f5ffd5b8201601f81018413613e68575f5ffd5b80516001600160401b03811115613e8157613e81613697565b8060051b613e91602082016136d3565b91825260208184018101929081019087841115613eac575f5ffd5b6020850194505b83851015613eda5784519250613ec883613b32565b82825260209485019490910190613eb3565b979650505050505050565b5f6001600160401b03831680613f0957634e487b7160e01b5f52601260045260245ffd5b806001600160401b0384160691505092915050565b808202811582820484141761111857611118613aff565b60ff8516815261ffff8416602082015261ffff83166040820152608060608201525f613f6460808301846138d2565b969550505050505056';
