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
  '0x608060405234801561000f575f5ffd5b50604051611bca380380611bca83398101604081905261002e916100d7565b806001600160a01b03811661005c57604051631e4fbdf760e01b81525f600482015260240160405180910390fd5b6100658161006c565b5050610104565b600180546001600160a01b031916905561008581610088565b50565b5f80546001600160a01b038381166001600160a01b0319831681178455604051919092169283917f8be0079c531659141344cd1fd0a4f28419497f9722a3daafe3b4186f6b6457e09190a35050565b5f602082840312156100e7575f5ffd5b81516001600160a01b03811681146100fd575f5ffd5b9392505050565b611ab9806101115f395ff3fe608060405234801561000f575f5ffd5b50600436106101e6575f3560e01c80637dd5641111610109578063c6989c981161009e578063d8f218821161006e578063d8f21882146106a0578063e30c3978146106d1578063f2fde38b146106e2578063f954340a146106f5575f5ffd5b8063c6989c9814610561578063c8422a6b14610663578063ca5610e914610676578063ce189ae21461068d575f5ffd5b806398ecb0f9116100d957806398ecb0f9146104e8578063998fb585146104fb578063baf156a71461051b578063bc3432cb1461052e575f5ffd5b80637dd564111461047e57806382932fa6146104b25780638da5cb5b146104c557806397241232146104d5575f5ffd5b8063583550fe1161017f5780636e47f3b91161014f5780636e47f3b9146104185780636f9431f91461042e578063715018a61461046e57806379ba509714610476575f5ffd5b8063583550fe146103aa57806359abddce146103ba5780635c975abb146103f157806360d7950d14610405575f5ffd5b8063362f04c0116101ba578063362f04c01461032557806340b185af1461034e5780634ea71327146103615780635557811914610384575f5ffd5b80623fc7d1146101ea5780630f0ed9bd146101ff57806311bf2a921461022c57806316c38b3c14610312575b5f5ffd5b6101fd6101f83660046115b6565b610708565b005b61021261020d3660046115e7565b61073f565b60405163ffffffff90911681526020015b60405180910390f35b6102c261023a366004611600565b604080516080810182525f808252602082018190529181018290526060810191909152505f908152600760209081526040918290208251608081018452905463ffffffff8082168352640100000000820416928201929092526801000000000000000082046001600160a01b031692810192909252600160e01b900461ffff16606082015290565b60405161022391905f60808201905063ffffffff835116825263ffffffff60208401511660208301526001600160a01b03604084015116604083015261ffff606084015116606083015292915050565b6101fd610320366004611626565b610756565b600154610212907501000000000000000000000000000000000000000000900463ffffffff1681565b6101fd61035c36600461163f565b6107d1565b61037461036f3660046115e7565b6107ec565b6040519015158152602001610223565b6103976103923660046115e7565b61082c565b60405161ffff9091168152602001610223565b6002546102129063ffffffff1681565b6103cd6103c8366004611600565b61087b565b6040805163ffffffff90931683526001600160a01b03909116602083015201610223565b60015461037490600160a01b900460ff1681565b6101fd610413366004611667565b610946565b60025461039790640100000000900461ffff1681565b61045661043c366004611688565b60046020525f90815260409020546001600160a01b031681565b6040516001600160a01b039091168152602001610223565b6101fd6109bd565b6101fd6109d0565b61045661048c366004611600565b5f908152600760205260409020546801000000000000000090046001600160a01b031690565b6101fd6104c03660046116f3565b610a14565b5f546001600160a01b0316610456565b6101fd6104e33660046115b6565b610e78565b6102126104f6366004611600565b610eaa565b61050e6105093660046115e7565b610eea565b6040516102239190611773565b6103746105293660046115b6565b611034565b61055361053c366004611688565b63ffffffff165f9081526006602052604090205490565b604051908152602001610223565b61060961056f366004611688565b6040805160a0810182525f808252602082018190529181018290526060810182905260808101919091525063ffffffff9081165f90815260066020908152604091829020825160a081018452815481526001909101546001600160a01b03811692820192909252600160a01b8204841692810192909252600160c01b81049092166060820152600160e01b90910461ffff16608082015290565b60405161022391905f60a082019050825182526001600160a01b03602084015116602083015263ffffffff604084015116604083015263ffffffff606084015116606083015261ffff608084015116608083015292915050565b6101fd6106713660046117f4565b61107d565b60015461021290600160c81b900463ffffffff1681565b6101fd61069b36600461181c565b6110f4565b6104566106ae366004611688565b63ffffffff165f908152600660205260409020600101546001600160a01b031690565b6001546001600160a01b0316610456565b6101fd6106f03660046115e7565b61126c565b6104566107033660046118a6565b6112dc565b61071061131c565b61071981611348565b61073b8282196107288561138a565b5464010000000090041661ffff166113f0565b5050565b5f6107498261138a565b5463ffffffff1692915050565b61075e61131c565b60018054821515600160a01b027fffffffffffffffffffffff00ffffffffffffffffffffffffffffffffffffffff9091161790556040517fb11504260ecfcffb6ebdeb716f8ea67351cd54f23af3d6bbec03c41e93b86c45906107c690831515815260200190565b60405180910390a150565b6107d961131c565b6107e282611458565b61073b828261149e565b6001600160a01b0381165f908152600360205260408120805463ffffffff1615801590610825575080546601000000000000900460ff16155b9392505050565b5f61083561131c565b6002805460049061085190640100000000900461ffff166118d3565b91906101000a81548161ffff021916908361ffff16021790559050610876818361149e565b919050565b5f8181526007602052604081208054640100000000810463ffffffff1692680100000000000000009091046001600160a01b031691908390036108d957604051637ca7b13360e11b8152600481018590526024015b60405180910390fd5b6001600160a01b0382165f908152600360205260409020546601000000000000900460ff1615610940576040517f6f123d3d0000000000000000000000000000000000000000000000000000000081526001600160a01b03831660048201526024016108d0565b50915091565b5f6109503361138a565b805467ff0000000000000019166701000000000000008415159081029190911782556001820185905560408051868152602081019290925291925033917fe2b80d5a760a927a85c4fd47c510f8473928c87ed3e0645d953c7bd923347ded910160405180910390a2505050565b6109c561131c565b6109ce5f61152c565b565b60015433906001600160a01b03168114610a085760405163118cdaa760e01b81526001600160a01b03821660048201526024016108d0565b610a118161152c565b50565b5f546001600160a01b03163314801590610a375750610a3533610100611034565b155b15610a575760405163fa5cd00f60e01b81523360048201526024016108d0565b838214610a90576040517f1083f70900000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b610a9981611458565b60025463ffffffff165f5b85811015610e56575f878783818110610abf57610abf6118f3565b9050602002013590505f868684818110610adb57610adb6118f3565b9050602002016020810190610af091906115e7565b905081610b29576040517fff496da900000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b5f828152600760209081526040918290208251608081018452905463ffffffff8082168352640100000000820416928201929092526801000000000000000082046001600160a01b03908116938201849052600160e01b90920461ffff16606082015291908316148015610ba857508561ffff16816060015161ffff16145b15610bf1576040517f9c8bde47000000000000000000000000000000000000000000000000000000008152600481018490526001600160a01b03831660248201526044016108d0565b805163ffffffff165f03610c3b5760018054601990610c1c90600160c81b900463ffffffff16611907565b825463ffffffff9182166101009390930a838102920219161790915581525b610c4485611907565b61ffff808816606084019081526001600160a01b03808616604080870182815263ffffffff8088166020808b019182525f8d8152600782528590208b518154935195519951909a16600160e01b0261ffff60e01b19999098166801000000000000000002989098167fffff00000000000000000000000000000000000000000000ffffffffffffffff9484166401000000000267ffffffffffffffff19909316999093169890981717919091161792909217909255805160a08101825287815292830191909152919650908101610d1a8461138a565b5463ffffffff90811682528351811660208084019190915261ffff808b1660409485018190528a84165f9081526006845285902086518155928601516001939093018054878701516060890151608090990151909416600160e01b0261ffff60e01b19988716600160c01b02989098167fffff000000000000ffffffffffffffffffffffffffffffffffffffffffffffff94909616600160a01b027fffffffffffffffff0000000000000000000000000000000000000000000000009091166001600160a01b03958616171792909216939093179490941790935583519151909285169186917f52333c5084c6d7e03eb9c6e669a987bf1ff4d45d309cce3c688a94ffe02dde9091610e40918b919063ffffffff92831681529116602082015260400190565b60405180910390a4505050806001019050610aa4565b506002805463ffffffff191663ffffffff929092169190911790555050505050565b610e8061131c565b610e8981611348565b61073b8282610e978561138a565b54640100000000900461ffff16176113f0565b5f81815260076020526040812054640100000000900463ffffffff169081900361087657604051637ca7b13360e11b8152600481018390526024016108d0565b6040805160c0810182525f808252602082018190529181018290526060808201839052608082019290925260a08101919091526001600160a01b0382165f90815260036020908152604091829020825160c081018452815463ffffffff8116825261ffff6401000000008204169382019390935260ff660100000000000084048116151594820194909452670100000000000000909204909216151560608201526001820154608082015260028201805491929160a084019190610fad90611922565b80601f0160208091040260200160405190810160405280929190818152602001828054610fd990611922565b80156110245780601f10610ffb57610100808354040283529160200191611024565b820191905f5260205f20905b81548152906001019060200180831161100757829003601f168201915b5050505050815250509050919050565b6001600160a01b0382165f90815260036020526040812080546601000000000000900460ff16158015611075575080546401000000009004831661ffff1615155b949350505050565b61108561131c565b8061108f8361138a565b805491151566010000000000000266ff0000000000001990921691909117905560405181151581526001600160a01b038316907f7960498021bbfca59c11e0cc5171e883120d961d8dfbfaf4e454357dbd88053c906020015b60405180910390a25050565b6110fc61131c565b6001600160a01b0384165f908152600360205260409020805463ffffffff161561115d576040517f45ed80e90000000000000000000000000000000000000000000000000000000081526001600160a01b03861660048201526024016108d0565b61116684611348565b5f6001601581819054906101000a900463ffffffff1661118590611907565b825463ffffffff8083166101009490940a9384029302191691909117909155905080858585855f816004600282016111be8688836119c5565b50815461ffff97881661010092830a90810298021916969096179055815463ffffffff9687169190950a9081029086021990941693909317909255505081165f818152600460205260409081902080546001600160a01b038a166001600160a01b0319909116811790915590517feebd718229c0c525ffdb0f4a0cbc504f5814a81fb5ebd60a141a00ffbdbee0209061125c90899089908990611a80565b60405180910390a3505050505050565b61127461131c565b600180546001600160a01b0383166001600160a01b031990911681179091556112a45f546001600160a01b031690565b6001600160a01b03167f38d16b8cac22d99fc7c124b9cd0de2d3fa1faef420bfe791d8c362d765e2270060405160405180910390a350565b61ffff81165f908152600560205260409020546001600160a01b031680610876576040516325cee07960e01b815261ffff831660048201526024016108d0565b5f546001600160a01b031633146109ce5760405163118cdaa760e01b81523360048201526024016108d0565b61f000811615610a11576040517fea43099700000000000000000000000000000000000000000000000000000000815261ffff821660048201526024016108d0565b6001600160a01b0381165f9081526003602052604081208054909163ffffffff9091169003610876576040517fbfc6c3370000000000000000000000000000000000000000000000000000000081526001600160a01b03831660048201526024016108d0565b6001600160a01b0382165f81815260036020908152604091829020805465ffff00000000191664010000000061ffff87169081029190911790915591519182527fe7e79d2234c81de033ab56f575bdc8c6f66463e29bf30d0d4d9b8c6b5181146491016110e8565b61ffff8116158061147a575060025461ffff6401000000009091048116908216115b15610a11576040516325cee07960e01b815261ffff821660048201526024016108d0565b6114a98160c0611034565b6114d15760405163fa5cd00f60e01b81526001600160a01b03821660048201526024016108d0565b61ffff82165f8181526005602052604080822080546001600160a01b0319166001600160a01b03861690811790915590519092917fe2fcdbd22cd799536234345fd6ac790033bed28133164cbeaec3e67109fc2b8a91a35050565b600180546001600160a01b0319169055610a11815f80546001600160a01b038381166001600160a01b0319831681178455604051919092169283917f8be0079c531659141344cd1fd0a4f28419497f9722a3daafe3b4186f6b6457e09190a35050565b80356001600160a01b0381168114610876575f5ffd5b803561ffff81168114610876575f5ffd5b5f5f604083850312156115c7575f5ffd5b6115d08361158f565b91506115de602084016115a5565b90509250929050565b5f602082840312156115f7575f5ffd5b6108258261158f565b5f60208284031215611610575f5ffd5b5035919050565b80358015158114610876575f5ffd5b5f60208284031215611636575f5ffd5b61082582611617565b5f5f60408385031215611650575f5ffd5b611659836115a5565b91506115de6020840161158f565b5f5f60408385031215611678575f5ffd5b823591506115de60208401611617565b5f60208284031215611698575f5ffd5b813563ffffffff81168114610825575f5ffd5b5f5f83601f8401126116bb575f5ffd5b50813567ffffffffffffffff8111156116d2575f5ffd5b6020830191508360208260051b85010111156116ec575f5ffd5b9250929050565b5f5f5f5f5f60608688031215611707575f5ffd5b853567ffffffffffffffff81111561171d575f5ffd5b611729888289016116ab565b909650945050602086013567ffffffffffffffff811115611748575f5ffd5b611754888289016116ab565b90945092506117679050604087016115a5565b90509295509295909350565b6020815263ffffffff825116602082015261ffff6020830151166040820152604082015115156060820152606082015115156080820152608082015160a08201525f60a083015160c08084015280518060e0850152806020830161010086015e5f6101008286010152610100601f19601f8301168501019250505092915050565b5f5f60408385031215611805575f5ffd5b61180e8361158f565b91506115de60208401611617565b5f5f5f5f6060858703121561182f575f5ffd5b6118388561158f565b9350611846602086016115a5565b9250604085013567ffffffffffffffff811115611861575f5ffd5b8501601f81018713611871575f5ffd5b803567ffffffffffffffff811115611887575f5ffd5b876020828401011115611898575f5ffd5b949793965060200194505050565b5f602082840312156118b6575f5ffd5b610825826115a5565b634e487b7160e01b5f52601160045260245ffd5b5f61ffff821661ffff81036118ea576118ea6118bf565b60010192915050565b634e487b7160e01b5f52603260045260245ffd5b5f63ffffffff821663ffffffff81036118ea576118ea6118bf565b600181811c9082168061193657607f821691505b60208210810361195457634e487b7160e01b5f52602260045260245ffd5b50919050565b634e487b7160e01b5f52604160045260245ffd5b601f8211156119c057828211156119c057805f5260205f20601f840160051c602085101561199957505f5b90810190601f840160051c035f5b818110156119bc575f838201556001016119a7565b5050505b505050565b67ffffffffffffffff8311156119dd576119dd61195a565b6119f1836119eb8354611922565b8361196e565b5f601f841160018114611a22575f8515611a0b5750838201355b5f19600387901b1c1916600186901b178355611a79565b5f83815260208120601f198716915b82811015611a515786850135825560209485019460019092019101611a31565b5086821015611a6d575f1960f88860031b161c19848701351681555b505060018560011b0183555b5050505050565b61ffff8416815260406020820152816040820152818360608301375f818301606090810191909152601f909201601f191601019291505056';
