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
  '0x608060405234801561000f575f5ffd5b50604051611eed380380611eed83398101604081905261002e916100d7565b806001600160a01b03811661005c57604051631e4fbdf760e01b81525f600482015260240160405180910390fd5b6100658161006c565b5050610104565b600180546001600160a01b031916905561008581610088565b50565b5f80546001600160a01b038381166001600160a01b0319831681178455604051919092169283917f8be0079c531659141344cd1fd0a4f28419497f9722a3daafe3b4186f6b6457e09190a35050565b5f602082840312156100e7575f5ffd5b81516001600160a01b03811681146100fd575f5ffd5b9392505050565b611ddc806101115f395ff3fe608060405234801561000f575f5ffd5b5060043610610234575f3560e01c8063715018a61161013d578063bc3432cb116100b8578063ce189ae211610088578063e30c39781161006e578063e30c39781461076d578063f2fde38b1461077e578063f954340a14610791575f5ffd5b8063ce189ae214610729578063d8f218821461073c575f5ffd5b8063bc3432cb146105ca578063c6989c98146105fd578063c8422a6b146106ff578063ca5610e914610712575f5ffd5b80638da5cb5b1161010d57806398ecb0f9116100f357806398ecb0f914610584578063998fb58514610597578063baf156a7146105b7575f5ffd5b80638da5cb5b146105615780639724123214610571575f5ffd5b8063715018a61461050a57806379ba5097146105125780637dd564111461051a57806382932fa61461054e575f5ffd5b806355578119116101cd5780635e3494501161019d57806366be52ed1161018357806366be52ed146104b95780636e47f3b9146104cc5780636f9431f9146104e2575f5ffd5b80635e3494501461049357806360d7950d146104a6575f5ffd5b80635557811914610412578063583550fe1461043857806359abddce146104485780635c975abb1461047f575f5ffd5b806316c38b3c1161020857806316c38b3c146103a0578063362f04c0146103b357806340b185af146103dc5780634ea71327146103ef575f5ffd5b80623fc7d1146102385780630356f3e41461024d5780630f0ed9bd1461029257806311bf2a92146102ba575b5f5ffd5b61024b61024636600461186e565b6107a4565b005b61027561025b36600461189f565b5f908152600860205260409020546001600160a01b031690565b6040516001600160a01b0390911681526020015b60405180910390f35b6102a56102a03660046118b6565b6107db565b60405163ffffffff9091168152602001610289565b6103506102c836600461189f565b604080516080810182525f808252602082018190529181018290526060810191909152505f908152600760209081526040918290208251608081018452905463ffffffff8082168352640100000000820416928201929092526801000000000000000082046001600160a01b031692810192909252600160e01b900461ffff16606082015290565b60405161028991905f60808201905063ffffffff835116825263ffffffff60208401511660208301526001600160a01b03604084015116604083015261ffff606084015116606083015292915050565b61024b6103ae3660046118de565b6107f2565b6001546102a5907501000000000000000000000000000000000000000000900463ffffffff1681565b61024b6103ea3660046118f7565b61086d565b6104026103fd3660046118b6565b610888565b6040519015158152602001610289565b6104256104203660046118b6565b6108c8565b60405161ffff9091168152602001610289565b6002546102a59063ffffffff1681565b61045b61045636600461189f565b610917565b6040805163ffffffff90931683526001600160a01b03909116602083015201610289565b60015461040290600160a01b900460ff1681565b61045b6104a136600461189f565b6109e2565b61024b6104b436600461191f565b610a42565b61024b6104c7366004611988565b610ab9565b60025461042590640100000000900461ffff1681565b6102756104f03660046119f4565b60046020525f90815260409020546001600160a01b031681565b61024b610c8e565b61024b610ca1565b61027561052836600461189f565b5f908152600760205260409020546801000000000000000090046001600160a01b031690565b61024b61055c366004611a17565b610ce5565b5f546001600160a01b0316610275565b61024b61057f36600461186e565b611130565b6102a561059236600461189f565b611162565b6105aa6105a53660046118b6565b6111a2565b6040516102899190611a97565b6104026105c536600461186e565b6112ec565b6105ef6105d83660046119f4565b63ffffffff165f9081526006602052604090205490565b604051908152602001610289565b6106a561060b3660046119f4565b6040805160a0810182525f808252602082018190529181018290526060810182905260808101919091525063ffffffff9081165f90815260066020908152604091829020825160a081018452815481526001909101546001600160a01b03811692820192909252600160a01b8204841692810192909252600160c01b81049092166060820152600160e01b90910461ffff16608082015290565b60405161028991905f60a082019050825182526001600160a01b03602084015116602083015263ffffffff604084015116604083015263ffffffff606084015116606083015261ffff608084015116608083015292915050565b61024b61070d366004611b18565b611335565b6001546102a590600160c81b900463ffffffff1681565b61024b610737366004611b40565b6113ac565b61027561074a3660046119f4565b63ffffffff165f908152600660205260409020600101546001600160a01b031690565b6001546001600160a01b0316610275565b61024b61078c3660046118b6565b611524565b61027561079f366004611bca565b611594565b6107ac6115d4565b6107b581611600565b6107d78282196107c485611642565b5464010000000090041661ffff166116a8565b5050565b5f6107e582611642565b5463ffffffff1692915050565b6107fa6115d4565b60018054821515600160a01b027fffffffffffffffffffffff00ffffffffffffffffffffffffffffffffffffffff9091161790556040517fb11504260ecfcffb6ebdeb716f8ea67351cd54f23af3d6bbec03c41e93b86c459061086290831515815260200190565b60405180910390a150565b6108756115d4565b61087e82611710565b6107d78282611756565b6001600160a01b0381165f908152600360205260408120805463ffffffff16158015906108c1575080546601000000000000900460ff16155b9392505050565b5f6108d16115d4565b600280546004906108ed90640100000000900461ffff16611bf7565b91906101000a81548161ffff021916908361ffff160217905590506109128183611756565b919050565b5f8181526007602052604081208054640100000000810463ffffffff1692680100000000000000009091046001600160a01b0316919083900361097557604051637ca7b13360e11b8152600481018590526024015b60405180910390fd5b6001600160a01b0382165f908152600360205260409020546601000000000000900460ff16156109dc576040517f6f123d3d0000000000000000000000000000000000000000000000000000000081526001600160a01b038316600482015260240161096c565b50915091565b5f81815260076020526040812054640100000000900463ffffffff1690818103610a2257604051637ca7b13360e11b81526004810184905260240161096c565b505f918252600860205260409091205490916001600160a01b0390911690565b5f610a4c33611642565b805467ff0000000000000019166701000000000000008415159081029190911782556001820185905560408051868152602081019290925291925033917fe2b80d5a760a927a85c4fd47c510f8473928c87ed3e0645d953c7bd923347ded910160405180910390a2505050565b5f546001600160a01b03163314801590610adc5750610ada336101006112ec565b155b15610afc5760405163fa5cd00f60e01b815233600482015260240161096c565b828114610b1c57604051631083f70960e01b815260040160405180910390fd5b5f5b83811015610c875760075f868684818110610b3b57610b3b611c17565b602090810292909201358352508101919091526040015f9081205463ffffffff169003610b9757848482818110610b7457610b74611c17565b90506020020135604051637ca7b13360e11b815260040161096c91815260200190565b828282818110610ba957610ba9611c17565b9050602002016020810190610bbe91906118b6565b60085f878785818110610bd357610bd3611c17565b9050602002013581526020019081526020015f205f6101000a8154816001600160a01b0302191690836001600160a01b03160217905550828282818110610c1c57610c1c611c17565b9050602002016020810190610c3191906118b6565b6001600160a01b0316858583818110610c4c57610c4c611c17565b905060200201357f364a615a8bbeda80cd24e07acbf712531bde501840497619e7a313e3ea51590060405160405180910390a3600101610b1e565b5050505050565b610c966115d4565b610c9f5f6117e4565b565b60015433906001600160a01b03168114610cd95760405163118cdaa760e01b81526001600160a01b038216600482015260240161096c565b610ce2816117e4565b50565b5f546001600160a01b03163314801590610d085750610d06336101006112ec565b155b15610d285760405163fa5cd00f60e01b815233600482015260240161096c565b838214610d4857604051631083f70960e01b815260040160405180910390fd5b610d5181611710565b60025463ffffffff165f5b8581101561110e575f878783818110610d7757610d77611c17565b9050602002013590505f868684818110610d9357610d93611c17565b9050602002016020810190610da891906118b6565b905081610de1576040517fff496da900000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b5f828152600760209081526040918290208251608081018452905463ffffffff8082168352640100000000820416928201929092526801000000000000000082046001600160a01b03908116938201849052600160e01b90920461ffff16606082015291908316148015610e6057508561ffff16816060015161ffff16145b15610ea9576040517f9c8bde47000000000000000000000000000000000000000000000000000000008152600481018490526001600160a01b038316602482015260440161096c565b805163ffffffff165f03610ef35760018054601990610ed490600160c81b900463ffffffff16611c2b565b825463ffffffff9182166101009390930a838102920219161790915581525b610efc85611c2b565b61ffff808816606084019081526001600160a01b03808616604080870182815263ffffffff8088166020808b019182525f8d8152600782528590208b518154935195519951909a16600160e01b0261ffff60e01b19999098166801000000000000000002989098167fffff00000000000000000000000000000000000000000000ffffffffffffffff9484166401000000000267ffffffffffffffff19909316999093169890981717919091161792909217909255805160a08101825287815292830191909152919650908101610fd284611642565b5463ffffffff90811682528351811660208084019190915261ffff808b1660409485018190528a84165f9081526006845285902086518155928601516001939093018054878701516060890151608090990151909416600160e01b0261ffff60e01b19988716600160c01b02989098167fffff000000000000ffffffffffffffffffffffffffffffffffffffffffffffff94909616600160a01b027fffffffffffffffff0000000000000000000000000000000000000000000000009091166001600160a01b03958616171792909216939093179490941790935583519151909285169186917f52333c5084c6d7e03eb9c6e669a987bf1ff4d45d309cce3c688a94ffe02dde90916110f8918b919063ffffffff92831681529116602082015260400190565b60405180910390a4505050806001019050610d5c565b506002805463ffffffff191663ffffffff929092169190911790555050505050565b6111386115d4565b61114181611600565b6107d7828261114f85611642565b54640100000000900461ffff16176116a8565b5f81815260076020526040812054640100000000900463ffffffff169081900361091257604051637ca7b13360e11b81526004810183905260240161096c565b6040805160c0810182525f808252602082018190529181018290526060808201839052608082019290925260a08101919091526001600160a01b0382165f90815260036020908152604091829020825160c081018452815463ffffffff8116825261ffff6401000000008204169382019390935260ff660100000000000084048116151594820194909452670100000000000000909204909216151560608201526001820154608082015260028201805491929160a08401919061126590611c46565b80601f016020809104026020016040519081016040528092919081815260200182805461129190611c46565b80156112dc5780601f106112b3576101008083540402835291602001916112dc565b820191905f5260205f20905b8154815290600101906020018083116112bf57829003601f168201915b5050505050815250509050919050565b6001600160a01b0382165f90815260036020526040812080546601000000000000900460ff1615801561132d575080546401000000009004831661ffff1615155b949350505050565b61133d6115d4565b8061134783611642565b805491151566010000000000000266ff0000000000001990921691909117905560405181151581526001600160a01b038316907f7960498021bbfca59c11e0cc5171e883120d961d8dfbfaf4e454357dbd88053c906020015b60405180910390a25050565b6113b46115d4565b6001600160a01b0384165f908152600360205260409020805463ffffffff1615611415576040517f45ed80e90000000000000000000000000000000000000000000000000000000081526001600160a01b038616600482015260240161096c565b61141e84611600565b5f6001601581819054906101000a900463ffffffff1661143d90611c2b565b825463ffffffff8083166101009490940a9384029302191691909117909155905080858585855f81600460028201611476868883611ce9565b50815461ffff97881661010092830a90810298021916969096179055815463ffffffff9687169190950a9081029086021990941693909317909255505081165f818152600460205260409081902080546001600160a01b038a166001600160a01b0319909116811790915590517feebd718229c0c525ffdb0f4a0cbc504f5814a81fb5ebd60a141a00ffbdbee0209061151490899089908990611da3565b60405180910390a3505050505050565b61152c6115d4565b600180546001600160a01b0383166001600160a01b0319909116811790915561155c5f546001600160a01b031690565b6001600160a01b03167f38d16b8cac22d99fc7c124b9cd0de2d3fa1faef420bfe791d8c362d765e2270060405160405180910390a350565b61ffff81165f908152600560205260409020546001600160a01b031680610912576040516325cee07960e01b815261ffff8316600482015260240161096c565b5f546001600160a01b03163314610c9f5760405163118cdaa760e01b815233600482015260240161096c565b61f000811615610ce2576040517fea43099700000000000000000000000000000000000000000000000000000000815261ffff8216600482015260240161096c565b6001600160a01b0381165f9081526003602052604081208054909163ffffffff9091169003610912576040517fbfc6c3370000000000000000000000000000000000000000000000000000000081526001600160a01b038316600482015260240161096c565b6001600160a01b0382165f81815260036020908152604091829020805465ffff00000000191664010000000061ffff87169081029190911790915591519182527fe7e79d2234c81de033ab56f575bdc8c6f66463e29bf30d0d4d9b8c6b5181146491016113a0565b61ffff81161580611732575060025461ffff6401000000009091048116908216115b15610ce2576040516325cee07960e01b815261ffff8216600482015260240161096c565b6117618160c06112ec565b6117895760405163fa5cd00f60e01b81526001600160a01b038216600482015260240161096c565b61ffff82165f8181526005602052604080822080546001600160a01b0319166001600160a01b03861690811790915590519092917fe2fcdbd22cd799536234345fd6ac790033bed28133164cbeaec3e67109fc2b8a91a35050565b600180546001600160a01b0319169055610ce2815f80546001600160a01b038381166001600160a01b0319831681178455604051919092169283917f8be0079c531659141344cd1fd0a4f28419497f9722a3daafe3b4186f6b6457e09190a35050565b80356001600160a01b0381168114610912575f5ffd5b803561ffff81168114610912575f5ffd5b5f5f6040838503121561187f575f5ffd5b61188883611847565b91506118966020840161185d565b90509250929050565b5f602082840312156118af575f5ffd5b5035919050565b5f602082840312156118c6575f5ffd5b6108c182611847565b80358015158114610912575f5ffd5b5f602082840312156118ee575f5ffd5b6108c1826118cf565b5f5f60408385031215611908575f5ffd5b6119118361185d565b915061189660208401611847565b5f5f60408385031215611930575f5ffd5b82359150611896602084016118cf565b5f5f83601f840112611950575f5ffd5b50813567ffffffffffffffff811115611967575f5ffd5b6020830191508360208260051b8501011115611981575f5ffd5b9250929050565b5f5f5f5f6040858703121561199b575f5ffd5b843567ffffffffffffffff8111156119b1575f5ffd5b6119bd87828801611940565b909550935050602085013567ffffffffffffffff8111156119dc575f5ffd5b6119e887828801611940565b95989497509550505050565b5f60208284031215611a04575f5ffd5b813563ffffffff811681146108c1575f5ffd5b5f5f5f5f5f60608688031215611a2b575f5ffd5b853567ffffffffffffffff811115611a41575f5ffd5b611a4d88828901611940565b909650945050602086013567ffffffffffffffff811115611a6c575f5ffd5b611a7888828901611940565b9094509250611a8b90506040870161185d565b90509295509295909350565b6020815263ffffffff825116602082015261ffff6020830151166040820152604082015115156060820152606082015115156080820152608082015160a08201525f60a083015160c08084015280518060e0850152806020830161010086015e5f6101008286010152610100601f19601f8301168501019250505092915050565b5f5f60408385031215611b29575f5ffd5b611b3283611847565b9150611896602084016118cf565b5f5f5f5f60608587031215611b53575f5ffd5b611b5c85611847565b9350611b6a6020860161185d565b9250604085013567ffffffffffffffff811115611b85575f5ffd5b8501601f81018713611b95575f5ffd5b803567ffffffffffffffff811115611bab575f5ffd5b876020828401011115611bbc575f5ffd5b949793965060200194505050565b5f60208284031215611bda575f5ffd5b6108c18261185d565b634e487b7160e01b5f52601160045260245ffd5b5f61ffff821661ffff8103611c0e57611c0e611be3565b60010192915050565b634e487b7160e01b5f52603260045260245ffd5b5f63ffffffff821663ffffffff8103611c0e57611c0e611be3565b600181811c90821680611c5a57607f821691505b602082108103611c7857634e487b7160e01b5f52602260045260245ffd5b50919050565b634e487b7160e01b5f52604160045260245ffd5b601f821115611ce45782821115611ce457805f5260205f20601f840160051c6020851015611cbd57505f5b90810190601f840160051c035f5b81811015611ce0575f83820155600101611ccb565b5050505b505050565b67ffffffffffffffff831115611d0157611d01611c7e565b611d1583611d0f8354611c46565b83611c92565b5f601f841160018114611d46575f8515611d2f5750838201355b5f19600387901b1c1916600186901b178355610c87565b5f83815260208120601f198716915b82811015611d755786850135825560209485019460019092019101611d55565b5086821015611d91575f1960f88860031b161c19848701351681555b505060018560011b0183555050505050565b61ffff8416815260406020820152816040820152818360608301375f818301606090810191909152601f909201601f191601019291505056';
