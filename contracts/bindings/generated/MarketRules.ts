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
      "internalType": "address",
      "name": "gridOperator",
      "type": "address"
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
  "name": "gridOperator",
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
  '0x610180604052348015610010575f5ffd5b50604051610f02380380610f0283398101604081905261002f916103e5565b826001600160a01b03811661005e57604051631e4fbdf760e01b81525f60048201526024015b60405180910390fd5b6100678161013d565b50815163ffffffff161580610087575060c08201516001600160a01b0316155b8061009d575060e08201516001600160a01b0316155b156100bb57604051630f7ff5af60e11b815260040160405180910390fd5b815163ffffffff90811660809081526020840151821660a0908152604085015190921660c090815260608501516001600160401b0390811660e0908152928601518116610100529285015190921661012052908301516001600160a01b03908116610140529083015116610160525f815261013581610159565b5050506104be565b600180546001600160a01b031916905561015681610294565b50565b80604001516001600160401b031681602001516001600160401b031611156101b157602081015160408083015190516320d0bc7560e21b81526001600160401b03928316600482015291166024820152604401610055565b600280546001810182555f9190915281517f405787fa12a823e0f2b7631cc41b3ba8828b3321ca811111fa75cd3aa3bb5ace90910180546020808501516040808701516060808901516001600160401b039889166001600160801b0319909716871768010000000000000000958a16958602176001600160801b0316600160801b938a169384026001600160c01b031617600160c01b999091169889021790965581519283529282019290925290810193909352917f87f079895b2d543eb156b2ad670ed4dc1709821c450ea20b0b14fa4a3864b45d910160405180910390a250565b5f80546001600160a01b038381166001600160a01b0319831681178455604051919092169283917f8be0079c531659141344cd1fd0a4f28419497f9722a3daafe3b4186f6b6457e09190a35050565b80516001600160a01b03811681146102f9575f5ffd5b919050565b60405161010081016001600160401b038111828210171561032d57634e487b7160e01b5f52604160045260245ffd5b60405290565b805163ffffffff811681146102f9575f5ffd5b80516001600160401b03811681146102f9575f5ffd5b5f6080828403121561036c575f5ffd5b604051608081016001600160401b038111828210171561039a57634e487b7160e01b5f52604160045260245ffd5b6040529050806103a983610346565b81526103b760208401610346565b60208201526103c860408401610346565b60408201526103d960608401610346565b60608201525092915050565b5f5f5f8385036101a08112156103f9575f5ffd5b610402856102e3565b9350610100601f1982011215610416575f5ffd5b5061041f6102fe565b61042b60208601610333565b815261043960408601610333565b602082015261044a60608601610333565b604082015261045b60808601610346565b606082015261046c60a08601610346565b608082015261047d60c08601610346565b60a082015261048e60e086016102e3565b60c08201526104a061010086016102e3565b60e082015291506104b585610120860161035c565b90509250925092565b60805160a05160c05160e051610100516101205161014051610160516109e361051f5f395f6101b501525f61017601525f6102fc01525f61025301525f6101dc01525f818161014f015261035501525f60f901525f61022c01526109e35ff3fe608060405234801561000f575f5ffd5b50600436106100f0575f3560e01c806379ba5097116100935780638da5cb5b116100635780638da5cb5b146102e7578063bef02df7146102f7578063e30c39781461031e578063f2fde38b1461032f575f5ffd5b806379ba50971461021f5780637d1cd04f14610227578063848f459e1461024e5780638d21510314610275575f5ffd5b80634b62811b116100ce5780634b62811b146101715780634c1249fc146101b05780634da9e6e2146101d7578063715018a614610217575f5ffd5b80633c252446146100f457806340d14ee6146101355780634751321c1461014a575b5f5ffd5b61011b7f000000000000000000000000000000000000000000000000000000000000000081565b60405163ffffffff90911681526020015b60405180910390f35b610148610143366004610876565b610342565b005b61011b7f000000000000000000000000000000000000000000000000000000000000000081565b6101987f000000000000000000000000000000000000000000000000000000000000000081565b6040516001600160a01b03909116815260200161012c565b6101987f000000000000000000000000000000000000000000000000000000000000000081565b6101fe7f000000000000000000000000000000000000000000000000000000000000000081565b60405167ffffffffffffffff909116815260200161012c565b610148610460565b610148610473565b61011b7f000000000000000000000000000000000000000000000000000000000000000081565b6101fe7f000000000000000000000000000000000000000000000000000000000000000081565b6102886102833660046108ab565b6104b7565b60405161012c91905f60808201905067ffffffffffffffff835116825267ffffffffffffffff602084015116602083015267ffffffffffffffff604084015116604083015267ffffffffffffffff606084015116606083015292915050565b5f546001600160a01b0316610198565b6101fe7f000000000000000000000000000000000000000000000000000000000000000081565b6001546001600160a01b0316610198565b61014861033d3660046108cb565b6105b9565b61034a610636565b5f61037b63ffffffff7f00000000000000000000000000000000000000000000000000000000000000001642610905565b600280549192505f916103909060019061091e565b815481106103a0576103a0610931565b5f918252602090912001546103c09067ffffffffffffffff166001610905565b9050818111156103ce578091505b816103dc60208501856108ab565b67ffffffffffffffff161015610444576103f960208401846108ab565b6040517f1c63cf4e00000000000000000000000000000000000000000000000000000000815267ffffffffffffffff9091166004820152602481018390526044015b60405180910390fd5b61045b61045636859003850185610945565b610662565b505050565b610468610636565b6104715f6107f9565b565b60015433906001600160a01b031681146104ab5760405163118cdaa760e01b81526001600160a01b038216600482015260240161043b565b6104b4816107f9565b50565b604080516080810182525f8082526020820181905291810182905260608101919091526002545f906104eb9060019061091e565b90505b8267ffffffffffffffff166002828154811061050c5761050c610931565b5f9182526020909120015467ffffffffffffffff16111561053757610530816109ce565b90506104ee565b6002818154811061054a5761054a610931565b5f91825260209182902060408051608081018252929091015467ffffffffffffffff80821684526801000000000000000082048116948401949094527001000000000000000000000000000000008104841691830191909152600160c01b900490911660608201529392505050565b6105c1610636565b600180546001600160a01b03831673ffffffffffffffffffffffffffffffffffffffff1990911681179091556105fe5f546001600160a01b031690565b6001600160a01b03167f38d16b8cac22d99fc7c124b9cd0de2d3fa1faef420bfe791d8c362d765e2270060405160405180910390a350565b5f546001600160a01b031633146104715760405163118cdaa760e01b815233600482015260240161043b565b806040015167ffffffffffffffff16816020015167ffffffffffffffff1611156106d657602081015160408083015190517f8342f1d400000000000000000000000000000000000000000000000000000000815267ffffffffffffffff92831660048201529116602482015260440161043b565b600280546001810182555f9190915281517f405787fa12a823e0f2b7631cc41b3ba8828b3321ca811111fa75cd3aa3bb5ace909101805460208085015160408087015160608089015167ffffffffffffffff9889167fffffffffffffffffffffffffffffffff00000000000000000000000000000000909716871768010000000000000000958a16958602176fffffffffffffffffffffffffffffffff16700100000000000000000000000000000000938a1693840277ffffffffffffffffffffffffffffffffffffffffffffffff1617600160c01b999091169889021790965581519283529282019290925290810193909352917f87f079895b2d543eb156b2ad670ed4dc1709821c450ea20b0b14fa4a3864b45d910160405180910390a250565b6001805473ffffffffffffffffffffffffffffffffffffffff191690556104b4815f80546001600160a01b0383811673ffffffffffffffffffffffffffffffffffffffff19831681178455604051919092169283917f8be0079c531659141344cd1fd0a4f28419497f9722a3daafe3b4186f6b6457e09190a35050565b5f6080828403128015610887575f5ffd5b509092915050565b803567ffffffffffffffff811681146108a6575f5ffd5b919050565b5f602082840312156108bb575f5ffd5b6108c48261088f565b9392505050565b5f602082840312156108db575f5ffd5b81356001600160a01b03811681146108c4575f5ffd5b634e487b7160e01b5f52601160045260245ffd5b80820180821115610918576109186108f1565b92915050565b81810381811115610918576109186108f1565b634e487b7160e01b5f52603260045260245ffd5b5f6080828403128015610956575f5ffd5b506040516080810167ffffffffffffffff8111828210171561098657634e487b7160e01b5f52604160045260245ffd5b6040526109928361088f565b81526109a06020840161088f565b60208201526109b16040840161088f565b60408201526109c26060840161088f565b60608201529392505050565b5f816109dc576109dc6108f1565b505f19019056';
