// Written by contracts/generate-bindings.ts from the compiled contracts: do not edit.

export const flexibilityUnitsAbi = [
 {
  "inputs": [
   {
    "internalType": "address",
    "name": "flexibility_",
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
    "name": "sender",
    "type": "address"
   },
   {
    "internalType": "uint256",
    "name": "balance",
    "type": "uint256"
   },
   {
    "internalType": "uint256",
    "name": "needed",
    "type": "uint256"
   },
   {
    "internalType": "uint256",
    "name": "tokenId",
    "type": "uint256"
   }
  ],
  "name": "ERC1155InsufficientBalance",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "address",
    "name": "approver",
    "type": "address"
   }
  ],
  "name": "ERC1155InvalidApprover",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "uint256",
    "name": "idsLength",
    "type": "uint256"
   },
   {
    "internalType": "uint256",
    "name": "valuesLength",
    "type": "uint256"
   }
  ],
  "name": "ERC1155InvalidArrayLength",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "address",
    "name": "operator",
    "type": "address"
   }
  ],
  "name": "ERC1155InvalidOperator",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "address",
    "name": "receiver",
    "type": "address"
   }
  ],
  "name": "ERC1155InvalidReceiver",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "address",
    "name": "sender",
    "type": "address"
   }
  ],
  "name": "ERC1155InvalidSender",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "address",
    "name": "operator",
    "type": "address"
   },
   {
    "internalType": "address",
    "name": "owner",
    "type": "address"
   }
  ],
  "name": "ERC1155MissingApprovalForAll",
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
  "name": "NotFlexibility",
  "type": "error"
 },
 {
  "inputs": [
   {
    "internalType": "address",
    "name": "holder",
    "type": "address"
   }
  ],
  "name": "UnitsNotTransferable",
  "type": "error"
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
    "internalType": "address",
    "name": "operator",
    "type": "address"
   },
   {
    "indexed": false,
    "internalType": "bool",
    "name": "approved",
    "type": "bool"
   }
  ],
  "name": "ApprovalForAll",
  "type": "event"
 },
 {
  "anonymous": false,
  "inputs": [
   {
    "indexed": true,
    "internalType": "address",
    "name": "operator",
    "type": "address"
   },
   {
    "indexed": true,
    "internalType": "address",
    "name": "from",
    "type": "address"
   },
   {
    "indexed": true,
    "internalType": "address",
    "name": "to",
    "type": "address"
   },
   {
    "indexed": false,
    "internalType": "uint256[]",
    "name": "ids",
    "type": "uint256[]"
   },
   {
    "indexed": false,
    "internalType": "uint256[]",
    "name": "values",
    "type": "uint256[]"
   }
  ],
  "name": "TransferBatch",
  "type": "event"
 },
 {
  "anonymous": false,
  "inputs": [
   {
    "indexed": true,
    "internalType": "address",
    "name": "operator",
    "type": "address"
   },
   {
    "indexed": true,
    "internalType": "address",
    "name": "from",
    "type": "address"
   },
   {
    "indexed": true,
    "internalType": "address",
    "name": "to",
    "type": "address"
   },
   {
    "indexed": false,
    "internalType": "uint256",
    "name": "id",
    "type": "uint256"
   },
   {
    "indexed": false,
    "internalType": "uint256",
    "name": "value",
    "type": "uint256"
   }
  ],
  "name": "TransferSingle",
  "type": "event"
 },
 {
  "anonymous": false,
  "inputs": [
   {
    "indexed": false,
    "internalType": "string",
    "name": "value",
    "type": "string"
   },
   {
    "indexed": true,
    "internalType": "uint256",
    "name": "id",
    "type": "uint256"
   }
  ],
  "name": "URI",
  "type": "event"
 },
 {
  "inputs": [
   {
    "internalType": "address",
    "name": "account",
    "type": "address"
   },
   {
    "internalType": "uint256",
    "name": "id",
    "type": "uint256"
   }
  ],
  "name": "balanceOf",
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
    "internalType": "address[]",
    "name": "accounts",
    "type": "address[]"
   },
   {
    "internalType": "uint256[]",
    "name": "ids",
    "type": "uint256[]"
   }
  ],
  "name": "balanceOfBatch",
  "outputs": [
   {
    "internalType": "uint256[]",
    "name": "",
    "type": "uint256[]"
   }
  ],
  "stateMutability": "view",
  "type": "function"
 },
 {
  "inputs": [],
  "name": "flexibility",
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
    "internalType": "address",
    "name": "operator",
    "type": "address"
   }
  ],
  "name": "isApprovedForAll",
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
    "name": "seller",
    "type": "address"
   },
   {
    "internalType": "uint256",
    "name": "id",
    "type": "uint256"
   },
   {
    "internalType": "uint64",
    "name": "energyWh",
    "type": "uint64"
   }
  ],
  "name": "issue",
  "outputs": [],
  "stateMutability": "nonpayable",
  "type": "function"
 },
 {
  "inputs": [
   {
    "internalType": "address",
    "name": "from",
    "type": "address"
   },
   {
    "internalType": "address",
    "name": "to",
    "type": "address"
   },
   {
    "internalType": "uint256",
    "name": "id",
    "type": "uint256"
   },
   {
    "internalType": "uint64",
    "name": "energyWh",
    "type": "uint64"
   }
  ],
  "name": "move",
  "outputs": [],
  "stateMutability": "nonpayable",
  "type": "function"
 },
 {
  "inputs": [
   {
    "internalType": "address",
    "name": "holder",
    "type": "address"
   },
   {
    "internalType": "uint256",
    "name": "id",
    "type": "uint256"
   },
   {
    "internalType": "uint64",
    "name": "energyWh",
    "type": "uint64"
   }
  ],
  "name": "retire",
  "outputs": [],
  "stateMutability": "nonpayable",
  "type": "function"
 },
 {
  "inputs": [
   {
    "internalType": "address",
    "name": "from",
    "type": "address"
   },
   {
    "internalType": "address",
    "name": "",
    "type": "address"
   },
   {
    "internalType": "uint256[]",
    "name": "",
    "type": "uint256[]"
   },
   {
    "internalType": "uint256[]",
    "name": "",
    "type": "uint256[]"
   },
   {
    "internalType": "bytes",
    "name": "",
    "type": "bytes"
   }
  ],
  "name": "safeBatchTransferFrom",
  "outputs": [],
  "stateMutability": "pure",
  "type": "function"
 },
 {
  "inputs": [
   {
    "internalType": "address",
    "name": "from",
    "type": "address"
   },
   {
    "internalType": "address",
    "name": "",
    "type": "address"
   },
   {
    "internalType": "uint256",
    "name": "",
    "type": "uint256"
   },
   {
    "internalType": "uint256",
    "name": "",
    "type": "uint256"
   },
   {
    "internalType": "bytes",
    "name": "",
    "type": "bytes"
   }
  ],
  "name": "safeTransferFrom",
  "outputs": [],
  "stateMutability": "pure",
  "type": "function"
 },
 {
  "inputs": [
   {
    "internalType": "address",
    "name": "",
    "type": "address"
   },
   {
    "internalType": "bool",
    "name": "",
    "type": "bool"
   }
  ],
  "name": "setApprovalForAll",
  "outputs": [],
  "stateMutability": "view",
  "type": "function"
 },
 {
  "inputs": [
   {
    "internalType": "uint256",
    "name": "id",
    "type": "uint256"
   }
  ],
  "name": "supplyOf",
  "outputs": [
   {
    "components": [
     {
      "internalType": "uint64",
      "name": "issuedWh",
      "type": "uint64"
     },
     {
      "internalType": "uint64",
      "name": "retiredWh",
      "type": "uint64"
     },
     {
      "internalType": "uint64",
      "name": "withdrawnWh",
      "type": "uint64"
     }
    ],
    "internalType": "struct FlexibilityUnits.Supply",
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
    "internalType": "bytes4",
    "name": "interfaceId",
    "type": "bytes4"
   }
  ],
  "name": "supportsInterface",
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
    "internalType": "uint256",
    "name": "id",
    "type": "uint256"
   }
  ],
  "name": "totalSupply",
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
    "name": "",
    "type": "uint256"
   }
  ],
  "name": "uri",
  "outputs": [
   {
    "internalType": "string",
    "name": "",
    "type": "string"
   }
  ],
  "stateMutability": "view",
  "type": "function"
 },
 {
  "inputs": [
   {
    "internalType": "address",
    "name": "holder",
    "type": "address"
   },
   {
    "internalType": "uint256",
    "name": "id",
    "type": "uint256"
   },
   {
    "internalType": "uint64",
    "name": "energyWh",
    "type": "uint64"
   }
  ],
  "name": "withdraw",
  "outputs": [],
  "stateMutability": "nonpayable",
  "type": "function"
 }
] as const;

