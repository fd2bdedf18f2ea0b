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
    "name": "firstTradeId",
    "type": "uint256"
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
    "name": "firstTradeId",
    "type": "uint256"
   },
   {
    "indexed": false,
    "internalType": "uint256",
    "name": "tradeCount",
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
    "name": "tradeId",
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
    "name": "sellerPoint",
    "type": "bytes32"
   },
   {
    "indexed": false,
    "internalType": "bytes32",
    "name": "buyerPoint",
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
    "internalType": "address",
    "name": "buyer",
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
   },
   {
    "indexed": false,
    "internalType": "uint8",
    "name": "kind",
    "type": "uint8"
   }
  ],
  "name": "TradeProposed",
  "type": "event"
 },
 {
  "inputs": [],
  "name": "KIND_AUCTION",
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
  "name": "KIND_BILATERAL",
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
  "name": "KIND_COMMUNITY",
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
  "name": "KIND_POOL",
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
    "name": "firstTradeId",
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
    "name": "firstTradeId",
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
  "name": "nonceUsed",
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
      "internalType": "uint64",
      "name": "nonce",
      "type": "uint64"
     }
    ],
    "internalType": "struct BilateralMarket.TradeTerms[]",
    "name": "terms",
    "type": "tuple[]"
   },
   {
    "internalType": "bytes[]",
    "name": "sellerSignatures",
    "type": "bytes[]"
   },
   {
    "internalType": "bytes[]",
    "name": "buyerSignatures",
    "type": "bytes[]"
   },
   {
    "internalType": "uint8",
    "name": "kind",
    "type": "uint8"
   }
  ],
  "name": "proposeTrades",
  "outputs": [
   {
    "internalType": "uint256",
    "name": "firstTradeId",
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
  "inputs": [],
  "name": "tradeCount",
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
      "internalType": "uint64",
      "name": "nonce",
      "type": "uint64"
     }
    ],
    "internalType": "struct BilateralMarket.TradeTerms",
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
 },
 {
  "inputs": [
   {
    "internalType": "uint256[]",
    "name": "tradeIds",
    "type": "uint256[]"
   }
  ],
  "name": "trades",
  "outputs": [
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
      "name": "priceMicroEurPerKwh",
      "type": "uint64"
     },
     {
      "internalType": "uint8",
      "name": "kind",
      "type": "uint8"
     }
    ],
    "internalType": "struct TradeBook.Trade[]",
    "name": "found",
    "type": "tuple[]"
   }
  ],
  "stateMutability": "view",
  "type": "function"
 }
] as const;

