/** A funded account and a small contract for the tests and the benchmark of this room. */

/** A key that is public by being here: never an account of a real chain. */
export const FUNDED = {
  privateKey: '0x4646464646464646464646464646464646464646464646464646464646464646',
  address: '0x9d8a62f656a8d1615c1294fd71e9cfb3e4855a4f',
} as const;

/**
 * Compiled with solc 0.8.37, optimiser 200 runs, Cancun:
 *
 *   contract Counter {
 *     uint256 public total;
 *     mapping(uint256 => uint256) public entries;
 *     event Added(address indexed by, uint256 amount, uint256 total);
 *     function add(uint256 amount) external {
 *       require(amount > 0, "nothing to add");
 *       total += amount;
 *       entries[total] = amount;
 *       emit Added(msg.sender, amount, total);
 *     }
 *     function hashOf(uint256 number) external view returns (bytes32) { return blockhash(number); }
 *   }
 */
export const COUNTER = {
  abi: [
    'function total() view returns (uint256)',
    'function entries(uint256) view returns (uint256)',
    'function add(uint256 amount)',
    'function hashOf(uint256 number) view returns (bytes32)',
    'event Added(address indexed by, uint256 amount, uint256 total)',
  ],
  bytecode:
    '0x6080604052348015600e575f5ffd5b506101928061001c5f395ff3fe608060405234801561000f575f5ffd5b506004361061004a575f3560e01c80631003e2d21461004e5780632ddbd13a146100635780637e551b751461007d578063b30906d41461008f575b5f5ffd5b61006161005c366004610156565b6100ae565b005b61006b5f5481565b60405190815260200160405180910390f35b61006b61008b366004610156565b4090565b61006b61009d366004610156565b60016020525f908152604090205481565b5f81116100f25760405162461bcd60e51b815260206004820152600e60248201526d1b9bdd1a1a5b99c81d1bc818591960921b604482015260640160405180910390fd5b805f5f828254610102919061016d565b90915550505f80548152600160209081526040808320849055915482518481529182015233917f2a8f5e2f05e241e9eed0e8f7a9338ba078a26ed2cfc22913acfd874a2d3093c5910160405180910390a250565b5f60208284031215610166575f5ffd5b5035919050565b8082018082111561018c57634e487b7160e01b5f52601160045260245ffd5b9291505056',
};
