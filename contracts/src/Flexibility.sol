// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {OfferBook} from "./flexibility/OfferBook.sol";
import {FlexibilityUnits} from "./FlexibilityUnits.sol";
import {MarketPart} from "./MarketPart.sol";
import {MarketRules} from "./MarketRules.sol";
import {Registry} from "./Registry.sol";
import {Roles} from "./Roles.sol";

/// @title Flexibility: offered by points, bought by grid operators and by customers for their own cover, activated for an interval
/// @notice Delivered is what the meter shows beyond the baseline, in the direction ordered; Settlement pays for that and no more.
///         A unit used by one operator is not available to another. What anybody but the operator of the point's area buys is
///         blocked until that operator confirms it in time; else it lapses: nothing is activated, nothing is paid.
contract Flexibility is OfferBook {
    /// @dev 200 bits: what one order takes of one offer.
    struct Part {
        uint64 orderId;
        uint64 offerId;
        uint64 energyWh;
        uint8 state;
    }

    /// @notice A part that stands, with who pays for it.
    struct Activation {
        uint64 orderId;
        uint64 offerId;
        uint64 energyWh;
        address buyer;
        /// The point whose uncertainty it covers; 0 when an operator bought it.
        bytes32 beneficiaryPoint;
    }

    /// @dev A part with its offer, in memory.
    struct Piece {
        uint256 partId;
        uint256 orderId;
        uint256 offerId;
        bytes32 point;
        uint64 interval;
        uint8 direction;
        uint64 energyWh;
        uint64 priceMicroEurPerKwh;
    }

    event FlexibilityOrdered(
        uint256 indexed orderId,
        address indexed buyer,
        uint64 indexed interval,
        uint8 product,
        bytes32 element,
        bytes32 evidence,
        bytes32 beneficiaryPoint
    );
    /// @notice The part waits for the operator of the point's area; it counts for nothing yet.
    event FlexibilityReserved(
        uint256 indexed orderId,
        uint256 indexed offerId,
        bytes32 indexed point,
        uint256 partId,
        uint64 interval,
        uint8 direction,
        uint64 energyWh,
        uint64 priceMicroEurPerKwh
    );
    /// @notice The part stands.
    event FlexibilityActivated(
        uint256 indexed orderId,
        uint256 indexed offerId,
        bytes32 indexed point,
        uint256 partId,
        uint64 interval,
        uint8 direction,
        uint64 energyWh,
        uint64 priceMicroEurPerKwh
    );
    event FlexibilityRefused(
        uint256 indexed partId, uint256 indexed offerId, uint64 indexed interval, uint64 energyWh, uint16 reasonCode
    );
    event FlexibilityLapsed(uint256 indexed partId, uint256 indexed offerId, uint64 indexed interval, uint64 energyWh);

    error DirectionConflict(bytes32 point, uint64 interval);
    error TooManyActivations(bytes32 point, uint64 interval);
    error TooManyOfBuyer(bytes32 point, uint64 interval, address buyer);
    error CoverAboveMax(bytes32 beneficiaryPoint, uint256 coverWh, uint64 maxWh);
    error ConfirmationTooLate(uint64 interval, uint64 confirmationEnd);
    error ConfirmationStillOpen(uint256 partId, uint64 confirmationEnd);
    error NotAreaOperator(bytes32 point, address account);
    error PartNotWaiting(uint256 partId, uint8 state);
    error ReasonMissing();
    error NotSettlement(address account);

    uint8 public constant PART_WAITING = 1;
    uint8 public constant PART_STANDS = 2;
    uint8 public constant PART_REFUSED = 3;
    uint8 public constant PART_LAPSED = 4;
    uint8 public constant PART_RETIRED = 5;

    /// @notice Most activations of one point in one interval; beyond, TooManyActivations. Bounds the gas of settling it.
    uint256 public constant ACTIVATIONS_PER_POINT_MAX = 16;
    /// @notice Most of them for one buyer, so that none takes all.
    uint256 public constant ACTIVATIONS_PER_BUYER_MAX = 8;
    /// @notice The operator of the area answers at least so long before delivery, s.
    uint64 public constant CONFIRMATION_LEAD_SECONDS = 300;
    /// @notice Most that is ordered to cover one point in one interval: 100 kW over a quarter of an hour.
    uint64 public constant COVER_MAX_WH = 25_000;

    /// @notice The only contract that retires units.
    address public immutable settlement;

    /// @notice Numbers of orders and parts ever made; ids run from 1.
    uint256 public orderCount;
    uint256 public partCount;

    /// @notice Number of points with an activation in an interval.
    mapping(uint64 interval => uint256) public activatedPointCount;
    mapping(uint256 orderId => address) public buyerOf;
    /// @notice The point an order of a customer covers; 0 for an operator's.
    mapping(uint256 orderId => bytes32) public beneficiaryOf;

    mapping(uint256 partId => Part) private _parts;
    /// @dev Ids of the parts that stand, in the order in which they came to stand.
    mapping(bytes32 point => mapping(uint64 interval => uint64[])) private _standing;

    constructor(
        Registry registry_,
        MarketRules rules_,
        FlexibilityUnits units_,
        address settlement_
    ) MarketPart(registry_, rules_) OfferBook(units_) {
        settlement = settlement_;
    }

    function partOf(uint256 partId) external view returns (Part memory) {
        return _parts[partId];
    }

    /// @notice Parts of a point in an interval that stand, in the order in which they came to stand.
    function activationsOf(bytes32 point, uint64 interval) external view returns (Activation[] memory activations) {
        uint64[] storage partIds = _standing[point][interval];
        activations = new Activation[](partIds.length);
        for (uint256 i; i < activations.length; ++i) {
            Part memory part = _parts[partIds[i]];
            activations[i] = Activation({
                orderId: part.orderId,
                offerId: part.offerId,
                energyWh: part.energyWh,
                buyer: buyerOf[part.orderId],
                beneficiaryPoint: beneficiaryOf[part.orderId]
            });
        }
    }

    /// @notice The moment from which a part that was not confirmed has lapsed, Unix seconds.
    function confirmationEnd(uint64 interval) public pure returns (uint64) {
        return interval > CONFIRMATION_LEAD_SECONDS ? interval - CONFIRMATION_LEAD_SECONDS : 0;
    }

    /// @notice Buys parts of offers of one product for one interval, before delivery starts. All or nothing. Parts of points in
    ///         the buyer's own area stand at once, the others wait for the operator there.
    /// @param element  the element of the grid it is bought for, short ASCII string
    /// @param evidence hash of the study that showed the need
    /// @dev Reverts RoleMissing, ProductInvalid, DeliveryStarted, OfferUnknown, OfferMismatch, ProductMismatch, OfferExhausted,
    ///      EnergyBelowMin, ConfirmationTooLate, DirectionConflict, TooManyActivations, TooManyOfBuyer, and from the Registry
    ///      Suspended (seller).
    function purchase(
        uint64 interval,
        uint8 product,
        uint256[] calldata offerIds,
        uint64[] calldata energyWh,
        bytes32 element,
        bytes32 evidence
    ) external onlyRole(buyersOf(product)) returns (uint256 orderId) {
        orderId = _open(interval, offerIds, energyWh);
        emit FlexibilityOrdered(orderId, msg.sender, interval, product, element, evidence, 0);
        for (uint256 i; i < offerIds.length; ++i) _buy(orderId, interval, product, offerIds[i], energyWh[i]);
    }

    /// @notice Buys balancing flexibility to cover the uncertainty of a point of the sender's own. What is delivered moves from
    ///         the seller's schedule to that of the point.
    /// @dev Reverts as `purchase`, and Paused, NotPointOwner, CoverConflict, CoverAboveMax.
    function cover(
        uint64 interval,
        bytes32 beneficiaryPoint,
        uint256[] calldata offerIds,
        uint64[] calldata energyWh
    )
        external
        whenOpen
        onlyRole(Roles.CONSUMER | Roles.PROSUMER | Roles.LARGE_CUSTOMER)
        returns (uint256 orderId)
    {
        orderId = _open(interval, offerIds, energyWh);
        beneficiaryOf[orderId] = beneficiaryPoint;
        _requireCover(interval, beneficiaryPoint, energyWh);
        emit FlexibilityOrdered(orderId, msg.sender, interval, PRODUCT_BALANCING, 0, 0, beneficiaryPoint);
        for (uint256 i; i < offerIds.length; ++i) _buy(orderId, interval, PRODUCT_BALANCING, offerIds[i], energyWh[i]);
    }

    /// @notice The operator of the points' area lets parts stand that others bought. All or nothing.
    /// @dev Reverts PartNotWaiting, NotAreaOperator, RoleMissing, ConfirmationTooLate, DirectionConflict, TooManyActivations,
    ///      TooManyOfBuyer, OfferMismatch (the point changed hands since), and from the Registry Suspended (seller).
    function confirm(uint256[] calldata partIds) external onlyRole(Roles.DSO | Roles.TSO) {
        for (uint256 i; i < partIds.length; ++i) {
            Piece memory piece = _answerable(partIds[i]);
            _requireSeller(piece.offerId, offerOf(piece.offerId), piece.point);
            _parts[partIds[i]].state = PART_STANDS;
            _stand(piece, buyerOf[piece.orderId]);
        }
    }

    /// @notice The operator of the points' area refuses parts that others bought: they go back to their offers.
    /// @dev Reverts PartNotWaiting, NotAreaOperator, RoleMissing, ConfirmationTooLate, ReasonMissing.
    function refuse(uint256[] calldata partIds, uint16 reasonCode) external onlyRole(Roles.DSO | Roles.TSO) {
        if (reasonCode == 0) revert ReasonMissing();
        for (uint256 i; i < partIds.length; ++i) {
            Piece memory piece = _answerable(partIds[i]);
            _end(piece, PART_REFUSED);
            emit FlexibilityRefused(partIds[i], piece.offerId, piece.interval, piece.energyWh, reasonCode);
        }
    }

    /// @notice Gives a part back to its offer that nobody confirmed in time. Anyone may.
    /// @dev Reverts PartNotWaiting, ConfirmationStillOpen.
    function release(uint256 partId) external {
        Piece memory piece = _waiting(partId);
        uint64 end = confirmationEnd(piece.interval);
        if (block.timestamp < end) revert ConfirmationStillOpen(partId, end);
        _end(piece, PART_LAPSED);
        emit FlexibilityLapsed(partId, piece.offerId, piece.interval, piece.energyWh);
    }

    /// @notice Burns the units of a point's activations when Settlement settles it, and frees the points they cover.
    /// @dev Reverts NotSettlement.
    function retire(bytes32 point, uint64 interval) external {
        if (msg.sender != settlement) revert NotSettlement(msg.sender);
        uint64[] storage partIds = _standing[point][interval];
        for (uint256 i; i < partIds.length; ++i) {
            Part storage part = _parts[partIds[i]];
            part.state = PART_RETIRED;
            bytes32 beneficiaryPoint = beneficiaryOf[part.orderId];
            if (beneficiaryPoint != 0) --_positions[beneficiaryPoint][interval].coverOpenCount;
            units.retire(buyerOf[part.orderId], part.offerId, part.energyWh);
        }
    }

    function _open(
        uint64 interval,
        uint256[] calldata offerIds,
        uint64[] calldata energyWh
    ) private returns (uint256 orderId) {
        if (offerIds.length != energyWh.length) revert LengthsDiffer();
        if (offerIds.length == 0) revert EnergyZero();
        _requireBeforeDelivery(interval);
        orderId = ++orderCount;
        buyerOf[orderId] = msg.sender;
    }

    function _requireCover(uint64 interval, bytes32 beneficiaryPoint, uint64[] calldata energyWh) private {
        (, address owner) = registry.resolveOne(beneficiaryPoint);
        if (owner != msg.sender) revert NotPointOwner(beneficiaryPoint, msg.sender);
        Position storage position = _positions[beneficiaryPoint][interval];
        if (position.stated) revert CoverConflict(beneficiaryPoint, interval);
        uint256 coverWh = position.coverWh;
        for (uint256 i; i < energyWh.length; ++i) coverWh += energyWh[i];
        if (coverWh > COVER_MAX_WH) revert CoverAboveMax(beneficiaryPoint, coverWh, COVER_MAX_WH);
        position.coverWh = uint64(coverWh);
    }

    function _buy(uint256 orderId, uint64 interval, uint8 product, uint256 offerId, uint64 energyWh) private {
        (Offer memory held, bytes32 point) = _take(offerId, interval, product, energyWh);
        Piece memory piece =
            Piece(++partCount, orderId, offerId, point, interval, held.direction, energyWh, held.priceMicroEurPerKwh);
        bool own = msg.sender == _operatorOf(point);
        // Ids count transactions' parts: 64 bits do not run out.
        _parts[piece.partId] = Part(uint64(orderId), uint64(offerId), energyWh, own ? PART_STANDS : PART_WAITING);
        if (own) return _stand(piece, msg.sender);
        uint64 end = confirmationEnd(interval);
        if (block.timestamp >= end) revert ConfirmationTooLate(interval, end);
        // Refused here rather than at the confirmation; a part that waits takes no place itself.
        _requireRoom(piece, msg.sender);
        emit FlexibilityReserved(
            orderId,
            offerId,
            point,
            piece.partId,
            interval,
            piece.direction,
            energyWh,
            piece.priceMicroEurPerKwh
        );
    }

    function _stand(Piece memory piece, address buyer) private {
        _requireRoom(piece, buyer);
        Position storage position = _positions[piece.point][piece.interval];
        if (position.activationCount == 0) {
            ++activatedPointCount[piece.interval];
            position.direction = piece.direction;
        }
        ++position.activationCount;
        // 16 activations of 64 bits stay within 72.
        position.activatedWh += piece.energyWh;
        _standing[piece.point][piece.interval].push(uint64(piece.partId));
        bytes32 beneficiaryPoint = beneficiaryOf[piece.orderId];
        // At most COVER_MAX_WH parts of a Wh: 16 bits do not run out.
        if (beneficiaryPoint != 0) ++_positions[beneficiaryPoint][piece.interval].coverOpenCount;
        emit FlexibilityActivated(
            piece.orderId,
            piece.offerId,
            piece.point,
            piece.partId,
            piece.interval,
            piece.direction,
            piece.energyWh,
            piece.priceMicroEurPerKwh
        );
    }

    function _end(Piece memory piece, uint8 state) private {
        _parts[piece.partId].state = state;
        bytes32 beneficiaryPoint = beneficiaryOf[piece.orderId];
        if (beneficiaryPoint != 0) _positions[beneficiaryPoint][piece.interval].coverWh -= piece.energyWh;
        _giveBack(piece.offerId, buyerOf[piece.orderId], piece.energyWh);
    }

    function _requireRoom(Piece memory piece, address buyer) private view {
        uint64[] storage partIds = _standing[piece.point][piece.interval];
        uint256 count = partIds.length;
        if (count == 0) return;
        if (_positions[piece.point][piece.interval].direction != piece.direction) {
            // The meter sees one net movement: two directions at one point could not be told apart.
            revert DirectionConflict(piece.point, piece.interval);
        }
        if (count == ACTIVATIONS_PER_POINT_MAX) revert TooManyActivations(piece.point, piece.interval);
        if (count < ACTIVATIONS_PER_BUYER_MAX) return;
        uint256 ofBuyer;
        for (uint256 i; i < count; ++i) if (buyerOf[_parts[partIds[i]].orderId] == buyer) ++ofBuyer;
        if (ofBuyer >= ACTIVATIONS_PER_BUYER_MAX) revert TooManyOfBuyer(piece.point, piece.interval, buyer);
    }

    function _answerable(uint256 partId) private view returns (Piece memory piece) {
        piece = _waiting(partId);
        if (msg.sender != _operatorOf(piece.point)) revert NotAreaOperator(piece.point, msg.sender);
        uint64 end = confirmationEnd(piece.interval);
        if (block.timestamp >= end) revert ConfirmationTooLate(piece.interval, end);
    }

    function _waiting(uint256 partId) private view returns (Piece memory) {
        Part memory part = _parts[partId];
        if (part.state != PART_WAITING) revert PartNotWaiting(partId, part.state);
        Offer memory held = offerOf(part.offerId);
        bytes32 point = registry.connectionPoint(held.connection);
        return Piece(
            partId,
            part.orderId,
            part.offerId,
            point,
            held.interval,
            held.direction,
            part.energyWh,
            held.priceMicroEurPerKwh
        );
    }

    function _operatorOf(bytes32 point) private view returns (address) {
        return registry.operatorOf(registry.pointOf(point).area);
    }
}
