// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {MarketRules} from "../MarketRules.sol";
import {Roles} from "../Roles.sol";
import {TradeBook} from "./TradeBook.sol";
import {TradeKind} from "./TradeKind.sol";

/// @title The pool of an interval: orders with a limit, matched off chain, checked and recorded here at one price
abstract contract PoolMarket is TradeBook {
    struct OrderTerms {
        bytes32 point;
        uint64 interval;
        /// 0 sell, 1 buy
        uint8 side;
        uint64 energyWh;
        /// Lowest price of a seller, highest of a buyer.
        uint64 limitPriceMicroEurPerKwh;
    }

    /// @dev 208 bits. `remainingWh` 0: filled or cancelled.
    struct Order {
        uint32 connection;
        uint40 interval;
        uint8 side;
        uint64 remainingWh;
        uint64 limitPriceMicroEurPerKwh;
    }

    struct Clearing {
        uint64 interval;
        uint64 priceMicroEurPerKwh;
        /// Sum over the trades so far.
        uint256 energyWh;
    }

    event OrderPlaced(
        uint256 indexed orderId,
        uint64 indexed interval,
        bytes32 indexed point,
        address owner,
        uint8 side,
        uint64 energyWh,
        uint64 limitPriceMicroEurPerKwh
    );
    event OrderCancelled(uint256 indexed orderId, uint64 indexed interval, uint64 remainingWh);
    event PoolCleared(
        uint64 indexed interval,
        address indexed clearedBy,
        uint64 priceMicroEurPerKwh,
        uint256 energyWh,
        uint256 batchId
    );

    error NotPointOwner(bytes32 point, address account);
    error SideInvalid(uint8 side);
    error OrderUnknown(uint256 orderId);
    error OrderMismatch(uint256 orderId);
    error OrderExhausted(uint256 orderId, uint64 remainingWh, uint64 askedWh);
    error LimitViolated(uint256 orderId, uint64 limitPriceMicroEurPerKwh, uint64 priceMicroEurPerKwh);

    uint8 public constant SIDE_SELL = 0;
    uint8 public constant SIDE_BUY = 1;

    /// @notice Number of orders ever placed; ids run from 1.
    uint256 public orderCount;

    mapping(uint256 orderId => Order) private _orders;

    function order(uint256 orderId) external view returns (Order memory) {
        return _orders[orderId];
    }

    /// @notice Places orders for the sender's own points, before the gate of their interval.
    /// @return firstOrderId id of the first order, the others follow by one
    function placeOrders(OrderTerms[] calldata terms) external whenOpen returns (uint256 firstOrderId) {
        uint256 orderId = orderCount;
        firstOrderId = orderId + 1;
        orderCount = orderId + terms.length;
        for (uint256 i; i < terms.length; ++i) {
            OrderTerms calldata term = terms[i];
            _requireBeforeGate(term.interval);
            if (term.side > SIDE_BUY) revert SideInvalid(term.side);
            if (term.energyWh == 0) revert EnergyZero();
            Leg memory leg = _leg(term.point);
            if (leg.owner != msg.sender) revert NotPointOwner(term.point, msg.sender);
            _orders[++orderId] = Order({
                connection: leg.connection,
                interval: uint40(term.interval),
                side: term.side,
                remainingWh: term.energyWh,
                limitPriceMicroEurPerKwh: term.limitPriceMicroEurPerKwh
            });
            emit OrderPlaced(
                orderId,
                term.interval,
                term.point,
                msg.sender,
                term.side,
                term.energyWh,
                term.limitPriceMicroEurPerKwh
            );
        }
    }

    /// @notice Takes back what is left of an order. Allowed while the market is paused and after the gate.
    function cancelOrder(uint256 orderId) external {
        Order storage found = _orders[orderId];
        if (found.interval == 0) revert OrderUnknown(orderId);
        uint64 remainingWh = found.remainingWh;
        if (remainingWh == 0) revert OrderExhausted(orderId, 0, 0);
        address owner = registry.connectionOwner(found.connection);
        if (owner != msg.sender) revert NotPointOwner(registry.connectionPoint(found.connection), msg.sender);
        found.remainingWh = 0;
        emit OrderCancelled(orderId, found.interval, remainingWh);
    }

    /// @notice Records a clearing of the pool: the i-th trade takes `energyWh[i]` of both the i-th sell and the i-th buy order.
    /// @param priceMicroEurPerKwh one price for all, inside the corridor and inside every order's limit
    /// @return batchId the batch of the trades
    /// @dev Reverts RoleMissing, GateClosed, PriceOutsideCorridor, OrderMismatch (side, interval), OrderExhausted, LimitViolated,
    ///      and from the Registry PointNotConnected, Suspended (owner suspended since). All or nothing.
    function clearPool(
        uint64 interval,
        uint256[] calldata sellOrderIds,
        uint256[] calldata buyOrderIds,
        uint64[] calldata energyWh,
        uint64 priceMicroEurPerKwh
    ) external whenOpen onlyRole(Roles.AGGREGATOR) returns (uint256 batchId) {
        if (sellOrderIds.length != buyOrderIds.length || sellOrderIds.length != energyWh.length) revert LengthsDiffer();
        _requireBeforeGate(interval);
        _requireCorridor(rules.tariffAt(interval), priceMicroEurPerKwh, TradeKind.POOL);
        Clearing memory clearing = Clearing(interval, priceMicroEurPerKwh, 0);
        OpenTrade[] memory trades = new OpenTrade[](energyWh.length);
        for (uint256 i; i < energyWh.length; ++i) {
            trades[i] = _match(clearing, sellOrderIds[i], buyOrderIds[i], energyWh[i]);
        }
        uint16 area = _areaOf(trades[0].sellerConnection);
        batchId = _commitOpen(interval, TradeKind.POOL, area, area, trades);
        emit PoolCleared(interval, msg.sender, priceMicroEurPerKwh, clearing.energyWh, batchId);
    }

    function _match(
        Clearing memory clearing,
        uint256 sellOrderId,
        uint256 buyOrderId,
        uint64 energyWh
    ) private returns (OpenTrade memory) {
        Leg memory seller = _take(sellOrderId, SIDE_SELL, clearing, energyWh);
        Leg memory buyer = _take(buyOrderId, SIDE_BUY, clearing, energyWh);
        clearing.energyWh += energyWh;
        if (seller.point == buyer.point) revert SamePoint(seller.point);
        return OpenTrade(seller.connection, buyer.connection, energyWh, clearing.priceMicroEurPerKwh);
    }

    function _take(
        uint256 orderId,
        uint8 side,
        Clearing memory clearing,
        uint64 energyWh
    ) private returns (Leg memory leg) {
        Order storage found = _orders[orderId];
        Order memory held = found;
        uint64 priceMicroEurPerKwh = clearing.priceMicroEurPerKwh;
        if (held.interval != clearing.interval || held.side != side) revert OrderMismatch(orderId);
        if (energyWh > held.remainingWh) revert OrderExhausted(orderId, held.remainingWh, energyWh);
        bool within = side == SIDE_SELL
            ? priceMicroEurPerKwh >= held.limitPriceMicroEurPerKwh
            : priceMicroEurPerKwh <= held.limitPriceMicroEurPerKwh;
        if (!within) revert LimitViolated(orderId, held.limitPriceMicroEurPerKwh, priceMicroEurPerKwh);
        leg = _leg(registry.connectionPoint(held.connection));
        // The point changed hands since: the order was the old owner's.
        if (leg.connection != held.connection) revert OrderMismatch(orderId);
        found.remainingWh = held.remainingWh - energyWh;
    }
}
