// Written by contracts/generate-bindings.ts from the compiled contracts: do not edit.

export const marketRulesAbi = [
 {
  "inputs": [
   {
    "internalType": "address",
    "name": "administrator",
    "type": "address"
   },
   {
    "components": [
     {
      "internalType": "uint32",
      "name": "intervalSeconds",
      "type": "uint32"
     },
     {
      "internalType": "uint32",
      "name": "gateLeadSeconds",
      "type": "uint32"
     },
     {
      "internalType": "uint32",
      "name": "poolLeadSeconds",
      "type": "uint32"
     },
     {
      "internalType": "uint8",
      "name": "poolPricing",
      "type": "uint8"
     },
     {
      "internalType": "uint32",
      "name": "tariffNoticeSeconds",
      "type": "uint32"
     },
     {
      "internalType": "uint32",
      "name": "objectionSeconds",
      "type": "uint32"
     },
     {
      "internalType": "uint64",
      "name": "flexibilityPenaltyMicroEurPerKwh",
      "type": "uint64"
     },
     {
      "internalType": "uint64",
      "name": "curtailmentMaxWh",
      "type": "uint64"
     },
     {
      "internalType": "uint64",
      "name": "compensationMaxMicroEurPerKwh",
      "type": "uint64"
     },
     {
      "internalType": "uint32",
      "name": "settlementSeconds",
      "type": "uint32"
     },
     {
      "internalType": "uint64",
      "name": "objectionCostMicroEur",
      "type": "uint64"
     },
     {
      "internalType": "address",
      "name": "retailer",
      "type": "address"
     }
    ],
    "internalType": "struct MarketRules.Rules",
    "name": "rules",
    "type": "tuple"
   },
   {
    "components": [
     {
      "internalType": "uint64",
      "name": "validFrom",
      "type": "uint64"
     },
     {
      "internalType": "uint64",
      "name": "feedInMicroEurPerKwh",
      "type": "uint64"
     },
     {
      "internalType": "uint64",
      "name": "retailMicroEurPerKwh",
      "type": "uint64"
     },
     {
      "internalType": "uint64",
      "name": "feeCapMicroEurPerKwh",
      "type": "uint64"
     }
    ],
    "internalType": "struct MarketRules.Tariff",
    "name": "tariff",
    "type": "tuple"
   }
  ],
  "stateMutability": "nonpayable",
  "type": "constructor"
 },
 {
  "inputs": [],
  "name": "AdministratorNeeded",
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
  "anonymous": false,
  "inputs": [
   {
    "indexed": true,
    "internalType": "address",
    "name": "previousOwner",
    "type": "address"
   },
   {
    "indexed": true,
    "internalType": "address",
    "name": "newOwner",
    "type": "address"
   }
  ],
  "name": "OwnershipTransferStarted",
  "type": "event"
 },
 {
  "anonymous": false,
  "inputs": [
   {
    "indexed": true,
    "internalType": "address",
    "name": "previousOwner",
    "type": "address"
   },
   {
    "indexed": true,
    "internalType": "address",
    "name": "newOwner",
    "type": "address"
   }
  ],
  "name": "OwnershipTransferred",
  "type": "event"
 },
 {
  "anonymous": false,
  "inputs": [
   {
    "indexed": true,
    "internalType": "uint64",
    "name": "validFrom",
    "type": "uint64"
   },
   {
    "indexed": false,
    "internalType": "uint64",
    "name": "feedInMicroEurPerKwh",
    "type": "uint64"
   },
   {
    "indexed": false,
    "internalType": "uint64",
    "name": "retailMicroEurPerKwh",
    "type": "uint64"
   },
   {
    "indexed": false,
    "internalType": "uint64",
    "name": "feeCapMicroEurPerKwh",
    "type": "uint64"
   }
  ],
  "name": "TariffAnnounced",
  "type": "event"
 },
 {
  "inputs": [],
  "name": "PRICING_PAY_AS_BID",
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
  "name": "PRICING_UNIFORM",
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
  "name": "RETAIL_MAX_MICRO_EUR_PER_KWH",
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
  "name": "TARIFF_LEAD_SECONDS_MAX",
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
  "name": "acceptOwnership",
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
      "name": "validFrom",
      "type": "uint64"
     },
     {
      "internalType": "uint64",
      "name": "feedInMicroEurPerKwh",
      "type": "uint64"
     },
     {
      "internalType": "uint64",
      "name": "retailMicroEurPerKwh",
      "type": "uint64"
     },
     {
      "internalType": "uint64",
      "name": "feeCapMicroEurPerKwh",
      "type": "uint64"
     }
    ],
    "internalType": "struct MarketRules.Tariff",
    "name": "tariff",
    "type": "tuple"
   }
  ],
  "name": "announceTariff",
  "outputs": [],
  "stateMutability": "nonpayable",
  "type": "function"
 },
 {
  "inputs": [],
  "name": "compensationMaxMicroEurPerKwh",
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
  "name": "curtailmentMaxWh",
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
  "name": "flexibilityPenaltyMicroEurPerKwh",
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
  "name": "gateLeadSeconds",
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
  "name": "objectionCostMicroEur",
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
  "name": "objectionSeconds",
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
  "name": "owner",
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
  "name": "pendingOwner",
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
  "name": "poolLeadSeconds",
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
  "name": "poolPricing",
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
  "name": "renounceOwnership",
  "outputs": [],
  "stateMutability": "pure",
  "type": "function"
 },
 {
  "inputs": [],
  "name": "retailer",
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
  "name": "settlementSeconds",
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
    "internalType": "uint64",
    "name": "interval",
    "type": "uint64"
   }
  ],
  "name": "tariffAt",
  "outputs": [
   {
    "components": [
     {
      "internalType": "uint64",
      "name": "validFrom",
      "type": "uint64"
     },
     {
      "internalType": "uint64",
      "name": "feedInMicroEurPerKwh",
      "type": "uint64"
     },
     {
      "internalType": "uint64",
      "name": "retailMicroEurPerKwh",
      "type": "uint64"
     },
     {
      "internalType": "uint64",
      "name": "feeCapMicroEurPerKwh",
      "type": "uint64"
     }
    ],
    "internalType": "struct MarketRules.Tariff",
    "name": "",
    "type": "tuple"
   }
  ],
  "stateMutability": "view",
  "type": "function"
 },
 {
  "inputs": [],
  "name": "tariffNoticeSeconds",
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
    "internalType": "address",
    "name": "newOwner",
    "type": "address"
   }
  ],
  "name": "transferOwnership",
  "outputs": [],
  "stateMutability": "nonpayable",
  "type": "function"
 }
] as const;

