/** Errors of our JSON-RPC, with the codes that clients of Ethereum know (JSON-RPC 2.0, EIP-1474, geth's code 3). */
export class RpcError extends Error {
  readonly code: number;
  readonly data: string | null;
  constructor(code: number, message: string, data: string | null = null) {
    super(message);
    this.name = 'RpcError';
    this.code = code;
    this.data = data;
  }
}

export const RPC_PARSE = -32700;
export const RPC_INVALID_REQUEST = -32600;
export const RPC_METHOD_NOT_FOUND = -32601;
export const RPC_INVALID_PARAMS = -32602;
export const RPC_INTERNAL = -32603;
export const RPC_SERVER = -32000;
export const RPC_LIMIT = -32005;
export const RPC_REVERTED = 3;
