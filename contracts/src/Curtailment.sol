// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {CalendarYear} from "./CalendarYear.sol";
import {Flexibility} from "./Flexibility.sol";
import {MarketPart} from "./MarketPart.sol";
import {MarketRules} from "./MarketRules.sol";
import {Registry} from "./Registry.sol";
import {Roles} from "./Roles.sol";

/// @title Curtailment: the grid operator's last resort, bounded and public, with reason, quantity and compensation on record
/// @notice Only the operator of a point's area orders there, and not while offers on chain would cover the quantity, unless its
///         words why they do not help stand in the event. Totals are public by operator, year and legal rank.
contract Curtailment is MarketPart {
    struct CurtailmentTerms {
        bytes32 point;
        uint64 interval;
        uint64 energyWh;
        /// 0 up: more injection or less consumption (load is shed); 1 down: less injection
        uint8 direction;
        /// Order of intervention: 1 conventional, 2 CHP, 3 renewable, 4 self-consumption, 5 load
        uint8 legalRank;
        uint16 reasonCode;
        /// Paid by the operator to the owner of the point at settlement.
        uint64 compensationMicroEur;
        bytes32 evidence;
    }

    /// @dev Two slots.
    struct Order {
        address orderedBy;
        uint32 connection;
        uint40 interval;
        uint8 direction;
        uint64 energyWh;
        uint64 compensationMicroEur;
    }

    /// @dev One slot.
    struct Totals {
        uint96 energyWh;
        uint96 compensationMicroEur;
        uint64 orders;
    }

    /// @dev Terms in succession for one interval, direction and area, in memory.
    struct Need {
        uint64 interval;
        uint8 direction;
        uint16 area;
        uint256 energyWh;
    }

    event CurtailmentOrdered(
        uint256 indexed orderId,
        bytes32 indexed point,
        uint64 indexed interval,
        uint8 direction,
        uint64 energyWh,
        uint8 legalRank,
        uint16 reasonCode,
        uint64 compensationMicroEur,
        bytes32 evidence,
        address orderedBy,
        string reason,
        string marketOverride
    );

    error ReasonMissing();
    error ReasonTooLong(uint256 length);
    error MarketCanSolve(uint64 interval, uint8 direction, uint256 openWh);
    error NotAreaOperator(bytes32 point, address account);
    error DeliveryEnded(uint64 interval);
    error DirectionInvalid(uint8 direction);
    error LegalRankInvalid(uint8 legalRank);
    error EnergyAboveMax(uint64 energyWh, uint64 maxWh);
    error CompensationAboveMax(uint64 compensationMicroEur, uint256 maxMicroEur);
    error TooManyOrders(bytes32 point, uint64 interval);

    uint8 public constant UP = 0;
    uint8 public constant DOWN = 1;
    /// @notice Bound on the words of a reason, and on those of an override.
    uint256 public constant REASON_BYTES_MAX = 512;
    /// @notice Most orders for one point in one interval; beyond, TooManyOrders. Bounds the gas of settling it. Only the operator
    ///         of the point's area uses them up.
    uint256 public constant ORDERS_PER_POINT_MAX = 8;

    Flexibility public immutable flexibility;
    uint64 public immutable energyMaxWh;
    uint64 public immutable compensationMaxMicroEurPerKwh;

    /// @notice Number of orders ever given; ids run from 1.
    uint256 public orderCount;

    /// @notice Number of points with an order in an interval.
    mapping(uint64 interval => uint256) public curtailedPointCount;

    mapping(uint256 orderId => Order) private _orders;
    mapping(address operator => mapping(uint16 year => mapping(uint8 legalRank => Totals))) private _totals;
    mapping(bytes32 point => mapping(uint64 interval => uint256[])) private _ordersOf;

    constructor(Registry registry_, MarketRules rules_, Flexibility flexibility_) MarketPart(registry_, rules_) {
        flexibility = flexibility_;
        energyMaxWh = rules_.curtailmentMaxWh();
        compensationMaxMicroEurPerKwh = rules_.compensationMaxMicroEurPerKwh();
    }

    function orderOf(uint256 orderId) external view returns (Order memory) {
        return _orders[orderId];
    }

    /// @notice Ids of the orders for a point and interval, in the order given.
    function ordersOf(bytes32 point, uint64 interval) external view returns (uint256[] memory) {
        return _ordersOf[point][interval];
    }

    /// @notice What an operator has ordered for delivery in a calendar year (UTC), by legal rank.
    function totalsOf(address operator, uint16 year, uint8 legalRank) external view returns (Totals memory) {
        return _totals[operator][year][legalRank];
    }

    /// @notice Orders points to reduce, until the end of delivery. All or nothing. Quantities of terms in succession for the same
    ///         interval, direction and area are one need: taken apart they are sooner refused, never later.
    /// @param reason         in words, for the record; neither empty nor longer than REASON_BYTES_MAX
    /// @param marketOverride why offers that would cover the need cannot be used; empty, or as `reason`
    /// @return firstOrderId id of the first order, the others follow by one
    /// @dev Reverts RoleMissing, ReasonMissing, ReasonTooLong, DeliveryEnded, DirectionInvalid, LegalRankInvalid, EnergyZero,
    ///      EnergyAboveMax, CompensationAboveMax, NotAreaOperator, TooManyOrders, MarketCanSolve, and from the Registry
    ///      PointNotConnected.
    function order(
        CurtailmentTerms[] calldata terms,
        string calldata reason,
        string calldata marketOverride
    ) external onlyRole(Roles.DSO | Roles.TSO) returns (uint256 firstOrderId) {
        if (bytes(reason).length == 0) revert ReasonMissing();
        if (bytes(reason).length > REASON_BYTES_MAX) revert ReasonTooLong(bytes(reason).length);
        if (bytes(marketOverride).length > REASON_BYTES_MAX) revert ReasonTooLong(bytes(marketOverride).length);
        uint256 orderId = orderCount;
        firstOrderId = orderId + 1;
        orderCount = orderId + terms.length;
        Need memory need;
        for (uint256 i; i < terms.length; ++i) {
            uint16 area = _order(++orderId, terms[i], reason, marketOverride);
            // With an override the words speak for themselves.
            if (bytes(marketOverride).length == 0) _add(need, terms[i], area);
        }
        if (need.energyWh > 0) _requireMarketCannotSolve(need);
    }

    function _order(
        uint256 orderId,
        CurtailmentTerms calldata term,
        string calldata reason,
        string calldata marketOverride
    ) private returns (uint16 area) {
        _requireValid(term);
        uint32 connection = registry.connectionOf(term.point);
        area = registry.pointOf(term.point).area;
        if (registry.operatorOf(area) != msg.sender) revert NotAreaOperator(term.point, msg.sender);
        uint256[] storage ids = _ordersOf[term.point][term.interval];
        if (ids.length == ORDERS_PER_POINT_MAX) revert TooManyOrders(term.point, term.interval);
        if (ids.length == 0) ++curtailedPointCount[term.interval];
        ids.push(orderId);
        _orders[orderId] = Order({
            orderedBy: msg.sender,
            connection: connection,
            interval: uint40(term.interval),
            direction: term.direction,
            energyWh: term.energyWh,
            compensationMicroEur: term.compensationMicroEur
        });
        _count(term);
        _announce(orderId, term, reason, marketOverride);
    }

    function _count(CurtailmentTerms calldata term) private {
        Totals storage totals = _totals[msg.sender][CalendarYear.yearOf(uint40(term.interval))][term.legalRank];
        // 2^32 orders of 64 bits stay within 96.
        totals.energyWh += term.energyWh;
        totals.compensationMicroEur += term.compensationMicroEur;
        ++totals.orders;
    }

    function _announce(
        uint256 orderId,
        CurtailmentTerms calldata term,
        string calldata reason,
        string calldata marketOverride
    ) private {
        emit CurtailmentOrdered(
            orderId,
            term.point,
            term.interval,
            term.direction,
            term.energyWh,
            term.legalRank,
            term.reasonCode,
            term.compensationMicroEur,
            term.evidence,
            msg.sender,
            reason,
            marketOverride
        );
    }

    function _add(Need memory need, CurtailmentTerms calldata term, uint16 area) private view {
        if (need.interval != term.interval || need.direction != term.direction || need.area != area) {
            if (need.energyWh > 0) _requireMarketCannotSolve(need);
            (need.interval, need.direction, need.area, need.energyWh) = (term.interval, term.direction, area, 0);
        }
        need.energyWh += term.energyWh;
    }

    function _requireMarketCannotSolve(Need memory need) private view {
        uint256 openWh = flexibility.openOfferedWh(need.interval, need.direction, need.area);
        if (openWh >= need.energyWh) revert MarketCanSolve(need.interval, need.direction, openWh);
    }

    function _requireValid(CurtailmentTerms calldata term) private view {
        _requireInterval(term.interval);
        if (block.timestamp >= uint256(term.interval) + intervalSeconds) revert DeliveryEnded(term.interval);
        if (term.direction > DOWN) revert DirectionInvalid(term.direction);
        if (term.reasonCode == 0) revert ReasonMissing();
        if (term.legalRank < 1 || term.legalRank > 5) revert LegalRankInvalid(term.legalRank);
        if (term.energyWh == 0) revert EnergyZero();
        if (term.energyWh > energyMaxWh) revert EnergyAboveMax(term.energyWh, energyMaxWh);
        uint256 compensationMax = (uint256(compensationMaxMicroEurPerKwh) * term.energyWh) / 1000;
        if (term.compensationMicroEur > compensationMax) {
            revert CompensationAboveMax(term.compensationMicroEur, compensationMax);
        }
    }
}
