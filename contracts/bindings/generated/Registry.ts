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
   }
  ],
  "name": "connectPoints",
  "outputs": [],
  "stateMutability": "nonpayable",
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
    "internalType": "uint32[]",
    "name": "numbers",
    "type": "uint32[]"
   }
  ],
  "name": "connections",
  "outputs": [
   {
    "internalType": "bytes32[]",
    "name": "points",
    "type": "bytes32[]"
   },
   {
    "internalType": "address[]",
    "name": "owners",
    "type": "address[]"
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
      "internalType": "uint16",
      "name": "roles",
      "type": "uint16"
     },
     {
      "internalType": "bool",
      "name": "registered",
      "type": "bool"
     },
     {
      "internalType": "bool",
      "name": "suspended",
      "type": "bool"
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
    "internalType": "bytes32[]",
    "name": "points",
    "type": "bytes32[]"
   }
  ],
  "name": "resolve",
  "outputs": [
   {
    "internalType": "uint32[]",
    "name": "numbers",
    "type": "uint32[]"
   },
   {
    "internalType": "address[]",
    "name": "owners",
    "type": "address[]"
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
  '0x608060405234801561000f575f5ffd5b5060405161174c38038061174c83398101604081905261002e916100d7565b806001600160a01b03811661005c57604051631e4fbdf760e01b81525f600482015260240160405180910390fd5b6100658161006c565b5050610104565b600180546001600160a01b031916905561008581610088565b50565b5f80546001600160a01b038381166001600160a01b0319831681178455604051919092169283917f8be0079c531659141344cd1fd0a4f28419497f9722a3daafe3b4186f6b6457e09190a35050565b5f602082840312156100e7575f5ffd5b81516001600160a01b03811681146100fd575f5ffd5b9392505050565b61163b806101115f395ff3fe608060405234801561000f575f5ffd5b5060043610610183575f3560e01c80637dd56411116100dd578063bc3432cb11610088578063d8f2188211610063578063d8f21882146103c1578063e30c3978146103f2578063f2fde38b14610403575f5ffd5b8063bc3432cb14610368578063c8422a6b1461039b578063ce189ae2146103ae575f5ffd5b806398ecb0f9116100b857806398ecb0f914610322578063998fb58514610335578063baf156a714610355575f5ffd5b80637dd56411146102b75780638da5cb5b146102ff578063972412321461030f575f5ffd5b8063583550fe1161013d57806371433d2b1161011857806371433d2b14610286578063715018a6146102a757806379ba5097146102af575f5ffd5b8063583550fe1461020f57806359abddce1461023b5780635c975abb14610272575f5ffd5b806316c38b3c1161016d57806316c38b3c146101c657806342c38c56146101d95780634ea71327146101ec575f5ffd5b80623fc7d114610187578063057489fa1461019c575b5f5ffd5b61019a6101953660046110d2565b610416565b005b6101af6101aa36600461114b565b610445565b6040516101bd9291906111cd565b60405180910390f35b61019a6101d4366004611239565b61055d565b61019a6101e7366004611252565b6105d8565b6101ff6101fa3660046112be565b6108da565b60405190151581526020016101bd565b60015461022690600160a81b900463ffffffff1681565b60405163ffffffff90911681526020016101bd565b61024e6102493660046112d7565b610918565b6040805163ffffffff90931683526001600160a01b039091166020830152016101bd565b6001546101ff90600160a01b900460ff1681565b61029961029436600461114b565b6109d0565b6040516101bd9291906112ee565b61019a610b11565b61019a610b24565b6102e76102c53660046112d7565b5f9081526004602052604090205464010000000090046001600160a01b031690565b6040516001600160a01b0390911681526020016101bd565b5f546001600160a01b03166102e7565b61019a61031d3660046110d2565b610b68565b6102266103303660046112d7565b610b92565b6103486103433660046112be565b610bcf565b6040516101bd9190611327565b6101ff6103633660046110d2565b610cdc565b61038d61037636600461138b565b63ffffffff165f9081526003602052604090205490565b6040519081526020016101bd565b61019a6103a93660046113ae565b610d2d565b61019a6103bc3660046113d6565b610d9e565b6102e76103cf36600461138b565b63ffffffff165f908152600360205260409020600101546001600160a01b031690565b6001546001600160a01b03166102e7565b61019a6104113660046112be565b610e86565b61041e610f03565b61042781610f2f565b61044182821961043685610f71565b541661ffff16610fd4565b5050565b6060808267ffffffffffffffff81111561046157610461611460565b60405190808252806020026020018201604052801561048a578160200160208202803683370190505b5091508267ffffffffffffffff8111156104a6576104a6611460565b6040519080825280602002602001820160405280156104cf578160200160208202803683370190505b5090505f5b83811015610555576104fd8585838181106104f1576104f1611474565b90506020020135610918565b84838151811061050f5761050f611474565b6020026020010184848151811061052857610528611474565b6001600160a01b039093166020938402919091019092019190915263ffffffff90911690526001016104d4565b509250929050565b610565610f03565b60018054821515600160a01b027fffffffffffffffffffffff00ffffffffffffffffffffffffffffffffffffffff9091161790556040517fb11504260ecfcffb6ebdeb716f8ea67351cd54f23af3d6bbec03c41e93b86c45906105cd90831515815260200190565b60405180910390a150565b5f546001600160a01b031633148015906105fb57506105f933610100610cdc565b155b15610639576040517ffa5cd00f0000000000000000000000000000000000000000000000000000000081523360048201526024015b60405180910390fd5b828114610672576040517f1083f70900000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b600154600160a81b900463ffffffff165f5b84811015610897575f86868381811061069f5761069f611474565b9050602002013590505f8585848181106106bb576106bb611474565b90506020020160208101906106d091906112be565b905081610709576040517fff496da900000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b5f828152600460205260409020546001600160a01b038083166401000000009092041603610775576040517f9c8bde47000000000000000000000000000000000000000000000000000000008152600481018390526001600160a01b0382166024820152604401610630565b61077e81610f71565b50604080518082019091528281526001600160a01b038216602082015260035f6107a787611488565b63ffffffff81811680845260208085019590955260409384015f9081208751815596860151600190970180546001600160a01b0398891673ffffffffffffffffffffffffffffffffffffffff19909116179055845180860186528281528888168188018181528b84526004895292879020915182549351909916640100000000027fffffffffffffffff000000000000000000000000000000000000000000000000909316989094169790971717909555915193845296509184917f2e8b55ba374014cb618acab176211b9d4b1492e7a60d67af1dac2f0684346006910160405180910390a35050600101610684565b506001805463ffffffff909216600160a81b027fffffffffffffff00000000ffffffffffffffffffffffffffffffffffffffffff90921691909117905550505050565b6001600160a01b0381165f908152600260205260408120805462010000900460ff168015610911575080546301000000900460ff16155b9392505050565b5f818152600460205260408120805463ffffffff8116926401000000009091046001600160a01b0316919083900361096657604051637ca7b13360e11b815260048101859052602401610630565b6001600160a01b0382165f908152600260205260409020546301000000900460ff16156109ca576040517f6f123d3d0000000000000000000000000000000000000000000000000000000081526001600160a01b0383166004820152602401610630565b50915091565b6060808267ffffffffffffffff8111156109ec576109ec611460565b604051908082528060200260200182016040528015610a15578160200160208202803683370190505b5091508267ffffffffffffffff811115610a3157610a31611460565b604051908082528060200260200182016040528015610a5a578160200160208202803683370190505b5090505f5b83811015610555575f60035f878785818110610a7d57610a7d611474565b9050602002016020810190610a92919061138b565b63ffffffff16815260208101919091526040015f2080546001820154865192935090916001600160a01b0390911690869085908110610ad357610ad3611474565b60200260200101858581518110610aec57610aec611474565b6001600160a01b03909316602093840291909101909201919091525250600101610a5f565b610b19610f03565b610b225f61102e565b565b60015433906001600160a01b03168114610b5c5760405163118cdaa760e01b81526001600160a01b0382166004820152602401610630565b610b658161102e565b50565b610b70610f03565b610b7981610f2f565b6104418282610b8785610f71565b5461ffff1617610fd4565b5f8181526004602052604081205463ffffffff1690819003610bca57604051637ca7b13360e11b815260048101839052602401610630565b919050565b60408051608080820183525f808352602080840182905283850182905260608085018190526001600160a01b0387168352600282529185902085519384018652805461ffff8116855260ff6201000082048116151593860193909352630100000090049091161515948301949094526001840180549394929391840191610c55906114b8565b80601f0160208091040260200160405190810160405280929190818152602001828054610c81906114b8565b8015610ccc5780601f10610ca357610100808354040283529160200191610ccc565b820191905f5260205f20905b815481529060010190602001808311610caf57829003601f168201915b5050505050815250509050919050565b6001600160a01b0382165f908152600260205260408120805462010000900460ff168015610d13575080546301000000900460ff16155b8015610d2557508054831661ffff1615155b949350505050565b610d35610f03565b80610d3f83610f71565b805491151563010000000263ff0000001990921691909117905560405181151581526001600160a01b038316907f7960498021bbfca59c11e0cc5171e883120d961d8dfbfaf4e454357dbd88053c906020015b60405180910390a25050565b610da6610f03565b6001600160a01b0384165f908152600260205260409020805462010000900460ff1615610e0a576040517f45ed80e90000000000000000000000000000000000000000000000000000000081526001600160a01b0386166004820152602401610630565b610e1384610f2f565b805461ffff851662ffffff19909116176201000017815560018101610e39838583611547565b50846001600160a01b03167fcf275f190441031688be5322154e5a264061cdc157879f29d8a35eadc1e6a807858585604051610e7793929190611602565b60405180910390a25050505050565b610e8e610f03565b600180546001600160a01b03831673ffffffffffffffffffffffffffffffffffffffff199091168117909155610ecb5f546001600160a01b031690565b6001600160a01b03167f38d16b8cac22d99fc7c124b9cd0de2d3fa1faef420bfe791d8c362d765e2270060405160405180910390a350565b5f546001600160a01b03163314610b225760405163118cdaa760e01b8152336004820152602401610630565b61fe00811615610b65576040517fea43099700000000000000000000000000000000000000000000000000000000815261ffff82166004820152602401610630565b6001600160a01b0381165f908152600260205260409020805462010000900460ff16610bca576040517fbfc6c3370000000000000000000000000000000000000000000000000000000081526001600160a01b0383166004820152602401610630565b6001600160a01b0382165f81815260026020908152604091829020805461ffff191661ffff861690811790915591519182527fe7e79d2234c81de033ab56f575bdc8c6f66463e29bf30d0d4d9b8c6b518114649101610d92565b6001805473ffffffffffffffffffffffffffffffffffffffff19169055610b65815f80546001600160a01b0383811673ffffffffffffffffffffffffffffffffffffffff19831681178455604051919092169283917f8be0079c531659141344cd1fd0a4f28419497f9722a3daafe3b4186f6b6457e09190a35050565b80356001600160a01b0381168114610bca575f5ffd5b803561ffff81168114610bca575f5ffd5b5f5f604083850312156110e3575f5ffd5b6110ec836110ab565b91506110fa602084016110c1565b90509250929050565b5f5f83601f840112611113575f5ffd5b50813567ffffffffffffffff81111561112a575f5ffd5b6020830191508360208260051b8501011115611144575f5ffd5b9250929050565b5f5f6020838503121561115c575f5ffd5b823567ffffffffffffffff811115611172575f5ffd5b61117e85828601611103565b90969095509350505050565b5f8151808452602084019350602083015f5b828110156111c35781516001600160a01b031686526020958601959091019060010161119c565b5093949350505050565b604080825283519082018190525f9060208501906060840190835b8181101561120c57835163ffffffff168352602093840193909201916001016111e8565b50508381036020850152611220818661118a565b9695505050505050565b80358015158114610bca575f5ffd5b5f60208284031215611249575f5ffd5b6109118261122a565b5f5f5f5f60408587031215611265575f5ffd5b843567ffffffffffffffff81111561127b575f5ffd5b61128787828801611103565b909550935050602085013567ffffffffffffffff8111156112a6575f5ffd5b6112b287828801611103565b95989497509550505050565b5f602082840312156112ce575f5ffd5b610911826110ab565b5f602082840312156112e7575f5ffd5b5035919050565b604080825283519082018190525f9060208501906060840190835b8181101561120c578351835260209384019390920191600101611309565b6020815261ffff82511660208201526020820151151560408201526040820151151560608201525f606083015160808084015280518060a0850152806020830160c086015e5f60c0828601015260c0601f19601f8301168501019250505092915050565b5f6020828403121561139b575f5ffd5b813563ffffffff81168114610911575f5ffd5b5f5f604083850312156113bf575f5ffd5b6113c8836110ab565b91506110fa6020840161122a565b5f5f5f5f606085870312156113e9575f5ffd5b6113f2856110ab565b9350611400602086016110c1565b9250604085013567ffffffffffffffff81111561141b575f5ffd5b8501601f8101871361142b575f5ffd5b803567ffffffffffffffff811115611441575f5ffd5b876020828401011115611452575f5ffd5b949793965060200194505050565b634e487b7160e01b5f52604160045260245ffd5b634e487b7160e01b5f52603260045260245ffd5b5f63ffffffff821663ffffffff81036114af57634e487b7160e01b5f52601160045260245ffd5b60010192915050565b600181811c908216806114cc57607f821691505b6020821081036114ea57634e487b7160e01b5f52602260045260245ffd5b50919050565b601f821115611542578282111561154257805f5260205f20601f840160051c602085101561151b57505f5b90810190601f840160051c035f5b8181101561153e575f83820155600101611529565b5050505b505050565b67ffffffffffffffff83111561155f5761155f611460565b6115738361156d83546114b8565b836114f0565b5f601f8411600181146115a4575f851561158d5750838201355b5f19600387901b1c1916600186901b1783556115fb565b5f83815260208120601f198716915b828110156115d357868501358255602094850194600190920191016115b3565b50868210156115ef575f1960f88860031b161c19848701351681555b505060018560011b0183555b5050505050565b61ffff8416815260406020820152816040820152818360608301375f818301606090810191909152601f909201601f191601019291505056';
