// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {MarketPart} from "../MarketPart.sol";
import {MarketRules} from "../MarketRules.sol";
import {IClosedIntervals, Metering} from "../Metering.sol";
import {Registry} from "../Registry.sol";

/// @notice What Validators needs to know of the standing of accounts.
interface IStanding {
    function standingOf(address account) external view returns (uint256);

    function epochSeconds() external view returns (uint32);
}

/// @title Proof of energy: standing from meters, for energy used where and when it was made
/// @notice The merit of an owner in a closed interval is the energy its points injected that its own points drew at the same
///         time, and that energy again as far as it stayed within a grid area. It is bounded per interval, so that size alone
///         buys nothing, counts from the epoch after the claim, and halves with every epoch.
contract ProofOfEnergy is MarketPart, IStanding {
    /// @dev One slot.
    struct Merit {
        /// Epoch that `counted` holds for and `freshWh` was claimed in.
        uint40 epoch;
        uint104 countedWh;
        uint104 freshWh;
    }

    /// @dev What the points of a claim did in one area, in memory.
    struct AreaSum {
        uint16 area;
        uint256 injectedWh;
        uint256 drawnWh;
    }

    event MeritClaimed(
        address indexed owner, uint64 indexed interval, uint64 epoch, uint256 selfConsumedWh, uint256 localWh, uint256 addedWh
    );

    error EpochInvalid(uint32 epochSeconds);
    error IntervalNotClosed(uint64 interval);
    error ClaimTooLate(uint64 interval);
    error TooManyPoints(uint256 count);
    error PointsUnordered(bytes32 point);
    error ReadingMissing(bytes32 point, uint64 interval);
    error NotPointOwner(bytes32 point, address account);
    error ClaimNotHigher(address owner, uint64 interval, uint256 meritWh, uint256 claimedWh);

    /// @notice Most merit of one owner in one interval: what a house with a few chargers can use, not what a wind park makes.
    uint256 public constant MERIT_PER_INTERVAL_MAX_WH = 10_000;
    /// @notice Most points of a claim; beyond, TooManyPoints. Bounds its gas.
    uint256 public constant POINTS_PER_CLAIM_MAX = 64;

    Metering public immutable metering;
    IClosedIntervals public immutable settlement;
    /// @notice Length of an epoch, s. Epochs are numbered from 1970.
    uint32 public immutable epochSeconds;

    mapping(address account => Merit) private _merits;
    mapping(address account => mapping(uint64 interval => uint256)) private _claimedWh;

    constructor(
        Registry registry_,
        MarketRules rules_,
        Metering metering_,
        uint32 epochSeconds_
    ) MarketPart(registry_, rules_) {
        if (epochSeconds_ == 0 || epochSeconds_ % intervalSeconds != 0) revert EpochInvalid(epochSeconds_);
        metering = metering_;
        settlement = metering_.settlement();
        epochSeconds = epochSeconds_;
    }

    /// @notice Number of the running epoch.
    function epoch() public view returns (uint64) {
        return uint64(block.timestamp / epochSeconds);
    }

    /// @notice Standing of an account in the running epoch, Wh. It does not change within an epoch.
    function standingOf(address account) external view returns (uint256) {
        return _now(_merits[account]).countedWh;
    }

    /// @notice Merit claimed for an owner and interval so far, Wh.
    function claimedWh(address owner, uint64 interval) external view returns (uint256) {
        return _claimedWh[owner][interval];
    }

    /// @notice Claims the merit of an owner in a closed interval of this epoch or the one before. By anyone.
    ///         The interval counts once, at its highest claim: whoever names too few points takes nothing from the owner.
    /// @param points in ascending order; each must be read, and the reading be the owner's
    /// @dev Reverts TooManyPoints, IntervalInvalid, ClaimTooLate, IntervalNotClosed, PointsUnordered, ReadingMissing,
    ///      NotPointOwner, ClaimNotHigher.
    function claim(address owner, uint64 interval, bytes32[] calldata points) external {
        if (points.length > POINTS_PER_CLAIM_MAX) revert TooManyPoints(points.length);
        _requireInterval(interval);
        uint64 current = epoch();
        // Merit saved up for years could be thrown in at once and would not have faded.
        if (uint256(interval) / epochSeconds + 1 < current) revert ClaimTooLate(interval);
        // Closed: every reading there is has been settled and is final.
        if (!settlement.closed(interval)) revert IntervalNotClosed(interval);

        (uint256 selfConsumedWh, uint256 localWh) = _consumed(owner, interval, points);
        uint256 meritWh = selfConsumedWh + localWh;
        if (meritWh > MERIT_PER_INTERVAL_MAX_WH) meritWh = MERIT_PER_INTERVAL_MAX_WH;
        uint256 claimedBeforeWh = _claimedWh[owner][interval];
        if (meritWh <= claimedBeforeWh) revert ClaimNotHigher(owner, interval, meritWh, claimedBeforeWh);
        _claimedWh[owner][interval] = meritWh;

        Merit memory merit = _now(_merits[owner]);
        // At most MERIT_PER_INTERVAL_MAX_WH for each interval of two epochs: far below 104 bits.
        merit.freshWh += uint104(meritWh - claimedBeforeWh);
        _merits[owner] = merit;
        emit MeritClaimed(owner, interval, current, selfConsumedWh, localWh, meritWh - claimedBeforeWh);
    }

    /// @return selfConsumedWh the smaller of what all points injected and drew
    /// @return localWh        the same within each area, summed: never more
    function _consumed(
        address owner,
        uint64 interval,
        bytes32[] calldata points
    ) private view returns (uint256 selfConsumedWh, uint256 localWh) {
        AreaSum[] memory areas = new AreaSum[](points.length);
        bytes32 last;
        for (uint256 i; i < points.length; ++i) {
            if (points[i] <= last) revert PointsUnordered(points[i]);
            last = points[i];
            _add(areas, registry.pointOf(last).area, _readingOf(owner, interval, last));
        }
        AreaSum memory all;
        for (uint256 i; i < areas.length; ++i) {
            all.injectedWh += areas[i].injectedWh;
            all.drawnWh += areas[i].drawnWh;
            localWh += _smaller(areas[i]);
        }
        selfConsumedWh = _smaller(all);
    }

    function _readingOf(address owner, uint64 interval, bytes32 point) private view returns (int256) {
        Metering.Recorded memory reading = metering.reading(point, interval);
        if (reading.connection == 0) revert ReadingMissing(point, interval);
        if (registry.connectionOwner(reading.connection) != owner) revert NotPointOwner(point, owner);
        return reading.netWh;
    }

    /// @dev Areas count from 1, so an entry of area 0 is free; there are as many entries as points.
    function _add(AreaSum[] memory areas, uint16 area, int256 netWh) private pure {
        uint256 i;
        while (areas[i].area != area && areas[i].area != 0) ++i;
        areas[i].area = area;
        if (netWh > 0) areas[i].injectedWh += uint256(netWh);
        else areas[i].drawnWh += uint256(-netWh);
    }

    /// @dev The merit as it stands in the running epoch: what was claimed counts from the next epoch on, then all halves.
    function _now(Merit memory merit) private view returns (Merit memory) {
        uint64 current = epoch();
        if (merit.epoch == current) return merit;
        uint256 passed = current - merit.epoch;
        uint256 countedWh = (uint256(merit.countedWh) / 2 + merit.freshWh) >> (passed - 1);
        return Merit({epoch: uint40(current), countedWh: uint104(countedWh), freshWh: 0});
    }

    function _smaller(AreaSum memory sum) private pure returns (uint256) {
        return sum.injectedWh < sum.drawnWh ? sum.injectedWh : sum.drawnWh;
    }
}
