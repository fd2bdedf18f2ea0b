// Written by contracts/generate-bindings.ts from the compiled contracts: do not edit.

export const registryAbi = [
 {
  "inputs": [
   {
    "internalType": "address",
    "name": "administrator",
    "type": "address"
   }
  ],
  "stateMutability": "nonpayable",
  "type": "constructor"
 },
 {
  "inputs": [
   {
    "internalType": "address",
    "name": "account",
    "type": "address"
   }
  ],
  "name": "AlreadyRegistered",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint16",
    "name": "area",
    "type": "uint16"
   }
  ],
  "name": "AreaUnknown",
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
    "internalType": "address",
    "name": "account",
    "type": "address"
   }
  ],
  "name": "NotAllowed",
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
  "name": "NotRegistered",
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
  "name": "Paused",
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
    "name": "owner",
    "type": "address"
   }
  ],
  "name": "PointAlreadyOwned",
  "type": "error"
 },
 {
  "inputs": [],
  "name": "PointEmpty",
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
  "name": "PointNotConnected",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint16",
    "name": "roles",
    "type": "uint16"
   }
  ],
  "name": "RolesInvalid",
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
  "name": "Suspended",
  "type": "error"
 },
 {
  "anonymous": false,
  "inputs": [
   {
    "indexed": true,
    "internalType": "uint16",
    "name": "area",
    "type": "uint16"
   },
   {
    "indexed": true,
    "internalType": "address",
    "name": "operator",
    "type": "address"
   }
  ],
  "name": "AreaAssigned",
  "type": "event"
 },
 {
  "anonymous": false,
  "inputs": [
   {
    "indexed": true,
    "internalType": "address",
    "name": "account",
    "type": "address"
   },
   {
    "indexed": false,
    "internalType": "bytes32",
    "name": "keyX",
    "type": "bytes32"
   },
   {
    "indexed": false,
    "internalType": "bool",
    "name": "keyOdd",
    "type": "bool"
   }
  ],
  "name": "EncryptionKeyPublished",
  "type": "event"
 },
 {
  "anonymous": false,
  "inputs": [
   {
    "indexed": false,
    "internalType": "bool",
    "name": "paused",
    "type": "bool"
   }
  ],
  "name": "MarketPaused",
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
    "internalType": "address",
    "name": "account",
    "type": "address"
   },
   {
    "indexed": true,
    "internalType": "uint32",
    "name": "number",
    "type": "uint32"
   },
   {
    "indexed": false,
    "internalType": "uint16",
    "name": "roles",
    "type": "uint16"
   },
   {
    "indexed": false,
    "internalType": "string",
    "name": "name",
    "type": "string"
   }
  ],
  "name": "ParticipantRegistered",
  "type": "event"
 },
 {
  "anonymous": false,
  "inputs": [
   {
    "indexed": true,
    "internalType": "address",
    "name": "account",
    "type": "address"
   },
   {
    "indexed": false,
    "internalType": "bool",
    "name": "suspended",
    "type": "bool"
   }
  ],
  "name": "ParticipantSuspended",
  "type": "event"
 },
 {
  "anonymous": false,
  "inputs": [
   {
    "indexed": true,
    "internalType": "bytes32",
    "name": "point",
    "type": "bytes32"
   },
   {
    "indexed": true,
    "internalType": "address",
    "name": "owner",
    "type": "address"
   },
   {
    "indexed": false,
    "internalType": "uint32",
    "name": "connection",
    "type": "uint32"
   },
   {
    "indexed": false,
    "internalType": "uint32",
    "name": "pointNumber",
    "type": "uint32"
   },
   {
    "indexed": true,
    "internalType": "uint16",
    "name": "area",
    "type": "uint16"
   }
  ],
  "name": "PointConnected",
  "type": "event"
 },
 {
  "anonymous": false,
  "inputs": [
   {
    "indexed": true,
    "internalType": "address",
    "name": "account",
    "type": "address"
   },
   {
    "indexed": false,
    "internalType": "uint16",
    "name": "roles",
    "type": "uint16"
   }
  ],
  "name": "RolesChanged",
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
    "internalType": "uint32",
    "name": "number",
    "type": "uint32"
   }
  ],
  "name": "accountOf",
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
    "internalType": "address",
    "name": "account",
    "type": "address"
   }
  ],
  "name": "active",
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
  "inputs": [],
  "name": "areaCount",
  "outputs": [
   {
    "internalType": "uint16",
    "name": "",
    "type": "uint16"
   }
  ],
  "stateMutability": "view",
  "type": "function"
 },
 {
  "inputs": [
   {
    "internalType": "uint16",
    "name": "area",
    "type": "uint16"
   },
   {
    "internalType": "address",
    "name": "operator",
    "type": "address"
   }
  ],
  "name": "assignArea",
  "outputs": [],
  "stateMutability": "nonpayable",
  "type": "function"
 },
 {
  "inputs": [
   {
    "internalType": "bytes32[]",
    "name": "points",
    "type": "bytes32[]"
   },
   {
    "internalType": "address[]",
    "name": "owners",
    "type": "address[]"
   },
   {
    "internalType": "uint16",
    "name": "area",
    "type": "uint16"
   }
  ],
  "name": "connectPoints",
  "outputs": [],
  "stateMutability": "nonpayable",
  "type": "function"
 },
 {
  "inputs": [
   {
    "internalType": "uint32",
    "name": "number",
    "type": "uint32"
   }
  ],
  "name": "connectionAt",
  "outputs": [
   {
    "components": [
     {
      "internalType": "bytes32",
      "name": "point",
      "type": "bytes32"
     },
     {
      "internalType": "address",
      "name": "owner",
      "type": "address"
     },
     {
      "internalType": "uint32",
      "name": "ownerNumber",
      "type": "uint32"
     },
     {
      "internalType": "uint32",
      "name": "pointNumber",
      "type": "uint32"
     }
    ],
    "internalType": "struct Registry.Connection",
    "name": "",
    "type": "tuple"
   }
  ],
  "stateMutability": "view",
  "type": "function"
 },
 {
  "inputs": [],
  "name": "connectionCount",
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
    "name": "point",
    "type": "bytes32"
   }
  ],
  "name": "connectionOf",
  "outputs": [
   {
    "internalType": "uint32",
    "name": "number",
    "type": "uint32"
   }
  ],
  "stateMutability": "view",
  "type": "function"
 },
 {
  "inputs": [
   {
    "internalType": "uint32",
    "name": "number",
    "type": "uint32"
   }
  ],
  "name": "connectionOwner",
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
    "internalType": "uint32",
    "name": "number",
    "type": "uint32"
   }
  ],
  "name": "connectionPoint",
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
    "internalType": "address",
    "name": "account",
    "type": "address"
   },
   {
    "internalType": "uint16",
    "name": "roles",
    "type": "uint16"
   }
  ],
  "name": "grant",
  "outputs": [],
  "stateMutability": "nonpayable",
  "type": "function"
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
  "name": "holds",
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
    "internalType": "address",
    "name": "account",
    "type": "address"
   }
  ],
  "name": "numberOf",
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
    "name": "operator",
    "type": "address"
   }
  ],
  "name": "openArea",
  "outputs": [
   {
    "internalType": "uint16",
    "name": "area",
    "type": "uint16"
   }
  ],
  "stateMutability": "nonpayable",
  "type": "function"
 },
 {
  "inputs": [
   {
    "internalType": "uint16",
    "name": "area",
    "type": "uint16"
   }
  ],
  "name": "operatorOf",
  "outputs": [
   {
    "internalType": "address",
    "name": "operator",
    "type": "address"
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
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "point",
    "type": "bytes32"
   }
  ],
  "name": "ownerOf",
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
  "name": "participantCount",
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
    "name": "account",
    "type": "address"
   }
  ],
  "name": "participantOf",
  "outputs": [
   {
    "components": [
     {
      "internalType": "uint32",
      "name": "number",
      "type": "uint32"
     },
     {
      "internalType": "uint16",
      "name": "roles",
      "type": "uint16"
     },
     {
      "internalType": "bool",
      "name": "suspended",
      "type": "bool"
     },
     {
      "internalType": "bool",
      "name": "keyOdd",
      "type": "bool"
     },
     {
      "internalType": "bytes32",
      "name": "keyX",
      "type": "bytes32"
     },
     {
      "internalType": "string",
      "name": "name",
      "type": "string"
     }
    ],
    "internalType": "struct Registry.Participant",
    "name": "",
    "type": "tuple"
   }
  ],
  "stateMutability": "view",
  "type": "function"
 },
 {
  "inputs": [],
  "name": "paused",
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
  "name": "pointCount",
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
    "name": "point",
    "type": "bytes32"
   }
  ],
  "name": "pointOf",
  "outputs": [
   {
    "components": [
     {
      "internalType": "uint32",
      "name": "number",
      "type": "uint32"
     },
     {
      "internalType": "uint32",
      "name": "connection",
      "type": "uint32"
     },
     {
      "internalType": "address",
      "name": "owner",
      "type": "address"
     },
     {
      "internalType": "uint16",
      "name": "area",
      "type": "uint16"
     }
    ],
    "internalType": "struct Registry.Point",
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
    "internalType": "bytes32",
    "name": "keyX",
    "type": "bytes32"
   },
   {
    "internalType": "bool",
    "name": "keyOdd",
    "type": "bool"
   }
  ],
  "name": "publishEncryptionKey",
  "outputs": [],
  "stateMutability": "nonpayable",
  "type": "function"
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
    "name": "roles",
    "type": "uint16"
   },
   {
    "internalType": "string",
    "name": "name",
    "type": "string"
   }
  ],
  "name": "register",
  "outputs": [],
  "stateMutability": "nonpayable",
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
  "inputs": [
   {
    "internalType": "bytes32",
    "name": "point",
    "type": "bytes32"
   }
  ],
  "name": "resolveOne",
  "outputs": [
   {
    "internalType": "uint32",
    "name": "number",
    "type": "uint32"
   },
   {
    "internalType": "address",
    "name": "pointOwner",
    "type": "address"
   }
  ],
  "stateMutability": "view",
  "type": "function"
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
    "name": "roles",
    "type": "uint16"
   }
  ],
  "name": "revoke",
  "outputs": [],
  "stateMutability": "nonpayable",
  "type": "function"
 },
 {
  "inputs": [
   {
    "internalType": "bool",
    "name": "paused_",
    "type": "bool"
   }
  ],
  "name": "setPaused",
  "outputs": [],
  "stateMutability": "nonpayable",
  "type": "function"
 },
 {
  "inputs": [
   {
    "internalType": "address",
    "name": "account",
    "type": "address"
   },
   {
    "internalType": "bool",
    "name": "suspended",
    "type": "bool"
   }
  ],
  "name": "suspend",
  "outputs": [],
  "stateMutability": "nonpayable",
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

export const registryBytecode =
  '0x608060405234801561000f575f5ffd5b50604051611b91380380611b9183398101604081905261002e916100d7565b806001600160a01b03811661005c57604051631e4fbdf760e01b81525f600482015260240160405180910390fd5b6100658161006c565b5050610104565b600180546001600160a01b031916905561008581610088565b50565b5f80546001600160a01b038381166001600160a01b0319831681178455604051919092169283917f8be0079c531659141344cd1fd0a4f28419497f9722a3daafe3b4186f6b6457e09190a35050565b5f602082840312156100e7575f5ffd5b81516001600160a01b03811681146100fd575f5ffd5b9392505050565b611a80806101115f395ff3fe608060405234801561000f575f5ffd5b50600436106101e6575f3560e01c80637dd5641111610109578063c6989c981161009e578063d8f218821161006e578063d8f2188214610674578063e30c3978146106a5578063f2fde38b146106b6578063f954340a146106c9575f5ffd5b8063c6989c9814610561578063c8422a6b14610637578063ca5610e91461064a578063ce189ae214610661575f5ffd5b806398ecb0f9116100d957806398ecb0f9146104e8578063998fb585146104fb578063baf156a71461051b578063bc3432cb1461052e575f5ffd5b80637dd564111461047e57806382932fa6146104b25780638da5cb5b146104c557806397241232146104d5575f5ffd5b8063583550fe1161017f5780636e47f3b91161014f5780636e47f3b9146104185780636f9431f91461042e578063715018a61461046e57806379ba509714610476575f5ffd5b8063583550fe146103aa57806359abddce146103ba5780635c975abb146103f157806360d7950d14610405575f5ffd5b8063362f04c0116101ba578063362f04c01461032557806340b185af1461034e5780634ea71327146103615780635557811914610384575f5ffd5b80623fc7d1146101ea5780630f0ed9bd146101ff57806311bf2a921461022c57806316c38b3c14610312575b5f5ffd5b6101fd6101f836600461157d565b6106dc565b005b61021261020d3660046115ae565b610713565b60405163ffffffff90911681526020015b60405180910390f35b6102c261023a3660046115c7565b604080516080810182525f808252602082018190529181018290526060810191909152505f908152600760209081526040918290208251608081018452905463ffffffff8082168352640100000000820416928201929092526801000000000000000082046001600160a01b031692810192909252600160e01b900461ffff16606082015290565b60405161022391905f60808201905063ffffffff835116825263ffffffff60208401511660208301526001600160a01b03604084015116604083015261ffff606084015116606083015292915050565b6101fd6103203660046115ed565b61072a565b600154610212907501000000000000000000000000000000000000000000900463ffffffff1681565b6101fd61035c366004611606565b6107a5565b61037461036f3660046115ae565b6107c0565b6040519015158152602001610223565b6103976103923660046115ae565b610800565b60405161ffff9091168152602001610223565b6002546102129063ffffffff1681565b6103cd6103c83660046115c7565b61084f565b6040805163ffffffff90931683526001600160a01b03909116602083015201610223565b60015461037490600160a01b900460ff1681565b6101fd61041336600461162e565b61091a565b60025461039790640100000000900461ffff1681565b61045661043c36600461164f565b60046020525f90815260409020546001600160a01b031681565b6040516001600160a01b039091168152602001610223565b6101fd610991565b6101fd6109a4565b61045661048c3660046115c7565b5f908152600760205260409020546801000000000000000090046001600160a01b031690565b6101fd6104c03660046116ba565b6109e8565b5f546001600160a01b0316610456565b6101fd6104e336600461157d565b610e3f565b6102126104f63660046115c7565b610e71565b61050e6105093660046115ae565b610eb1565b604051610223919061173a565b61037461052936600461157d565b610ffb565b61055361053c36600461164f565b63ffffffff165f9081526006602052604090205490565b604051908152602001610223565b6105eb61056f36600461164f565b60408051608080820183525f8083526020808401829052838501829052606093840182905263ffffffff958616825260068152908490208451928301855280548352600101546001600160a01b03811691830191909152600160a01b8104851693820193909352600160c01b9092049092169181019190915290565b60405161022391905f608082019050825182526001600160a01b03602084015116602083015263ffffffff604084015116604083015263ffffffff606084015116606083015292915050565b6101fd6106453660046117bb565b611044565b60015461021290600160c81b900463ffffffff1681565b6101fd61066f3660046117e3565b6110bb565b61045661068236600461164f565b63ffffffff165f908152600660205260409020600101546001600160a01b031690565b6001546001600160a01b0316610456565b6101fd6106c43660046115ae565b611233565b6104566106d736600461186d565b6112a3565b6106e46112e3565b6106ed8161130f565b61070f8282196106fc85611351565b5464010000000090041661ffff166113b7565b5050565b5f61071d82611351565b5463ffffffff1692915050565b6107326112e3565b60018054821515600160a01b027fffffffffffffffffffffff00ffffffffffffffffffffffffffffffffffffffff9091161790556040517fb11504260ecfcffb6ebdeb716f8ea67351cd54f23af3d6bbec03c41e93b86c459061079a90831515815260200190565b60405180910390a150565b6107ad6112e3565b6107b68261141f565b61070f8282611465565b6001600160a01b0381165f908152600360205260408120805463ffffffff16158015906107f9575080546601000000000000900460ff16155b9392505050565b5f6108096112e3565b6002805460049061082590640100000000900461ffff1661189a565b91906101000a81548161ffff021916908361ffff1602179055905061084a8183611465565b919050565b5f8181526007602052604081208054640100000000810463ffffffff1692680100000000000000009091046001600160a01b031691908390036108ad57604051637ca7b13360e11b8152600481018590526024015b60405180910390fd5b6001600160a01b0382165f908152600360205260409020546601000000000000900460ff1615610914576040517f6f123d3d0000000000000000000000000000000000000000000000000000000081526001600160a01b03831660048201526024016108a4565b50915091565b5f61092433611351565b805467ff0000000000000019166701000000000000008415159081029190911782556001820185905560408051868152602081019290925291925033917fe2b80d5a760a927a85c4fd47c510f8473928c87ed3e0645d953c7bd923347ded910160405180910390a2505050565b6109996112e3565b6109a25f6114f3565b565b60015433906001600160a01b031681146109dc5760405163118cdaa760e01b81526001600160a01b03821660048201526024016108a4565b6109e5816114f3565b50565b5f546001600160a01b03163314801590610a0b5750610a0933610100610ffb565b155b15610a2b5760405163fa5cd00f60e01b81523360048201526024016108a4565b838214610a64576040517f1083f70900000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b610a6d8161141f565b60025463ffffffff165f5b85811015610e1d575f878783818110610a9357610a936118ba565b9050602002013590505f868684818110610aaf57610aaf6118ba565b9050602002016020810190610ac491906115ae565b905081610afd576040517fff496da900000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b5f828152600760209081526040918290208251608081018452905463ffffffff8082168352640100000000820416928201929092526801000000000000000082046001600160a01b03908116938201849052600160e01b90920461ffff16606082015291908316148015610b7c57508561ffff16816060015161ffff16145b15610bc5576040517f9c8bde47000000000000000000000000000000000000000000000000000000008152600481018490526001600160a01b03831660248201526044016108a4565b805163ffffffff165f03610c0f5760018054601990610bf090600160c81b900463ffffffff166118ce565b825463ffffffff9182166101009390930a838102920219161790915581525b610c18856118ce565b61ffff808816606084019081526001600160a01b03808616604080870182815263ffffffff8088166020808b019182525f8d8152600782528590208b518154935195519951909a16600160e01b027fffff0000ffffffffffffffffffffffffffffffffffffffffffffffffffffffff999098166801000000000000000002989098167fffff00000000000000000000000000000000000000000000ffffffffffffffff9484166401000000000267ffffffffffffffff19909316999093169890981717919091161792909217909255805160808101825287815292830191909152919650908101610d0884611351565b5463ffffffff9081168252835181166020928301528781165f9081526006835260409081902084518155928401516001939093018054858301516060909601518416600160c01b027fffffffff00000000ffffffffffffffffffffffffffffffffffffffffffffffff96909416600160a01b027fffffffffffffffff0000000000000000000000000000000000000000000000009091166001600160a01b03958616171794909416919091179092558251915161ffff8916929185169186917f52333c5084c6d7e03eb9c6e669a987bf1ff4d45d309cce3c688a94ffe02dde9091610e07918b919063ffffffff92831681529116602082015260400190565b60405180910390a4505050806001019050610a78565b506002805463ffffffff191663ffffffff929092169190911790555050505050565b610e476112e3565b610e508161130f565b61070f8282610e5e85611351565b54640100000000900461ffff16176113b7565b5f81815260076020526040812054640100000000900463ffffffff169081900361084a57604051637ca7b13360e11b8152600481018390526024016108a4565b6040805160c0810182525f808252602082018190529181018290526060808201839052608082019290925260a08101919091526001600160a01b0382165f90815260036020908152604091829020825160c081018452815463ffffffff8116825261ffff6401000000008204169382019390935260ff660100000000000084048116151594820194909452670100000000000000909204909216151560608201526001820154608082015260028201805491929160a084019190610f74906118e9565b80601f0160208091040260200160405190810160405280929190818152602001828054610fa0906118e9565b8015610feb5780601f10610fc257610100808354040283529160200191610feb565b820191905f5260205f20905b815481529060010190602001808311610fce57829003601f168201915b5050505050815250509050919050565b6001600160a01b0382165f90815260036020526040812080546601000000000000900460ff1615801561103c575080546401000000009004831661ffff1615155b949350505050565b61104c6112e3565b8061105683611351565b805491151566010000000000000266ff0000000000001990921691909117905560405181151581526001600160a01b038316907f7960498021bbfca59c11e0cc5171e883120d961d8dfbfaf4e454357dbd88053c906020015b60405180910390a25050565b6110c36112e3565b6001600160a01b0384165f908152600360205260409020805463ffffffff1615611124576040517f45ed80e90000000000000000000000000000000000000000000000000000000081526001600160a01b03861660048201526024016108a4565b61112d8461130f565b5f6001601581819054906101000a900463ffffffff1661114c906118ce565b825463ffffffff8083166101009490940a9384029302191691909117909155905080858585855f8160046002820161118586888361198c565b50815461ffff97881661010092830a90810298021916969096179055815463ffffffff9687169190950a9081029086021990941693909317909255505081165f818152600460205260409081902080546001600160a01b038a166001600160a01b0319909116811790915590517feebd718229c0c525ffdb0f4a0cbc504f5814a81fb5ebd60a141a00ffbdbee0209061122390899089908990611a47565b60405180910390a3505050505050565b61123b6112e3565b600180546001600160a01b0383166001600160a01b0319909116811790915561126b5f546001600160a01b031690565b6001600160a01b03167f38d16b8cac22d99fc7c124b9cd0de2d3fa1faef420bfe791d8c362d765e2270060405160405180910390a350565b61ffff81165f908152600560205260409020546001600160a01b03168061084a576040516325cee07960e01b815261ffff831660048201526024016108a4565b5f546001600160a01b031633146109a25760405163118cdaa760e01b81523360048201526024016108a4565b61f0008116156109e5576040517fea43099700000000000000000000000000000000000000000000000000000000815261ffff821660048201526024016108a4565b6001600160a01b0381165f9081526003602052604081208054909163ffffffff909116900361084a576040517fbfc6c3370000000000000000000000000000000000000000000000000000000081526001600160a01b03831660048201526024016108a4565b6001600160a01b0382165f81815260036020908152604091829020805465ffff00000000191664010000000061ffff87169081029190911790915591519182527fe7e79d2234c81de033ab56f575bdc8c6f66463e29bf30d0d4d9b8c6b5181146491016110af565b61ffff81161580611441575060025461ffff6401000000009091048116908216115b156109e5576040516325cee07960e01b815261ffff821660048201526024016108a4565b6114708160c0610ffb565b6114985760405163fa5cd00f60e01b81526001600160a01b03821660048201526024016108a4565b61ffff82165f8181526005602052604080822080546001600160a01b0319166001600160a01b03861690811790915590519092917fe2fcdbd22cd799536234345fd6ac790033bed28133164cbeaec3e67109fc2b8a91a35050565b600180546001600160a01b03191690556109e5815f80546001600160a01b038381166001600160a01b0319831681178455604051919092169283917f8be0079c531659141344cd1fd0a4f28419497f9722a3daafe3b4186f6b6457e09190a35050565b80356001600160a01b038116811461084a575f5ffd5b803561ffff8116811461084a575f5ffd5b5f5f6040838503121561158e575f5ffd5b61159783611556565b91506115a56020840161156c565b90509250929050565b5f602082840312156115be575f5ffd5b6107f982611556565b5f602082840312156115d7575f5ffd5b5035919050565b8035801515811461084a575f5ffd5b5f602082840312156115fd575f5ffd5b6107f9826115de565b5f5f60408385031215611617575f5ffd5b6116208361156c565b91506115a560208401611556565b5f5f6040838503121561163f575f5ffd5b823591506115a5602084016115de565b5f6020828403121561165f575f5ffd5b813563ffffffff811681146107f9575f5ffd5b5f5f83601f840112611682575f5ffd5b50813567ffffffffffffffff811115611699575f5ffd5b6020830191508360208260051b85010111156116b3575f5ffd5b9250929050565b5f5f5f5f5f606086880312156116ce575f5ffd5b853567ffffffffffffffff8111156116e4575f5ffd5b6116f088828901611672565b909650945050602086013567ffffffffffffffff81111561170f575f5ffd5b61171b88828901611672565b909450925061172e90506040870161156c565b90509295509295909350565b6020815263ffffffff825116602082015261ffff6020830151166040820152604082015115156060820152606082015115156080820152608082015160a08201525f60a083015160c08084015280518060e0850152806020830161010086015e5f6101008286010152610100601f19601f8301168501019250505092915050565b5f5f604083850312156117cc575f5ffd5b6117d583611556565b91506115a5602084016115de565b5f5f5f5f606085870312156117f6575f5ffd5b6117ff85611556565b935061180d6020860161156c565b9250604085013567ffffffffffffffff811115611828575f5ffd5b8501601f81018713611838575f5ffd5b803567ffffffffffffffff81111561184e575f5ffd5b87602082840101111561185f575f5ffd5b949793965060200194505050565b5f6020828403121561187d575f5ffd5b6107f98261156c565b634e487b7160e01b5f52601160045260245ffd5b5f61ffff821661ffff81036118b1576118b1611886565b60010192915050565b634e487b7160e01b5f52603260045260245ffd5b5f63ffffffff821663ffffffff81036118b1576118b1611886565b600181811c908216806118fd57607f821691505b60208210810361191b57634e487b7160e01b5f52602260045260245ffd5b50919050565b634e487b7160e01b5f52604160045260245ffd5b601f821115611987578282111561198757805f5260205f20601f840160051c602085101561196057505f5b90810190601f840160051c035f5b81811015611983575f8382015560010161196e565b5050505b505050565b67ffffffffffffffff8311156119a4576119a4611921565b6119b8836119b283546118e9565b83611935565b5f601f8411600181146119e9575f85156119d25750838201355b5f19600387901b1c1916600186901b178355611a40565b5f83815260208120601f198716915b82811015611a1857868501358255602094850194600190920191016119f8565b5086821015611a34575f1960f88860031b161c19848701351681555b505060018560011b0183555b5050505050565b61ffff8416815260406020820152816040820152818360608301375f818301606090810191909152601f909201601f191601019291505056';
