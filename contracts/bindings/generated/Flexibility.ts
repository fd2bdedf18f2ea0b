// Written by contracts/generate-bindings.ts from the compiled contracts: do not edit.

export const flexibilityAbi = [
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
    "internalType": "int64",
    "name": "statedNetWh",
    "type": "int64"
   }
  ],
  "name": "BaselineDiffers",
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
  "name": "DeliveryStarted",
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
    "internalType": "uint64",
    "name": "interval",
    "type": "uint64"
   }
  ],
  "name": "DirectionConflict",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint8",
    "name": "direction",
    "type": "uint8"
   }
  ],
  "name": "DirectionInvalid",
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
  "name": "NotPointOwner",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint256",
    "name": "offerId",
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
  "name": "OfferExhausted",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint256",
    "name": "offerId",
    "type": "uint256"
   },
   {
    "internalType": "uint64",
    "name": "interval",
    "type": "uint64"
   }
  ],
  "name": "OfferMismatch",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint256",
    "name": "offerId",
    "type": "uint256"
   }
  ],
  "name": "OfferUnknown",
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
   },
   {
    "internalType": "uint64",
    "name": "interval",
    "type": "uint64"
   }
  ],
  "name": "TooManyActivations",
  "type": "error"
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
    "internalType": "uint256",
    "name": "offerId",
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
    "internalType": "uint64",
    "name": "interval",
    "type": "uint64"
   },
   {
    "indexed": false,
    "internalType": "uint8",
    "name": "direction",
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
    "name": "priceMicroEurPerKwh",
    "type": "uint64"
   }
  ],
  "name": "FlexibilityActivated",
  "type": "event"
 },
 {
  "anonymous": false,
  "inputs": [
   {
    "indexed": true,
    "internalType": "uint256",
    "name": "offerId",
    "type": "uint256"
   },
   {
    "indexed": true,
    "internalType": "bytes32",
    "name": "point",
    "type": "bytes32"
   },
   {
    "indexed": true,
    "internalType": "uint64",
    "name": "interval",
    "type": "uint64"
   },
   {
    "indexed": false,
    "internalType": "uint8",
    "name": "direction",
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
    "name": "priceMicroEurPerKwh",
    "type": "uint64"
   },
   {
    "indexed": false,
    "internalType": "address",
    "name": "seller",
    "type": "address"
   },
   {
    "indexed": false,
    "internalType": "int64",
    "name": "baselineNetWh",
    "type": "int64"
   }
  ],
  "name": "FlexibilityOffered",
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
    "internalType": "address",
    "name": "buyer",
    "type": "address"
   },
   {
    "indexed": true,
    "internalType": "uint64",
    "name": "interval",
    "type": "uint64"
   },
   {
    "indexed": false,
    "internalType": "bytes32",
    "name": "element",
    "type": "bytes32"
   },
   {
    "indexed": false,
    "internalType": "bytes32",
    "name": "evidence",
    "type": "bytes32"
   }
  ],
  "name": "FlexibilityOrdered",
  "type": "event"
 },
 {
  "anonymous": false,
  "inputs": [
   {
    "indexed": true,
    "internalType": "uint256",
    "name": "offerId",
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
  "name": "FlexibilityWithdrawn",
  "type": "event"
 },
 {
  "inputs": [],
  "name": "ACTIVATIONS_PER_POINT_MAX",
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
  "name": "DOWN",
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
  "name": "UP",
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
  "inputs": [
   {
    "internalType": "uint64",
    "name": "interval",
    "type": "uint64"
   }
  ],
  "name": "activatedPointCount",
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
    "internalType": "bytes32",
    "name": "point",
    "type": "bytes32"
   },
   {
    "internalType": "uint64",
    "name": "interval",
    "type": "uint64"
   }
  ],
  "name": "activationsOf",
  "outputs": [
   {
    "components": [
     {
      "internalType": "uint64",
      "name": "orderId",
      "type": "uint64"
     },
     {
      "internalType": "uint64",
      "name": "offerId",
      "type": "uint64"
     },
     {
      "internalType": "uint64",
      "name": "energyWh",
      "type": "uint64"
     }
    ],
    "internalType": "struct Flexibility.Activation[]",
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
  "name": "buyerOf",
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
      "name": "direction",
      "type": "uint8"
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
      "internalType": "int64",
      "name": "baselineNetWh",
      "type": "int64"
     }
    ],
    "internalType": "struct Flexibility.OfferTerms[]",
    "name": "terms",
    "type": "tuple[]"
   }
  ],
  "name": "offer",
  "outputs": [
   {
    "internalType": "uint256",
    "name": "firstOfferId",
    "type": "uint256"
   }
  ],
  "stateMutability": "nonpayable",
  "type": "function"
 },
 {
  "inputs": [],
  "name": "offerCount",
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
    "name": "offerId",
    "type": "uint256"
   }
  ],
  "name": "offerOf",
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
      "name": "direction",
      "type": "uint8"
     },
     {
      "internalType": "uint64",
      "name": "remainingWh",
      "type": "uint64"
     },
     {
      "internalType": "uint64",
      "name": "priceMicroEurPerKwh",
      "type": "uint64"
     }
    ],
    "internalType": "struct Flexibility.Offer",
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
    "internalType": "bytes32",
    "name": "point",
    "type": "bytes32"
   },
   {
    "internalType": "uint64",
    "name": "interval",
    "type": "uint64"
   }
  ],
  "name": "positionOf",
  "outputs": [
   {
    "components": [
     {
      "internalType": "int64",
      "name": "baselineNetWh",
      "type": "int64"
     },
     {
      "internalType": "uint64",
      "name": "activatedWh",
      "type": "uint64"
     },
     {
      "internalType": "uint8",
      "name": "activationCount",
      "type": "uint8"
     },
     {
      "internalType": "uint8",
      "name": "direction",
      "type": "uint8"
     },
     {
      "internalType": "bool",
      "name": "stated",
      "type": "bool"
     }
    ],
    "internalType": "struct Flexibility.Position",
    "name": "",
    "type": "tuple"
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
   },
   {
    "internalType": "uint256[]",
    "name": "offerIds",
    "type": "uint256[]"
   },
   {
    "internalType": "uint64[]",
    "name": "energyWh",
    "type": "uint64[]"
   },
   {
    "internalType": "bytes32",
    "name": "element",
    "type": "bytes32"
   },
   {
    "internalType": "bytes32",
    "name": "evidence",
    "type": "bytes32"
   }
  ],
  "name": "purchase",
  "outputs": [
   {
    "internalType": "uint256",
    "name": "orderId",
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
    "name": "offerId",
    "type": "uint256"
   }
  ],
  "name": "withdraw",
  "outputs": [],
  "stateMutability": "nonpayable",
  "type": "function"
 }
] as const;