export const energyMarketBytecode =
  '0x6101e0604052348015610010575f5ffd5b5060405161450338038061450383398101604081905261002f91610281565b604080518082018252601681527f496e7465726c6f636b20456e657267794d61726b6574000000000000000000006020808301919091528251808401845260018152603160f81b818301526001600160a01b03808716608052851660a08190528451637d1cd04f60e01b815294519394919387938793637d1cd04f92600480830193928290030181865afa1580156100c9573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906100ed91906102b9565b63ffffffff1660c08163ffffffff1681525050806001600160a01b0316633c2524466040518163ffffffff1660e01b8152600401602060405180830381865afa15801561013c573d5f5f3e3d5ffd5b505050506040513d601f19601f8201168201806040525081019061016091906102b9565b63ffffffff1660e05250610175905082610224565b6101a05261018281610224565b6101c0528151602080840191909120610160528151908201206101805246610120526102116101605161018051604080517f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f60208201529081019290925260608201524660808201523060a08201525f9060c00160405160208183030381529060405280519060200120905090565b61010052505030610140525061033e9050565b5f5f829050601f81511115610257578260405163305a27a960e01b815260040161024e91906102e3565b60405180910390fd5b805161026282610318565b179392505050565b6001600160a01b038116811461027e575f5ffd5b50565b5f5f60408385031215610292575f5ffd5b825161029d8161026a565b60208401519092506102ae8161026a565b809150509250929050565b5f602082840312156102c9575f5ffd5b815163ffffffff811681146102dc575f5ffd5b9392505050565b602081525f82518060208401528060208501604085015e5f604082850101526040601f19601f83011684010191505092915050565b80516020808301519190811015610338575f198160200360031b1b821691505b50919050565b60805160a05160c05160e05161010051610120516101405161016051610180516101a0516101c05161409d6104665f395f61268f01525f61265f01525f61317a01525f61315201525f6130ad01525f6130d701525f61310101525f8181610a4e0152610a9201525f8181610544015261300401525f8181610489015281816107f301528181610c6c0152818161138801526128c901525f818161051d0152818161068e01528181610ac101528181610b7e01528181610f6801528181611009015281816111d9015281816112960152818161159801528181611c5301528181611e5c01528181611f25015281816124b9015281816126db0152818161278f01528181612b3d01528181612bf001528181612c8a01528181612d1d01526133b0015261409d5ff3fe608060405234801561000f575f5ffd5b50600436106101c6575f3560e01c80637d1cd04f116100fe578063bd55022a1161009e578063d1c6e23d1161006e578063d1c6e23d1461065e578063d4c1bff614610666578063ef02b109146101ca578063f6a8981014610679575f5ffd5b8063bd55022a1461062e578063bef5630c14610636578063bfc2b78114610596578063c2f2225014610656575f5ffd5b80638ee2b984116100d95780638ee2b9841461059e57806399f96d2c146105f2578063a051ecad14610605578063b40a562714610625575f5ffd5b80637d1cd04f1461053f57806384b0196e1461057b57806387e265e014610596575f5ffd5b8063514fcac711610169578063565b831911610144578063565b8319146104ea5780637234d8f2146104fd5780637890c869146105055780637b10399914610518575f5ffd5b8063514fcac71461047157806352f6747a1461048457806353190654146104c3575f5ffd5b806339ba9c7e116101a457806339ba9c7e1461030d578063401e27a714610322578063403f922b1461034d578063454a2ab314610360575f5ffd5b806318542264146101ca57806321603f43146101e85780632453ffa8146102f6575b5f5ffd5b6101d15f81565b60405160ff90911681526020015b60405180910390f35b6102936101f6366004613852565b6040805160a0810182525f80825260208201819052918101829052606081018290526080810191909152505f90815260066020908152604091829020825160a081018452905463ffffffff8116825264ffffffffff6401000000008204169282019290925260ff600160481b830416928101929092526001600160401b03600160501b820481166060840152600160901b90910416608082015290565b6040516101df91905f60a08201905063ffffffff835116825264ffffffffff602084015116602083015260ff60408401511660408301526001600160401b0360608401511660608301526001600160401b03608084015116608083015292915050565b6102ff60055481565b6040519081526020016101df565b61032061031b36600461387d565b61068c565b005b6103356103303660046138c4565b610a4b565b6040516001600160401b0390911681526020016101df565b6102ff61035b3660046138e6565b610abe565b61040f61036e366004613852565b6040805160a0810182525f80825260208201819052918101829052606081018290526080810191909152505f90815260086020908152604091829020825160a081018452905463ffffffff8116825264ffffffffff640100000000820416928201929092526001600160401b03600160481b8304811693820193909352600160881b8204909216606083015260ff600160c81b909104161515608082015290565b6040516101df91905f60a08201905063ffffffff835116825264ffffffffff60208401511660208301526001600160401b0360408401511660408301526001600160401b03606084015116606083015260808301511515608083015292915050565b61032061047f366004613852565b610ea9565b6104ab7f000000000000000000000000000000000000000000000000000000000000000081565b6040516001600160a01b0390911681526020016101df565b6102ff7fa3c8a7472eeb0e2dad443c537e2a416a886b9994266d04829ad1d7cf69dd48dc81565b6102ff6104f836600461391b565b61110c565b6101d1600281565b6102ff61051336600461397b565b6111d6565b6104ab7f000000000000000000000000000000000000000000000000000000000000000081565b6105667f000000000000000000000000000000000000000000000000000000000000000081565b60405163ffffffff90911681526020016101df565b610583611537565b6040516101df9796959493929190613a6a565b6101d1600181565b6105e26105ac366004613b1c565b5f82815260046020908152604080832066ffffffffffffff600886901c168452909152902054600160ff83161b16151592915050565b60405190151581526020016101df565b6102ff610600366004613b4a565b611595565b610618610613366004613852565b6119ac565b6040516101df9190613bb9565b6102ff60075481565b6102ff5f5481565b610649610644366004613c2f565b611a4c565b6040516101df9190613c6d565b6101d1600381565b6102ff604081565b6102ff610674366004613d16565b611c50565b6102ff610687366004613852565b611e59565b7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316635c975abb6040518163ffffffff1660e01b8152600401602060405180830381865afa1580156106e8573d5f5f3e3d5ffd5b505050506040513d601f19601f8201168201806040525081019061070c9190613df0565b1561072a576040516313d0ff5960e31b815260040160405180910390fd5b5f61073485612285565b9050826001600160401b03165f0361075f5760405163261818d760e21b815260040160405180910390fd5b80606001516001600160401b0316826001600160401b031611156107cd5760608101516040517fd46f29f40000000000000000000000000000000000000000000000000000000081526001600160401b03808516600483015290911660248201526044015b60405180910390fd5b6020810151604051638d21510360e01b815264ffffffffff909116600482015261086c907f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031690638d21510390602401608060405180830381865afa158015610840573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906108649190613e2e565b8360026123b5565b5f61087685612462565b60408101519091506001600160a01b031633146108af5760405163def612dd60e01b8152600481018690523360248201526044016107c4565b815f015163ffffffff16816020015163ffffffff16036108e5576040516318674e6d60e11b8152600481018690526024016107c4565b5f8681526009602052604090208054603f1901610931576040517f0f51a928000000000000000000000000000000000000000000000000000000008152600481018890526024016107c4565b6040805160608101825260208085015163ffffffff90811683526001600160401b03808a168385019081528982169585019586528654600181810189555f898152959095209551950180549151965183166c01000000000000000000000000027fffffffffffffffffffffffff0000000000000000ffffffffffffffffffffffff97909316640100000000026bffffffffffffffffffffffff199092169590931694909417939093179390931691909117909155815487916109f291613ecc565b604080513381526001600160401b03808a16602083015288169181019190915289907f200ca8a3fed1b9cc3f8e49576bcb9a35e51815f9aee91a4151564ef6044725d8906060015b60405180910390a450505050505050565b5f7f000000000000000000000000000000000000000000000000000000000000000063ffffffff16826001600160401b031611610a88575f610ab8565b610ab863ffffffff7f00000000000000000000000000000000000000000000000000000000000000001683613edf565b92915050565b5f7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316635c975abb6040518163ffffffff1660e01b8152600401602060405180830381865afa158015610b1b573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190610b3f9190613df0565b15610b5d576040516313d0ff5960e31b815260040160405180910390fd5b60405163baf156a760e01b81523360048083019190915260248201819052907f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03169063baf156a790604401602060405180830381865afa158015610bcb573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190610bef9190613df0565b610c1857604051636cab18e560e01b815233600482015261ffff821660248201526044016107c4565b610c2185612550565b836001600160401b03165f03610c4a5760405163261818d760e21b815260040160405180910390fd5b604051638d21510360e01b81526001600160401b0386166004820152610ce5907f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031690638d21510390602401608060405180830381865afa158015610cb9573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190610cdd9190613e2e565b8460026123b5565b5f610cef87612462565b60408101519091506001600160a01b03163314610d285760405163def612dd60e01b8152600481018890523360248201526044016107c4565b60075f8154610d3690613efe565b91829055506040805160a08101825260208085015163ffffffff908116835264ffffffffff808c168385019081526001600160401b03808d168688019081528c8216606088019081525f608089018181528b825260089098528990209751885494519251915197511515600160c81b0260ff60c81b19988516600160881b027fffffffffffffff0000000000000000ffffffffffffffffffffffffffffffffff938616600160481b02939093167fffffffffffffff00000000000000000000000000000000ffffffffffffffffff949097166401000000000268ffffffffffffffffff199096169190971617939093171692909217179290921617909155905191945088919088169085907fbde4c38408cbcfefc58c451fba74ec96a41192c4b5973533d395a9dfca64946090610e979033908b908b906001600160a01b039390931683526001600160401b03918216602084015216604082015260600190565b60405180910390a45050949350505050565b5f8181526006602052604081208054909164010000000090910464ffffffffff169003610f05576040517f10cc605e000000000000000000000000000000000000000000000000000000008152600481018390526024016107c4565b8054600160501b90046001600160401b03165f819003610f4857604051633ed9e5eb60e11b8152600481018490525f6024820181905260448201526064016107c4565b8154604051636c790c4160e11b815263ffffffff90911660048201525f907f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03169063d8f2188290602401602060405180830381865afa158015610fb5573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190610fd99190613f2c565b90506001600160a01b038116331461109d57825460405163bc3432cb60e01b815263ffffffff90911660048201527f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03169063bc3432cb90602401602060405180830381865afa158015611056573d5f5f3e3d5ffd5b505050506040513d601f19601f8201168201806040525081019061107a9190613f45565b60405163356afe3b60e11b815260048101919091523360248201526044016107c4565b825471ffffffffffffffff0000000000000000000019168084556040516001600160401b038416815264010000000090910464ffffffffff169085907f53f4e76e62a2162fc5bff7524851d2eaf65b0b36565d88972dda54cece9f3ef99060200160405180910390a350505050565b5f610ab87fa3c8a7472eeb0e2dad443c537e2a416a886b9994266d04829ad1d7cf69dd48dc8335602085013561114860608701604088016138c4565b61115860808801606089016138c4565b61116860a0890160808a016138c4565b61117860c08a0160a08b016138c4565b60408051602081019890985287019590955260608601939093526001600160401b039182166080860152811660a085015290811660c08401521660e082015261010001604051602081830303815290604052805190602001206125b1565b5f7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316635c975abb6040518163ffffffff1660e01b8152600401602060405180830381865afa158015611233573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906112579190613df0565b15611275576040516313d0ff5960e31b815260040160405180910390fd5b60405163baf156a760e01b81523360048083019190915260248201819052907f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03169063baf156a790604401602060405180830381865afa1580156112e3573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906113079190613df0565b61133057604051636cab18e560e01b815233600482015261ffff821660248201526044016107c4565b878614158061133f5750878414155b1561135d57604051631083f70960e01b815260040160405180910390fd5b6113668a612550565b604051638d21510360e01b81526001600160401b038b166004820152611401907f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031690638d21510390602401608060405180830381865afa1580156113d5573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906113f99190613e2e565b8460016123b5565b5f5461140e906001613f5c565b9150848490505f5f8282546114239190613f5c565b9091555050604080516060810182526001600160401b03808d168252851660208201525f918101829052905b858110156114cb576114c36114648286613f5c565b838d8d8581811061147757611477613f6f565b905060200201358c8c8681811061149057611490613f6f565b905060200201358b8b878181106114a9576114a9613f6f565b90506020020160208101906114be91906138c4565b6125f8565b60010161144f565b5060408181015181516001600160401b0387811682526020820192909252918201859052606082018790523391908d16907fb69b25a3ea07a309a7b24c218f569088db32f136b8599381d6cbba65b123802f9060800160405180910390a3505098975050505050505050565b5f6060805f5f5f6060611548612658565b611550612688565b604080515f808252602082019092527f0f000000000000000000000000000000000000000000000000000000000000009b939a50919850469750309650945092509050565b5f7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316635c975abb6040518163ffffffff1660e01b8152600401602060405180830381865afa1580156115f2573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906116169190613df0565b15611634576040516313d0ff5960e31b815260040160405180910390fd5b600554611642816001613f5c565b915061164e8382613f5c565b6005555f5b838110156119a4573685858381811061166e5761166e613f6f565b905060a00201905061169181602001602081019061168c91906138c4565b612550565b60016116a36060830160408401613f83565b60ff1611156116f4576116bc6060820160408301613f83565b6040517f1bf7daa400000000000000000000000000000000000000000000000000000000815260ff90911660048201526024016107c4565b61170460808201606083016138c4565b6001600160401b03165f0361172c5760405163261818d760e21b815260040160405180910390fd5b5f6117378235612462565b60408101519091506001600160a01b031633146117705760405163356afe3b60e11b8152823560048201523360248201526044016107c4565b6040518060a00160405280826020015163ffffffff16815260200183602001602081019061179e91906138c4565b64ffffffffff1681526020016117ba6060850160408601613f83565b60ff1681526020016117d260808501606086016138c4565b6001600160401b031681526020016117f060a08501608086016138c4565b6001600160401b0316905260065f61180787613efe565b80825260208083019390935260409182015f20845181548686015187860151606089015160809099015163ffffffff90941668ffffffffffffffffff199093169290921764010000000064ffffffffff90921691909102177fffffffffffffffffffffffffffff000000000000000000ffffffffffffffffff16600160481b60ff9092169190910271ffffffffffffffff00000000000000000000191617600160501b6001600160401b0397881602177fffffffffffff0000000000000000ffffffffffffffffffffffffffffffffffff16600160901b969091169590950294909417909355919550833591611902919085019085016138c4565b6001600160401b0316857f0455a0436535975a2d2ad677e3a694892cf0bb6a3449d229b7abbe703d2b66533361193e6060880160408901613f83565b61194e6080890160608a016138c4565b61195e60a08a0160808b016138c4565b604080516001600160a01b0395909516855260ff9390931660208501526001600160401b0391821684840152166060830152519081900360800190a45050600101611653565b505092915050565b606060095f8381526020019081526020015f20805480602002602001604051908101604052809291908181526020015f905b82821015611a41575f848152602090819020604080516060810182529185015463ffffffff811683526001600160401b0364010000000082048116848601526c0100000000000000000000000090910416908201528252600190920191016119de565b505050509050919050565b6060816001600160401b03811115611a6657611a66613e0f565b604051908082528060200260200182016040528015611ac457816020015b6040805160c0810182525f8082526020808301829052928201819052606082018190526080820181905260a082015282525f19909201910181611a845790505b5090505f5b82811015611c495760015f858584818110611ae657611ae6613f6f565b602090810292909201358352508181019290925260409081015f20815160c081018352905463ffffffff80821683526401000000008204169382019390935268010000000000000000830464ffffffffff16918101919091526d010000000000000000000000000082046001600160401b039081166060830152750100000000000000000000000000000000000000000083041660808201527d01000000000000000000000000000000000000000000000000000000000090910460ff1660a08201528251839083908110611bbd57611bbd613f6f565b6020026020010181905250818181518110611bda57611bda613f6f565b60200260200101516040015164ffffffffff165f03611c4157838382818110611c0557611c05613f6f565b905060200201356040517fb5d29ff20000000000000000000000000000000000000000000000000000000081526004016107c491815260200190565b600101611ac9565b5092915050565b5f7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316635c975abb6040518163ffffffff1660e01b8152600401602060405180830381865afa158015611cad573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190611cd19190613df0565b15611cef576040516313d0ff5960e31b815260040160405180910390fd5b8685141580611cfe5750868314155b15611d1c57604051631083f70960e01b815260040160405180910390fd5b611d25826126b3565b5f54611d32906001613f5c565b9050878790505f5f828254611d479190613f5c565b90915550611d8a905060408051606080820183525f8083526020808401829052845160808101865282815290810182905280850182905291820152909182015290565b60ff831660208201525f5b88811015611e4c57611dd0828b8b84818110611db357611db3613f6f565b905060c002016040016020810190611dcb91906138c4565b61286f565b611e44611ddd8285613f5c565b82848d8d86818110611df157611df1613f6f565b905060c002018c8c87818110611e0957611e09613f6f565b9050602002810190611e1b9190613f9c565b8c8c89818110611e2d57611e2d613f6f565b9050602002810190611e3f9190613f9c565b612946565b600101611d95565b5050979650505050505050565b5f7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316635c975abb6040518163ffffffff1660e01b8152600401602060405180830381865afa158015611eb6573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190611eda9190613df0565b15611ef8576040516313d0ff5960e31b815260040160405180910390fd5b5f611f0283612285565b805160405163bc3432cb60e01b815263ffffffff90911660048201529091505f907f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03169063bc3432cb90602401602060405180830381865afa158015611f72573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190611f969190613f45565b90505f611fa282612462565b9050825f015163ffffffff16816020015163ffffffff16141580611fd3575060408101516001600160a01b03163314155b15612013576040517f5b7f17cd000000000000000000000000000000000000000000000000000000008152600481018690523360248201526044016107c4565b5f858152600860209081526040808320805460ff60c81b1916600160c81b1790556009825280832080548251818502810185019093528083526120c193859084015b828210156120b8575f848152602090819020604080516060810182529185015463ffffffff811683526001600160401b0364010000000082048116848601526c010000000000000000000000009091041690820152825260019092019101612055565b50505050612a04565b90505f5460016120d19190613f5c565b60408501519095505f90815b8351811080156120f557505f826001600160401b0316115b156121fc575f5f61212186848151811061211157612111613f6f565b60200260200101515f0151612b05565b91509150816121315750506121ec565b5f846001600160401b031687858151811061214e5761214e613f6f565b6020026020010151602001516001600160401b03161061216e578461218d565b86848151811061218057612180613f6f565b6020026020010151602001515b90506121998186613edf565b94506121e8866121a881613efe565b97506121b4908d613f5c565b838a8d6020015164ffffffffff16858c8a815181106121d5576121d5613f6f565b6020026020010151604001516002612dbd565b5050505b6121f581613efe565b90506120dd565b50815f5f82825461220d9190613f5c565b92505081905550856020015164ffffffffff16887f2a74f6458f257425cacce477ec86d38b27cb52aa23af0911fa20e68689abb3728389604001516122529190613edf565b604080516001600160401b039092168252602082018c9052810186905260600160405180910390a3505050505050919050565b6040805160a0810182525f80825260208201819052918101829052606081018290526080810191909152505f818152600860209081526040808320815160a081018352905463ffffffff81168252640100000000810464ffffffffff16938201849052600160481b81046001600160401b0390811693830193909352600160881b81049092166060820152600160c81b90910460ff1615156080820152910361235d576040517f557347de000000000000000000000000000000000000000000000000000000008152600481018390526024016107c4565b80608001511561239c576040517f9dc7044a000000000000000000000000000000000000000000000000000000008152600481018390526024016107c4565b6123b0816020015164ffffffffff16612550565b919050565b5f60ff82166003146123cb5783602001516123cd565b5f5b9050806001600160401b0316836001600160401b03161080612404575083604001516001600160401b0316836001600160401b0316115b1561245c5760408085015190517f268a708c0000000000000000000000000000000000000000000000000000000081526001600160401b038086166004830152808416602483015290911660448201526064016107c4565b50505050565b604080516060810182525f80825260208201819052918101919091526040517f59abddce000000000000000000000000000000000000000000000000000000008152600481018390525f9081906001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016906359abddce906024016040805180830381865afa1580156124fd573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906125219190613ff1565b6040805160608101825296875263ffffffff90921660208701526001600160a01b031690850152509192915050565b61255981612ffa565b61256281610a4b565b6001600160401b031642106125ae576040517f1c1cd36f0000000000000000000000000000000000000000000000000000000081526001600160401b03821660048201526024016107c4565b50565b5f610ab86125bd6130a1565b836040517f19010000000000000000000000000000000000000000000000000000000000008152600281019290925260228201526042902090565b5f612605845f87856131ca565b90505f61261584600188866131ca565b9050826001600160401b0316866040018181516126329190613f5c565b9052508551602087015161264f9189918591859188906001612dbd565b50505050505050565b60606126837f00000000000000000000000000000000000000000000000000000000000000006134a9565b905090565b60606126837f00000000000000000000000000000000000000000000000000000000000000006134a9565b60021960ff8216016127725760405163baf156a760e01b8152336004820152601060248201527f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03169063baf156a790604401602060405180830381865afa158015612728573d5f5f3e3d5ffd5b505050506040513d601f19601f8201168201806040525081019061274c9190613df0565b6125ae57604051636cab18e560e01b8152336004820152601060248201526044016107c4565b60ff811661283857604051634ea7132760e01b81523360048201527f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031690634ea7132790602401602060405180830381865afa1580156127dc573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906128009190613df0565b6125ae576040517f7e65d0e50000000000000000000000000000000000000000000000000000000081523360048201526024016107c4565b6040517f4ffbc27400000000000000000000000000000000000000000000000000000000815260ff821660048201526024016107c4565b81516001600160401b03828116911614801561289357506001600160401b03811615155b1561289c575050565b6128a581612550565b6001600160401b038116808352604051638d21510360e01b815260048101919091527f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031690638d21510390602401608060405180830381865afa158015612916573d5f5f3e3d5ffd5b505050506040513d601f19601f8201168201806040525081019061293a9190613e2e565b82604001819052505050565b60408601516129699061295f60a08801608089016138c4565b88602001516123b5565b612983853561297e60c0880160a089016138c4565b6134e6565b5f61298e8635612462565b90505f61299e8760200135612462565b90506129b88988846040015184604001518a8a8a8a61358e565b6129f88a83836129ce60608c0160408d016138c4565b6129de60808d0160608e016138c4565b6129ee60a08e0160808f016138c4565b8e60200151612dbd565b50505050505050505050565b606060015b8251811015612afe575f838281518110612a2557612a25613f6f565b602002602001015190505f8290505b5f81118015612a7f575060408201516001600160401b031685612a58600184613ecc565b81518110612a6857612a68613f6f565b6020026020010151604001516001600160401b0316115b15612ad65784612a90600183613ecc565b81518110612aa057612aa0613f6f565b6020026020010151858281518110612aba57612aba613f6f565b602002602001018190525080612acf90614022565b9050612a34565b81858281518110612ae957612ae9613f6f565b60209081029190910101525050600101612a09565b5090919050565b604080516060810182525f8082526020820181905291810182905260405163bc3432cb60e01b815263ffffffff841660048201525f907f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03169063bc3432cb90602401602060405180830381865afa158015612b8a573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190612bae9190613f45565b6040517f98ecb0f90000000000000000000000000000000000000000000000000000000081526004810182905290915063ffffffff8516906001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016906398ecb0f990602401602060405180830381865afa158015612c35573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190612c599190614037565b63ffffffff1614612c6d575f925050915091565b604051636c790c4160e11b815263ffffffff851660048201525f907f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03169063d8f2188290602401602060405180830381865afa158015612cd7573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190612cfb9190613f2c565b604051634ea7132760e01b81526001600160a01b0380831660048301529192507f000000000000000000000000000000000000000000000000000000000000000090911690634ea7132790602401602060405180830381865afa158015612d64573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190612d889190613df0565b60405180606001604052808481526020018763ffffffff168152602001836001600160a01b0316815250935093505050915091565b826001600160401b03165f03612de65760405163261818d760e21b815260040160405180910390fd5b8451865103612e0e5785516040516318674e6d60e11b815260048101919091526024016107c4565b6040518060c00160405280876020015163ffffffff168152602001866020015163ffffffff1681526020018564ffffffffff168152602001846001600160401b03168152602001836001600160401b031681526020018260ff1681525060015f8981526020019081526020015f205f820151815f015f6101000a81548163ffffffff021916908363ffffffff1602179055506020820151815f0160046101000a81548163ffffffff021916908363ffffffff1602179055506040820151815f0160086101000a81548164ffffffffff021916908364ffffffffff1602179055506060820151815f01600d6101000a8154816001600160401b0302191690836001600160401b031602179055506080820151815f0160156101000a8154816001600160401b0302191690836001600160401b0316021790555060a0820151815f01601d6101000a81548160ff021916908360ff160217905550905050855f0151846001600160401b0316887f5b96df1bbf37c159d04ddbdabba425374f17eeaaa166e206d47fec261e8acb7d885f01518a604001518a60400151898989604051610a3a969594939291909586526001600160a01b0394851660208701529290931660408501526001600160401b03908116606085015291909116608083015260ff1660a082015260c00190565b61302a63ffffffff7f00000000000000000000000000000000000000000000000000000000000000001682614050565b6001600160401b031615158061304757506001600160401b038116155b8061305f575064ffffffffff6001600160401b038216115b156125ae576040517f670794930000000000000000000000000000000000000000000000000000000081526001600160401b03821660048201526024016107c4565b5f306001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000161480156130f957507f000000000000000000000000000000000000000000000000000000000000000046145b1561312357507f000000000000000000000000000000000000000000000000000000000000000090565b612683604080517f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f60208201527f0000000000000000000000000000000000000000000000000000000000000000918101919091527f000000000000000000000000000000000000000000000000000000000000000060608201524660808201523060a08201525f9060c00160405160208183030381529060405280519060200120905090565b604080516060810182525f80825260208201819052918101919091525f85815260066020908152604091829020825160a081018452815463ffffffff8116825264ffffffffff64010000000082041682850181905260ff600160481b830416958301959095526001600160401b03600160501b820481166060840152600160901b909104811660808301529287015187519294919390921614158061327957508660ff16826040015160ff1614155b1561329a5760405163cf3e25af60e01b8152600481018990526024016107c4565b81606001516001600160401b0316856001600160401b031611156132f1576060820151604051633ed9e5eb60e11b8152600481018a90526001600160401b03918216602482015290861660448201526064016107c4565b5f60ff88161561331a5782608001516001600160401b0316826001600160401b03161115613335565b82608001516001600160401b0316826001600160401b031610155b90508061338e5760808301516040517f04eff510000000000000000000000000000000000000000000000000000000008152600481018b90526001600160401b03918216602482015290831660448201526064016107c4565b825160405163bc3432cb60e01b815263ffffffff9091166004820152613426907f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03169063bc3432cb90602401602060405180830381865afa1580156133fd573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906134219190613f45565b612462565b9450825f015163ffffffff16856020015163ffffffff161461345e5760405163cf3e25af60e01b8152600481018a90526024016107c4565b85836060015161346e9190613edf565b84546001600160401b0391909116600160501b0271ffffffffffffffff00000000000000000000199091161790935550919695505050505050565b60605f6134b5836136b3565b6040805160208082528183019092529192505f91906020820181803683375050509182525060208101929092525090565b5f82815260046020908152604080832066ffffffffffffff600886901c168452909152902054600160ff83161b9080821615613560576040517f43aff8ee000000000000000000000000000000000000000000000000000000008152600481018590526001600160401b03841660248201526044016107c4565b5f93845260046020908152604080862060089590951c66ffffffffffffff1686529390529190922091179055565b336001600160a01b03808816821491908716148180156135ab5750805b156135b75750506136a9565b5f6135c18a61110c565b905085156135fa576135d58188888c6136f3565b6135f5576040516383b9fd1960e01b8152600481018c90526024016107c4565b600192505b83156136315761360c8186868b6136f3565b61362c576040516337a2fbfd60e11b8152600481018c90526024016107c4565b600191505b876001600160a01b0316896001600160a01b0316148015613656575082806136565750815b15613663575050506136a9565b82613684576040516383b9fd1960e01b8152600481018c90526024016107c4565b816136a5576040516337a2fbfd60e11b8152600481018c90526024016107c4565b5050505b5050505050505050565b5f60ff8216601f811115610ab8576040517fb3512b0c00000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b5f5f5f613701878787613743565b5090925090505f81600381111561371a5761371a614089565b1480156137385750836001600160a01b0316826001600160a01b0316145b979650505050505050565b5f80806041849003613777578435602086013560408701355f1a6137698982858561378a565b955095509550505050613781565b505f915060029050825b93509350939050565b5f80807f7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a08411156137c357505f91506003905082613848565b604080515f808252602082018084528a905260ff891692820192909252606081018790526080810186905260019060a0016020604051602081039080840390855afa158015613814573d5f5f3e3d5ffd5b5050604051601f1901519150506001600160a01b03811661383f57505f925060019150829050613848565b92505f91508190505b9450945094915050565b5f60208284031215613862575f5ffd5b5035919050565b6001600160401b03811681146125ae575f5ffd5b5f5f5f5f60808587031215613890575f5ffd5b843593506020850135925060408501356138a981613869565b915060608501356138b981613869565b939692955090935050565b5f602082840312156138d4575f5ffd5b81356138df81613869565b9392505050565b5f5f5f5f608085870312156138f9575f5ffd5b84359350602085013561390b81613869565b925060408501356138a981613869565b5f60c082840312801561392c575f5ffd5b509092915050565b5f5f83601f840112613944575f5ffd5b5081356001600160401b0381111561395a575f5ffd5b6020830191508360208260051b8501011115613974575f5ffd5b9250929050565b5f5f5f5f5f5f5f5f60a0898b031215613992575f5ffd5b883561399d81613869565b975060208901356001600160401b038111156139b7575f5ffd5b6139c38b828c01613934565b90985096505060408901356001600160401b038111156139e1575f5ffd5b6139ed8b828c01613934565b90965094505060608901356001600160401b03811115613a0b575f5ffd5b613a178b828c01613934565b9094509250506080890135613a2b81613869565b809150509295985092959890939650565b5f81518084528060208401602086015e5f602082860101526020601f19601f83011685010191505092915050565b7fff000000000000000000000000000000000000000000000000000000000000008816815260e060208201525f613aa460e0830189613a3c565b8281036040840152613ab68189613a3c565b606084018890526001600160a01b038716608085015260a0840186905283810360c0850152845180825260208087019350909101905f5b81811015613b0b578351835260209384019390920191600101613aed565b50909b9a5050505050505050505050565b5f5f60408385031215613b2d575f5ffd5b823591506020830135613b3f81613869565b809150509250929050565b5f5f60208385031215613b5b575f5ffd5b82356001600160401b03811115613b70575f5ffd5b8301601f81018513613b80575f5ffd5b80356001600160401b03811115613b95575f5ffd5b85602060a083028401011115613ba9575f5ffd5b6020919091019590945092505050565b602080825282518282018190525f918401906040840190835b81811015613c2457835163ffffffff81511684526001600160401b0360208201511660208501526001600160401b03604082015116604085015250606083019250602084019350600181019050613bd2565b509095945050505050565b5f5f60208385031215613c40575f5ffd5b82356001600160401b03811115613c55575f5ffd5b613c6185828601613934565b90969095509350505050565b602080825282518282018190525f918401906040840190835b81811015613c2457835163ffffffff815116845263ffffffff602082015116602085015264ffffffffff60408201511660408501526001600160401b0360608201511660608501526001600160401b03608082015116608085015260ff60a08201511660a08501525060c083019250602084019350600181019050613c86565b803560ff811681146123b0575f5ffd5b5f5f5f5f5f5f5f6080888a031215613d2c575f5ffd5b87356001600160401b03811115613d41575f5ffd5b8801601f81018a13613d51575f5ffd5b80356001600160401b03811115613d66575f5ffd5b8a602060c083028401011115613d7a575f5ffd5b6020918201985096508801356001600160401b03811115613d99575f5ffd5b613da58a828b01613934565b90965094505060408801356001600160401b03811115613dc3575f5ffd5b613dcf8a828b01613934565b9094509250613de2905060608901613d06565b905092959891949750929550565b5f60208284031215613e00575f5ffd5b815180151581146138df575f5ffd5b634e487b7160e01b5f52604160045260245ffd5b80516123b081613869565b5f6080828403128015613e3f575f5ffd5b50604051608081016001600160401b0381118282101715613e6e57634e487b7160e01b5f52604160045260245ffd5b6040528251613e7c81613869565b8152613e8a60208401613e23565b6020820152613e9b60408401613e23565b6040820152613eac60608401613e23565b60608201529392505050565b634e487b7160e01b5f52601160045260245ffd5b81810381811115610ab857610ab8613eb8565b6001600160401b038281168282160390811115610ab857610ab8613eb8565b5f60018201613f0f57613f0f613eb8565b5060010190565b80516001600160a01b03811681146123b0575f5ffd5b5f60208284031215613f3c575f5ffd5b6138df82613f16565b5f60208284031215613f55575f5ffd5b5051919050565b80820180821115610ab857610ab8613eb8565b634e487b7160e01b5f52603260045260245ffd5b5f60208284031215613f93575f5ffd5b6138df82613d06565b5f5f8335601e19843603018112613fb1575f5ffd5b8301803591506001600160401b03821115613fca575f5ffd5b602001915036819003821315613974575f5ffd5b805163ffffffff811681146123b0575f5ffd5b5f5f60408385031215614002575f5ffd5b61400b83613fde565b915061401960208401613f16565b90509250929050565b5f8161403057614030613eb8565b505f190190565b5f60208284031215614047575f5ffd5b6138df82613fde565b5f6001600160401b0383168061407457634e487b7160e01b5f52601260045260245ffd5b806001600160401b0384160691505092915050565b634e487b7160e01b5f52602160045260245ffd';
