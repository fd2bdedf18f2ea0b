// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title The ways of trading, as a batch of trades names them
library TradeKind {
    uint8 internal constant BILATERAL = 0;
    uint8 internal constant POOL = 1;
    uint8 internal constant AUCTION = 2;
    /// @notice Inside a community, submitted by its manager.
    uint8 internal constant COMMUNITY = 3;
    /// @notice From a dispatch in which every pair has its own price and preference.
    uint8 internal constant MULTI_BILATERAL = 4;
    /// @notice Between zones, submitted by a sharing provider.
    uint8 internal constant SHARING = 5;
}