export const flexibilityBytecode =
  '0x610100604052348015610010575f5ffd5b50604051611d38380380611d3883398101604081905261002f91610144565b6001600160a01b03808316608052811660a081905260408051637d1cd04f60e01b81529051849284929091637d1cd04f916004808201926020929091908290030181865afa158015610083573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906100a7919061017c565b63ffffffff1660c08163ffffffff1681525050806001600160a01b0316633c2524466040518163ffffffff1660e01b8152600401602060405180830381865afa1580156100f6573d5f5f3e3d5ffd5b505050506040513d601f19601f8201168201806040525081019061011a919061017c565b63ffffffff1660e052506101a692505050565b6001600160a01b0381168114610141575f5ffd5b50565b5f5f60408385031215610155575f5ffd5b82516101608161012d565b60208401519092506101718161012d565b809150509250929050565b5f6020828403121561018c575f5ffd5b815163ffffffff8116811461019f575f5ffd5b9392505050565b60805160a05160c05160e051611b276102115f395f8181610724015261076901525f8181610231015261168801525f6101c301525f818161020a015281816105890152818161061e015281816107980152818161098e01528181610cec01526112ff0152611b275ff3fe608060405234801561000f575f5ffd5b5060043610610115575f3560e01c80637a6b8937116100ad578063a21e4a9a1161007d578063ad27fdf511610063578063ad27fdf514610497578063d4479b86146104b7578063da0ade50146104ca575f5ffd5b8063a21e4a9a1461036d578063a3cb2f4414610380575f5ffd5b80637a6b8937146101fd5780637b103999146102055780637d1cd04f1461022c5780638c5bd94d14610268575f5ffd5b80632e1a7d4d116100e85780632e1a7d4d1461015e578063401e27a714610173578063424256281461019f57806352f6747a146101be575f5ffd5b806301df1995146101195780631115c24d146101385780632453ffa81461014e57806324f4ec5114610157575b5f5ffd5b610121600181565b60405160ff90911681526020015b60405180910390f35b6101405f5481565b60405190815260200161012f565b61014060015481565b6101215f81565b61017161016c366004611729565b6104f2565b005b610186610181366004611757565b610721565b60405167ffffffffffffffff909116815260200161012f565b6101406101ad366004611757565b60026020525f908152604090205481565b6101e57f000000000000000000000000000000000000000000000000000000000000000081565b6040516001600160a01b03909116815260200161012f565b610140601081565b6101e57f000000000000000000000000000000000000000000000000000000000000000081565b6102537f000000000000000000000000000000000000000000000000000000000000000081565b60405163ffffffff909116815260200161012f565b610317610276366004611777565b6040805160a080820183525f8083526020808401829052838501829052606080850183905260809485018390529682526005815284822067ffffffffffffffff96871683528152908490208451928301855254600781900b83526801000000000000000081049095169082015260ff600160801b8504811693820193909352600160881b8404831694810194909452600160901b9092041615159082015290565b60405161012f91905f60a082019050825160070b825267ffffffffffffffff602084015116602083015260ff604084015116604083015260ff606084015116606083015260808301511515608083015292915050565b61014061037b3660046117a1565b610795565b61043261038e366004611729565b6040805160a0810182525f80825260208201819052918101829052606081018290526080810191909152505f90815260046020908152604091829020825160a081018452905463ffffffff8116825264ffffffffff6401000000008204169282019290925260ff69010000000000000000008304169281019290925267ffffffffffffffff600160501b820481166060840152600160901b90910416608082015290565b60405161012f91905f60a08201905063ffffffff835116825264ffffffffff602084015116602083015260ff604084015116604083015267ffffffffffffffff606084015116606083015267ffffffffffffffff608084015116608083015292915050565b6104aa6104a5366004611777565b6108af565b60405161012f9190611812565b6101406104c53660046118d6565b610955565b6101e56104d8366004611729565b60036020525f90815260409020546001600160a01b031681565b5f6104fc82610ba4565b8054909150600160501b900467ffffffffffffffff165f8190036105485760405163019373d360e71b8152600481018490525f6024820181905260448201526064015b60405180910390fd5b81546040517fd8f2188200000000000000000000000000000000000000000000000000000000815263ffffffff909116600482015233906001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000169063d8f2188290602401602060405180830381865afa1580156105ce573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906105f2919061197a565b6001600160a01b0316146106b257815460405163bc3432cb60e01b815263ffffffff90911660048201527f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03169063bc3432cb90602401602060405180830381865afa15801561066b573d5f5f3e3d5ffd5b505050506040513d601f19601f8201168201806040525081019061068f9190611993565b60405163356afe3b60e11b8152600481019190915233602482015260440161053f565b815471ffffffffffffffff00000000000000000000191680835560405167ffffffffffffffff8316815264010000000090910464ffffffffff169084907f7a39154c294a20b84e8bbde77b2a0b949e545ba0f5da6e38931429fca7289f769060200160405180910390a3505050565b5f7f000000000000000000000000000000000000000000000000000000000000000063ffffffff168267ffffffffffffffff161161075f575f61078f565b61078f63ffffffff7f000000000000000000000000000000000000000000000000000000000000000016836119be565b92915050565b5f7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316635c975abb6040518163ffffffff1660e01b8152600401602060405180830381865afa1580156107f2573d5f5f3e3d5ffd5b505050506040513d601f19601f8201168201806040525081019061081691906119de565b1561084d576040517f9e87fac800000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b5f5461085a8160016119fd565b915061086683826119fd565b5f9081555b838110156108a75761089f61087f83611a10565b92508286868481811061089457610894611a28565b905060c00201610c05565b60010161086b565b505092915050565b5f82815260066020908152604080832067ffffffffffffffff851684528252808320805482518185028101850190935280835260609492939192909184015b82821015610949575f848152602090819020604080516060810182529185015467ffffffffffffffff8082168452680100000000000000008204811684860152600160801b90910416908201528252600190920191016108ee565b50505050905092915050565b6040517fbaf156a700000000000000000000000000000000000000000000000000000000815233600482015260c0602482018190525f917f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03169063baf156a790604401602060405180830381865afa1580156109db573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906109ff91906119de565b610a41576040517f6cab18e500000000000000000000000000000000000000000000000000000000815233600482015261ffff8216602482015260440161053f565b868514610a7a576040517f1083f70900000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b5f879003610a9b5760405163261818d760e21b815260040160405180910390fd5b610aa4896110f7565b60015f8154610ab290611a10565b91829055505f8181526003602090815260409182902080547fffffffffffffffffffffffff00000000000000000000000000000000000000001633908117909155825188815291820187905292945067ffffffffffffffff8c16929185917f68b7ba8353264b67043de2e1e6ec8b6040cad76daba7d2e2d67ee07f0e12b1c7910160405180910390a45f5b87811015610b9757610b8f838a8a84818110610b5b57610b5b611a28565b905060200201358c8a8a86818110610b7557610b75611a28565b9050602002016020810190610b8a9190611757565b611152565b600101610b3d565b5050979650505050505050565b5f8181526004602052604081208054909164010000000090910464ffffffffff169003610c00576040517fa3c3737a0000000000000000000000000000000000000000000000000000000081526004810183905260240161053f565b919050565b610c1d610c186040830160208401611757565b6110f7565b6001610c2f6060830160408401611a3c565b60ff161115610c8057610c486060820160408301611a3c565b6040517ffc549a1e00000000000000000000000000000000000000000000000000000000815260ff909116600482015260240161053f565b610c906080820160608301611757565b67ffffffffffffffff165f03610cb95760405163261818d760e21b815260040160405180910390fd5b6040517f59abddce000000000000000000000000000000000000000000000000000000008152813560048201525f9081907f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316906359abddce906024016040805180830381865afa158015610d38573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190610d5c9190611a5c565b90925090506001600160a01b0381163314610d935760405163356afe3b60e11b81528335600482015233602482015260440161053f565b82355f908152600560209081526040808320918391610db791908801908801611757565b67ffffffffffffffff16815260208101919091526040015f208054909150600160901b900460ff16610e39576001610df560c0860160a08701611a8e565b8254911515600160901b027fffffffffffffffffffffffffff00ffffffffffffffffffff000000000000000090921667ffffffffffffffff90911617178155610eba565b610e4960c0850160a08601611a8e565b8154600791820b910b14610eba578335610e696040860160208701611757565b82546040517f99e20ba1000000000000000000000000000000000000000000000000000000008152600481019390935267ffffffffffffffff909116602483015260070b604482015260640161053f565b6040518060a001604052808463ffffffff168152602001856020016020810190610ee49190611757565b64ffffffffff168152602001610f006060870160408801611a3c565b60ff168152602001610f186080870160608801611757565b67ffffffffffffffff168152602001610f3760a0870160808801611757565b67ffffffffffffffff9081169091525f8781526004602090815260409182902084518154868401518786015160608901516080909901518816600160901b027fffffffffffff0000000000000000ffffffffffffffffffffffffffffffffffff99909816600160501b0271ffffffffffffffff000000000000000000001960ff909216690100000000000000000002919091167fffffffffffffffffffffffffffff000000000000000000ffffffffffffffffff64ffffffffff9093166401000000000268ffffffffffffffffff1990941663ffffffff90951694909417929092171691909117179490941692909217909255611038918601908601611757565b67ffffffffffffffff168435867f6629d12f1b3fa60a38e8c67889682f9b8c3e435dc8bc0fcfde53972b76bd650a6110766060890160408a01611a3c565b61108660808a0160608b01611757565b61109660a08b0160808c01611757565b886110a760c08d0160a08e01611a8e565b6040805160ff96909616865267ffffffffffffffff948516602087015292909316918401919091526001600160a01b0316606083015260070b608082015260a00160405180910390a45050505050565b6111008161167e565b8067ffffffffffffffff16421061114f576040517f632c63aa00000000000000000000000000000000000000000000000000000000815267ffffffffffffffff8216600482015260240161053f565b50565b5f61115c84610ba4565b6040805160a081018252825463ffffffff8116825264ffffffffff6401000000008204166020830181905260ff69010000000000000000008304169383019390935267ffffffffffffffff600160501b820481166060840152600160901b9091048116608083015292935091851614611214576040517f45c987560000000000000000000000000000000000000000000000000000000081526004810186905267ffffffffffffffff8516602482015260440161053f565b8267ffffffffffffffff165f0361123e5760405163261818d760e21b815260040160405180910390fd5b806060015167ffffffffffffffff168367ffffffffffffffff16111561129857606081015160405163019373d360e71b81526004810187905267ffffffffffffffff9182166024820152908416604482015260640161053f565b8281606001516112a891906119be565b825467ffffffffffffffff91909116600160501b0271ffffffffffffffff0000000000000000000019909116178255805160405163bc3432cb60e01b815263ffffffff90911660048201525f906001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000169063bc3432cb90602401602060405180830381865afa158015611344573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906113689190611993565b5f81815260056020908152604080832067ffffffffffffffff8a1684529091528120805492935091600160801b900460ff1690036114085767ffffffffffffffff86165f90815260026020526040812080549091906113c690611a10565b909155506040830151815460ff909116600160881b027fffffffffffffffffffffffffffff00ffffffffffffffffffffffffffffffffff909116178155611467565b60408301518154600160881b900460ff908116911614611467576040517f5b3c9d870000000000000000000000000000000000000000000000000000000081526004810183905267ffffffffffffffff8716602482015260440161053f565b8054600160801b900460ff16600f19016114c0576040517f9eb99c710000000000000000000000000000000000000000000000000000000081526004810183905267ffffffffffffffff8716602482015260440161053f565b805481906010906114da90600160801b900460ff16611aae565b91906101000a81548160ff021916908360ff16021790555084815f0160088282829054906101000a900467ffffffffffffffff166115189190611acc565b825467ffffffffffffffff9182166101009390930a9283029282021916919091179091555f8481526006602090815260408083208b85168452825280832081516060810183528e861681528d86168185019081528c8716828501908152835460018101855593875294909520905191018054945193518616600160801b027fffffffffffffffff0000000000000000ffffffffffffffffffffffffffffffff94871668010000000000000000027fffffffffffffffffffffffffffffffff000000000000000000000000000000009096169290961691909117939093179190911692909217905584810151608086015191518593508a928c927f6e8449287c105a5e6100b25c69ec55e9dd9e278b49df5535b0ef0b99c0e708059261166c928d92918d919067ffffffffffffffff948516815260ff9390931660208401529083166040830152909116606082015260800190565b60405180910390a45050505050505050565b6116ae63ffffffff7f00000000000000000000000000000000000000000000000000000000000000001682611aec565b67ffffffffffffffff161515806116cd575067ffffffffffffffff8116155b806116e6575064ffffffffff67ffffffffffffffff8216115b1561114f576040517f6707949300000000000000000000000000000000000000000000000000000000815267ffffffffffffffff8216600482015260240161053f565b5f60208284031215611739575f5ffd5b5035919050565b803567ffffffffffffffff81168114610c00575f5ffd5b5f60208284031215611767575f5ffd5b61177082611740565b9392505050565b5f5f60408385031215611788575f5ffd5b8235915061179860208401611740565b90509250929050565b5f5f602083850312156117b2575f5ffd5b823567ffffffffffffffff8111156117c8575f5ffd5b8301601f810185136117d8575f5ffd5b803567ffffffffffffffff8111156117ee575f5ffd5b85602060c083028401011115611802575f5ffd5b6020919091019590945092505050565b602080825282518282018190525f918401906040840190835b8181101561188357835167ffffffffffffffff815116845267ffffffffffffffff602082015116602085015267ffffffffffffffff60408201511660408501525060608301925060208401935060018101905061182b565b509095945050505050565b5f5f83601f84011261189e575f5ffd5b50813567ffffffffffffffff8111156118b5575f5ffd5b6020830191508360208260051b85010111156118cf575f5ffd5b9250929050565b5f5f5f5f5f5f5f60a0888a0312156118ec575f5ffd5b6118f588611740565b9650602088013567ffffffffffffffff811115611910575f5ffd5b61191c8a828b0161188e565b909750955050604088013567ffffffffffffffff81111561193b575f5ffd5b6119478a828b0161188e565b989b979a5095989597966060870135966080013595509350505050565b80516001600160a01b0381168114610c00575f5ffd5b5f6020828403121561198a575f5ffd5b61177082611964565b5f602082840312156119a3575f5ffd5b5051919050565b634e487b7160e01b5f52601160045260245ffd5b67ffffffffffffffff828116828216039081111561078f5761078f6119aa565b5f602082840312156119ee575f5ffd5b81518015158114611770575f5ffd5b8082018082111561078f5761078f6119aa565b5f60018201611a2157611a216119aa565b5060010190565b634e487b7160e01b5f52603260045260245ffd5b5f60208284031215611a4c575f5ffd5b813560ff81168114611770575f5ffd5b5f5f60408385031215611a6d575f5ffd5b825163ffffffff81168114611a80575f5ffd5b915061179860208401611964565b5f60208284031215611a9e575f5ffd5b81358060070b8114611770575f5ffd5b5f60ff821660ff8103611ac357611ac36119aa565b60010192915050565b67ffffffffffffffff818116838216019081111561078f5761078f6119aa565b5f67ffffffffffffffff831680611b1157634e487b7160e01b5f52601260045260245ffd5b8067ffffffffffffffff8416069150509291505056';
