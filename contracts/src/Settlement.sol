// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Curtailment} from "./Curtailment.sol";
import {Flexibility} from "./Flexibility.sol";
import {Ledger} from "./Ledger.sol";
import {MarketPart} from "./MarketPart.sol";
import {MarketRules} from "./MarketRules.sol";
import {IClosedIntervals, Metering} from "./Metering.sol";
import {Registry} from "./Registry.sol";
import {Roles} from "./Roles.sol";
import {NetSettlement} from "./settlement/NetSettlement.sol";
import {POINTS_PER_GROUP, Positions, WORDS_PER_GROUP} from "./settlement/Positions.sol";
import {SettlementMath} from "./SettlementMath.sol";

/// @title Settlement of the points of a delivery interval, once its trades are final; then the interval is closed
/// @notice Anyone may settle points, in any chunks: the result does not depend on who or in what order.
///         Every point settles at most once. Pausing the market does not stop it.
contract Settlement is MarketPart, IClosedIntervals {
    struct Parts {
        NetSettlement trades;
        Flexibility flexibility;
        Curtailment curtailment;
        Metering metering;
        Ledger ledger;
    }

    /// @dev One slot.
    struct Progress {
        /// Points whose trades do not cancel out that are settled themselves.
        uint32 tradedPointsSettled;
        uint32 flexiblePointsSettled;
        uint32 curtailedPointsSettled;
        uint32 pointsSettled;
        /// Points that others delivered flexibility for, and how many of them are settled.
        uint32 coveredPoints;
        uint32 coveredPointsSettled;
        bool closed;
    }

    /// @dev One slot: what others delivered for a point.
    struct Cover {
        int128 netWh;
        bool given;
    }

    /// @dev What the points of one call share.
    struct Shared {
        MarketRules.Tariff tariff;
        uint32 retailerNumber;
        uint32 group;
    }

    /// @dev One point on its way through settlement, in memory.
    struct PointState {
        bytes32 point;
        uint64 interval;
        address owner;
        uint32 ownerNumber;
        uint32 retailerNumber;
        int256 meteredWh;
        /// Net energy traded, then also flexibility delivered and shortfall excused.
        int256 scheduledWh;
        uint64 feedInMicroEurPerKwh;
        uint64 retailMicroEurPerKwh;
    }

    /// @dev Postings collected in memory, sent to the ledger once.
    struct Postings {
        uint32[] participants;
        int256[] amounts;
        uint256 count;
    }

    event PointSettled(
        bytes32 indexed point,
        uint64 indexed interval,
        address indexed owner,
        int256 meteredWh,
        int256 scheduledWh,
        int256 amountMicroEur
    );
    event FlexibilitySettled(
        uint256 indexed orderId,
        uint256 indexed offerId,
        uint64 indexed interval,
        uint256 deliveredWh,
        uint256 missingWh,
        int256 amountMicroEur
    );
    event CurtailmentSettled(
        uint256 indexed orderId, uint64 indexed interval, uint256 excusedWh, int256 compensationMicroEur, int256 replacementMicroEur
    );
    event IntervalClosed(uint64 indexed interval, uint256 points);

    error PointAlreadySettled(bytes32 point, uint64 interval);
    error CoverOpen(bytes32 point, uint64 interval, uint256 activations);
    error PointsOpen(uint64 interval);
    error GroupOpen(uint64 interval, uint32 group);
    error PointNotInGroup(bytes32 point, uint32 group);
    error ObjectionsRunning(uint64 interval, uint256 closableFrom);
    error IntervalAlreadyClosed(uint64 interval);

    NetSettlement public immutable trades;
    Flexibility public immutable flexibility;
    Curtailment public immutable curtailment;
    Metering public immutable metering;
    Ledger public immutable ledger;
    address public immutable retailer;
    uint64 public immutable flexibilityPenaltyMicroEurPerKwh;
    uint32 public immutable objectionSeconds;

    mapping(uint64 interval => Progress) private _progress;
    mapping(bytes32 point => mapping(uint64 interval => Cover)) private _covers;
    /// @dev A bit a point, by its number.
    mapping(uint64 interval => mapping(uint256 word => uint256 bits)) private _pointsSettled;

    constructor(Parts memory parts) MarketPart(parts.trades.registry(), parts.trades.rules()) {
        trades = parts.trades;
        flexibility = parts.flexibility;
        curtailment = parts.curtailment;
        metering = parts.metering;
        ledger = parts.ledger;
        retailer = rules.retailer();
        flexibilityPenaltyMicroEurPerKwh = rules.flexibilityPenaltyMicroEurPerKwh();
        objectionSeconds = rules.objectionSeconds();
    }

    function progress(uint64 interval) external view returns (Progress memory) {
        return _progress[interval];
    }

    function closed(uint64 interval) external view returns (bool) {
        return _progress[interval].closed;
    }

    /// @notice Settles points of one group against their readings, once the trades of the interval are final: what they traded,
    ///         flexibility delivered, curtailment compensated, and the rest with the retailer. All or nothing.
    /// @param sheet what the group traded (NetSettlement.gather), to the end
    /// @dev Reverts PointNotInGroup, GroupOpen, PointAlreadySettled, from NetSettlement SheetDiffers, DeliveryRunning, BatchesOpen,
    ///      ObjectionsOpen, ObjectionTimeRunning, from Metering ReadingMissing, WindowRunning, ContestOpen, and CoverOpen (a point
    ///      that others cover before those are settled).
    function settlePoints(uint64 interval, Positions.Sheet calldata sheet, bytes32[] calldata points) external {
        if (sheet.rest != 0) revert GroupOpen(interval, sheet.group);
        uint256[WORDS_PER_GROUP] memory netsWh = trades.gather(interval, sheet);
        Progress memory tally = _progress[interval];
        Shared memory shared =
            Shared({tariff: rules.tariffAt(interval), retailerNumber: registry.numberOf(retailer), group: sheet.group});
        for (uint256 i; i < points.length; ++i) _settlePoint(tally, shared, netsWh, interval, points[i]);
        _progress[interval] = tally;
    }

    /// @notice Closes an interval when its trades are final and every reading and every point with a position is settled, at the
    ///         earliest when the time for objections after delivery is over. No reading is taken for it afterwards: a point that
    ///         nobody traded, activated or curtailed does not keep it open by staying unread.
    /// @dev Reverts RoleMissing, PointsOpen, ObjectionsRunning, IntervalAlreadyClosed, and as `settlePoints` from NetSettlement.
    function closeInterval(uint64 interval) external onlyRole(Roles.DSO | Roles.METER_OPERATOR) {
        trades.requireFinal(interval);
        Progress memory tally = _progress[interval];
        if (tally.closed) revert IntervalAlreadyClosed(interval);
        if (
            trades.openGroupCount(interval) != 0 || tally.tradedPointsSettled != trades.tradedPointCount(interval)
                || tally.flexiblePointsSettled != flexibility.activatedPointCount(interval)
                || tally.coveredPointsSettled != tally.coveredPoints
                || tally.curtailedPointsSettled != curtailment.curtailedPointCount(interval)
                || tally.pointsSettled != metering.readingCount(interval)
        ) revert PointsOpen(interval);
        uint256 closableFrom = uint256(interval) + intervalSeconds + objectionSeconds;
        if (block.timestamp < closableFrom) revert ObjectionsRunning(interval, closableFrom);
        _progress[interval].closed = true;
        emit IntervalClosed(interval, tally.pointsSettled);
    }

    function _settlePoint(
        Progress memory tally,
        Shared memory shared,
        uint256[WORDS_PER_GROUP] memory netsWh,
        uint64 interval,
        bytes32 point
    ) private {
        Metering.Recorded memory reading = metering.finalReading(point, interval);
        Registry.Connection memory connection = registry.connectionAt(reading.connection);
        if (connection.pointNumber / POINTS_PER_GROUP != shared.group) revert PointNotInGroup(point, shared.group);
        _markSettled(interval, connection.pointNumber, point);
        ++tally.pointsSettled;
        uint256 place = connection.pointNumber % POINTS_PER_GROUP;
        int256 tradedWh = int64(uint64(netsWh[place >> 2] >> ((place & 3) << 6)));
        if (tradedWh != 0) ++tally.tradedPointsSettled;
        Cover memory cover = _covers[point][interval];
        if (cover.given) ++tally.coveredPointsSettled;

        PointState memory state = PointState({
            point: point,
            interval: interval,
            owner: connection.owner,
            ownerNumber: connection.ownerNumber,
            retailerNumber: shared.retailerNumber,
            meteredWh: reading.netWh,
            scheduledWh: tradedWh + cover.netWh,
            feedInMicroEurPerKwh: shared.tariff.feedInMicroEurPerKwh,
            retailMicroEurPerKwh: shared.tariff.retailMicroEurPerKwh
        });
        Flexibility.Activation[] memory activations = _activations(point, interval);
        uint256[] memory orders = curtailment.ordersOf(point, interval);
        // Per activation and order at most two payments of two postings; the rest one payment.
        Postings memory postings = _postings(4 * activations.length + 4 * orders.length + 2);
        if (activations.length > 0) {
            ++tally.flexiblePointsSettled;
            tally.coveredPoints += _settleFlexibility(postings, state, activations);
            flexibility.retire(point, interval);
        }
        if (orders.length > 0) {
            ++tally.curtailedPointsSettled;
            _settleCurtailment(postings, state, orders);
        }
        _settleRest(postings, state);
        ledger.post(postings.participants, postings.amounts);
    }

    /// @dev A point that others cover waits for them: what they delivered is part of its schedule.
    function _activations(bytes32 point, uint64 interval) private view returns (Flexibility.Activation[] memory activations) {
        (uint256 count, uint256 coverOpen) = flexibility.countsOf(point, interval);
        if (coverOpen > 0) revert CoverOpen(point, interval, coverOpen);
        if (count > 0) activations = flexibility.activationsOf(point, interval);
    }

    /// @dev Delivered energy is allotted to the activations in the order in which they came to stand; each is paid its own price
    ///      for its share and charged the penalty for what is missing of it. A movement against the order counts on the first
    ///      activation.
    /// @return newPoints points covered from here that nobody covered before
    function _settleFlexibility(
        Postings memory postings,
        PointState memory state,
        Flexibility.Activation[] memory activations
    ) private returns (uint32 newPoints) {
        Flexibility.Position memory position = flexibility.positionOf(state.point, state.interval);
        bool up = position.direction == 0;
        (uint256 deliveredWh, uint256 missingWh) =
            SettlementMath.delivered(state.meteredWh, position.baselineNetWh, position.activatedWh, up);
        state.scheduledWh += up ? int256(deliveredWh) : -int256(deliveredWh);

        uint256 oppositeWh = deliveredWh + missingWh - position.activatedWh;
        for (uint256 i; i < activations.length; ++i) {
            uint256 shareWh = SettlementMath.min(activations[i].energyWh, deliveredWh);
            deliveredWh -= shareWh;
            uint256 shortWh = activations[i].energyWh - shareWh + oppositeWh;
            oppositeWh = 0;
            _payFlexibility(postings, state.interval, activations[i], shareWh, shortWh);
            if (activations[i].beneficiaryPoint != 0 && shareWh > 0) {
                // Else a customer and a seller with an invented baseline could sell the retailer energy that never was.
                int256 coveredWh = up ? -int256(shareWh) : int256(shareWh);
                newPoints += _addCover(activations[i].beneficiaryPoint, state.interval, coveredWh);
            }
        }
    }

    function _payFlexibility(
        Postings memory postings,
        uint64 interval,
        Flexibility.Activation memory activation,
        uint256 shareWh,
        uint256 shortWh
    ) private {
        Flexibility.Offer memory offer = flexibility.offerOf(activation.offerId);
        uint32 seller = registry.connectionAt(offer.connection).ownerNumber;
        int256 amount = SettlementMath.amountMicroEur(shareWh, offer.priceMicroEurPerKwh)
            - SettlementMath.amountMicroEur(shortWh, flexibilityPenaltyMicroEurPerKwh);
        _pay(postings, registry.numberOf(activation.buyer), seller, amount);
        emit FlexibilitySettled(activation.orderId, activation.offerId, interval, shareWh, shortWh, amount);
    }

    /// @dev An order to inject less excuses a shortfall against the schedule, up to the energy ordered: the operator that ordered
    ///      buys that energy from the retailer in the point's place. An order to consume less leaves a surplus, sold as any other.
    function _settleCurtailment(Postings memory postings, PointState memory state, uint256[] memory orderIds) private {
        for (uint256 i; i < orderIds.length; ++i) {
            Curtailment.Order memory order = curtailment.orderOf(orderIds[i]);
            uint256 excusedWh;
            if (order.direction == 1 && state.scheduledWh > state.meteredWh) {
                excusedWh = SettlementMath.min(order.energyWh, uint256(state.scheduledWh - state.meteredWh));
                state.scheduledWh -= int256(excusedWh);
            }
            int256 compensation = int256(uint256(order.compensationMicroEur));
            int256 replacement = SettlementMath.amountMicroEur(excusedWh, state.retailMicroEurPerKwh);
            uint32 operator = registry.numberOf(order.orderedBy);
            _pay(postings, operator, registry.connectionAt(order.connection).ownerNumber, compensation);
            _pay(postings, operator, state.retailerNumber, replacement);
            emit CurtailmentSettled(orderIds[i], state.interval, excusedWh, compensation, replacement);
        }
    }

    /// @dev What the meter shows beyond the schedule is sold to the retailer at the feed-in price, what it lacks is bought at
    ///      the retail price.
    function _settleRest(Postings memory postings, PointState memory state) private {
        int256 restWh = state.meteredWh - state.scheduledWh;
        int256 amount = restWh >= 0
            ? SettlementMath.amountMicroEur(uint256(restWh), state.feedInMicroEurPerKwh)
            : -SettlementMath.amountMicroEur(uint256(-restWh), state.retailMicroEurPerKwh);
        _pay(postings, state.retailerNumber, state.ownerNumber, amount);
        emit PointSettled(state.point, state.interval, state.owner, state.meteredWh, state.scheduledWh, amount);
    }

    /// @return isNew 1 when the point was not covered in the interval before, else 0
    function _addCover(bytes32 point, uint64 interval, int256 energyWh) private returns (uint32 isNew) {
        Cover storage cover = _covers[point][interval];
        if (!cover.given) (cover.given, isNew) = (true, 1);
        // Parts of 64-bit offers, sixteen a point: far within 128 bits.
        cover.netWh += int128(energyWh);
    }

    function _markSettled(uint64 interval, uint32 pointNumber, bytes32 point) private {
        uint256 bit = 1 << (pointNumber & 0xff);
        uint256 bits = _pointsSettled[interval][pointNumber >> 8];
        if (bits & bit != 0) revert PointAlreadySettled(point, interval);
        _pointsSettled[interval][pointNumber >> 8] = bits | bit;
    }

    function _postings(uint256 capacity) private pure returns (Postings memory) {
        return Postings({participants: new uint32[](capacity), amounts: new int256[](capacity), count: 0});
    }

    function _pay(Postings memory postings, uint32 payer, uint32 payee, int256 amount) private pure {
        _add(postings, payer, -amount);
        _add(postings, payee, amount);
    }

    function _add(Postings memory postings, uint32 participant, int256 amount) private pure {
        postings.participants[postings.count] = participant;
        postings.amounts[postings.count++] = amount;
    }
}
