// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Curtailment} from "./Curtailment.sol";
import {EnergyMarket} from "./EnergyMarket.sol";
import {Flexibility} from "./Flexibility.sol";
import {GridSupervision} from "./GridSupervision.sol";
import {Ledger} from "./Ledger.sol";
import {TradeBook} from "./market/TradeBook.sol";
import {MarketPart} from "./MarketPart.sol";
import {MarketRules} from "./MarketRules.sol";
import {IClosedIntervals, Metering} from "./Metering.sol";
import {Registry} from "./Registry.sol";
import {Roles} from "./Roles.sol";
import {SettlementMath} from "./SettlementMath.sol";

/// @title Settlement of a delivery interval after its end: trades, then points, then closed
/// @notice Anyone may settle trades and points, in any chunks: the result does not depend on who or in what order.
///         Every trade and every point settles at most once. Pausing the market does not stop it.
contract Settlement is MarketPart, IClosedIntervals {
    struct Parts {
        EnergyMarket market;
        GridSupervision supervision;
        Flexibility flexibility;
        Curtailment curtailment;
        Metering metering;
        Ledger ledger;
    }

    /// @dev One slot.
    struct Progress {
        uint32 tradesSettled;
        /// Points with a trade settled, and how many of them are settled themselves.
        uint32 tradedPoints;
        uint32 tradedPointsSettled;
        uint32 flexiblePointsSettled;
        uint32 curtailedPointsSettled;
        uint32 pointsSettled;
        bool closed;
    }

    /// @dev One slot.
    struct TradedPosition {
        int128 netWh;
        bool traded;
        bool settled;
    }

    /// @dev One point on its way through settlement, in memory.
    struct PointState {
        bytes32 point;
        uint64 interval;
        address owner;
        int256 meteredWh;
        /// Net energy traded, then also flexibility delivered and shortfall excused.
        int256 scheduledWh;
        uint64 feedInMicroEurPerKwh;
        uint64 retailMicroEurPerKwh;
    }

    /// @dev Postings collected in memory, sent to the ledger once.
    struct Postings {
        address[] accounts;
        int256[] amounts;
        uint256 count;
    }

    event TradeSettled(uint256 indexed tradeId, uint64 indexed interval, int256 amountMicroEur, int256 feeMicroEur);
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
    event IntervalClosed(uint64 indexed interval, uint256 trades, uint256 points);

    error DeliveryRunning(uint64 interval);
    error TradeOfOtherInterval(uint256 tradeId, uint64 interval);
    error TradeNotSettleable(uint256 tradeId, uint8 decision);
    error TradeAlreadySettled(uint256 tradeId);
    error TradesOpen(uint64 interval, uint256 settled, uint256 settleable);
    error ReadingMissing(bytes32 point, uint64 interval);
    error PointAlreadySettled(bytes32 point, uint64 interval);
    error CoverOpen(bytes32 point, uint64 interval, uint256 activations);
    error PointsOpen(uint64 interval);
    error IntervalAlreadyClosed(uint64 interval);

    EnergyMarket public immutable market;
    GridSupervision public immutable supervision;
    Flexibility public immutable flexibility;
    Curtailment public immutable curtailment;
    Metering public immutable metering;
    Ledger public immutable ledger;
    address public immutable gridOperator;
    address public immutable retailer;
    uint64 public immutable flexibilityPenaltyMicroEurPerKwh;

    mapping(uint256 word => uint256 bits) private _tradesSettled;
    mapping(uint64 interval => Progress) private _progress;
    mapping(bytes32 point => mapping(uint64 interval => TradedPosition)) private _positions;

    constructor(Parts memory parts) MarketPart(parts.market.registry(), parts.market.rules()) {
        market = parts.market;
        supervision = parts.supervision;
        flexibility = parts.flexibility;
        curtailment = parts.curtailment;
        metering = parts.metering;
        ledger = parts.ledger;
        gridOperator = rules.gridOperator();
        retailer = rules.retailer();
        flexibilityPenaltyMicroEurPerKwh = rules.flexibilityPenaltyMicroEurPerKwh();
    }

    function progress(uint64 interval) external view returns (Progress memory) {
        return _progress[interval];
    }

    function closed(uint64 interval) external view returns (bool) {
        return _progress[interval].closed;
    }

    function tradeSettled(uint256 tradeId) public view returns (bool) {
        return _tradesSettled[tradeId >> 8] & (1 << (tradeId & 0xff)) != 0;
    }

    /// @notice Net energy of a point from settled trades, Wh, sales positive.
    function tradedPosition(bytes32 point, uint64 interval) external view returns (TradedPosition memory) {
        return _positions[point][interval];
    }

    /// @notice Settles trades of one interval: the buyer pays the seller for the energy of the verdict, and the grid operator
    ///         its fee (a negative fee is paid by the operator). All or nothing.
    /// @dev Reverts DeliveryRunning, TradeOfOtherInterval, TradeNotSettleable, TradeAlreadySettled.
    function settleTrades(uint64 interval, uint256[] calldata tradeIds) external {
        _requireDelivered(interval);
        TradeBook.Trade[] memory trades = market.trades(tradeIds);
        GridSupervision.Verdict[] memory verdicts = supervision.verdicts(tradeIds);
        (bytes32[] memory points, address[] memory owners) = _connections(trades);
        Postings memory postings = _postings(2 * tradeIds.length + 1);
        int256 fees;
        uint32 newPoints;
        for (uint256 i; i < tradeIds.length; ++i) {
            _markSettled(interval, tradeIds[i], trades[i], verdicts[i].decision);
            int256 energyWh = int256(uint256(verdicts[i].energyWh));
            int256 amount = SettlementMath.amountMicroEur(verdicts[i].energyWh, trades[i].priceMicroEurPerKwh);
            int256 fee = verdicts[i].feeMicroEur;
            newPoints += _addPosition(points[2 * i], interval, energyWh);
            newPoints += _addPosition(points[2 * i + 1], interval, -energyWh);
            _add(postings, owners[2 * i], amount);
            _add(postings, owners[2 * i + 1], -amount - fee);
            fees += fee;
            emit TradeSettled(tradeIds[i], interval, amount, fee);
        }
        Progress storage tally = _progress[interval];
        tally.tradesSettled += uint32(tradeIds.length);
        tally.tradedPoints += newPoints;
        _add(postings, gridOperator, fees);
        ledger.post(postings.accounts, postings.amounts);
    }

    /// @notice Settles points against their readings, once all trades of the interval are settled: flexibility delivered,
    ///         curtailment compensated, and the rest with the retailer. All or nothing.
    /// @dev Reverts DeliveryRunning, TradesOpen, ReadingMissing, PointAlreadySettled, CoverOpen (a point that others cover before
    ///      those are settled).
    function settlePoints(uint64 interval, bytes32[] calldata points) external {
        _requireDelivered(interval);
        Progress memory tally = _progress[interval];
        uint256 settleable = supervision.settleableCount(interval);
        if (tally.tradesSettled != settleable) revert TradesOpen(interval, tally.tradesSettled, settleable);
        MarketRules.Tariff memory tariff = rules.tariffAt(interval);
        for (uint256 i; i < points.length; ++i) _settlePoint(tally, tariff, interval, points[i]);
        _progress[interval] = tally;
    }

    /// @notice Closes an interval when every accepted trade, every reading and every point with a position is settled.
    ///         No reading is taken for it afterwards.
    /// @dev Reverts RoleMissing, DeliveryRunning, TradesOpen, PointsOpen, IntervalAlreadyClosed.
    function closeInterval(uint64 interval) external onlyRole(Roles.DSO | Roles.METER_OPERATOR) {
        _requireDelivered(interval);
        Progress memory tally = _progress[interval];
        if (tally.closed) revert IntervalAlreadyClosed(interval);
        uint256 settleable = supervision.settleableCount(interval);
        if (tally.tradesSettled != settleable) revert TradesOpen(interval, tally.tradesSettled, settleable);
        if (
            tally.tradedPointsSettled != tally.tradedPoints
                || tally.flexiblePointsSettled != flexibility.activatedPointCount(interval)
                || tally.curtailedPointsSettled != curtailment.curtailedPointCount(interval)
                || tally.pointsSettled != metering.readingCount(interval)
        ) revert PointsOpen(interval);
        _progress[interval].closed = true;
        emit IntervalClosed(interval, tally.tradesSettled, tally.pointsSettled);
    }

    function _settlePoint(
        Progress memory tally,
        MarketRules.Tariff memory tariff,
        uint64 interval,
        bytes32 point
    ) private {
        Metering.Recorded memory reading = metering.reading(point, interval);
        if (reading.connection == 0) revert ReadingMissing(point, interval);
        TradedPosition storage position = _positions[point][interval];
        if (position.settled) revert PointAlreadySettled(point, interval);
        position.settled = true;
        ++tally.pointsSettled;
        if (position.traded) ++tally.tradedPointsSettled;

        PointState memory state = PointState({
            point: point,
            interval: interval,
            owner: registry.connectionOwner(reading.connection),
            meteredWh: reading.netWh,
            scheduledWh: position.netWh,
            feedInMicroEurPerKwh: tariff.feedInMicroEurPerKwh,
            retailMicroEurPerKwh: tariff.retailMicroEurPerKwh
        });
        Flexibility.Activation[] memory activations = _activations(point, interval);
        uint256[] memory orders = curtailment.ordersOf(point, interval);
        // Per activation and order at most two payments of two postings; the rest one payment.
        Postings memory postings = _postings(4 * activations.length + 4 * orders.length + 2);
        if (activations.length > 0) {
            ++tally.flexiblePointsSettled;
            tally.tradedPoints += _settleFlexibility(postings, state, activations);
            flexibility.retire(point, interval);
        }
        if (orders.length > 0) {
            ++tally.curtailedPointsSettled;
            _settleCurtailment(postings, state, orders);
        }
        _settleRest(postings, state);
        ledger.post(postings.accounts, postings.amounts);
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
    /// @return newPoints points covered from here that had no traded position in the interval
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
                newPoints += _addPosition(activations[i].beneficiaryPoint, state.interval, coveredWh);
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
        address seller = registry.connectionOwner(offer.connection);
        int256 amount = SettlementMath.amountMicroEur(shareWh, offer.priceMicroEurPerKwh)
            - SettlementMath.amountMicroEur(shortWh, flexibilityPenaltyMicroEurPerKwh);
        _pay(postings, activation.buyer, seller, amount);
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
            _pay(postings, order.orderedBy, registry.connectionOwner(order.connection), compensation);
            _pay(postings, order.orderedBy, retailer, replacement);
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
        _pay(postings, retailer, state.owner, amount);
        emit PointSettled(state.point, state.interval, state.owner, state.meteredWh, state.scheduledWh, amount);
    }

    function _markSettled(uint64 interval, uint256 tradeId, TradeBook.Trade memory trade, uint8 decision) private {
        if (trade.interval != interval) revert TradeOfOtherInterval(tradeId, interval);
        // 1 accepted, 2 reduced; 0 none was given before the gate.
        if (decision == 0 || decision > 2) revert TradeNotSettleable(tradeId, decision);
        if (tradeSettled(tradeId)) revert TradeAlreadySettled(tradeId);
        _tradesSettled[tradeId >> 8] |= 1 << (tradeId & 0xff);
    }

    /// @return isNew 1 when the point had no traded position in the interval, else 0
    function _addPosition(bytes32 point, uint64 interval, int256 energyWh) private returns (uint32 isNew) {
        TradedPosition storage position = _positions[point][interval];
        if (!position.traded) {
            isNew = 1;
            position.traded = true;
        }
        // 2^32 trades of 64-bit energies stay within 128 bits.
        position.netWh += int128(energyWh);
    }

    function _connections(
        TradeBook.Trade[] memory trades
    ) private view returns (bytes32[] memory points, address[] memory owners) {
        points = new bytes32[](2 * trades.length);
        owners = new address[](2 * trades.length);
        for (uint256 i; i < 2 * trades.length; ++i) {
            TradeBook.Trade memory trade = trades[i >> 1];
            Registry.Connection memory connection =
                registry.connectionAt(i & 1 == 0 ? trade.sellerConnection : trade.buyerConnection);
            (points[i], owners[i]) = (connection.point, connection.owner);
        }
    }

    function _postings(uint256 capacity) private pure returns (Postings memory) {
        return Postings({accounts: new address[](capacity), amounts: new int256[](capacity), count: 0});
    }

    function _pay(Postings memory postings, address payer, address payee, int256 amount) private pure {
        _add(postings, payer, -amount);
        _add(postings, payee, amount);
    }

    function _add(Postings memory postings, address account, int256 amount) private pure {
        postings.accounts[postings.count] = account;
        postings.amounts[postings.count++] = amount;
    }

    function _requireDelivered(uint64 interval) private view {
        _requireInterval(interval);
        if (block.timestamp < uint256(interval) + intervalSeconds) revert DeliveryRunning(interval);
    }
}
