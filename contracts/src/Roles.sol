// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title The roles a participant can hold, as bits of one mask
library Roles {
    uint16 internal constant CONSUMER = 1 << 0;
    uint16 internal constant PROSUMER = 1 << 1;
    uint16 internal constant AGGREGATOR = 1 << 2;
    uint16 internal constant VPP = 1 << 3;
    uint16 internal constant COMMUNITY = 1 << 4;
    uint16 internal constant RETAILER = 1 << 5;
    uint16 internal constant DSO = 1 << 6;
    uint16 internal constant TSO = 1 << 7;
    uint16 internal constant METER_OPERATOR = 1 << 8;
    /// @notice Manages the sharing of a zone and trades with other zones.
    uint16 internal constant SHARING_PROVIDER = 1 << 9;
    uint16 internal constant PRODUCER = 1 << 10;
    uint16 internal constant LARGE_CUSTOMER = 1 << 11;
    uint16 internal constant ALL = (1 << 12) - 1;
}
