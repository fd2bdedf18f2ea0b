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
  "stateMutability": "nonpayable",
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
  '0x610200604052348015610010575f5ffd5b5060405161113038038061113083398101604081905261002f91610461565b826001600160a01b03811661005e57604051631e4fbdf760e01b81525f60048201526024015b60405180910390fd5b610067816101a9565b50815163ffffffff161580610084575060a082015163ffffffff16155b8061009b57506101608201516001600160a01b0316155b156100b957604051630f7ff5af60e11b815260040160405180910390fd5b604082015163ffffffff1615806100da5750600160ff16826060015160ff16115b156100f857604051630f7ff5af60e11b815260040160405180910390fd5b815163ffffffff90811660809081526020840151821660a09081526040850151831660c0908152606086015160ff1660e0908152928601518416610100908152918601518416610120908152908601516001600160401b0390811661014090815293870151811661016090815292870151811661018052908601519093166101a052908401519091166101c0528201516001600160a01b03166101e0525f81526101a1816101c5565b505050610586565b600180546001600160a01b03191690556101c281610300565b50565b80604001516001600160401b031681602001516001600160401b0316111561021d57602081015160408083015190516320d0bc7560e21b81526001600160401b03928316600482015291166024820152604401610055565b600280546001810182555f9190915281517f405787fa12a823e0f2b7631cc41b3ba8828b3321ca811111fa75cd3aa3bb5ace90910180546020808501516040808701516060808901516001600160401b039889166001600160801b0319909716871768010000000000000000958a16958602176001600160801b0316600160801b938a169384026001600160c01b031617600160c01b999091169889021790965581519283529282019290925290810193909352917f87f079895b2d543eb156b2ad670ed4dc1709821c450ea20b0b14fa4a3864b45d910160405180910390a250565b5f80546001600160a01b038381166001600160a01b0319831681178455604051919092169283917f8be0079c531659141344cd1fd0a4f28419497f9722a3daafe3b4186f6b6457e09190a35050565b80516001600160a01b0381168114610365575f5ffd5b919050565b60405161018081016001600160401b038111828210171561039957634e487b7160e01b5f52604160045260245ffd5b60405290565b805163ffffffff81168114610365575f5ffd5b805160ff81168114610365575f5ffd5b80516001600160401b0381168114610365575f5ffd5b5f608082840312156103e8575f5ffd5b604051608081016001600160401b038111828210171561041657634e487b7160e01b5f52604160045260245ffd5b604052905080610425836103c2565b8152610433602084016103c2565b6020820152610444604084016103c2565b6040820152610455606084016103c2565b60608201525092915050565b5f5f5f838503610220811215610475575f5ffd5b61047e8561034f565b9350610180601f1982011215610492575f5ffd5b5061049b61036a565b6104a76020860161039f565b81526104b56040860161039f565b60208201526104c66060860161039f565b60408201526104d7608086016103b2565b60608201526104e860a0860161039f565b60808201526104f960c0860161039f565b60a082015261050a60e086016103c2565b60c082015261051c61010086016103c2565b60e082015261052e61012086016103c2565b610100820152610541610140860161039f565b61012082015261055461016086016103c2565b610140820152610567610180860161034f565b610160820152915061057d856101a086016103d8565b90509250925092565b60805160a05160c05160e05161010051610120516101405161016051610180516101a0516101c0516101e051610b206106105f395f61023401525f61017701525f61029a01525f6103e201525f61033101525f61027301525f61045b01525f818161020d015261049001525f6102c101525f61040901525f6101bc01525f61030a0152610b205ff3fe608060405234801561000f575f5ffd5b506004361061016e575f3560e01c80637d1cd04f116100d2578063bef02df711610088578063e30c397811610063578063e30c397814610432578063f2fde38b14610443578063f67c5a1914610456575f5ffd5b8063bef02df7146103dd578063d1e6c03714610404578063d5046d6d1461042b575f5ffd5b80638d215103116100b85780638d215103146103535780638da5cb5b146103c557806393d2f1d2146103d5575f5ffd5b80637d1cd04f14610305578063848f459e1461032c575f5ffd5b80634da9e6e2116101275780635d5cd6bf1161010d5780635d5cd6bf146102bc578063715018a6146102f557806379ba5097146102fd575f5ffd5b80634da9e6e21461026e57806353a511ca14610295575f5ffd5b806340d14ee61161015757806340d14ee6146101f35780634751321c146102085780634c1249fc1461022f575f5ffd5b806316db806a146101725780633c252446146101b7575b5f5ffd5b6101997f000000000000000000000000000000000000000000000000000000000000000081565b60405167ffffffffffffffff90911681526020015b60405180910390f35b6101de7f000000000000000000000000000000000000000000000000000000000000000081565b60405163ffffffff90911681526020016101ae565b6102066102013660046109c8565b61047d565b005b6101de7f000000000000000000000000000000000000000000000000000000000000000081565b6102567f000000000000000000000000000000000000000000000000000000000000000081565b6040516001600160a01b0390911681526020016101ae565b6101997f000000000000000000000000000000000000000000000000000000000000000081565b6101de7f000000000000000000000000000000000000000000000000000000000000000081565b6102e37f000000000000000000000000000000000000000000000000000000000000000081565b60405160ff90911681526020016101ae565b61020661059b565b6102066105ae565b6101de7f000000000000000000000000000000000000000000000000000000000000000081565b6101997f000000000000000000000000000000000000000000000000000000000000000081565b6103666103613660046109fd565b6105f2565b6040516101ae91905f60808201905067ffffffffffffffff835116825267ffffffffffffffff602084015116602083015267ffffffffffffffff604084015116604083015267ffffffffffffffff606084015116606083015292915050565b5f546001600160a01b0316610256565b6102e3600181565b6101997f000000000000000000000000000000000000000000000000000000000000000081565b6101de7f000000000000000000000000000000000000000000000000000000000000000081565b6102e35f81565b6001546001600160a01b0316610256565b610206610451366004610a1d565b61070b565b6101de7f000000000000000000000000000000000000000000000000000000000000000081565b610485610788565b5f6104b663ffffffff7f00000000000000000000000000000000000000000000000000000000000000001642610a57565b600280549192505f916104cb90600190610a70565b815481106104db576104db610a83565b5f918252602090912001546104fb9067ffffffffffffffff166001610a57565b905081811115610509578091505b8161051760208501856109fd565b67ffffffffffffffff16101561057f5761053460208401846109fd565b6040517f1c63cf4e00000000000000000000000000000000000000000000000000000000815267ffffffffffffffff9091166004820152602481018390526044015b60405180910390fd5b61059661059136859003850185610a97565b6107b4565b505050565b6105a3610788565b6105ac5f61094b565b565b60015433906001600160a01b031681146105e65760405163118cdaa760e01b81526001600160a01b0382166004820152602401610576565b6105ef8161094b565b50565b604080516080810182525f8082526020820181905291810182905260608101919091526002545f905b60016106278383610a70565b1115610688575f600161063a8385610a57565b901c90508467ffffffffffffffff166002828154811061065c5761065c610a83565b5f9182526020909120015467ffffffffffffffff161161067e57809250610682565b8091505b5061061b565b6002828154811061069b5761069b610a83565b5f91825260209182902060408051608081018252929091015467ffffffffffffffff80821684526801000000000000000082048116948401949094527001000000000000000000000000000000008104841691830191909152600160c01b90049091166060820152949350505050565b610713610788565b600180546001600160a01b03831673ffffffffffffffffffffffffffffffffffffffff1990911681179091556107505f546001600160a01b031690565b6001600160a01b03167f38d16b8cac22d99fc7c124b9cd0de2d3fa1faef420bfe791d8c362d765e2270060405160405180910390a350565b5f546001600160a01b031633146105ac5760405163118cdaa760e01b8152336004820152602401610576565b806040015167ffffffffffffffff16816020015167ffffffffffffffff16111561082857602081015160408083015190517f8342f1d400000000000000000000000000000000000000000000000000000000815267ffffffffffffffff928316600482015291166024820152604401610576565b600280546001810182555f9190915281517f405787fa12a823e0f2b7631cc41b3ba8828b3321ca811111fa75cd3aa3bb5ace909101805460208085015160408087015160608089015167ffffffffffffffff9889167fffffffffffffffffffffffffffffffff00000000000000000000000000000000909716871768010000000000000000958a16958602176fffffffffffffffffffffffffffffffff16700100000000000000000000000000000000938a1693840277ffffffffffffffffffffffffffffffffffffffffffffffff1617600160c01b999091169889021790965581519283529282019290925290810193909352917f87f079895b2d543eb156b2ad670ed4dc1709821c450ea20b0b14fa4a3864b45d910160405180910390a250565b6001805473ffffffffffffffffffffffffffffffffffffffff191690556105ef815f80546001600160a01b0383811673ffffffffffffffffffffffffffffffffffffffff19831681178455604051919092169283917f8be0079c531659141344cd1fd0a4f28419497f9722a3daafe3b4186f6b6457e09190a35050565b5f60808284031280156109d9575f5ffd5b509092915050565b803567ffffffffffffffff811681146109f8575f5ffd5b919050565b5f60208284031215610a0d575f5ffd5b610a16826109e1565b9392505050565b5f60208284031215610a2d575f5ffd5b81356001600160a01b0381168114610a16575f5ffd5b634e487b7160e01b5f52601160045260245ffd5b80820180821115610a6a57610a6a610a43565b92915050565b81810381811115610a6a57610a6a610a43565b634e487b7160e01b5f52603260045260245ffd5b5f6080828403128015610aa8575f5ffd5b506040516080810167ffffffffffffffff81118282101715610ad857634e487b7160e01b5f52604160045260245ffd5b604052610ae4836109e1565b8152610af2602084016109e1565b6020820152610b03604084016109e1565b6040820152610b14606084016109e1565b6060820152939250505056';