export const marketRulesBytecode =
  '0x610200604052348015610010575f5ffd5b506040516112c73803806112c783398101604081905261002f916104b0565b826001600160a01b03811661005e57604051631e4fbdf760e01b81525f60048201526024015b60405180910390fd5b610067816101a9565b50815163ffffffff161580610084575060a082015163ffffffff16155b8061009b57506101608201516001600160a01b0316155b156100b957604051630f7ff5af60e11b815260040160405180910390fd5b604082015163ffffffff1615806100da5750600160ff16826060015160ff16115b156100f857604051630f7ff5af60e11b815260040160405180910390fd5b815163ffffffff90811660809081526020840151821660a09081526040850151831660c0908152606086015160ff1660e0908152928601518416610100908152918601518416610120908152908601516001600160401b0390811661014090815293870151811661016090815292870151811661018052908601519093166101a052908401519091166101c0528201516001600160a01b03166101e0525f81526101a1816101c5565b5050506105d5565b600180546001600160a01b03191690556101c28161034f565b50565b80604001516001600160401b031681602001516001600160401b0316111561021d57602081015160408083015190516320d0bc7560e21b81526001600160401b03928316600482015291166024820152604401610055565b604081015163ffffffff6001600160401b03909116111561026c576040818101519051630ac11d2d60e21b81526001600160401b03909116600482015263ffffffff6024820152604401610055565b600280546001810182555f9190915281517f405787fa12a823e0f2b7631cc41b3ba8828b3321ca811111fa75cd3aa3bb5ace90910180546020808501516040808701516060808901516001600160401b039889166001600160801b0319909716871768010000000000000000958a16958602176001600160801b0316600160801b938a169384026001600160c01b031617600160c01b999091169889021790965581519283529282019290925290810193909352917f87f079895b2d543eb156b2ad670ed4dc1709821c450ea20b0b14fa4a3864b45d910160405180910390a250565b5f80546001600160a01b038381166001600160a01b0319831681178455604051919092169283917f8be0079c531659141344cd1fd0a4f28419497f9722a3daafe3b4186f6b6457e09190a35050565b80516001600160a01b03811681146103b4575f5ffd5b919050565b60405161018081016001600160401b03811182821017156103e857634e487b7160e01b5f52604160045260245ffd5b60405290565b805163ffffffff811681146103b4575f5ffd5b805160ff811681146103b4575f5ffd5b80516001600160401b03811681146103b4575f5ffd5b5f60808284031215610437575f5ffd5b604051608081016001600160401b038111828210171561046557634e487b7160e01b5f52604160045260245ffd5b60405290508061047483610411565b815261048260208401610411565b602082015261049360408401610411565b60408201526104a460608401610411565b60608201525092915050565b5f5f5f8385036102208112156104c4575f5ffd5b6104cd8561039e565b9350610180601f19820112156104e1575f5ffd5b506104ea6103b9565b6104f6602086016103ee565b8152610504604086016103ee565b6020820152610515606086016103ee565b604082015261052660808601610401565b606082015261053760a086016103ee565b608082015261054860c086016103ee565b60a082015261055960e08601610411565b60c082015261056b6101008601610411565b60e082015261057d6101208601610411565b61010082015261059061014086016103ee565b6101208201526105a36101608601610411565b6101408201526105b6610180860161039e565b61016082015291506105cc856101a08601610427565b90509250925092565b60805160a05160c05160e05161010051610120516101405161016051610180516101a0516101c0516101e051610c6861065f5f395f61024a01525f61018d01525f6102b001525f61041c01525f61035201525f61028901525f61049501525f818161022301526104ca01525f6102d701525f61044301525f6101d201525f61032b0152610c685ff3fe608060405234801561000f575f5ffd5b5060043610610184575f3560e01c80637d1cd04f116100dd578063bef02df711610088578063e30c397811610063578063e30c39781461046c578063f2fde38b1461047d578063f67c5a1914610490575f5ffd5b8063bef02df714610417578063d1e6c0371461043e578063d5046d6d14610465575f5ffd5b80638da5cb5b116100b85780638da5cb5b146103e657806393d2f1d2146103f6578063a925298e146103fe575f5ffd5b80637d1cd04f14610326578063848f459e1461034d5780638d21510314610374575f5ffd5b80634da9e6e21161013d5780636eb2fa5e116101185780636eb2fa5e1461030b578063715018a61461031657806379ba50971461031e575f5ffd5b80634da9e6e21461028457806353a511ca146102ab5780635d5cd6bf146102d2575f5ffd5b806340d14ee61161016d57806340d14ee6146102095780634751321c1461021e5780634c1249fc14610245575f5ffd5b806316db806a146101885780633c252446146101cd575b5f5ffd5b6101af7f000000000000000000000000000000000000000000000000000000000000000081565b60405167ffffffffffffffff90911681526020015b60405180910390f35b6101f47f000000000000000000000000000000000000000000000000000000000000000081565b60405163ffffffff90911681526020016101c4565b61021c610217366004610b10565b6104b7565b005b6101f47f000000000000000000000000000000000000000000000000000000000000000081565b61026c7f000000000000000000000000000000000000000000000000000000000000000081565b6040516001600160a01b0390911681526020016101c4565b6101af7f000000000000000000000000000000000000000000000000000000000000000081565b6101f47f000000000000000000000000000000000000000000000000000000000000000081565b6102f97f000000000000000000000000000000000000000000000000000000000000000081565b60405160ff90911681526020016101c4565b6101af63ffffffff81565b61021c610658565b61021c61068a565b6101f47f000000000000000000000000000000000000000000000000000000000000000081565b6101af7f000000000000000000000000000000000000000000000000000000000000000081565b610387610382366004610b45565b6106ce565b6040516101c491905f60808201905067ffffffffffffffff835116825267ffffffffffffffff602084015116602083015267ffffffffffffffff604084015116604083015267ffffffffffffffff606084015116606083015292915050565b5f546001600160a01b031661026c565b6102f9600181565b6104096301e2850081565b6040519081526020016101c4565b6101af7f000000000000000000000000000000000000000000000000000000000000000081565b6101f47f000000000000000000000000000000000000000000000000000000000000000081565b6102f95f81565b6001546001600160a01b031661026c565b61021c61048b366004610b65565b6107e7565b6101f47f000000000000000000000000000000000000000000000000000000000000000081565b6104bf610864565b5f6104f063ffffffff7f00000000000000000000000000000000000000000000000000000000000000001642610b9f565b90505f6105016301e2850083610b9f565b600280549192505f9161051690600190610bb8565b8154811061052657610526610bcb565b5f918252602090912001546105469067ffffffffffffffff166001610b9f565b905082811115610554578092505b826105626020860186610b45565b67ffffffffffffffff1610156105ca5761057f6020850185610b45565b6040517f1c63cf4e00000000000000000000000000000000000000000000000000000000815267ffffffffffffffff9091166004820152602481018490526044015b60405180910390fd5b816105d86020860186610b45565b67ffffffffffffffff16111561063b576105f56020850185610b45565b6040517ff8ad461700000000000000000000000000000000000000000000000000000000815267ffffffffffffffff9091166004820152602481018390526044016105c1565b61065261064d36869003860186610bdf565b610892565b50505050565b6040517fb4a633e200000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b60015433906001600160a01b031681146106c25760405163118cdaa760e01b81526001600160a01b03821660048201526024016105c1565b6106cb81610a93565b50565b604080516080810182525f8082526020820181905291810182905260608101919091526002545f905b60016107038383610bb8565b1115610764575f60016107168385610b9f565b901c90508467ffffffffffffffff166002828154811061073857610738610bcb565b5f9182526020909120015467ffffffffffffffff161161075a5780925061075e565b8091505b506106f7565b6002828154811061077757610777610bcb565b5f91825260209182902060408051608081018252929091015467ffffffffffffffff80821684526801000000000000000082048116948401949094527001000000000000000000000000000000008104841691830191909152600160c01b90049091166060820152949350505050565b6107ef610864565b600180546001600160a01b03831673ffffffffffffffffffffffffffffffffffffffff19909116811790915561082c5f546001600160a01b031690565b6001600160a01b03167f38d16b8cac22d99fc7c124b9cd0de2d3fa1faef420bfe791d8c362d765e2270060405160405180910390a350565b5f546001600160a01b031633146108905760405163118cdaa760e01b81523360048201526024016105c1565b565b806040015167ffffffffffffffff16816020015167ffffffffffffffff16111561090657602081015160408083015190517f8342f1d400000000000000000000000000000000000000000000000000000000815267ffffffffffffffff9283166004820152911660248201526044016105c1565b604081015163ffffffff67ffffffffffffffff90911611156109705760408181015190517f2b0474b400000000000000000000000000000000000000000000000000000000815267ffffffffffffffff909116600482015263ffffffff60248201526044016105c1565b600280546001810182555f9190915281517f405787fa12a823e0f2b7631cc41b3ba8828b3321ca811111fa75cd3aa3bb5ace909101805460208085015160408087015160608089015167ffffffffffffffff9889167fffffffffffffffffffffffffffffffff00000000000000000000000000000000909716871768010000000000000000958a16958602176fffffffffffffffffffffffffffffffff16700100000000000000000000000000000000938a1693840277ffffffffffffffffffffffffffffffffffffffffffffffff1617600160c01b999091169889021790965581519283529282019290925290810193909352917f87f079895b2d543eb156b2ad670ed4dc1709821c450ea20b0b14fa4a3864b45d910160405180910390a250565b6001805473ffffffffffffffffffffffffffffffffffffffff191690556106cb815f80546001600160a01b0383811673ffffffffffffffffffffffffffffffffffffffff19831681178455604051919092169283917f8be0079c531659141344cd1fd0a4f28419497f9722a3daafe3b4186f6b6457e09190a35050565b5f6080828403128015610b21575f5ffd5b509092915050565b803567ffffffffffffffff81168114610b40575f5ffd5b919050565b5f60208284031215610b55575f5ffd5b610b5e82610b29565b9392505050565b5f60208284031215610b75575f5ffd5b81356001600160a01b0381168114610b5e575f5ffd5b634e487b7160e01b5f52601160045260245ffd5b80820180821115610bb257610bb2610b8b565b92915050565b81810381811115610bb257610bb2610b8b565b634e487b7160e01b5f52603260045260245ffd5b5f6080828403128015610bf0575f5ffd5b506040516080810167ffffffffffffffff81118282101715610c2057634e487b7160e01b5f52604160045260245ffd5b604052610c2c83610b29565b8152610c3a60208401610b29565b6020820152610c4b60408401610b29565b6040820152610c5c60608401610b29565b6060820152939250505056';
