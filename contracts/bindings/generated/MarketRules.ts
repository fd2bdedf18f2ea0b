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
    "indexed": false,
    "internalType": "struct MarketRules.Rules",
    "name": "rules",
    "type": "tuple"
   }
  ],
  "name": "RulesFixed",
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
  '0x610200604052348015610010575f5ffd5b5060405161143038038061143083398101604081905261002f916104e8565b826001600160a01b03811661005e57604051631e4fbdf760e01b81525f60048201526024015b60405180910390fd5b610067816101e1565b50815163ffffffff161580610084575060a082015163ffffffff16155b8061009b57506101608201516001600160a01b0316155b156100b957604051630f7ff5af60e11b815260040160405180910390fd5b604082015163ffffffff1615806100da5750600160ff16826060015160ff16115b156100f857604051630f7ff5af60e11b815260040160405180910390fd5b815163ffffffff90811660809081526020840151821660a0908152604080860151841660c0908152606087015160ff1660e0908152938701518516610100908152928701518516610120908152908701516001600160401b0390811661014090815294880151811661016090815293880151811661018052908701519094166101a052918501519092166101c052908301516001600160a01b03166101e052517fcfafaddcf099d9cab8bbb30c33d6ebc594a107578ee5837f026bdf321c37d829906101c590849061060d565b60405180910390a15f81526101d9816101fd565b50505061073e565b600180546001600160a01b03191690556101fa81610387565b50565b80604001516001600160401b031681602001516001600160401b0316111561025557602081015160408083015190516320d0bc7560e21b81526001600160401b03928316600482015291166024820152604401610055565b604081015163ffffffff6001600160401b0390911611156102a4576040818101519051630ac11d2d60e21b81526001600160401b03909116600482015263ffffffff6024820152604401610055565b600280546001810182555f9190915281517f405787fa12a823e0f2b7631cc41b3ba8828b3321ca811111fa75cd3aa3bb5ace90910180546020808501516040808701516060808901516001600160401b039889166001600160801b0319909716871768010000000000000000958a16958602176001600160801b0316600160801b938a169384026001600160c01b031617600160c01b999091169889021790965581519283529282019290925290810193909352917f87f079895b2d543eb156b2ad670ed4dc1709821c450ea20b0b14fa4a3864b45d910160405180910390a250565b5f80546001600160a01b038381166001600160a01b0319831681178455604051919092169283917f8be0079c531659141344cd1fd0a4f28419497f9722a3daafe3b4186f6b6457e09190a35050565b80516001600160a01b03811681146103ec575f5ffd5b919050565b60405161018081016001600160401b038111828210171561042057634e487b7160e01b5f52604160045260245ffd5b60405290565b805163ffffffff811681146103ec575f5ffd5b805160ff811681146103ec575f5ffd5b80516001600160401b03811681146103ec575f5ffd5b5f6080828403121561046f575f5ffd5b604051608081016001600160401b038111828210171561049d57634e487b7160e01b5f52604160045260245ffd5b6040529050806104ac83610449565b81526104ba60208401610449565b60208201526104cb60408401610449565b60408201526104dc60608401610449565b60608201525092915050565b5f5f5f8385036102208112156104fc575f5ffd5b610505856103d6565b9350610180601f1982011215610519575f5ffd5b506105226103f1565b61052e60208601610426565b815261053c60408601610426565b602082015261054d60608601610426565b604082015261055e60808601610439565b606082015261056f60a08601610426565b608082015261058060c08601610426565b60a082015261059160e08601610449565b60c08201526105a36101008601610449565b60e08201526105b56101208601610449565b6101008201526105c86101408601610426565b6101208201526105db6101608601610449565b6101408201526105ee61018086016103d6565b6101608201529150610604856101a0860161045f565b90509250925092565b815163ffffffff16815261018081016020830151610633602084018263ffffffff169052565b50604083015161064b604084018263ffffffff169052565b506060830151610660606084018260ff169052565b506080830151610678608084018263ffffffff169052565b5060a083015161069060a084018263ffffffff169052565b5060c08301516106ab60c08401826001600160401b03169052565b5060e08301516106c660e08401826001600160401b03169052565b506101008301516106e36101008401826001600160401b03169052565b506101208301516106fd61012084018263ffffffff169052565b5061014083015161071a6101408401826001600160401b03169052565b506101608301516107376101608401826001600160a01b03169052565b5092915050565b60805160a05160c05160e05161010051610120516101405161016051610180516101a0516101c0516101e051610c686107c85f395f61024a01525f61018d01525f6102b001525f61041c01525f61035201525f61028901525f61049501525f818161022301526104ca01525f6102d701525f61044301525f6101d201525f61032b0152610c685ff3fe608060405234801561000f575f5ffd5b5060043610610184575f3560e01c80637d1cd04f116100dd578063bef02df711610088578063e30c397811610063578063e30c39781461046c578063f2fde38b1461047d578063f67c5a1914610490575f5ffd5b8063bef02df714610417578063d1e6c0371461043e578063d5046d6d14610465575f5ffd5b80638da5cb5b116100b85780638da5cb5b146103e657806393d2f1d2146103f6578063a925298e146103fe575f5ffd5b80637d1cd04f14610326578063848f459e1461034d5780638d21510314610374575f5ffd5b80634da9e6e21161013d5780636eb2fa5e116101185780636eb2fa5e1461030b578063715018a61461031657806379ba50971461031e575f5ffd5b80634da9e6e21461028457806353a511ca146102ab5780635d5cd6bf146102d2575f5ffd5b806340d14ee61161016d57806340d14ee6146102095780634751321c1461021e5780634c1249fc14610245575f5ffd5b806316db806a146101885780633c252446146101cd575b5f5ffd5b6101af7f000000000000000000000000000000000000000000000000000000000000000081565b60405167ffffffffffffffff90911681526020015b60405180910390f35b6101f47f000000000000000000000000000000000000000000000000000000000000000081565b60405163ffffffff90911681526020016101c4565b61021c610217366004610b10565b6104b7565b005b6101f47f000000000000000000000000000000000000000000000000000000000000000081565b61026c7f000000000000000000000000000000000000000000000000000000000000000081565b6040516001600160a01b0390911681526020016101c4565b6101af7f000000000000000000000000000000000000000000000000000000000000000081565b6101f47f000000000000000000000000000000000000000000000000000000000000000081565b6102f97f000000000000000000000000000000000000000000000000000000000000000081565b60405160ff90911681526020016101c4565b6101af63ffffffff81565b61021c610658565b61021c61068a565b6101f47f000000000000000000000000000000000000000000000000000000000000000081565b6101af7f000000000000000000000000000000000000000000000000000000000000000081565b610387610382366004610b45565b6106ce565b6040516101c491905f60808201905067ffffffffffffffff835116825267ffffffffffffffff602084015116602083015267ffffffffffffffff604084015116604083015267ffffffffffffffff606084015116606083015292915050565b5f546001600160a01b031661026c565b6102f9600181565b6104096301e2850081565b6040519081526020016101c4565b6101af7f000000000000000000000000000000000000000000000000000000000000000081565b6101f47f000000000000000000000000000000000000000000000000000000000000000081565b6102f95f81565b6001546001600160a01b031661026c565b61021c61048b366004610b65565b6107e7565b6101f47f000000000000000000000000000000000000000000000000000000000000000081565b6104bf610864565b5f6104f063ffffffff7f00000000000000000000000000000000000000000000000000000000000000001642610b9f565b90505f6105016301e2850083610b9f565b600280549192505f9161051690600190610bb8565b8154811061052657610526610bcb565b5f918252602090912001546105469067ffffffffffffffff166001610b9f565b905082811115610554578092505b826105626020860186610b45565b67ffffffffffffffff1610156105ca5761057f6020850185610b45565b6040517f1c63cf4e00000000000000000000000000000000000000000000000000000000815267ffffffffffffffff9091166004820152602481018490526044015b60405180910390fd5b816105d86020860186610b45565b67ffffffffffffffff16111561063b576105f56020850185610b45565b6040517ff8ad461700000000000000000000000000000000000000000000000000000000815267ffffffffffffffff9091166004820152602481018390526044016105c1565b61065261064d36869003860186610bdf565b610892565b50505050565b6040517fb4a633e200000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b60015433906001600160a01b031681146106c25760405163118cdaa760e01b81526001600160a01b03821660048201526024016105c1565b6106cb81610a93565b50565b604080516080810182525f8082526020820181905291810182905260608101919091526002545f905b60016107038383610bb8565b1115610764575f60016107168385610b9f565b901c90508467ffffffffffffffff166002828154811061073857610738610bcb565b5f9182526020909120015467ffffffffffffffff161161075a5780925061075e565b8091505b506106f7565b6002828154811061077757610777610bcb565b5f91825260209182902060408051608081018252929091015467ffffffffffffffff80821684526801000000000000000082048116948401949094527001000000000000000000000000000000008104841691830191909152600160c01b90049091166060820152949350505050565b6107ef610864565b600180546001600160a01b03831673ffffffffffffffffffffffffffffffffffffffff19909116811790915561082c5f546001600160a01b031690565b6001600160a01b03167f38d16b8cac22d99fc7c124b9cd0de2d3fa1faef420bfe791d8c362d765e2270060405160405180910390a350565b5f546001600160a01b031633146108905760405163118cdaa760e01b81523360048201526024016105c1565b565b806040015167ffffffffffffffff16816020015167ffffffffffffffff16111561090657602081015160408083015190517f8342f1d400000000000000000000000000000000000000000000000000000000815267ffffffffffffffff9283166004820152911660248201526044016105c1565b604081015163ffffffff67ffffffffffffffff90911611156109705760408181015190517f2b0474b400000000000000000000000000000000000000000000000000000000815267ffffffffffffffff909116600482015263ffffffff60248201526044016105c1565b600280546001810182555f9190915281517f405787fa12a823e0f2b7631cc41b3ba8828b3321ca811111fa75cd3aa3bb5ace909101805460208085015160408087015160608089015167ffffffffffffffff9889167fffffffffffffffffffffffffffffffff00000000000000000000000000000000909716871768010000000000000000958a16958602176fffffffffffffffffffffffffffffffff16700100000000000000000000000000000000938a1693840277ffffffffffffffffffffffffffffffffffffffffffffffff1617600160c01b999091169889021790965581519283529282019290925290810193909352917f87f079895b2d543eb156b2ad670ed4dc1709821c450ea20b0b14fa4a3864b45d910160405180910390a250565b6001805473ffffffffffffffffffffffffffffffffffffffff191690556106cb815f80546001600160a01b0383811673ffffffffffffffffffffffffffffffffffffffff19831681178455604051919092169283917f8be0079c531659141344cd1fd0a4f28419497f9722a3daafe3b4186f6b6457e09190a35050565b5f6080828403128015610b21575f5ffd5b509092915050565b803567ffffffffffffffff81168114610b40575f5ffd5b919050565b5f60208284031215610b55575f5ffd5b610b5e82610b29565b9392505050565b5f60208284031215610b75575f5ffd5b81356001600160a01b0381168114610b5e575f5ffd5b634e487b7160e01b5f52601160045260245ffd5b80820180821115610bb257610bb2610b8b565b92915050565b81810381811115610bb257610bb2610b8b565b634e487b7160e01b5f52603260045260245ffd5b5f6080828403128015610bf0575f5ffd5b506040516080810167ffffffffffffffff81118282101715610c2057634e487b7160e01b5f52604160045260245ffd5b604052610c2c83610b29565b8152610c3a60208401610b29565b6020820152610c4b60408401610b29565b6040820152610c5c60608401610b29565b6060820152939250505056';
