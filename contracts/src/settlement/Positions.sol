// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title What points traded in an interval, net: six points a storage slot
/// @notice Points are numbers of the Registry. A point that traded is marked for good, also when its net is zero.
abstract contract Positions {
    error PositionsMalformed(uint256 bytesGiven);
    error PositionsUnsorted(uint256 pointNumber);
    error PositionsUnbalanced(int256 sumWh);
    error PositionTooLarge(int256 netWh);

    uint256 private constant BYTES_PER_NET = 9;
    uint256 private constant POINTS_PER_SLOT = 6;
    /// One mark, then 41 bits of energy: up to 10^12 Wh, a thousand times what a point can move in a quarter of an hour.
    uint256 private constant BITS = 42;
    uint256 private constant POINT_MASK = (1 << BITS) - 1;
    uint256 private constant NET_MASK = (1 << 41) - 1;
    int256 private constant NET_WH_MAX = int256((uint256(1) << 40) - 1);

    /// @notice Number of points with a trade settled in an interval.
    mapping(uint64 interval => uint256) public tradedPointCount;

    mapping(uint64 interval => mapping(uint256 group => uint256)) private _positions;

    /// @notice Net energy of a point from settled trades, Wh, sales positive.
    function positionOf(uint32 pointNumber, uint64 interval) public view returns (int256 netWh, bool traded) {
        uint256 word = _positions[interval][pointNumber / POINTS_PER_SLOT];
        uint256 shift = (pointNumber % POINTS_PER_SLOT) * BITS;
        return (_netAt(word, shift), (word >> shift) & 1 != 0);
    }

    /// @dev Adds nets, each times `sign`: 9 bytes each, points strictly ascending: point 4, net 5, signed; they sum to zero.
    ///      Neighbours share a slot, which is read and written once. Nets are taken back (sign -1) whatever stands there: false nets
    ///      of others at the same points could otherwise hold an objection, and with it the interval, for ever.
    /// @return last number of the last point
    function _addPositions(uint64 interval, bytes calldata packed, int256 sign) internal returns (uint256 last) {
        if (packed.length % BYTES_PER_NET != 0) revert PositionsMalformed(packed.length);
        mapping(uint256 group => uint256) storage groups = _positions[interval];
        uint256 group = type(uint256).max;
        uint256 word;
        uint256 fresh;
        int256 sum;
        unchecked {
            // Offsets stay below the length of the call, sums of 40-bit nets within 64 bits; 2^32 marks are counted at most.
            for (uint256 offset; offset < packed.length; offset += BYTES_PER_NET) {
                uint256 net;
                assembly {
                    // The length was checked: nine bytes stand there.
                    net := shr(184, calldataload(add(packed.offset, offset)))
                }
                if (net >> 40 <= last) revert PositionsUnsorted(net >> 40);
                last = net >> 40;
                if (last / POINTS_PER_SLOT != group) {
                    if (group != type(uint256).max) groups[group] = word;
                    group = last / POINTS_PER_SLOT;
                    word = groups[group];
                }
                int256 netWh = int40(uint40(net));
                sum += netWh;
                uint256 shift = (last % POINTS_PER_SLOT) * BITS;
                fresh += ((word >> shift) & 1) ^ 1;
                word = _added(word, shift, sign * netWh, sign < 0);
            }
        }
        if (sum != 0) revert PositionsUnbalanced(sum);
        if (group != type(uint256).max) groups[group] = word;
        if (fresh > 0) tradedPointCount[interval] += fresh;
    }

    /// @param always also where the sum leaves 41 bits: then it wraps, and comes back once what drove it there is taken back too
    function _added(uint256 word, uint256 shift, int256 changeWh, bool always) private pure returns (uint256) {
        unchecked {
            // Both numbers lie within 41 bits.
            int256 netWh = _netAt(word, shift) + changeWh;
            if (!always && (netWh > NET_WH_MAX || netWh < -NET_WH_MAX)) revert PositionTooLarge(netWh);
            uint256 bits = ((uint256(netWh) & NET_MASK) << 1) | 1;
            return (word & ~(POINT_MASK << shift)) | (bits << shift);
        }
    }

    function _netAt(uint256 word, uint256 shift) private pure returns (int256) {
        // The sign of 41 bits is carried up.
        return int256((word >> shift >> 1) << 215) >> 215;
    }
}
