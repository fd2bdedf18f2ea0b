// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Registry} from "./Registry.sol";
import {BYTES_PER_POSITION} from "./settlement/Positions.sol";

/// @title Who owes whom: one balance per participant, micro-euro, the sum always zero
/// @notice A record of claims, not a token: no value is held here, so none can be lost here. Number 0, nobody's, is the clearing
///         balance: the other side of the trades of an interval of which some groups of points are posted and others not yet.
///         It has no events of its own: the events of settlement carry every amount, and a log per posting would double its gas.
contract Ledger {
    error NotSettlement(address account);
    error Unbalanced(int256 sumMicroEur);
    error LengthsDiffer();
    error AmountTooLarge(int256 amountMicroEur);

    /// 2^126 micro-euro is 8 * 10^31 euro: no market comes near, and no sum of two such balances leaves 128 bits.
    int256 private constant BALANCE_MAX = int256(1) << 126;

    Registry public immutable registry;
    /// @notice The only contracts that move balances.
    address public immutable tradeSettlement;
    address public immutable pointSettlement;

    /// @dev Two balances, 128 bits each.
    struct Pair {
        uint256 word;
    }

    mapping(uint256 pair => Pair) private _balances;

    constructor(Registry registry_, address tradeSettlement_, address pointSettlement_) {
        registry = registry_;
        tradeSettlement = tradeSettlement_;
        pointSettlement = pointSettlement_;
    }

    /// @notice Balance of a participant; 0 for anybody else.
    function balanceOf(address account) external view returns (int256) {
        uint32 number = registry.participantOf(account).number;
        return number == 0 ? int256(0) : balanceOfNumber(number);
    }

    function balanceOfNumber(uint32 participant) public view returns (int256) {
        return int128(uint128(_balances[participant >> 1].word >> _shift(participant)));
    }

    /// @notice Posts the amounts of positions, all times `sign`, against the clearing balance.
    /// @param positions whole positions of known participants (Positions.sol): what NetSettlement took in
    /// @param sign      1, or -1 to take the same positions back
    /// @dev Reverts NotSettlement, AmountTooLarge.
    function postPositions(bytes calldata positions, int8 sign) external {
        if (msg.sender != tradeSettlement) revert NotSettlement(msg.sender);
        _add(0, -_postPositions(positions, sign));
    }

    /// @notice Posts amounts that sum to zero. An account may stand in the list more than once.
    /// @param participants numbers of the Registry, or 0 for clearing
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
    function _postPositions(bytes calldata positions, int256 sign) private returns (int256 sum) {
        uint256 length = positions.length;
        uint256 last = type(uint256).max;
        Pair storage pair = _balances[0];
        uint256 word = pair.word;
        unchecked {
            // Offsets stay below the length of the call, sums of 64-bit amounts within 128 bits, balances within 127 (checked).
            for (uint256 offset; offset < length; offset += BYTES_PER_POSITION) {
                uint256 participant;
                int256 amount;
                assembly {
                    let position := shr(88, calldataload(add(positions.offset, offset)))
                    participant := and(shr(104, position), 0xffffffff)
                    amount := mul(sign, signextend(7, position))
                }
                if (participant >> 1 != last) {
                    pair.word = word;
                    last = participant >> 1;
                    pair = _balances[last];
                    word = pair.word;
                }
                sum += amount;
                word = _added(word, (participant & 1) << 7, amount);
            }
        }
        pair.word = word;
    }

    function _add(uint32 participant, int256 amountMicroEur) private {
        if (amountMicroEur > BALANCE_MAX || amountMicroEur < -BALANCE_MAX) revert AmountTooLarge(amountMicroEur);
        Pair storage pair = _balances[participant >> 1];
        pair.word = _added(pair.word, _shift(participant), amountMicroEur);
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
