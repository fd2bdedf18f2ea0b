// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {MarketPart} from "./MarketPart.sol";
import {MarketRules} from "./MarketRules.sol";
import {Registry} from "./Registry.sol";
import {Roles} from "./Roles.sol";

/// @title Curtailment: the grid operator's last resort, bounded and public, with reason, quantity and compensation on record
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
        string reason
    );

    error ReasonMissing();
    error ReasonTooLong(uint256 length);
    error DeliveryEnded(uint64 interval);
    error DirectionInvalid(uint8 direction);
    error LegalRankInvalid(uint8 legalRank);
    error EnergyAboveMax(uint64 energyWh, uint64 maxWh);
    error CompensationAboveMax(uint64 compensationMicroEur, uint256 maxMicroEur);
    error TooManyOrders(bytes32 point, uint64 interval);

    uint8 public constant UP = 0;
    uint8 public constant DOWN = 1;
    uint256 public constant REASON_BYTES_MAX = 512;
    /// @notice Most orders for one point in one interval; beyond, TooManyOrders. Bounds the gas of settling it.
    uint256 public constant ORDERS_PER_POINT_MAX = 8;

    uint64 public immutable energyMaxWh;
    uint64 public immutable compensationMaxMicroEurPerKwh;

    /// @notice Number of orders ever given; ids run from 1.
    uint256 public orderCount;

    /// @notice Number of points with an order in an interval.
    mapping(uint64 interval => uint256) public curtailedPointCount;

    mapping(uint256 orderId => Order) private _orders;
    mapping(bytes32 point => mapping(uint64 interval => uint256[])) private _ordersOf;

    constructor(Registry registry_, MarketRules rules_) MarketPart(registry_, rules_) {
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

    /// @notice Orders points to reduce, until the end of delivery. All or nothing.
    /// @param reason in words, for the record; neither empty nor longer than REASON_BYTES_MAX
    /// @return firstOrderId id of the first order, the others follow by one
    /// @dev Reverts RoleMissing, ReasonMissing, ReasonTooLong, DeliveryEnded, DirectionInvalid, LegalRankInvalid, EnergyZero,
    ///      EnergyAboveMax, CompensationAboveMax, TooManyOrders, and from the Registry PointNotConnected.
    function order(
        CurtailmentTerms[] calldata terms,
        string calldata reason
    ) external onlyRole(Roles.DSO) returns (uint256 firstOrderId) {
        if (bytes(reason).length == 0) revert ReasonMissing();
        if (bytes(reason).length > REASON_BYTES_MAX) revert ReasonTooLong(bytes(reason).length);
        uint256 orderId = orderCount;
        firstOrderId = orderId + 1;
        orderCount = orderId + terms.length;
        for (uint256 i; i < terms.length; ++i) _order(++orderId, terms[i], reason);
    }

    function _order(uint256 orderId, CurtailmentTerms calldata term, string calldata reason) private {
        _requireValid(term);
        uint256[] storage ids = _ordersOf[term.point][term.interval];
        if (ids.length == ORDERS_PER_POINT_MAX) revert TooManyOrders(term.point, term.interval);
        if (ids.length == 0) ++curtailedPointCount[term.interval];
        ids.push(orderId);
        _orders[orderId] = Order({
            orderedBy: msg.sender,
            connection: registry.connectionOf(term.point),
            interval: uint40(term.interval),
            direction: term.direction,
            energyWh: term.energyWh,
            compensationMicroEur: term.compensationMicroEur
        });
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
            reason
        );
    }

    function _requireValid(CurtailmentTerms calldata term) private view {
        _requireInterval(term.interval);
        if (block.timestamp >= uint256(term.interval) + intervalSeconds) revert DeliveryEnded(term.interval);
        if (term.direction > DOWN) revert DirectionInvalid(term.direction);
        if (term.legalRank < 1 || term.legalRank > 5) revert LegalRankInvalid(term.legalRank);
        if (term.energyWh == 0) revert EnergyZero();
        if (term.energyWh > energyMaxWh) revert EnergyAboveMax(term.energyWh, energyMaxWh);
        uint256 compensationMax = (uint256(compensationMaxMicroEurPerKwh) * term.energyWh) / 1000;
        if (term.compensationMicroEur > compensationMax) {
            revert CompensationAboveMax(term.compensationMicroEur, compensationMax);
        }
    }
}
