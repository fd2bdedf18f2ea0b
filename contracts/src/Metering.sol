// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {MarketPart} from "./MarketPart.sol";
import {MarketRules} from "./MarketRules.sol";
import {Registry} from "./Registry.sol";
import {Roles} from "./Roles.sol";

/// @notice What Metering needs to know of Settlement.
interface IClosedIntervals {
    function closed(uint64 interval) external view returns (bool);
}

/// @title Meter readings: the net energy of a point in an interval, once
/// @notice Readings are final: what was settled against them must not change. No reading is taken once the interval is closed.
contract Metering is MarketPart {
    struct Reading {
        bytes32 point;
        uint64 interval;
        /// Injection positive.
        int64 netWh;
    }

    /// @dev One slot. `connection` is the one in force when the reading was recorded; 0: no reading.
    struct Recorded {
        uint32 connection;
        int64 netWh;
    }

    event ReadingRecorded(bytes32 indexed point, uint64 indexed interval, int64 netWh);

    error DeliveryRunning(uint64 interval);
    error ReadingDuplicated(bytes32 point, uint64 interval);
    error IntervalAlreadyClosed(uint64 interval);

    IClosedIntervals public immutable settlement;

    /// @notice Number of readings of an interval.
    mapping(uint64 interval => uint256) public readingCount;

    mapping(bytes32 point => mapping(uint64 interval => Recorded)) private _readings;

    constructor(Registry registry_, MarketRules rules_, IClosedIntervals settlement_) MarketPart(registry_, rules_) {
        settlement = settlement_;
    }

    function reading(bytes32 point, uint64 interval) external view returns (Recorded memory) {
        return _readings[point][interval];
    }

    /// @notice Records readings after their interval ended. All or nothing.
    /// @dev Reverts RoleMissing, IntervalInvalid, DeliveryRunning, ReadingDuplicated, IntervalAlreadyClosed, and from the
    ///      Registry PointNotConnected.
    function report(Reading[] calldata readings) external onlyRole(Roles.METER_OPERATOR) {
        uint64 checkedInterval;
        for (uint256 i; i < readings.length; ++i) {
            Reading calldata entry = readings[i];
            if (entry.interval != checkedInterval || i == 0) {
                _requireInterval(entry.interval);
                if (block.timestamp < uint256(entry.interval) + intervalSeconds) revert DeliveryRunning(entry.interval);
                if (settlement.closed(entry.interval)) revert IntervalAlreadyClosed(entry.interval);
                checkedInterval = entry.interval;
            }
            Recorded storage recorded = _readings[entry.point][entry.interval];
            if (recorded.connection != 0) revert ReadingDuplicated(entry.point, entry.interval);
            (recorded.connection, recorded.netWh) = (registry.connectionOf(entry.point), entry.netWh);
            ++readingCount[entry.interval];
            emit ReadingRecorded(entry.point, entry.interval, entry.netWh);
        }
    }
}
