// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {MarketPart} from "./MarketPart.sol";
import {MarketRules} from "./MarketRules.sol";
import {Registry} from "./Registry.sol";
import {Roles} from "./Roles.sol";

/// @title Flexibility: offered by points, bought by the grid operators, activated for an interval
/// @notice An offer states the baseline it is measured against: the net energy the point would have without activation.
///         Delivered is what the meter shows beyond the baseline, in the direction ordered; Settlement pays for that and no more.
contract Flexibility is MarketPart {
    struct OfferTerms {
        bytes32 point;
        uint64 interval;
        /// 0 up: more injection or less consumption; 1 down
        uint8 direction;
        uint64 energyWh;
        uint64 priceMicroEurPerKwh;
        /// Net energy without activation, injection positive. One for all offers of a point and interval.
        int64 baselineNetWh;
    }

    /// @dev 208 bits.
    struct Offer {
        uint32 connection;
        uint40 interval;
        uint8 direction;
        /// What may still be bought; 0 when sold out or withdrawn.
        uint64 remainingWh;
        uint64 priceMicroEurPerKwh;
    }

    /// @dev 192 bits: a part of an offer that was bought.
    struct Activation {
        uint64 orderId;
        uint64 offerId;
        uint64 energyWh;
    }

    /// @dev One slot.
    struct Position {
        int64 baselineNetWh;
        /// Sum of activations.
        uint64 activatedWh;
        uint8 activationCount;
        /// Direction of every activation.
        uint8 direction;
        bool stated;
    }

    event FlexibilityOffered(
        uint256 indexed offerId,
        bytes32 indexed point,
        uint64 indexed interval,
        uint8 direction,
        uint64 energyWh,
        uint64 priceMicroEurPerKwh,
        address seller,
        int64 baselineNetWh
    );
    event FlexibilityWithdrawn(uint256 indexed offerId, uint64 indexed interval, uint64 remainingWh);
    event FlexibilityOrdered(
        uint256 indexed orderId, address indexed buyer, uint64 indexed interval, bytes32 element, bytes32 evidence
    );
    event FlexibilityActivated(
        uint256 indexed orderId,
        uint256 indexed offerId,
        bytes32 indexed point,
        uint64 interval,
        uint8 direction,
        uint64 energyWh,
        uint64 priceMicroEurPerKwh
    );

    error DeliveryStarted(uint64 interval);
    error DirectionInvalid(uint8 direction);
    error NotPointOwner(bytes32 point, address account);
    error BaselineDiffers(bytes32 point, uint64 interval, int64 statedNetWh);
    error OfferUnknown(uint256 offerId);
    error OfferMismatch(uint256 offerId, uint64 interval);
    error OfferExhausted(uint256 offerId, uint64 remainingWh, uint64 askedWh);
    error DirectionConflict(bytes32 point, uint64 interval);
    error TooManyActivations(bytes32 point, uint64 interval);

    uint8 public constant UP = 0;
    uint8 public constant DOWN = 1;
    /// @notice Most activations of one point in one interval; beyond, TooManyActivations. Bounds the gas of settling it.
    uint256 public constant ACTIVATIONS_PER_POINT_MAX = 16;

    /// @notice Numbers of offers and orders ever made; ids run from 1.
    uint256 public offerCount;
    uint256 public orderCount;

    /// @notice Number of points with an activation in an interval.
    mapping(uint64 interval => uint256) public activatedPointCount;
    mapping(uint256 orderId => address) public buyerOf;

    mapping(uint256 offerId => Offer) private _offers;
    mapping(bytes32 point => mapping(uint64 interval => Position)) private _positions;
    mapping(bytes32 point => mapping(uint64 interval => Activation[])) private _activations;

    constructor(Registry registry_, MarketRules rules_) MarketPart(registry_, rules_) {}

    function offerOf(uint256 offerId) external view returns (Offer memory) {
        return _offers[offerId];
    }

    function positionOf(bytes32 point, uint64 interval) external view returns (Position memory) {
        return _positions[point][interval];
    }

    /// @notice Activations of a point in an interval, in the order of purchase.
    function activationsOf(bytes32 point, uint64 interval) external view returns (Activation[] memory) {
        return _activations[point][interval];
    }

    /// @notice Offers flexibility of the sender's own points until delivery starts.
    /// @return firstOfferId id of the first offer, the others follow by one
    function offer(OfferTerms[] calldata terms) external whenOpen returns (uint256 firstOfferId) {
        uint256 offerId = offerCount;
        firstOfferId = offerId + 1;
        offerCount = offerId + terms.length;
        for (uint256 i; i < terms.length; ++i) _offer(++offerId, terms[i]);
    }

    /// @notice Takes back what is left of an offer. What was bought stays bought.
    function withdraw(uint256 offerId) external {
        Offer storage found = _known(offerId);
        uint64 remainingWh = found.remainingWh;
        if (remainingWh == 0) revert OfferExhausted(offerId, 0, 0);
        if (registry.connectionOwner(found.connection) != msg.sender) {
            revert NotPointOwner(registry.connectionPoint(found.connection), msg.sender);
        }
        found.remainingWh = 0;
        emit FlexibilityWithdrawn(offerId, found.interval, remainingWh);
    }

    /// @notice Buys parts of offers for one interval, before delivery starts. All or nothing.
    /// @param element  the element of the grid it is bought for, short ASCII string
    /// @param evidence hash of the study that showed the need
    /// @dev Reverts RoleMissing, DeliveryStarted, OfferMismatch, OfferExhausted, DirectionConflict, TooManyActivations.
    function purchase(
        uint64 interval,
        uint256[] calldata offerIds,
        uint64[] calldata energyWh,
        bytes32 element,
        bytes32 evidence
    ) external onlyRole(Roles.DSO | Roles.TSO) returns (uint256 orderId) {
        if (offerIds.length != energyWh.length) revert LengthsDiffer();
        if (offerIds.length == 0) revert EnergyZero();
        _requireBeforeDelivery(interval);
        orderId = ++orderCount;
        buyerOf[orderId] = msg.sender;
        emit FlexibilityOrdered(orderId, msg.sender, interval, element, evidence);
        for (uint256 i; i < offerIds.length; ++i) _activate(orderId, offerIds[i], interval, energyWh[i]);
    }

    function _offer(uint256 offerId, OfferTerms calldata term) private {
        _requireBeforeDelivery(term.interval);
        if (term.direction > DOWN) revert DirectionInvalid(term.direction);
        if (term.energyWh == 0) revert EnergyZero();
        (uint32 connection, address owner) = registry.resolveOne(term.point);
        if (owner != msg.sender) revert NotPointOwner(term.point, msg.sender);
        Position storage position = _positions[term.point][term.interval];
        if (!position.stated) {
            (position.stated, position.baselineNetWh) = (true, term.baselineNetWh);
        } else if (position.baselineNetWh != term.baselineNetWh) {
            revert BaselineDiffers(term.point, term.interval, position.baselineNetWh);
        }
        _offers[offerId] = Offer({
            connection: connection,
            interval: uint40(term.interval),
            direction: term.direction,
            remainingWh: term.energyWh,
            priceMicroEurPerKwh: term.priceMicroEurPerKwh
        });
        emit FlexibilityOffered(
            offerId,
            term.point,
            term.interval,
            term.direction,
            term.energyWh,
            term.priceMicroEurPerKwh,
            owner,
            term.baselineNetWh
        );
    }

    function _activate(uint256 orderId, uint256 offerId, uint64 interval, uint64 energyWh) private {
        Offer storage found = _known(offerId);
        Offer memory held = found;
        if (held.interval != interval) revert OfferMismatch(offerId, interval);
        if (energyWh == 0) revert EnergyZero();
        if (energyWh > held.remainingWh) revert OfferExhausted(offerId, held.remainingWh, energyWh);
        found.remainingWh = held.remainingWh - energyWh;

        bytes32 point = registry.connectionPoint(held.connection);
        Position storage position = _positions[point][interval];
        if (position.activationCount == 0) {
            ++activatedPointCount[interval];
            position.direction = held.direction;
        } else if (position.direction != held.direction) {
            // The meter sees one net movement: two directions at one point could not be told apart.
            revert DirectionConflict(point, interval);
        }
        if (position.activationCount == ACTIVATIONS_PER_POINT_MAX) revert TooManyActivations(point, interval);
        ++position.activationCount;
        position.activatedWh += energyWh;
        // Ids count transactions' parts: 64 bits do not run out.
        _activations[point][interval].push(Activation(uint64(orderId), uint64(offerId), energyWh));
        emit FlexibilityActivated(orderId, offerId, point, interval, held.direction, energyWh, held.priceMicroEurPerKwh);
    }

    function _known(uint256 offerId) private view returns (Offer storage found) {
        found = _offers[offerId];
        if (found.interval == 0) revert OfferUnknown(offerId);
    }

    function _requireBeforeDelivery(uint64 interval) private view {
        _requireInterval(interval);
        if (block.timestamp >= interval) revert DeliveryStarted(interval);
    }
}
