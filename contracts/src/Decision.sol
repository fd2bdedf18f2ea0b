// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title What a grid operator says of a trade
library Decision {
    /// @notice All that was asked may flow.
    uint8 internal constant ACCEPTED = 1;
    /// @notice Less than was asked may flow.
    uint8 internal constant REDUCED = 2;
    uint8 internal constant REJECTED = 3;
    /// @notice Not decided; the only one that may be replaced.
    uint8 internal constant HELD = 4;
}
