// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {MarketRules} from "./MarketRules.sol";
import {Registry} from "./Registry.sol";

/// @title What every contract of the market shares: who may act, and how time is cut into delivery intervals
abstract contract MarketPart {
    error NotParticipant(address account);
    error RoleMissing(address account, uint16 anyOf);
    error IntervalInvalid(uint64 interval);
    error GateClosed(uint64 interval);
    error LengthsDiffer();
    error EnergyZero();

    Registry public immutable registry;
    MarketRules public immutable rules;
    /// @notice Length of a delivery interval, s.
    uint32 public immutable intervalSeconds;
    uint32 internal immutable _gateLeadSeconds;

    constructor(Registry registry_, MarketRules rules_) {
        registry = registry_;
        rules = rules_;
        intervalSeconds = rules_.intervalSeconds();
        _gateLeadSeconds = rules_.gateLeadSeconds();
    }

    modifier onlyRole(uint16 anyOf) {
        if (!registry.holds(msg.sender, anyOf)) revert RoleMissing(msg.sender, anyOf);
        _;
    }

    /// @dev Stops new business, never verdicts, readings or settlement.
    modifier whenOpen() {
        if (registry.paused()) revert Registry.Paused();
        _;
    }

    /// @notice The moment from which nothing may be proposed or decided for the interval, Unix seconds.
    function gateClosure(uint64 interval) public view returns (uint64) {
        return interval > _gateLeadSeconds ? interval - _gateLeadSeconds : 0;
    }

    /// @dev An interval is stored in 40 bits (good for 34,000 years).
    function _requireInterval(uint64 interval) internal view {
        if (interval % intervalSeconds != 0 || interval == 0 || interval > type(uint40).max) revert IntervalInvalid(interval);
    }

    function _requireBeforeGate(uint64 interval) internal view {
        _requireInterval(interval);
        if (block.timestamp >= gateClosure(interval)) revert GateClosed(interval);
    }
}
