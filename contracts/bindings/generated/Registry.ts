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
  "inputs": [],
  "name": "AdministratorNeeded",
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
    "internalType": "bytes32",
    "name": "point",
    "type": "bytes32"
   },
   {
    "indexed": true,
    "internalType": "address",
    "name": "meter",
    "type": "address"
   }
  ],
  "name": "MeterSet",
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
     },
     {
      "internalType": "uint16",
      "name": "area",
      "type": "uint16"
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
    "internalType": "bytes32",
    "name": "point",
    "type": "bytes32"
   }
  ],
  "name": "meterOf",
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
  "name": "meteredConnectionOf",
  "outputs": [
   {
    "internalType": "uint32",
    "name": "number",
    "type": "uint32"
   },
   {
    "internalType": "address",
    "name": "meter",
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
  "stateMutability": "pure",
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
    "internalType": "bytes32[]",
    "name": "points",
    "type": "bytes32[]"
   },
   {
    "internalType": "address[]",
    "name": "meters",
    "type": "address[]"
   }
  ],
  "name": "setMeters",
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
    "internalType": "uint32[]",
    "name": "numbers",
    "type": "uint32[]"
   }
  ],
  "name": "tradingAreas",
  "outputs": [
   {
    "internalType": "uint16[]",
    "name": "areas",
    "type": "uint16[]"
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

export const registryBytecode =
  '0x608060405234801561000f575f5ffd5b5060405161213e38038061213e83398101604081905261002e916100d7565b806001600160a01b03811661005c57604051631e4fbdf760e01b81525f600482015260240160405180910390fd5b6100658161006c565b5050610104565b600180546001600160a01b031916905561008581610088565b50565b5f80546001600160a01b038381166001600160a01b0319831681178455604051919092169283917f8be0079c531659141344cd1fd0a4f28419497f9722a3daafe3b4186f6b6457e09190a35050565b5f602082840312156100e7575f5ffd5b81516001600160a01b03811681146100fd575f5ffd5b9392505050565b61202d806101115f395ff3fe608060405234801561000f575f5ffd5b506004361061024e575f3560e01c806379ba50971161013d578063bc3432cb116100b8578063ce189ae211610088578063e30c39781161006e578063e30c3978146107a7578063f2fde38b146107b8578063f954340a146107cb575f5ffd5b8063ce189ae214610763578063d8f2188214610776575f5ffd5b8063bc3432cb14610604578063c6989c9814610637578063c8422a6b14610739578063ca5610e91461074c575f5ffd5b80638da5cb5b1161010d57806398ecb0f9116100f357806398ecb0f9146105be578063998fb585146105d1578063baf156a7146105f1575f5ffd5b80638da5cb5b1461059b57806397241232146105ab575f5ffd5b806379ba50971461052c5780637dd564111461053457806381385e9a1461056857806382932fa614610588575f5ffd5b8063583550fe116101cd57806360d7950d1161019d5780636e47f3b9116101835780636e47f3b9146104e65780636f9431f9146104fc578063715018a614610524575f5ffd5b806360d7950d146104c057806366be52ed146104d3575f5ffd5b8063583550fe1461045257806359abddce146104625780635c975abb146104995780635e349450146104ad575f5ffd5b806316c38b3c1161022257806340b185af1161020857806340b185af146103f65780634ea7132714610409578063555781191461042c575f5ffd5b806316c38b3c146103ba578063362f04c0146103cd575f5ffd5b80623fc7d1146102525780630356f3e4146102675780630f0ed9bd146102ac57806311bf2a92146102d4575b5f5ffd5b610265610260366004611a3a565b6107de565b005b61028f610275366004611a6b565b5f908152600860205260409020546001600160a01b031690565b6040516001600160a01b0390911681526020015b60405180910390f35b6102bf6102ba366004611a82565b610815565b60405163ffffffff90911681526020016102a3565b61036a6102e2366004611a6b565b604080516080810182525f808252602082018190529181018290526060810191909152505f908152600760209081526040918290208251608081018452905463ffffffff8082168352640100000000820416928201929092526801000000000000000082046001600160a01b031692810192909252600160e01b900461ffff16606082015290565b6040516102a391905f60808201905063ffffffff835116825263ffffffff60208401511660208301526001600160a01b03604084015116604083015261ffff606084015116606083015292915050565b6102656103c8366004611aaa565b61082c565b6001546102bf907501000000000000000000000000000000000000000000900463ffffffff1681565b610265610404366004611ac3565b6108a7565b61041c610417366004611a82565b6108c2565b60405190151581526020016102a3565b61043f61043a366004611a82565b610902565b60405161ffff90911681526020016102a3565b6002546102bf9063ffffffff1681565b610475610470366004611a6b565b610951565b6040805163ffffffff90931683526001600160a01b039091166020830152016102a3565b60015461041c90600160a01b900460ff1681565b6104756104bb366004611a6b565b610a1c565b6102656104ce366004611aeb565b610a7c565b6102656104e1366004611b54565b610af3565b60025461043f90640100000000900461ffff1681565b61028f61050a366004611bc0565b60046020525f90815260409020546001600160a01b031681565b610265610cc8565b610265610cfa565b61028f610542366004611a6b565b5f908152600760205260409020546801000000000000000090046001600160a01b031690565b61057b610576366004611be3565b610d3e565b6040516102a39190611c22565b610265610596366004611c68565b610eaf565b5f546001600160a01b031661028f565b6102656105b9366004611a3a565b6112fa565b6102bf6105cc366004611a6b565b61132c565b6105e46105df366004611a82565b61136c565b6040516102a39190611ce8565b61041c6105ff366004611a3a565b6114b6565b610629610612366004611bc0565b63ffffffff165f9081526006602052604090205490565b6040519081526020016102a3565b6106df610645366004611bc0565b6040805160a0810182525f808252602082018190529181018290526060810182905260808101919091525063ffffffff9081165f90815260066020908152604091829020825160a081018452815481526001909101546001600160a01b03811692820192909252600160a01b8204841692810192909252600160c01b81049092166060820152600160e01b90910461ffff16608082015290565b6040516102a391905f60a082019050825182526001600160a01b03602084015116602083015263ffffffff604084015116604083015263ffffffff606084015116606083015261ffff608084015116608083015292915050565b610265610747366004611d69565b6114ff565b6001546102bf90600160c81b900463ffffffff1681565b610265610771366004611d91565b611576565b61028f610784366004611bc0565b63ffffffff165f908152600660205260409020600101546001600160a01b031690565b6001546001600160a01b031661028f565b6102656107c6366004611a82565b6116ee565b61028f6107d9366004611e1b565b61175e565b6107e661179e565b6107ef816117cc565b6108118282196107fe8561180e565b5464010000000090041661ffff16611874565b5050565b5f61081f8261180e565b5463ffffffff1692915050565b61083461179e565b60018054821515600160a01b027fffffffffffffffffffffff00ffffffffffffffffffffffffffffffffffffffff9091161790556040517fb11504260ecfcffb6ebdeb716f8ea67351cd54f23af3d6bbec03c41e93b86c459061089c90831515815260200190565b60405180910390a150565b6108af61179e565b6108b8826118dc565b6108118282611922565b6001600160a01b0381165f908152600360205260408120805463ffffffff16158015906108fb575080546601000000000000900460ff16155b9392505050565b5f61090b61179e565b6002805460049061092790640100000000900461ffff16611e48565b91906101000a81548161ffff021916908361ffff1602179055905061094c8183611922565b919050565b5f8181526007602052604081208054640100000000810463ffffffff1692680100000000000000009091046001600160a01b031691908390036109af57604051637ca7b13360e11b8152600481018590526024015b60405180910390fd5b6001600160a01b0382165f908152600360205260409020546601000000000000900460ff1615610a16576040517f6f123d3d0000000000000000000000000000000000000000000000000000000081526001600160a01b03831660048201526024016109a6565b50915091565b5f81815260076020526040812054640100000000900463ffffffff1690818103610a5c57604051637ca7b13360e11b8152600481018490526024016109a6565b505f918252600860205260409091205490916001600160a01b0390911690565b5f610a863361180e565b805467ff0000000000000019166701000000000000008415159081029190911782556001820185905560408051868152602081019290925291925033917fe2b80d5a760a927a85c4fd47c510f8473928c87ed3e0645d953c7bd923347ded910160405180910390a2505050565b5f546001600160a01b03163314801590610b165750610b14336101006114b6565b155b15610b365760405163fa5cd00f60e01b81523360048201526024016109a6565b828114610b5657604051631083f70960e01b815260040160405180910390fd5b5f5b83811015610cc15760075f868684818110610b7557610b75611e68565b602090810292909201358352508101919091526040015f9081205463ffffffff169003610bd157848482818110610bae57610bae611e68565b90506020020135604051637ca7b13360e11b81526004016109a691815260200190565b828282818110610be357610be3611e68565b9050602002016020810190610bf89190611a82565b60085f878785818110610c0d57610c0d611e68565b9050602002013581526020019081526020015f205f6101000a8154816001600160a01b0302191690836001600160a01b03160217905550828282818110610c5657610c56611e68565b9050602002016020810190610c6b9190611a82565b6001600160a01b0316858583818110610c8657610c86611e68565b905060200201357f364a615a8bbeda80cd24e07acbf712531bde501840497619e7a313e3ea51590060405160405180910390a3600101610b58565b5050505050565b6040517fb4a633e200000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b60015433906001600160a01b03168114610d325760405163118cdaa760e01b81526001600160a01b03821660048201526024016109a6565b610d3b816119b0565b50565b60608167ffffffffffffffff811115610d5957610d59611e7c565b604051908082528060200260200182016040528015610d82578160200160208202803683370190505b5090505f5b82811015610ea8575f60075f60065f888887818110610da857610da8611e68565b9050602002016020810190610dbd9190611bc0565b63ffffffff1663ffffffff1681526020019081526020015f205f015481526020019081526020015f209050848483818110610dfa57610dfa611e68565b9050602002016020810190610e0f9190611bc0565b8154640100000000900463ffffffff9081169116148015610e5f575080546801000000000000000090046001600160a01b03165f908152600360205260409020546601000000000000900460ff16155b15610e9f57805f01601c9054906101000a900461ffff16838381518110610e8857610e88611e68565b602002602001019061ffff16908161ffff16815250505b50600101610d87565b5092915050565b5f546001600160a01b03163314801590610ed25750610ed0336101006114b6565b155b15610ef25760405163fa5cd00f60e01b81523360048201526024016109a6565b838214610f1257604051631083f70960e01b815260040160405180910390fd5b610f1b816118dc565b60025463ffffffff165f5b858110156112d8575f878783818110610f4157610f41611e68565b9050602002013590505f868684818110610f5d57610f5d611e68565b9050602002016020810190610f729190611a82565b905081610fab576040517fff496da900000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b5f828152600760209081526040918290208251608081018452905463ffffffff8082168352640100000000820416928201929092526801000000000000000082046001600160a01b03908116938201849052600160e01b90920461ffff1660608201529190831614801561102a57508561ffff16816060015161ffff16145b15611073576040517f9c8bde47000000000000000000000000000000000000000000000000000000008152600481018490526001600160a01b03831660248201526044016109a6565b805163ffffffff165f036110bd576001805460199061109e90600160c81b900463ffffffff16611e90565b825463ffffffff9182166101009390930a838102920219161790915581525b6110c685611e90565b61ffff808816606084019081526001600160a01b03808616604080870182815263ffffffff8088166020808b019182525f8d8152600782528590208b518154935195519951909a16600160e01b0261ffff60e01b19999098166801000000000000000002989098167fffff00000000000000000000000000000000000000000000ffffffffffffffff9484166401000000000267ffffffffffffffff19909316999093169890981717919091161792909217909255805160a0810182528781529283019190915291965090810161119c8461180e565b5463ffffffff90811682528351811660208084019190915261ffff808b1660409485018190528a84165f9081526006845285902086518155928601516001939093018054878701516060890151608090990151909416600160e01b0261ffff60e01b19988716600160c01b02989098167fffff000000000000ffffffffffffffffffffffffffffffffffffffffffffffff94909616600160a01b027fffffffffffffffff0000000000000000000000000000000000000000000000009091166001600160a01b03958616171792909216939093179490941790935583519151909285169186917f52333c5084c6d7e03eb9c6e669a987bf1ff4d45d309cce3c688a94ffe02dde90916112c2918b919063ffffffff92831681529116602082015260400190565b60405180910390a4505050806001019050610f26565b506002805463ffffffff191663ffffffff929092169190911790555050505050565b61130261179e565b61130b816117cc565b61081182826113198561180e565b54640100000000900461ffff1617611874565b5f81815260076020526040812054640100000000900463ffffffff169081900361094c57604051637ca7b13360e11b8152600481018390526024016109a6565b6040805160c0810182525f808252602082018190529181018290526060808201839052608082019290925260a08101919091526001600160a01b0382165f90815260036020908152604091829020825160c081018452815463ffffffff8116825261ffff6401000000008204169382019390935260ff660100000000000084048116151594820194909452670100000000000000909204909216151560608201526001820154608082015260028201805491929160a08401919061142f90611eab565b80601f016020809104026020016040519081016040528092919081815260200182805461145b90611eab565b80156114a65780601f1061147d576101008083540402835291602001916114a6565b820191905f5260205f20905b81548152906001019060200180831161148957829003601f168201915b5050505050815250509050919050565b6001600160a01b0382165f90815260036020526040812080546601000000000000900460ff161580156114f7575080546401000000009004831661ffff1615155b949350505050565b61150761179e565b806115118361180e565b805491151566010000000000000266ff0000000000001990921691909117905560405181151581526001600160a01b038316907f7960498021bbfca59c11e0cc5171e883120d961d8dfbfaf4e454357dbd88053c906020015b60405180910390a25050565b61157e61179e565b6001600160a01b0384165f908152600360205260409020805463ffffffff16156115df576040517f45ed80e90000000000000000000000000000000000000000000000000000000081526001600160a01b03861660048201526024016109a6565b6115e8846117cc565b5f6001601581819054906101000a900463ffffffff1661160790611e90565b825463ffffffff8083166101009490940a9384029302191691909117909155905080858585855f81600460028201611640868883611f3a565b50815461ffff97881661010092830a90810298021916969096179055815463ffffffff9687169190950a9081029086021990941693909317909255505081165f818152600460205260409081902080546001600160a01b038a166001600160a01b0319909116811790915590517feebd718229c0c525ffdb0f4a0cbc504f5814a81fb5ebd60a141a00ffbdbee020906116de90899089908990611ff4565b60405180910390a3505050505050565b6116f661179e565b600180546001600160a01b0383166001600160a01b031990911681179091556117265f546001600160a01b031690565b6001600160a01b03167f38d16b8cac22d99fc7c124b9cd0de2d3fa1faef420bfe791d8c362d765e2270060405160405180910390a350565b61ffff81165f908152600560205260409020546001600160a01b03168061094c576040516325cee07960e01b815261ffff831660048201526024016109a6565b5f546001600160a01b031633146117ca5760405163118cdaa760e01b81523360048201526024016109a6565b565b61f000811615610d3b576040517fea43099700000000000000000000000000000000000000000000000000000000815261ffff821660048201526024016109a6565b6001600160a01b0381165f9081526003602052604081208054909163ffffffff909116900361094c576040517fbfc6c3370000000000000000000000000000000000000000000000000000000081526001600160a01b03831660048201526024016109a6565b6001600160a01b0382165f81815260036020908152604091829020805465ffff00000000191664010000000061ffff87169081029190911790915591519182527fe7e79d2234c81de033ab56f575bdc8c6f66463e29bf30d0d4d9b8c6b51811464910161156a565b61ffff811615806118fe575060025461ffff6401000000009091048116908216115b15610d3b576040516325cee07960e01b815261ffff821660048201526024016109a6565b61192d8160c06114b6565b6119555760405163fa5cd00f60e01b81526001600160a01b03821660048201526024016109a6565b61ffff82165f8181526005602052604080822080546001600160a01b0319166001600160a01b03861690811790915590519092917fe2fcdbd22cd799536234345fd6ac790033bed28133164cbeaec3e67109fc2b8a91a35050565b600180546001600160a01b0319169055610d3b815f80546001600160a01b038381166001600160a01b0319831681178455604051919092169283917f8be0079c531659141344cd1fd0a4f28419497f9722a3daafe3b4186f6b6457e09190a35050565b80356001600160a01b038116811461094c575f5ffd5b803561ffff8116811461094c575f5ffd5b5f5f60408385031215611a4b575f5ffd5b611a5483611a13565b9150611a6260208401611a29565b90509250929050565b5f60208284031215611a7b575f5ffd5b5035919050565b5f60208284031215611a92575f5ffd5b6108fb82611a13565b8035801515811461094c575f5ffd5b5f60208284031215611aba575f5ffd5b6108fb82611a9b565b5f5f60408385031215611ad4575f5ffd5b611add83611a29565b9150611a6260208401611a13565b5f5f60408385031215611afc575f5ffd5b82359150611a6260208401611a9b565b5f5f83601f840112611b1c575f5ffd5b50813567ffffffffffffffff811115611b33575f5ffd5b6020830191508360208260051b8501011115611b4d575f5ffd5b9250929050565b5f5f5f5f60408587031215611b67575f5ffd5b843567ffffffffffffffff811115611b7d575f5ffd5b611b8987828801611b0c565b909550935050602085013567ffffffffffffffff811115611ba8575f5ffd5b611bb487828801611b0c565b95989497509550505050565b5f60208284031215611bd0575f5ffd5b813563ffffffff811681146108fb575f5ffd5b5f5f60208385031215611bf4575f5ffd5b823567ffffffffffffffff811115611c0a575f5ffd5b611c1685828601611b0c565b90969095509350505050565b602080825282518282018190525f918401906040840190835b81811015611c5d57835161ffff16835260209384019390920191600101611c3b565b509095945050505050565b5f5f5f5f5f60608688031215611c7c575f5ffd5b853567ffffffffffffffff811115611c92575f5ffd5b611c9e88828901611b0c565b909650945050602086013567ffffffffffffffff811115611cbd575f5ffd5b611cc988828901611b0c565b9094509250611cdc905060408701611a29565b90509295509295909350565b6020815263ffffffff825116602082015261ffff6020830151166040820152604082015115156060820152606082015115156080820152608082015160a08201525f60a083015160c08084015280518060e0850152806020830161010086015e5f6101008286010152610100601f19601f8301168501019250505092915050565b5f5f60408385031215611d7a575f5ffd5b611d8383611a13565b9150611a6260208401611a9b565b5f5f5f5f60608587031215611da4575f5ffd5b611dad85611a13565b9350611dbb60208601611a29565b9250604085013567ffffffffffffffff811115611dd6575f5ffd5b8501601f81018713611de6575f5ffd5b803567ffffffffffffffff811115611dfc575f5ffd5b876020828401011115611e0d575f5ffd5b949793965060200194505050565b5f60208284031215611e2b575f5ffd5b6108fb82611a29565b634e487b7160e01b5f52601160045260245ffd5b5f61ffff821661ffff8103611e5f57611e5f611e34565b60010192915050565b634e487b7160e01b5f52603260045260245ffd5b634e487b7160e01b5f52604160045260245ffd5b5f63ffffffff821663ffffffff8103611e5f57611e5f611e34565b600181811c90821680611ebf57607f821691505b602082108103611edd57634e487b7160e01b5f52602260045260245ffd5b50919050565b601f821115611f355782821115611f3557805f5260205f20601f840160051c6020851015611f0e57505f5b90810190601f840160051c035f5b81811015611f31575f83820155600101611f1c565b5050505b505050565b67ffffffffffffffff831115611f5257611f52611e7c565b611f6683611f608354611eab565b83611ee3565b5f601f841160018114611f97575f8515611f805750838201355b5f19600387901b1c1916600186901b178355610cc1565b5f83815260208120601f198716915b82811015611fc65786850135825560209485019460019092019101611fa6565b5086821015611fe2575f1960f88860031b161c19848701351681555b505060018560011b0183555050505050565b61ffff8416815260406020820152816040820152818360608301375f818301606090810191909152601f909201601f191601019291505056';
