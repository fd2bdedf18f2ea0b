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
  '0x6101c0604052348015610010575f5ffd5b50604051610fc3380380610fc383398101604081905261002f916103f6565b826001600160a01b03811661005e57604051631e4fbdf760e01b81525f60048201526024015b60405180910390fd5b6100678161014e565b50815163ffffffff1615806100845750606082015163ffffffff16155b8061009b57506101208201516001600160a01b0316155b156100b957604051630f7ff5af60e11b815260040160405180910390fd5b815163ffffffff90811660809081526020840151821660a09081526040850151831660c09081526060860151841660e0908152928601516001600160401b0390811661010090815292870151811661012090815291870151811661014052928601519093166101605284015116610180528201516001600160a01b03166101a0525f81526101468161016a565b5050506104f5565b600180546001600160a01b0319169055610167816102a5565b50565b80604001516001600160401b031681602001516001600160401b031611156101c257602081015160408083015190516320d0bc7560e21b81526001600160401b03928316600482015291166024820152604401610055565b600280546001810182555f9190915281517f405787fa12a823e0f2b7631cc41b3ba8828b3321ca811111fa75cd3aa3bb5ace90910180546020808501516040808701516060808901516001600160401b039889166001600160801b0319909716871768010000000000000000958a16958602176001600160801b0316600160801b938a169384026001600160c01b031617600160c01b999091169889021790965581519283529282019290925290810193909352917f87f079895b2d543eb156b2ad670ed4dc1709821c450ea20b0b14fa4a3864b45d910160405180910390a250565b5f80546001600160a01b038381166001600160a01b0319831681178455604051919092169283917f8be0079c531659141344cd1fd0a4f28419497f9722a3daafe3b4186f6b6457e09190a35050565b80516001600160a01b038116811461030a575f5ffd5b919050565b60405161014081016001600160401b038111828210171561033e57634e487b7160e01b5f52604160045260245ffd5b60405290565b805163ffffffff8116811461030a575f5ffd5b80516001600160401b038116811461030a575f5ffd5b5f6080828403121561037d575f5ffd5b604051608081016001600160401b03811182821017156103ab57634e487b7160e01b5f52604160045260245ffd5b6040529050806103ba83610357565b81526103c860208401610357565b60208201526103d960408401610357565b60408201526103ea60608401610357565b60608201525092915050565b5f5f5f8385036101e081121561040a575f5ffd5b610413856102f4565b9350610140601f1982011215610427575f5ffd5b5061043061030f565b61043c60208601610344565b815261044a60408601610344565b602082015261045b60608601610344565b604082015261046c60808601610344565b606082015261047d60a08601610357565b608082015261048e60c08601610357565b60a082015261049f60e08601610357565b60c08201526104b16101008601610344565b60e08201526104c36101208601610357565b6101008201526104d661014086016102f4565b61012082015291506104ec85610160860161036d565b90509250925092565b60805160a05160c05160e05161010051610120516101405161016051610180516101a051610a5861056b5f395f6101db01525f61011e01525f61024101525f61034801525f61029f01525f61021a01525f61039301525f81816101b401526103c801525f61016301525f6102780152610a585ff3fe608060405234801561000f575f5ffd5b5060043610610115575f3560e01c806379ba5097116100ad5780638da5cb5b1161007d578063e30c397811610063578063e30c39781461036a578063f2fde38b1461037b578063f67c5a191461038e575f5ffd5b80638da5cb5b14610333578063bef02df714610343575f5ffd5b806379ba50971461026b5780637d1cd04f14610273578063848f459e1461029a5780638d215103146102c1575f5ffd5b80634c1249fc116100e85780634c1249fc146101d65780634da9e6e21461021557806353a511ca1461023c578063715018a614610263575f5ffd5b806316db806a146101195780633c2524461461015e57806340d14ee61461019a5780634751321c146101af575b5f5ffd5b6101407f000000000000000000000000000000000000000000000000000000000000000081565b60405167ffffffffffffffff90911681526020015b60405180910390f35b6101857f000000000000000000000000000000000000000000000000000000000000000081565b60405163ffffffff9091168152602001610155565b6101ad6101a8366004610900565b6103b5565b005b6101857f000000000000000000000000000000000000000000000000000000000000000081565b6101fd7f000000000000000000000000000000000000000000000000000000000000000081565b6040516001600160a01b039091168152602001610155565b6101407f000000000000000000000000000000000000000000000000000000000000000081565b6101857f000000000000000000000000000000000000000000000000000000000000000081565b6101ad6104d3565b6101ad6104e6565b6101857f000000000000000000000000000000000000000000000000000000000000000081565b6101407f000000000000000000000000000000000000000000000000000000000000000081565b6102d46102cf366004610935565b61052a565b60405161015591905f60808201905067ffffffffffffffff835116825267ffffffffffffffff602084015116602083015267ffffffffffffffff604084015116604083015267ffffffffffffffff606084015116606083015292915050565b5f546001600160a01b03166101fd565b6101407f000000000000000000000000000000000000000000000000000000000000000081565b6001546001600160a01b03166101fd565b6101ad610389366004610955565b610643565b6101857f000000000000000000000000000000000000000000000000000000000000000081565b6103bd6106c0565b5f6103ee63ffffffff7f0000000000000000000000000000000000000000000000000000000000000000164261098f565b600280549192505f91610403906001906109a8565b81548110610413576104136109bb565b5f918252602090912001546104339067ffffffffffffffff16600161098f565b905081811115610441578091505b8161044f6020850185610935565b67ffffffffffffffff1610156104b75761046c6020840184610935565b6040517f1c63cf4e00000000000000000000000000000000000000000000000000000000815267ffffffffffffffff9091166004820152602481018390526044015b60405180910390fd5b6104ce6104c9368590038501856109cf565b6106ec565b505050565b6104db6106c0565b6104e45f610883565b565b60015433906001600160a01b0316811461051e5760405163118cdaa760e01b81526001600160a01b03821660048201526024016104ae565b61052781610883565b50565b604080516080810182525f8082526020820181905291810182905260608101919091526002545f905b600161055f83836109a8565b11156105c0575f6001610572838561098f565b901c90508467ffffffffffffffff1660028281548110610594576105946109bb565b5f9182526020909120015467ffffffffffffffff16116105b6578092506105ba565b8091505b50610553565b600282815481106105d3576105d36109bb565b5f91825260209182902060408051608081018252929091015467ffffffffffffffff80821684526801000000000000000082048116948401949094527001000000000000000000000000000000008104841691830191909152600160c01b90049091166060820152949350505050565b61064b6106c0565b600180546001600160a01b03831673ffffffffffffffffffffffffffffffffffffffff1990911681179091556106885f546001600160a01b031690565b6001600160a01b03167f38d16b8cac22d99fc7c124b9cd0de2d3fa1faef420bfe791d8c362d765e2270060405160405180910390a350565b5f546001600160a01b031633146104e45760405163118cdaa760e01b81523360048201526024016104ae565b806040015167ffffffffffffffff16816020015167ffffffffffffffff16111561076057602081015160408083015190517f8342f1d400000000000000000000000000000000000000000000000000000000815267ffffffffffffffff9283166004820152911660248201526044016104ae565b600280546001810182555f9190915281517f405787fa12a823e0f2b7631cc41b3ba8828b3321ca811111fa75cd3aa3bb5ace909101805460208085015160408087015160608089015167ffffffffffffffff9889167fffffffffffffffffffffffffffffffff00000000000000000000000000000000909716871768010000000000000000958a16958602176fffffffffffffffffffffffffffffffff16700100000000000000000000000000000000938a1693840277ffffffffffffffffffffffffffffffffffffffffffffffff1617600160c01b999091169889021790965581519283529282019290925290810193909352917f87f079895b2d543eb156b2ad670ed4dc1709821c450ea20b0b14fa4a3864b45d910160405180910390a250565b6001805473ffffffffffffffffffffffffffffffffffffffff19169055610527815f80546001600160a01b0383811673ffffffffffffffffffffffffffffffffffffffff19831681178455604051919092169283917f8be0079c531659141344cd1fd0a4f28419497f9722a3daafe3b4186f6b6457e09190a35050565b5f6080828403128015610911575f5ffd5b509092915050565b803567ffffffffffffffff81168114610930575f5ffd5b919050565b5f60208284031215610945575f5ffd5b61094e82610919565b9392505050565b5f60208284031215610965575f5ffd5b81356001600160a01b038116811461094e575f5ffd5b634e487b7160e01b5f52601160045260245ffd5b808201808211156109a2576109a261097b565b92915050565b818103818111156109a2576109a261097b565b634e487b7160e01b5f52603260045260245ffd5b5f60808284031280156109e0575f5ffd5b506040516080810167ffffffffffffffff81118282101715610a1057634e487b7160e01b5f52604160045260245ffd5b604052610a1c83610919565b8152610a2a60208401610919565b6020820152610a3b60408401610919565b6040820152610a4c60608401610919565b6060820152939250505056';
