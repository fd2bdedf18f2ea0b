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
  '0x6101a0604052348015610010575f5ffd5b50604051610f71380380610f7183398101604081905261002f91610404565b826001600160a01b03811661005e57604051631e4fbdf760e01b81525f60048201526024015b60405180910390fd5b6100678161015c565b50815163ffffffff1615806100845750606082015163ffffffff16155b8061009a575060e08201516001600160a01b0316155b806100b157506101008201516001600160a01b0316155b156100cf57604051630f7ff5af60e11b815260040160405180910390fd5b815163ffffffff90811660809081526020840151821660a09081526040850151831660c0908152606086015190931660e0908152918501516001600160401b039081166101009081529186015181166101205292850151909216610140528301516001600160a01b03908116610160529083015116610180525f815261015481610178565b5050506104f0565b600180546001600160a01b0319169055610175816102b3565b50565b80604001516001600160401b031681602001516001600160401b031611156101d057602081015160408083015190516320d0bc7560e21b81526001600160401b03928316600482015291166024820152604401610055565b600280546001810182555f9190915281517f405787fa12a823e0f2b7631cc41b3ba8828b3321ca811111fa75cd3aa3bb5ace90910180546020808501516040808701516060808901516001600160401b039889166001600160801b0319909716871768010000000000000000958a16958602176001600160801b0316600160801b938a169384026001600160c01b031617600160c01b999091169889021790965581519283529282019290925290810193909352917f87f079895b2d543eb156b2ad670ed4dc1709821c450ea20b0b14fa4a3864b45d910160405180910390a250565b5f80546001600160a01b038381166001600160a01b0319831681178455604051919092169283917f8be0079c531659141344cd1fd0a4f28419497f9722a3daafe3b4186f6b6457e09190a35050565b80516001600160a01b0381168114610318575f5ffd5b919050565b60405161012081016001600160401b038111828210171561034c57634e487b7160e01b5f52604160045260245ffd5b60405290565b805163ffffffff81168114610318575f5ffd5b80516001600160401b0381168114610318575f5ffd5b5f6080828403121561038b575f5ffd5b604051608081016001600160401b03811182821017156103b957634e487b7160e01b5f52604160045260245ffd5b6040529050806103c883610365565b81526103d660208401610365565b60208201526103e760408401610365565b60408201526103f860608401610365565b60608201525092915050565b5f5f5f8385036101c0811215610418575f5ffd5b61042185610302565b9350610120601f1982011215610435575f5ffd5b5061043e61031d565b61044a60208601610352565b815261045860408601610352565b602082015261046960608601610352565b604082015261047a60808601610352565b606082015261048b60a08601610365565b608082015261049c60c08601610365565b60a08201526104ad60e08601610365565b60c08201526104bf6101008601610302565b60e08201526104d16101208601610302565b61010082015291506104e785610140860161037b565b90509250925092565b60805160a05160c05160e0516101005161012051610140516101605161018051610a1561055c5f395f6101c001525f61018101525f61030701525f61025e01525f6101e701525f61035201525f818161015a015261038701525f61010401525f6102370152610a155ff3fe608060405234801561000f575f5ffd5b50600436106100fb575f3560e01c80637d1cd04f11610093578063bef02df711610063578063bef02df714610302578063e30c397814610329578063f2fde38b1461033a578063f67c5a191461034d575f5ffd5b80637d1cd04f14610232578063848f459e146102595780638d215103146102805780638da5cb5b146102f2575f5ffd5b80634c1249fc116100ce5780634c1249fc146101bb5780634da9e6e2146101e2578063715018a61461022257806379ba50971461022a575f5ffd5b80633c252446146100ff57806340d14ee6146101405780634751321c146101555780634b62811b1461017c575b5f5ffd5b6101267f000000000000000000000000000000000000000000000000000000000000000081565b60405163ffffffff90911681526020015b60405180910390f35b61015361014e3660046108a8565b610374565b005b6101267f000000000000000000000000000000000000000000000000000000000000000081565b6101a37f000000000000000000000000000000000000000000000000000000000000000081565b6040516001600160a01b039091168152602001610137565b6101a37f000000000000000000000000000000000000000000000000000000000000000081565b6102097f000000000000000000000000000000000000000000000000000000000000000081565b60405167ffffffffffffffff9091168152602001610137565b610153610492565b6101536104a5565b6101267f000000000000000000000000000000000000000000000000000000000000000081565b6102097f000000000000000000000000000000000000000000000000000000000000000081565b61029361028e3660046108dd565b6104e9565b60405161013791905f60808201905067ffffffffffffffff835116825267ffffffffffffffff602084015116602083015267ffffffffffffffff604084015116604083015267ffffffffffffffff606084015116606083015292915050565b5f546001600160a01b03166101a3565b6102097f000000000000000000000000000000000000000000000000000000000000000081565b6001546001600160a01b03166101a3565b6101536103483660046108fd565b6105eb565b6101267f000000000000000000000000000000000000000000000000000000000000000081565b61037c610668565b5f6103ad63ffffffff7f00000000000000000000000000000000000000000000000000000000000000001642610937565b600280549192505f916103c290600190610950565b815481106103d2576103d2610963565b5f918252602090912001546103f29067ffffffffffffffff166001610937565b905081811115610400578091505b8161040e60208501856108dd565b67ffffffffffffffff1610156104765761042b60208401846108dd565b6040517f1c63cf4e00000000000000000000000000000000000000000000000000000000815267ffffffffffffffff9091166004820152602481018390526044015b60405180910390fd5b61048d61048836859003850185610977565b610694565b505050565b61049a610668565b6104a35f61082b565b565b60015433906001600160a01b031681146104dd5760405163118cdaa760e01b81526001600160a01b038216600482015260240161046d565b6104e68161082b565b50565b604080516080810182525f8082526020820181905291810182905260608101919091526002545f9061051d90600190610950565b90505b8267ffffffffffffffff166002828154811061053e5761053e610963565b5f9182526020909120015467ffffffffffffffff1611156105695761056281610a00565b9050610520565b6002818154811061057c5761057c610963565b5f91825260209182902060408051608081018252929091015467ffffffffffffffff80821684526801000000000000000082048116948401949094527001000000000000000000000000000000008104841691830191909152600160c01b900490911660608201529392505050565b6105f3610668565b600180546001600160a01b03831673ffffffffffffffffffffffffffffffffffffffff1990911681179091556106305f546001600160a01b031690565b6001600160a01b03167f38d16b8cac22d99fc7c124b9cd0de2d3fa1faef420bfe791d8c362d765e2270060405160405180910390a350565b5f546001600160a01b031633146104a35760405163118cdaa760e01b815233600482015260240161046d565b806040015167ffffffffffffffff16816020015167ffffffffffffffff16111561070857602081015160408083015190517f8342f1d400000000000000000000000000000000000000000000000000000000815267ffffffffffffffff92831660048201529116602482015260440161046d565b600280546001810182555f9190915281517f405787fa12a823e0f2b7631cc41b3ba8828b3321ca811111fa75cd3aa3bb5ace909101805460208085015160408087015160608089015167ffffffffffffffff9889167fffffffffffffffffffffffffffffffff00000000000000000000000000000000909716871768010000000000000000958a16958602176fffffffffffffffffffffffffffffffff16700100000000000000000000000000000000938a1693840277ffffffffffffffffffffffffffffffffffffffffffffffff1617600160c01b999091169889021790965581519283529282019290925290810193909352917f87f079895b2d543eb156b2ad670ed4dc1709821c450ea20b0b14fa4a3864b45d910160405180910390a250565b6001805473ffffffffffffffffffffffffffffffffffffffff191690556104e6815f80546001600160a01b0383811673ffffffffffffffffffffffffffffffffffffffff19831681178455604051919092169283917f8be0079c531659141344cd1fd0a4f28419497f9722a3daafe3b4186f6b6457e09190a35050565b5f60808284031280156108b9575f5ffd5b509092915050565b803567ffffffffffffffff811681146108d8575f5ffd5b919050565b5f602082840312156108ed575f5ffd5b6108f6826108c1565b9392505050565b5f6020828403121561090d575f5ffd5b81356001600160a01b03811681146108f6575f5ffd5b634e487b7160e01b5f52601160045260245ffd5b8082018082111561094a5761094a610923565b92915050565b8181038181111561094a5761094a610923565b634e487b7160e01b5f52603260045260245ffd5b5f6080828403128015610988575f5ffd5b506040516080810167ffffffffffffffff811182821017156109b857634e487b7160e01b5f52604160045260245ffd5b6040526109c4836108c1565b81526109d2602084016108c1565b60208201526109e3604084016108c1565b60408201526109f4606084016108c1565b60608201529392505050565b5f81610a0e57610a0e610923565b505f19019056';
