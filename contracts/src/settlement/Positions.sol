// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

uint256 constant POINTS_PER_GROUP = 256;
// Net energies of a group in Wh, sold positive: four of 64 bits a word, the first in the lowest bits.
uint256 constant WORDS_PER_GROUP = POINTS_PER_GROUP / 4;
// Point 4, participant 4, energy 5 (signed, Wh, sold positive), amount 8 (signed, micro-euro, received positive).
uint256 constant BYTES_PER_POSITION = 21;
// Longer ones are cut. So many balances that were 0 and share no slot are still written in half a block.
uint256 constant POSITIONS_PER_PART = 512;

/// @title What participants traded at points in an interval: a hash a group of points, gathered when nothing can change any more
/// @notice Points are numbers of the Registry, 256 a group. What a batch says of a group is a part; the parts of a group are
///         chained in the order in which they came, and whoever settles points brings them back. A storage slot a participant
///         and batch would cost several times as much, and money would move before it is certain.
abstract contract Positions {
    /// @notice One link of a chain.
    struct Part {
        /// 1, or -1 where nets were taken back.
        int8 sign;
        /// Positions of the batch that lie in the group, as they were given: POSITIONS_PER_PART at most.
        bytes positions;
    }

    /// @notice What a group traded, as whoever settles its points brings it.
    struct Sheet {
        uint32 group;
        /// The chain below `parts`; 0: nothing is left below. More parts than fit one block are gathered newest first.
        bytes32 rest;
        /// What was gathered before, by point number modulo 256; zeros at first.
        uint256[WORDS_PER_GROUP] netsWh;
        /// Oldest first; none when all was gathered before.
        Part[] parts;
    }

    /// @dev Of positions that were read, in memory.
    struct Totals {
        int256 sumWh;
        int256 sumMicroEur;
        /// Point, then participant in 32 bits.
        uint256 lastLeg;
        uint256 largestParticipant;
    }

    error PositionsMalformed(uint256 bytesGiven);
    error PositionsUnsorted(uint256 group);
    error PositionsUnbalanced(int256 sumWh);
    error SheetDiffers(uint64 interval, uint32 group);

    bytes32 private constant NOTHING_GATHERED = keccak256(new bytes(32 * WORDS_PER_GROUP));

    /// @notice Groups of an interval with parts that nobody gathered yet.
    mapping(uint64 interval => uint256) public openGroupCount;
    /// @notice Points of the gathered groups of an interval whose trades do not cancel out.
    mapping(uint64 interval => uint256) public tradedPointCount;

    /// @notice The chain of a group of points; once some of it was gathered, the hash of what is left of it and what was gathered;
    ///         0: no trade was settled there.
    mapping(uint64 interval => mapping(uint256 group => bytes32)) public groupOf;

    /// @dev Adds positions to the chains of their groups: strictly ascending by point, then participant; energies sum to zero.
    function _append(uint64 interval, bytes calldata positions, int8 sign) internal returns (Totals memory totals) {
        if (positions.length % BYTES_PER_POSITION != 0) revert PositionsMalformed(positions.length);
        // Numbers count from 1: a point of number 0 would never settle.
        totals.lastLeg = type(uint32).max;
        for (uint256 start; start < positions.length;) {
            (uint256 group, uint256 end) = _addPart(totals, positions, start);
            _link(interval, group, positions[start:end], sign);
            start = end;
        }
        if (totals.sumWh != 0) revert PositionsUnbalanced(totals.sumWh);
    }

    /// @dev Takes parts off the chain of a group. Nothing may be added to it any more.
    /// @return netsWh what was gathered of the group so far
    function _gather(
        uint64 interval,
        Sheet calldata sheet
    ) internal returns (uint256[WORDS_PER_GROUP] memory netsWh) {
        netsWh = sheet.netsWh;
        bytes32 gathered = keccak256(abi.encode(netsWh));
        bytes32 chain = sheet.rest;
        for (uint256 i; i < sheet.parts.length; ++i) {
            (int8 sign, bytes calldata positions) = (sheet.parts[i].sign, sheet.parts[i].positions);
            chain = _linked(chain, sign, positions);
            _addEnergy(netsWh, positions, sign);
        }
        bytes32 state = groupOf[interval][sheet.group];
        bool asKept = chain == state && gathered == NOTHING_GATHERED;
        if (!asKept && keccak256(abi.encode(chain, gathered)) != state) revert SheetDiffers(interval, sheet.group);
        if (sheet.parts.length == 0) return netsWh;
        groupOf[interval][sheet.group] = keccak256(abi.encode(sheet.rest, keccak256(abi.encode(netsWh))));
        if (sheet.rest == 0) {
            --openGroupCount[interval];
            tradedPointCount[interval] += _countTraded(netsWh);
        }
    }

    function _link(uint64 interval, uint256 group, bytes calldata positions, int8 sign) private {
        bytes32 chain = groupOf[interval][group];
        if (chain == 0) ++openGroupCount[interval];
        groupOf[interval][group] = _linked(chain, sign, positions);
    }

    /// @dev Adds up a part: the positions from `start` on that lie in the group of the first of them.
    /// @return group of those points
    /// @return end   offset of the first position behind it
    function _addPart(
        Totals memory totals,
        bytes calldata positions,
        uint256 start
    ) private pure returns (uint256 group, uint256 end) {
        (uint256 last, uint256 largest) = (totals.lastLeg, totals.largestParticipant);
        (int256 sumWh, int256 sumMicroEur) = (totals.sumWh, totals.sumMicroEur);
        group = (_positionAt(positions, start) >> 136) / POINTS_PER_GROUP;
        uint256 beyond = ((group + 1) * POINTS_PER_GROUP) << 32;
        uint256 length = start + POSITIONS_PER_PART * BYTES_PER_POSITION;
        if (length > positions.length) length = positions.length;
        bool sorted = true;
        // Sums of 64-bit numbers stay within 256 bits.
        assembly ("memory-safe") {
            for { end := start } lt(end, length) { end := add(end, BYTES_PER_POSITION) } {
                let position := shr(88, calldataload(add(positions.offset, end)))
                let leg := shr(104, position)
                if iszero(lt(leg, beyond)) { break }
                let participant := and(leg, 0xffffffff)
                // A participant of number 0 is nobody.
                sorted := and(sorted, and(gt(leg, last), gt(participant, 0)))
                last := leg
                if gt(participant, largest) { largest := participant }
                sumWh := add(sumWh, signextend(4, shr(64, position)))
                sumMicroEur := add(sumMicroEur, signextend(7, position))
            }
        }
        if (!sorted) revert PositionsUnsorted(group);
        (totals.lastLeg, totals.largestParticipant) = (last, largest);
        (totals.sumWh, totals.sumMicroEur) = (sumWh, sumMicroEur);
    }

    /// @dev Parts of whole positions with a sign of 1 or -1, or their hash is not in the chain. 2^23 parts do not fill 64 bits.
    function _addEnergy(uint256[WORDS_PER_GROUP] memory netsWh, bytes calldata positions, int256 sign) private pure {
        assembly ("memory-safe") {
            let lane := 0xffffffffffffffff
            let end := add(positions.offset, positions.length)
            for { let at := positions.offset } lt(at, end) { at := add(at, BYTES_PER_POSITION) } {
                let position := shr(88, calldataload(at))
                let place := mod(shr(136, position), POINTS_PER_GROUP)
                let slot := add(netsWh, shl(5, shr(2, place)))
                let shift := shl(6, and(place, 3))
                let word := mload(slot)
                let netWh := and(add(shr(shift, word), mul(sign, signextend(4, shr(64, position)))), lane)
                mstore(slot, or(and(word, not(shl(shift, lane))), shl(shift, netWh)))
            }
        }
    }

    function _countTraded(uint256[WORDS_PER_GROUP] memory netsWh) private pure returns (uint256 count) {
        unchecked {
            for (uint256 i; i < WORDS_PER_GROUP; ++i) {
                for (uint256 rest = netsWh[i]; rest != 0; rest >>= 64) if (uint64(rest) != 0) ++count;
            }
        }
    }

    function _linked(bytes32 chain, int8 sign, bytes calldata positions) private pure returns (bytes32) {
        return keccak256(abi.encode(chain, sign, keccak256(positions)));
    }

    /// @dev Twenty-one bytes from `offset` on; what lies behind the end of the list is the caller's to rule out.
    function _positionAt(bytes calldata positions, uint256 offset) private pure returns (uint256 position) {
        assembly {
            position := shr(88, calldataload(add(positions.offset, offset)))
        }
    }
}
