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
  '0x610200604052348015610010575f5ffd5b506040516143b93803806143b983398101604081905261002f9161028e565b604080518082018252601681527f496e7465726c6f636b20456e657267794d61726b6574000000000000000000006020808301919091528251808401845260018152603160f81b818301526001600160a01b03808816608052861660a08190528451637d1cd04f60e01b815294519394919388938893637d1cd04f92600480830193928290030181865afa1580156100c9573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906100ed91906102d8565b63ffffffff1660c08163ffffffff1681525050806001600160a01b0316633c2524466040518163ffffffff1660e01b8152600401602060405180830381865afa15801561013c573d5f5f3e3d5ffd5b505050506040513d601f19601f8201168201806040525081019061016091906102d8565b63ffffffff1660e05250610175905082610231565b6101a05261018281610231565b6101c0528151602080840191909120610160528151908201206101805246610120526102116101605161018051604080517f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f60208201529081019290925260608201524660808201523060a08201525f9060c00160405160208183030381529060405280519060200120905090565b61010052505030610140526001600160a01b03166101e0525061035d9050565b5f5f829050601f81511115610264578260405163305a27a960e01b815260040161025b9190610302565b60405180910390fd5b805161026f82610337565b179392505050565b6001600160a01b038116811461028b575f5ffd5b50565b5f5f5f606084860312156102a0575f5ffd5b83516102ab81610277565b60208501519093506102bc81610277565b60408501519092506102cd81610277565b809150509250925092565b5f602082840312156102e8575f5ffd5b815163ffffffff811681146102fb575f5ffd5b9392505050565b602081525f82518060208401528060208501604085015e5f604082850101526040601f19601f83011684010191505092915050565b80516020808301519190811015610357575f198160200360031b1b821691505b50919050565b60805160a05160c05160e05161010051610120516101405161016051610180516101a0516101c0516101e051613f4d61046c5f395f81816101de015261176d01525f61291101525f6128e101525f61322b01525f61320301525f61315e01525f61318801525f6131b201525f81816110ae01526110f201525f8181610465015261305701525f81816103d501528181610d4e015281816112cc01526117ef01525f818161043e0152818161064a015281816107e60152818161089f01528181610bc101528181611121015281816111de01528181611911015281816119f701528181611c5001528181611d1301528181611df101528181612496015281816126f50152612d800152613f4d5ff3fe608060405234801561000f575f5ffd5b506004361061019a575f3560e01c80637438c319116100e8578063b004b50111610093578063d1c6e23d1161006e578063d1c6e23d146104f1578063d4ca7e2e146104f9578063dffe448d1461050c578063f6a8981014610534575f5ffd5b8063b004b501146104d7578063b40a5627146104e0578063c3e6e393146104e9575f5ffd5b80637d1cd04f116100c35780637d1cd04f1461046057806384b0196e1461049c578063a051ecad146104b7575f5ffd5b80637438c3191461041e57806375607a2b146104315780637b10399914610439575f5ffd5b8063401e27a7116101485780634cf842b5116101235780634cf842b5146103a857806352f6747a146103d057806353190654146103f7575f5ffd5b8063401e27a714610253578063403f922b1461027e578063454a2ab314610291575f5ffd5b806323c1d1881161017857806323c1d188146102185780633560d98c1461022b57806339ba9c7e1461023e575f5ffd5b806306f130561461019e5780630eaa75fe146101b957806316f0115b146101d9575b5f5ffd5b6101a65f5481565b6040519081526020015b60405180910390f35b6101cc6101c73660046134f1565b610547565b6040516101b09190613508565b6102007f000000000000000000000000000000000000000000000000000000000000000081565b6040516001600160a01b0390911681526020016101b0565b6101a66102263660046135c0565b610647565b6101a6610239366004613736565b610ab8565b61025161024c3660046137ca565b610bbf565b005b610266610261366004613811565b6110ab565b6040516001600160401b0390911681526020016101b0565b6101a661028c366004613833565b61111e565b61034661029f3660046134f1565b6040805160a0810182525f80825260208201819052918101829052606081018290526080810191909152505f90815260076020908152604091829020825160a081018452905463ffffffff8116825264ffffffffff640100000000820416928201929092526001600160401b0369010000000000000000008304811693820193909352600160881b8204909216606083015260ff600160c81b909104161515608082015290565b6040516101b091905f60a08201905063ffffffff835116825264ffffffffff60208401511660208301526001600160401b0360408401511660408301526001600160401b03606084015116606083015260808301511515608083015292915050565b6102666103b636600461387c565b60046020525f90815260409020546001600160401b031681565b6102007f000000000000000000000000000000000000000000000000000000000000000081565b6101a67f28933eed41e86a0d9c1e47f982e0443d75b8864089e3ba656c1084557f86398281565b6101a661042c366004613897565b61150f565b610266606481565b6102007f000000000000000000000000000000000000000000000000000000000000000081565b6104877f000000000000000000000000000000000000000000000000000000000000000081565b60405163ffffffff90911681526020016101b0565b6104a4611658565b6040516101b097969594939291906138df565b6104ca6104c53660046134f1565b6116b6565b6040516101b09190613991565b6101a661040081565b6101a660065481565b6101a6600481565b6101a6604081565b610251610507366004613a17565b611762565b61026661051a3660046134f1565b60056020525f90815260409020546001600160401b031681565b6102516105423660046134f1565b61190f565b6040805160e0810182525f80825260208201819052918101829052606081018290526080810182905260a0810182905260c0810191909152505f818152600160208181526040808420815160e081018352815481529301546001600160a01b03811692840192909252600160a01b820464ffffffffff16908301819052600160c81b820461ffff9081166060850152600160d81b830481166080850152600160e81b83041660a0840152600160f81b90910460ff1660c0830152909103610642576040517f742b172d000000000000000000000000000000000000000000000000000000008152600481018390526024015b60405180910390fd5b919050565b5f7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316635c975abb6040518163ffffffff1660e01b8152600401602060405180830381865afa1580156106a4573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906106c89190613aa6565b156106e6576040516313d0ff5960e31b815260040160405180910390fd5b6106fe6106f96040880160208901613ac5565b611c28565b335f908152600460205260409020546001600160401b03168061072760a0890160808a01613811565b6001600160401b03161461078b5761074560a0880160808901613811565b6040517fd45c5a5e0000000000000000000000000000000000000000000000000000000081526001600160401b0391821660048201529082166024820152604401610639565b610796816001613af2565b335f908152600460209081526040909120805467ffffffffffffffff19166001600160401b0393909316929092179091556107dc906107d790890189613811565b611ed1565b6001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001663f954340a61081b60608a0160408b01613b20565b6040517fffffffff0000000000000000000000000000000000000000000000000000000060e084901b16815261ffff9091166004820152602401602060405180830381865afa158015610870573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906108949190613b3b565b506001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001663f954340a6108d460808a0160608b01613b20565b6040517fffffffff0000000000000000000000000000000000000000000000000000000060e084901b16815261ffff9091166004820152602401602060405180830381865afa158015610929573d5f5f3e3d5ffd5b505050506040513d601f19601f8201168201806040525081019061094d9190613b3b565b505f6109598787611f2f565b90506109f56040518060e00160405280838152602001336001600160a01b031681526020018a5f0160208101906109909190613811565b64ffffffffff1681525f60208201526040908101906109b59060608d01908d01613b20565b61ffff1681526020016109ce60808c0160608d01613b20565b61ffff1681526020018a60200160208101906109ea9190613ac5565b60ff16905287611fb4565b5f818152600560209081526040909120805467ffffffffffffffff19166001600160401b0386161790559093503390610a30908a018a613811565b6001600160401b0316847f638cb5a9fa492550c22e01e5c398c0d72552d1adca3481b5688b90265f3a41b4610a6b60408d0160208e01613ac5565b610a7b60608e0160408f01613b20565b8d6060016020810190610a8e9190613b20565b604051610aa5939291908e908a908f908f90613b56565b60405180910390a4505095945050505050565b5f835f01518460200151610acb86612192565b610ad4876121fa565b60405160e094851b7fffffffff00000000000000000000000000000000000000000000000000000000908116602083015293851b8416602482015260d89290921b7fffffffffff00000000000000000000000000000000000000000000000000000016602883015290921b16602d82015260f884901b7fff00000000000000000000000000000000000000000000000000000000000000166031820152608083901b7fffffffffffffffffffffffffffffffff000000000000000000000000000000001660328201526042016040516020818303038152906040528051906020012090509392505050565b7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316635c975abb6040518163ffffffff1660e01b8152600401602060405180830381865afa158015610c1b573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190610c3f9190613aa6565b15610c5d576040516313d0ff5960e31b815260040160405180910390fd5b5f610c6785612261565b905060646001600160401b0384161015610cbf576040517f07d9321f0000000000000000000000000000000000000000000000000000000081526001600160401b038416600482015260646024820152604401610639565b80606001516001600160401b0316826001600160401b03161115610d285760608101516040517fd46f29f40000000000000000000000000000000000000000000000000000000081526001600160401b0380851660048301529091166024820152604401610639565b6020810151604051638d21510360e01b815264ffffffffff9091166004820152610dc7907f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031690638d21510390602401608060405180830381865afa158015610d9b573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190610dbf9190613bb2565b836002612392565b5f610dd18561243f565b60408101519091506001600160a01b03163314610e0a5760405163def612dd60e01b815260048101869052336024820152604401610639565b815f015163ffffffff16816020015163ffffffff1603610e59576040517f30ce9cda00000000000000000000000000000000000000000000000000000000815260048101869052602401610639565b5f86815260096020908152604080832033845290915290205460031901610eb5576040517f4b2f1eb200000000000000000000000000000000000000000000000000000000815260048101879052336024820152604401610639565b5f86815260096020908152604080832033845290915281208054909190610edb90613c19565b909155506040805160808101825260208084015163ffffffff90811683525f8a8152600a835293842080549284019290918591610f189116613c31565b825463ffffffff9182166101009390930a838102920219161790915581526001600160401b038088166020808401919091529087166040928301525f8a8152600890915281902080549293509110156110295780546001810182555f828152602090819020845192018054918501516040860151606087015163ffffffff95861667ffffffffffffffff19909516949094176401000000009590921694909402177fffffffffffffffff00000000000000000000000000000000ffffffffffffffff16680100000000000000006001600160401b03948516027fffffffffffffffff0000000000000000ffffffffffffffffffffffffffffffff1617600160801b9390921692909202179055611034565b61103488828461252d565b86826020015163ffffffff16897f200ca8a3fed1b9cc3f8e49576bcb9a35e51815f9aee91a4151564ef6044725d8338a8a604051611099939291906001600160a01b039390931683526001600160401b03918216602084015216604082015260600190565b60405180910390a45050505050505050565b5f7f000000000000000000000000000000000000000000000000000000000000000063ffffffff16826001600160401b0316116110e8575f611118565b61111863ffffffff7f00000000000000000000000000000000000000000000000000000000000000001683613c55565b92915050565b5f7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316635c975abb6040518163ffffffff1660e01b8152600401602060405180830381865afa15801561117b573d5f5f3e3d5ffd5b505050506040513d601f19601f8201168201806040525081019061119f9190613aa6565b156111bd576040516313d0ff5960e31b815260040160405180910390fd5b60405163baf156a760e01b81523360048083019190915260248201819052907f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03169063baf156a790604401602060405180830381865afa15801561122b573d5f5f3e3d5ffd5b505050506040513d601f19601f8201168201806040525081019061124f9190613aa6565b61127857604051636cab18e560e01b815233600482015261ffff82166024820152604401610639565b61128185611ed1565b836001600160401b03165f036112aa5760405163261818d760e21b815260040160405180910390fd5b604051638d21510360e01b81526001600160401b0386166004820152611345907f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031690638d21510390602401608060405180830381865afa158015611319573d5f5f3e3d5ffd5b505050506040513d601f19601f8201168201806040525081019061133d9190613bb2565b846002612392565b5f61134f8761243f565b60408101519091506001600160a01b031633146113885760405163def612dd60e01b815260048101889052336024820152604401610639565b60065f815461139690613c19565b91829055506040805160a08101825260208085015163ffffffff908116835264ffffffffff808c168385019081526001600160401b03808d168688019081528c8216606088019081525f608089018181528b825260079098528990209751885494519251915197511515600160c81b0260ff60c81b19988516600160881b027fffffffffffffff0000000000000000ffffffffffffffffffffffffffffffffff938616690100000000000000000002939093167fffffffffffffff00000000000000000000000000000000ffffffffffffffffff949097166401000000000268ffffffffffffffffff199096169190971617939093171692909217179290921617909155905191945088919088169085907fbde4c38408cbcfefc58c451fba74ec96a41192c4b5973533d395a9dfca649460906114fd9033908b908b906001600160a01b039390931683526001600160401b03918216602084015216604082015260600190565b60405180910390a45050949350505050565b5f6111187f28933eed41e86a0d9c1e47f982e0443d75b8864089e3ba656c1084557f8639828335602085013561154b6060870160408801613811565b61155b6080880160608901613811565b61156b60a0890160808a01613811565b61157b60c08a0160a08b01613ac5565b61158b60e08b0160c08c01613ac5565b61159c6101008c0160e08d0161387c565b6115ae6101208d016101008e01613811565b6115c06101408e016101208f01613c74565b60408051602081019c909c528b019990995260608a01979097526001600160401b0395861660808a015293851660a089015291841660c088015260ff90811660e0880152166101008601526001600160a01b0316610120850152166101408301526fffffffffffffffffffffffffffffffff166101608201526101800160405160208183030381529060405280519060200120612893565b5f6060805f5f5f60606116696128da565b61167161290a565b604080515f808252602082019092527f0f000000000000000000000000000000000000000000000000000000000000009b939a50919850469750309650945092509050565b606060085f8381526020019081526020015f20805480602002602001604051908101604052809291908181526020015f905b82821015611757575f848152602090819020604080516080810182529185015463ffffffff8082168452640100000000820416838501526001600160401b03680100000000000000008204811692840192909252600160801b90041660608201528252600190920191016116e8565b505050509050919050565b336001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016146117c6576040517f4a1576a2000000000000000000000000000000000000000000000000000000008152336004820152602401610639565b6117cf84611ed1565b604051638d21510360e01b81526001600160401b03851660048201525f907f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031690638d21510390602401608060405180830381865afa15801561183c573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906118609190613bb2565b90505f5b828110156118a9576118a18285858481811061188257611882613c8d565b905060c0020160a001602081019061189a9190613811565b6001612392565b600101611864565b50611908856001868686808060200260200160405190810160405280939291908181526020015f905b828210156118fe576118ef60c08302860136819003810190613ca1565b815260200190600101906118d2565b5050505050612935565b5050505050565b7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316635c975abb6040518163ffffffff1660e01b8152600401602060405180830381865afa15801561196b573d5f5f3e3d5ffd5b505050506040513d601f19601f8201168201806040525081019061198f9190613aa6565b156119ad576040516313d0ff5960e31b815260040160405180910390fd5b5f6119b782612261565b80516040517fbc3432cb00000000000000000000000000000000000000000000000000000000815263ffffffff90911660048201529091505f90611a6d907f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03169063bc3432cb90602401602060405180830381865afa158015611a44573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190611a689190613d4b565b61243f565b9050815f015163ffffffff16816020015163ffffffff16141580611a9e575060408101516001600160a01b03163314155b15611ade576040517f5b7f17cd00000000000000000000000000000000000000000000000000000000815260048101849052336024820152604401610639565b5f838152600760209081526040808320805460ff60c81b1916600160c81b1790556008825280832080548251818502810185019093528083528493611baa938893611ba5939192909190879084015b82821015611b9c575f848152602090819020604080516080810182529185015463ffffffff8082168452640100000000820416838501526001600160401b03680100000000000000008204811692840192909252600160801b9004166060820152825260019092019101611b2d565b50505050612b88565b612c75565b91509150611bc6846020015164ffffffffff1660023385612935565b836020015164ffffffffff16857f93378aaa31ef8dbc989ae520466a9a7bd04f7e658943965b3f3faeb4e6f30552838551604051611c199291906001600160401b03929092168252602082015260400190565b60405180910390a35050505050565b60021960ff821601611cea5760405163baf156a760e01b8152336004820152601060248201527f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03169063baf156a790604401602060405180830381865afa158015611c9d573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190611cc19190613aa6565b611ce757604051636cab18e560e01b815233600482015260106024820152604401610639565b50565b60041960ff821601611dab5760405163baf156a760e01b815233600482015261020060248201527f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03169063baf156a790604401602060405180830381865afa158015611d60573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190611d849190613aa6565b611ce757604051636cab18e560e01b81523360048201526102006024820152604401610639565b60ff81161580611dbe575060ff81166004145b15611e9a576040517f4ea713270000000000000000000000000000000000000000000000000000000081523360048201527f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031690634ea7132790602401602060405180830381865afa158015611e3e573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190611e629190613aa6565b611ce7576040517f7e65d0e5000000000000000000000000000000000000000000000000000000008152336004820152602401610639565b6040517f4ffbc27400000000000000000000000000000000000000000000000000000000815260ff82166004820152602401610639565b611eda8161304d565b611ee3816110ab565b6001600160401b03164210611ce7576040517f1c1cd36f0000000000000000000000000000000000000000000000000000000081526001600160401b0382166004820152602401610639565b5f5f5f5b83811015611fac575f858583818110611f4e57611f4e613c8d565b905060200201359050828111611f93576040517f167216d500000000000000000000000000000000000000000000000000000000815260048101839052602401610639565b5f84815260208290526040902093509150600101611f33565b505092915050565b5f815f03611fee576040517f50e980cc00000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b61040082111561202d576040517fa67b9f9e00000000000000000000000000000000000000000000000000000000815260048101839052602401610639565b61ffff821660608401525f8054819061204590613c19565b91829055505f81815260016020818152604092839020875181559087015191018054928701516060880151608089015160a08a015160c0909a015160ff16600160f81b027effffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff61ffff9b8c16600160e81b02167cffffffffffffffffffffffffffffffffffffffffffffffffffffffffff928c16600160d81b027fffffff0000ffffffffffffffffffffffffffffffffffffffffffffffffffffff9c909416600160c81b029b909b167fffffff00000000ffffffffffffffffffffffffffffffffffffffffffffffffff64ffffffffff909516600160a01b027fffffffffffffff000000000000000000000000000000000000000000000000009098166001600160a01b0390971696909617969096179290921693909317929092179190911695909517179093555090919050565b5f64ffffffffff801682604001516001600160401b031611156121f25760408083015190517f398bb3370000000000000000000000000000000000000000000000000000000081526001600160401b039091166004820152602401610639565b506040015190565b5f63ffffffff801682606001516001600160401b031611156122595760608201516040517fdfc638920000000000000000000000000000000000000000000000000000000081526001600160401b039091166004820152602401610639565b506060015190565b6040805160a0810182525f80825260208201819052918101829052606081018290526080810191909152505f818152600760209081526040808320815160a081018352905463ffffffff81168252640100000000810464ffffffffff16938201849052690100000000000000000081046001600160401b0390811693830193909352600160881b81049092166060820152600160c81b90910460ff1615156080820152910361233f576040517f557347de00000000000000000000000000000000000000000000000000000000815260048101839052602401610639565b80608001511561237e576040517f9dc7044a00000000000000000000000000000000000000000000000000000000815260048101839052602401610639565b610642816020015164ffffffffff16611ed1565b5f60ff82166003146123a85783602001516123aa565b5f5b9050806001600160401b0316836001600160401b031610806123e1575083604001516001600160401b0316836001600160401b0316115b156124395760408085015190517f268a708c0000000000000000000000000000000000000000000000000000000081526001600160401b03808616600483015280841660248301529091166044820152606401610639565b50505050565b604080516060810182525f80825260208201819052918101919091526040517f59abddce000000000000000000000000000000000000000000000000000000008152600481018390525f9081906001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016906359abddce906024016040805180830381865afa1580156124da573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906124fe9190613d62565b6040805160608101825296875263ffffffff90921660208701526001600160a01b031690850152509192915050565b5f5f835f8154811061254157612541613c8d565b5f91825260209182902060408051608081018252919092015463ffffffff8082168352640100000000820416938201939093526001600160401b03680100000000000000008404811692820192909252600160801b909204166060820152905060015b6040811015612643575f8582815481106125c0576125c0613c8d565b5f91825260209182902060408051608081018252919092015463ffffffff8082168352640100000000820416938201939093526001600160401b03680100000000000000008404811692820192909252600160801b909204166060820152905061262a83826130f4565b612634575061263b565b9092509050815b6001016125a4565b5080606001516001600160401b031683606001516001600160401b0316106126af5760608101516040517f9d317cd8000000000000000000000000000000000000000000000000000000008152600481018790526001600160401b039091166024820152604401610639565b5f85815260096020526040808220835191517fd8f2188200000000000000000000000000000000000000000000000000000000815263ffffffff909216600483015291907f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03169063d8f2188290602401602060405180830381865afa158015612742573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906127669190613b3b565b6001600160a01b03166001600160a01b031681526020019081526020015f205f815461279190613d9a565b91905081905550828483815481106127ab576127ab613c8d565b5f91825260208083208451920180548583015160408088015160609098015163ffffffff96871667ffffffffffffffff199094169390931764010000000092871692909202919091177fffffffffffffffff00000000000000000000000000000000ffffffffffffffff16680100000000000000006001600160401b03988916027fffffffffffffffff0000000000000000ffffffffffffffffffffffffffffffff1617600160801b9790921696909602179055840151925192169187917f345c6b1e7359865014adc2a3c24a36a98cc2fdcb90451a081d03ba403decf65491a35050505050565b5f61111861289f613152565b836040517f19010000000000000000000000000000000000000000000000000000000000008152600281019290925260228201526042902090565b60606129057f000000000000000000000000000000000000000000000000000000000000000061327b565b905090565b60606129057f000000000000000000000000000000000000000000000000000000000000000061327b565b5f81516001600160401b0381111561294f5761294f613676565b604051908082528060200260200182016040528015612978578160200160208202803683370190505b5090505f5b8251811015612b805781818151811061299857612998613c8d565b6020026020010151612b78575f5f8483815181106129b8576129b8613c8d565b6020026020010151604001518584815181106129d6576129d6613c8d565b602002602001015160600151915091505f5f8487516129f59190613daf565b6001600160401b03811115612a0c57612a0c613676565b604051908082528060200260200182016040528015612a5c57816020015b604080516080810182525f8082526020808301829052928201819052606082015282525f19909201910181612a2a5790505b509050845b8751811015612b60575f888281518110612a7d57612a7d613c8d565b602002602001015190508561ffff16816040015161ffff16141580612aae57508461ffff16816060015161ffff1614155b15612ab95750612b58565b6001888381518110612acd57612acd613c8d565b6020026020010190151590811515815250506040518060800160405280825f015163ffffffff168152602001826020015163ffffffff16815260200182608001516001600160401b031681526020018260a001516001600160401b0316815250838580612b3990613c19565b965081518110612b4b57612b4b613c8d565b6020026020010181905250505b600101612a61565b50818152612b728a8a86868c866132b8565b50505050505b60010161297d565b505050505050565b606060015b8251811015612c6e575f838281518110612ba957612ba9613c8d565b602002602001015190505f8290505b5f81118015612bef5750612bef8286612bd2600185613daf565b81518110612be257612be2613c8d565b60200260200101516130f4565b15612c465784612c00600183613daf565b81518110612c1057612c10613c8d565b6020026020010151858281518110612c2a57612c2a613c8d565b602002602001018190525080612c3f90613d9a565b9050612bb8565b81858281518110612c5957612c59613c8d565b60209081029190910101525050600101612b8d565b5090919050565b60605f5f83516001612c879190613dc2565b6001600160401b03811115612c9e57612c9e613676565b604051908082528060200260200182016040528015612cc7578160200160208202803683370190505b5090505f5b8451811015612d2157848181518110612ce757612ce7613c8d565b60200260200101515f0151828281518110612d0457612d04613c8d565b63ffffffff90921660209283029190910190910152600101612ccc565b50845f015181855181518110612d3957612d39613c8d565b63ffffffff909216602092830291909101909101526040517f81385e9a0000000000000000000000000000000000000000000000000000000081525f906001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016906381385e9a90612db5908590600401613dd5565b5f60405180830381865afa158015612dcf573d5f5f3e3d5ffd5b505050506040513d5f823e601f3d908101601f19168201604052612df69190810190613e12565b905084516001600160401b03811115612e1157612e11613676565b604051908082528060200260200182016040528015612e6f57816020015b6040805160c0810182525f8082526020808301829052928201819052606082018190526080820181905260a082015282525f19909201910181612e2f5790505b5093505f5f5b865181108015612e9a575087604001516001600160401b0316856001600160401b0316105b1561303f57828181518110612eb157612eb1613c8d565b602002602001015161ffff165f031561302f575f858960400151612ed59190613c55565b90505f816001600160401b0316898481518110612ef457612ef4613c8d565b6020026020010151604001516001600160401b031610612f145781612f33565b888381518110612f2657612f26613c8d565b6020026020010151604001515b9050612f3f8188613af2565b96506040518060c001604052808a8581518110612f5e57612f5e613c8d565b60200260200101515f015163ffffffff1681526020018b5f015163ffffffff168152602001868581518110612f9557612f95613c8d565b602002602001015161ffff168152602001868b5181518110612fb957612fb9613c8d565b602002602001015161ffff168152602001826001600160401b031681526020018a8581518110612feb57612feb613c8d565b6020026020010151606001516001600160401b031681525088858061300f90613c19565b96508151811061302157613021613c8d565b602002602001018190525050505b61303881613c19565b9050612e75565b508085525050509250929050565b61307d63ffffffff7f00000000000000000000000000000000000000000000000000000000000000001682613ec4565b6001600160401b031615158061309a57506001600160401b038116155b806130b2575064ffffffffff6001600160401b038216115b15611ce7576040517f670794930000000000000000000000000000000000000000000000000000000081526001600160401b0382166004820152602401610639565b5f81606001516001600160401b031683606001516001600160401b03161461313a5781606001516001600160401b031683606001516001600160401b0316109050611118565b5060209081015191015163ffffffff91821691161090565b5f306001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000161480156131aa57507f000000000000000000000000000000000000000000000000000000000000000046145b156131d457507f000000000000000000000000000000000000000000000000000000000000000090565b612905604080517f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f60208201527f0000000000000000000000000000000000000000000000000000000000000000918101919091527f000000000000000000000000000000000000000000000000000000000000000060608201524660808201523060a08201525f9060c00160405160208183030381529060405280519060200120905090565b60605f613287836134b1565b6040805160208082528183019092529192505f91906020820181803683375050509182525060208101929092525090565b5f5f5f835160116132c99190613efd565b6132d490600f613dc2565b6001600160401b038111156132eb576132eb613676565b6040519080825280601f01601f191660200182016040528015613315576020820181803683370190505b5090505f5b84518110156133ed575f85828151811061333657613336613c8d565b6020026020010151905080604001516001600160401b03165f0361336d5760405163261818d760e21b815260040160405180910390fd5b61338a8461337c835f5f610ab8565b5f9182526020526040902090565b93505f613396826121fa565b63ffffffff1660206133a784612192565b64ffffffffff16901b6048846020015163ffffffff16901b6068855f015163ffffffff16901b17171790508060781b83601102602086010152505080600101905061331a565b50835160110281526134516040518060e00160405280848152602001876001600160a01b031681526020018b64ffffffffff1681526020015f61ffff1681526020018961ffff1681526020018861ffff1681526020018a60ff168152508551611fb4565b9250846001600160a01b0316896001600160401b0316847fd6724556ffb7f778abb35e5261ee278d39586cdeb90b0391581a4255c6e18f868b8b8b8760405161349d9493929190613f14565b60405180910390a450509695505050505050565b5f60ff8216601f811115611118576040517fb3512b0c00000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b5f60208284031215613501575f5ffd5b5035919050565b5f60e082019050825182526001600160a01b03602084015116602083015264ffffffffff604084015116604083015261ffff606084015116606083015261ffff608084015116608083015261ffff60a08401511660a083015260c083015161357560c084018260ff169052565b5092915050565b5f5f83601f84011261358c575f5ffd5b5081356001600160401b038111156135a2575f5ffd5b6020830191508360208285010111156135b9575f5ffd5b9250929050565b5f5f5f5f5f85870360e08112156135d5575f5ffd5b60a08112156135e2575f5ffd5b5085945060a08601356001600160401b038111156135fe575f5ffd5b8601601f8101881361360e575f5ffd5b80356001600160401b03811115613623575f5ffd5b8860208260051b8401011115613637575f5ffd5b6020919091019450925060c08601356001600160401b03811115613659575f5ffd5b6136658882890161357c565b969995985093965092949392505050565b634e487b7160e01b5f52604160045260245ffd5b604051608081016001600160401b03811182821017156136ac576136ac613676565b60405290565b604051601f8201601f191681016001600160401b03811182821017156136da576136da613676565b604052919050565b63ffffffff81168114611ce7575f5ffd5b6001600160401b0381168114611ce7575f5ffd5b803560ff81168114610642575f5ffd5b80356fffffffffffffffffffffffffffffffff81168114610642575f5ffd5b5f5f5f83850360c0811215613749575f5ffd5b6080811215613756575f5ffd5b5061375f61368a565b843561376a816136e2565b8152602085013561377a816136e2565b6020820152604085013561378d816136f3565b604082015260608501356137a0816136f3565b606082015292506137b360808501613707565b91506137c160a08501613717565b90509250925092565b5f5f5f5f608085870312156137dd575f5ffd5b843593506020850135925060408501356137f6816136f3565b91506060850135613806816136f3565b939692955090935050565b5f60208284031215613821575f5ffd5b813561382c816136f3565b9392505050565b5f5f5f5f60808587031215613846575f5ffd5b843593506020850135613858816136f3565b925060408501356137f6816136f3565b6001600160a01b0381168114611ce7575f5ffd5b5f6020828403121561388c575f5ffd5b813561382c81613868565b5f6101408284031280156138a9575f5ffd5b509092915050565b5f81518084528060208401602086015e5f602082860101526020601f19601f83011685010191505092915050565b7fff000000000000000000000000000000000000000000000000000000000000008816815260e060208201525f61391960e08301896138b1565b828103604084015261392b81896138b1565b606084018890526001600160a01b038716608085015260a0840186905283810360c0850152845180825260208087019350909101905f5b81811015613980578351835260209384019390920191600101613962565b50909b9a5050505050505050505050565b602080825282518282018190525f918401906040840190835b81811015613a0c57835163ffffffff815116845263ffffffff60208201511660208501526001600160401b0360408201511660408501526001600160401b036060820151166060850152506080830192506020840193506001810190506139aa565b509095945050505050565b5f5f5f5f60608587031215613a2a575f5ffd5b8435613a35816136f3565b93506020850135613a4581613868565b925060408501356001600160401b03811115613a5f575f5ffd5b8501601f81018713613a6f575f5ffd5b80356001600160401b03811115613a84575f5ffd5b87602060c083028401011115613a98575f5ffd5b949793965060200194505050565b5f60208284031215613ab6575f5ffd5b8151801515811461382c575f5ffd5b5f60208284031215613ad5575f5ffd5b61382c82613707565b634e487b7160e01b5f52601160045260245ffd5b6001600160401b03818116838216019081111561111857611118613ade565b61ffff81168114611ce7575f5ffd5b5f60208284031215613b30575f5ffd5b813561382c81613b11565b5f60208284031215613b4b575f5ffd5b815161382c81613868565b60ff8816815261ffff8716602082015261ffff8616604082015284606082015283608082015260c060a08201528160c0820152818360e08301375f81830160e090810191909152601f909201601f191601019695505050505050565b5f6080828403128015613bc3575f5ffd5b50613bcc61368a565b8251613bd7816136f3565b81526020830151613be7816136f3565b60208201526040830151613bfa816136f3565b60408201526060830151613c0d816136f3565b60608201529392505050565b5f60018201613c2a57613c2a613ade565b5060010190565b5f63ffffffff821663ffffffff8103613c4c57613c4c613ade565b60010192915050565b6001600160401b03828116828216039081111561111857611118613ade565b5f60208284031215613c84575f5ffd5b61382c82613717565b634e487b7160e01b5f52603260045260245ffd5b5f60c0828403128015613cb2575f5ffd5b5060405160c081016001600160401b0381118282101715613cd557613cd5613676565b6040528235613ce3816136e2565b81526020830135613cf3816136e2565b60208201526040830135613d0681613b11565b60408201526060830135613d1981613b11565b60608201526080830135613d2c816136f3565b608082015260a0830135613d3f816136f3565b60a08201529392505050565b5f60208284031215613d5b575f5ffd5b5051919050565b5f5f60408385031215613d73575f5ffd5b8251613d7e816136e2565b6020840151909250613d8f81613868565b809150509250929050565b5f81613da857613da8613ade565b505f190190565b8181038181111561111857611118613ade565b8082018082111561111857611118613ade565b602080825282518282018190525f918401906040840190835b81811015613a0c57835163ffffffff16835260209384019390920191600101613dee565b5f60208284031215613e22575f5ffd5b81516001600160401b03811115613e37575f5ffd5b8201601f81018413613e47575f5ffd5b80516001600160401b03811115613e6057613e60613676565b8060051b613e70602082016136b2565b91825260208184018101929081019087841115613e8b575f5ffd5b6020850194505b83851015613eb95784519250613ea783613b11565b82825260209485019490910190613e92565b979650505050505050565b5f6001600160401b03831680613ee857634e487b7160e01b5f52601260045260245ffd5b806001600160401b0384160691505092915050565b808202811582820484141761111857611118613ade565b60ff8516815261ffff8416602082015261ffff83166040820152608060608201525f613f4360808301846138b1565b969550505050505056';