export const flexibilityUnitsBytecode =
  '0x60a060405234801561000f575f5ffd5b5060405161131a38038061131a83398101604081905261002e91610067565b60408051602081019091525f815261004581610057565b506001600160a01b03166080526101f5565b60026100638282610137565b5050565b5f60208284031215610077575f5ffd5b81516001600160a01b038116811461008d575f5ffd5b9392505050565b634e487b7160e01b5f52604160045260245ffd5b600181811c908216806100bc57607f821691505b6020821081036100da57634e487b7160e01b5f52602260045260245ffd5b50919050565b601f821115610132578282111561013257805f5260205f20601f840160051c602085101561010b57505f5b90810190601f840160051c035f5b8181101561012e575f83820155600101610119565b5050505b505050565b81516001600160401b0381111561015057610150610094565b6101648161015e84546100a8565b846100e0565b6020601f821160018114610196575f831561017f5750848201515b5f19600385901b1c1916600184901b1784556101ee565b5f84815260208120601f198516915b828110156101c557878501518255602094850194600190920191016101a5565b50848210156101e257868401515f19600387901b60f8161c191681555b505060018360011b0184555b5050505050565b6080516110f16102295f395f81816102ab0152818161048c01528181610629015281816106f201526107e501526110f15ff3fe608060405234801561000f575f5ffd5b50600436106100ef575f3560e01c80638806792f11610093578063c756eab211610063578063c756eab214610293578063e479cdf8146102a6578063e985e9c5146102e5578063f242432a14610320575f5ffd5b80638806792f146101b7578063a22cb4651461025a578063ac1f5d071461026d578063bd85b03914610280575f5ffd5b80631593ed35116100ce5780631593ed351461015c5780632eb2c2d6146101715780634e1273f4146101845780638693a290146101a4575f5ffd5b8062fdd58e146100f357806301ffc9a7146101195780630e89341c1461013c575b5f5ffd5b610106610101366004610b1b565b61032e565b6040519081526020015b60405180910390f35b61012c610127366004610b43565b610355565b6040519015158152602001610110565b61014f61014a366004610b71565b6103ef565b6040516101109190610b88565b61016f61016a366004610bd4565b610481565b005b61016f61017f366004610d4b565b61052f565b610197610192366004610dfa565b610553565b6040516101109190610ef7565b61016f6101b2366004610bd4565b61061e565b6102276101c5366004610b71565b60408051606080820183525f80835260208084018290529284018190529384526003825292829020825193840183525467ffffffffffffffff8082168552680100000000000000008204811692850192909252600160801b9004169082015290565b60408051825167ffffffffffffffff90811682526020808501518216908301529282015190921690820152606001610110565b61016f610268366004610f09565b6106cc565b61016f61027b366004610bd4565b6106e7565b61010661028e366004610b71565b610768565b61016f6102a1366004610f42565b6107da565b6102cd7f000000000000000000000000000000000000000000000000000000000000000081565b6040516001600160a01b039091168152602001610110565b61012c6102f3366004610f8c565b6001600160a01b039182165f90815260016020908152604080832093909416825291909152205460ff1690565b61016f61017f366004610fbd565b5f818152602081815260408083206001600160a01b03861684529091529020545b92915050565b5f6001600160e01b031982167fd9b67a260000000000000000000000000000000000000000000000000000000014806103b757506001600160e01b031982167f0e89341c00000000000000000000000000000000000000000000000000000000145b8061034f57507f01ffc9a7000000000000000000000000000000000000000000000000000000006001600160e01b031983161461034f565b6060600280546103fe90611011565b80601f016020809104026020016040519081016040528092919081815260200182805461042a90611011565b80156104755780601f1061044c57610100808354040283529160200191610475565b820191905f5260205f20905b81548152906001019060200180831161045857829003601f168201915b50505050509050919050565b336001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016146104d15760405163fe5dff8960e01b81523360048201526024015b60405180910390fd5b5f82815260036020526040812080548392906104f890849067ffffffffffffffff1661105d565b92506101000a81548167ffffffffffffffff021916908367ffffffffffffffff16021790555061052a5f848484610837565b505050565b604051636ac00ce560e01b81526001600160a01b03861660048201526024016104c8565b606081518351146105845781518351604051635b05999160e01b8152600481019290925260248201526044016104c8565b5f835167ffffffffffffffff81111561059f5761059f610c0d565b6040519080825280602002602001820160405280156105c8578160200160208202803683370190505b5090505f5b8451811015610616576020808202860101516105f19060208084028701015161032e565b8282815181106106035761060361107d565b60209081029190910101526001016105cd565b509392505050565b336001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016146106695760405163fe5dff8960e01b81523360048201526024016104c8565b5f828152600360205260409020805482919060109061069a908490600160801b900467ffffffffffffffff1661105d565b92506101000a81548167ffffffffffffffff021916908367ffffffffffffffff16021790555061052a835f8484610837565b604051636ac00ce560e01b81523360048201526024016104c8565b336001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016146107325760405163fe5dff8960e01b81523360048201526024016104c8565b5f828152600360205260409020805482919060089061069a90849068010000000000000000900467ffffffffffffffff1661105d565b5f8181526003602090815260408083208151606081018352905467ffffffffffffffff8082168084526801000000000000000083048216958401869052600160801b9092041692820183905290926107bf91611091565b6107c99190611091565b67ffffffffffffffff169392505050565b336001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016146108255760405163fe5dff8960e01b81523360048201526024016104c8565b61083184848484610837565b50505050565b6040805160018082528183019092525f916020808301908036833750506040805160018082528183019092529293505f9291506020808301908036833701905050905083838067ffffffffffffffff169050835f8151811061089b5761089b61107d565b60200260200101835f815181106108b4576108b461107d565b6020908102919091010191909152526108cf868684846108d7565b505050505050565b80518251146109065781518151604051635b05999160e01b8152600481019290925260248201526044016104c8565b335f5b8351811015610a21576020818102858101820151908501909101516001600160a01b038816156109d3575f828152602081815260408083206001600160a01b038c168452909152902054818110156109ad576040517f03dee4c50000000000000000000000000000000000000000000000000000000081526001600160a01b038a1660048201526024810182905260448101839052606481018490526084016104c8565b5f838152602081815260408083206001600160a01b038d16845290915290209082900390555b6001600160a01b03871615610a17575f828152602081815260408083206001600160a01b038b16845290915281208054839290610a119084906110b1565b90915550505b5050600101610909565b508251600103610aa15760208301515f906020840151909150856001600160a01b0316876001600160a01b0316846001600160a01b03167fc3d58168c5ae7397731d063d5bbf3d657854427343f4c083240f7aacaa2d0f628585604051610a92929190918252602082015260400190565b60405180910390a45050610af9565b836001600160a01b0316856001600160a01b0316826001600160a01b03167f4a39dc06d4c0dbc64b70af90fd698a233a518aa5d07e595d983b8c0526c8f7fb8686604051610af09291906110c4565b60405180910390a45b5050505050565b80356001600160a01b0381168114610b16575f5ffd5b919050565b5f5f60408385031215610b2c575f5ffd5b610b3583610b00565b946020939093013593505050565b5f60208284031215610b53575f5ffd5b81356001600160e01b031981168114610b6a575f5ffd5b9392505050565b5f60208284031215610b81575f5ffd5b5035919050565b602081525f82518060208401528060208501604085015e5f604082850101526040601f19601f83011684010191505092915050565b803567ffffffffffffffff81168114610b16575f5ffd5b5f5f5f60608486031215610be6575f5ffd5b610bef84610b00565b925060208401359150610c0460408501610bbd565b90509250925092565b634e487b7160e01b5f52604160045260245ffd5b604051601f8201601f1916810167ffffffffffffffff81118282101715610c4a57610c4a610c0d565b604052919050565b5f67ffffffffffffffff821115610c6b57610c6b610c0d565b5060051b60200190565b5f82601f830112610c84575f5ffd5b8135610c97610c9282610c52565b610c21565b8082825260208201915060208360051b860101925085831115610cb8575f5ffd5b602085015b83811015610cd5578035835260209283019201610cbd565b5095945050505050565b5f82601f830112610cee575f5ffd5b813567ffffffffffffffff811115610d0857610d08610c0d565b610d1b601f8201601f1916602001610c21565b818152846020838601011115610d2f575f5ffd5b816020850160208301375f918101602001919091529392505050565b5f5f5f5f5f60a08688031215610d5f575f5ffd5b610d6886610b00565b9450610d7660208701610b00565b9350604086013567ffffffffffffffff811115610d91575f5ffd5b610d9d88828901610c75565b935050606086013567ffffffffffffffff811115610db9575f5ffd5b610dc588828901610c75565b925050608086013567ffffffffffffffff811115610de1575f5ffd5b610ded88828901610cdf565b9150509295509295909350565b5f5f60408385031215610e0b575f5ffd5b823567ffffffffffffffff811115610e21575f5ffd5b8301601f81018513610e31575f5ffd5b8035610e3f610c9282610c52565b8082825260208201915060208360051b850101925087831115610e60575f5ffd5b6020840193505b82841015610e8957610e7884610b00565b825260209384019390910190610e67565b9450505050602083013567ffffffffffffffff811115610ea7575f5ffd5b610eb385828601610c75565b9150509250929050565b5f8151808452602084019350602083015f5b82811015610eed578151865260209586019590910190600101610ecf565b5093949350505050565b602081525f610b6a6020830184610ebd565b5f5f60408385031215610f1a575f5ffd5b610f2383610b00565b915060208301358015158114610f37575f5ffd5b809150509250929050565b5f5f5f5f60808587031215610f55575f5ffd5b610f5e85610b00565b9350610f6c60208601610b00565b925060408501359150610f8160608601610bbd565b905092959194509250565b5f5f60408385031215610f9d575f5ffd5b610fa683610b00565b9150610fb460208401610b00565b90509250929050565b5f5f5f5f5f60a08688031215610fd1575f5ffd5b610fda86610b00565b9450610fe860208701610b00565b93506040860135925060608601359150608086013567ffffffffffffffff811115610de1575f5ffd5b600181811c9082168061102557607f821691505b60208210810361104357634e487b7160e01b5f52602260045260245ffd5b50919050565b634e487b7160e01b5f52601160045260245ffd5b67ffffffffffffffff818116838216019081111561034f5761034f611049565b634e487b7160e01b5f52603260045260245ffd5b67ffffffffffffffff828116828216039081111561034f5761034f611049565b8082018082111561034f5761034f611049565b604081525f6110d66040830185610ebd565b82810360208401526110e88185610ebd565b9594505050505056';
