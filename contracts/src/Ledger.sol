// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Registry} from "./Registry.sol";

/// @title Who owes whom: one balance per participant, micro-euro, the sum always zero
/// @notice A record of claims, not a token: no value is held here, so none can be lost here.
///         It has no events of its own: the events of settlement carry every amount, and a log per posting would double its gas.
contract Ledger {
    error NotSettlement(address account);
    error Unbalanced(int256 sumMicroEur);
    error LengthsDiffer();
    error AmountTooLarge(int256 amountMicroEur);
    error NetsMalformed(uint256 bytesGiven);
    error NetsUnsorted(uint256 number);
    error NumberUnknown(uint256 number);

    uint256 private constant BYTES_PER_NET = 12;
    /// 2^126 micro-euro is 8 * 10^31 euro: no market comes near, and no sum of two such balances leaves 128 bits.
    int256 private constant BALANCE_MAX = int256(1) << 126;

    Registry public immutable registry;
    /// @notice The only contracts that move balances.
    address public immutable tradeSettlement;
    address public immutable pointSettlement;

    /// @dev Two participants a slot, 128 bits each.
    mapping(uint256 pair => uint256) private _balances;

    constructor(Registry registry_, address tradeSettlement_, address pointSettlement_) {
        registry = registry_;
        tradeSettlement = tradeSettlement_;
        pointSettlement = pointSettlement_;
    }

    /// @notice Balance of a participant; 0 for anybody else.
    function balanceOf(address account) external view returns (int256) {
        return balanceOfNumber(registry.participantOf(account).number);
    }

    function balanceOfNumber(uint32 participant) public view returns (int256) {
        return int128(uint128(_balances[participant >> 1] >> _shift(participant)));
    }

    /// @notice Posts the nets of a batch and the fees of its two operators, all times `sign`; they sum to zero.
    /// @param packed    12 bytes each, participants strictly ascending: participant 4, amount 8, signed
    /// @param operators participants that receive `feesMicroEur`
    /// @param sign      1, or -1 to take the same nets back
    /// @dev Reverts NotSettlement, NetsMalformed, NetsUnsorted, NumberUnknown, Unbalanced, AmountTooLarge.
    function postNets(bytes calldata packed, uint32[2] calldata operators, int64[2] calldata feesMicroEur, int256 sign) external {
        if (msg.sender != tradeSettlement) revert NotSettlement(msg.sender);
        (int256 sum, uint256 last) = _postPacked(packed, sign);
        if (last > registry.participantCount()) revert NumberUnknown(last);
        for (uint256 side; side < 2; ++side) {
            int256 fee = sign * feesMicroEur[side];
            sum += fee;
            if (fee != 0) _add(operators[side], fee);
        }
        if (sum != 0) revert Unbalanced(sum);
    }

    /// @notice Posts amounts that sum to zero. An account may stand in the list more than once.
    /// @param participants numbers of the Registry
    /// @dev Reverts NotSettlement, LengthsDiffer, Unbalanced, AmountTooLarge.
    function post(uint32[] calldata participants, int256[] calldata amountsMicroEur) external {
        if (msg.sender != tradeSettlement && msg.sender != pointSettlement) revert NotSettlement(msg.sender);
        if (participants.length != amountsMicroEur.length) revert LengthsDiffer();
        int256 sum;
        for (uint256 i; i < participants.length; ++i) {
            int256 amount = amountsMicroEur[i];
            if (amount == 0) continue;
            sum += amount;
            _add(participants[i], amount);
        }
        if (sum != 0) revert Unbalanced(sum);
    }

    /// @dev Neighbours share a slot, which is read and written once.
    function _postPacked(bytes calldata packed, int256 sign) private returns (int256 sum, uint256 last) {
        if (packed.length % BYTES_PER_NET != 0) revert NetsMalformed(packed.length);
        uint256 pair = type(uint256).max;
        uint256 word;
        unchecked {
            // Offsets stay below the length of the call, sums of 64-bit amounts within 128 bits, balances within 127 (checked).
            for (uint256 offset; offset < packed.length; offset += BYTES_PER_NET) {
                uint256 net;
                assembly {
                    // The length was checked: twelve bytes stand there.
                    net := shr(160, calldataload(add(packed.offset, offset)))
                }
                if (net >> 64 <= last) revert NetsUnsorted(net >> 64);
                last = net >> 64;
                if (last >> 1 != pair) {
                    if (pair != type(uint256).max) _balances[pair] = word;
                    pair = last >> 1;
                    word = _balances[pair];
                }
                int256 amount = sign * int64(uint64(net));
                sum += amount;
                word = _added(word, (last & 1) << 7, amount);
            }
        }
        if (pair != type(uint256).max) _balances[pair] = word;
    }

    function _add(uint32 participant, int256 amountMicroEur) private {
        if (amountMicroEur > BALANCE_MAX || amountMicroEur < -BALANCE_MAX) revert AmountTooLarge(amountMicroEur);
        _balances[participant >> 1] = _added(_balances[participant >> 1], _shift(participant), amountMicroEur);
    }

    /// @dev The amount lies within 2^126, and so does the balance.
    function _added(uint256 word, uint256 shift, int256 amountMicroEur) private pure returns (uint256) {
        unchecked {
            int256 balance = int256(int128(uint128(word >> shift))) + amountMicroEur;
            if (balance > BALANCE_MAX || balance < -BALANCE_MAX) revert AmountTooLarge(balance);
            return (word & ~(uint256(type(uint128).max) << shift)) | (uint256(uint128(int128(balance))) << shift);
        }
    }

    function _shift(uint32 participant) private pure returns (uint256) {
        return (participant & 1) << 7;
    }
}
