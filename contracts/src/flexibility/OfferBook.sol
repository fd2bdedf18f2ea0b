// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {FlexibilityUnits} from "../FlexibilityUnits.sol";
import {MarketPart} from "../MarketPart.sol";
import {Roles} from "../Roles.sol";

/// @title Offers of flexibility: what may still be bought of each, and how much is open in an area
/// @notice An offer states the baseline it is measured against: the net energy the point would have without activation.
abstract contract OfferBook is MarketPart {
    struct OfferTerms {
        bytes32 point;
        uint64 interval;
        /// 0 balancing, 1 congestion, 2 voltage, 3 losses, 4 reserve
        uint8 product;
        /// 0 up: more injection or less consumption; 1 down
        uint8 direction;
        uint64 energyWh;
        uint64 priceMicroEurPerKwh;
        /// Net energy without activation, injection positive. One for all offers of a point and interval.
        int64 baselineNetWh;
    }

    /// @dev 240 bits.
    struct Offer {
        uint32 connection;
        uint40 interval;
        /// Of the point, when it was offered.
        uint16 area;
        uint8 product;
        uint8 direction;
        bool withdrawn;
        /// What may still be bought; 0 when sold out or withdrawn.
        uint64 remainingWh;
        uint64 priceMicroEurPerKwh;
    }

    /// @dev 240 bits.
    struct Position {
        int64 baselineNetWh;
        /// Sum of the activations: parts that stand.
        uint72 activatedWh;
        uint8 activationCount;
        /// Direction of every activation.
        uint8 direction;
        /// The point has offered for the interval.
        bool stated;
        /// Activations elsewhere that cover this point and are not settled yet.
        uint16 coverOpenCount;
        /// Ordered to cover this point, waiting or standing.
        uint64 coverWh;
    }

    event FlexibilityOffered(
        uint256 indexed offerId,
        bytes32 indexed point,
        uint64 indexed interval,
        uint8 product,
        uint8 direction,
        uint64 energyWh,
        uint64 priceMicroEurPerKwh,
        address seller,
        int64 baselineNetWh
    );
    event FlexibilityWithdrawn(uint256 indexed offerId, uint64 indexed interval, uint64 remainingWh);

    error DeliveryStarted(uint64 interval);
    error DirectionInvalid(uint8 direction);
    error ProductInvalid(uint8 product);
    error EnergyBelowMin(uint64 energyWh, uint64 minWh);
    error NotPointOwner(bytes32 point, address account);
    error BaselineDiffers(bytes32 point, uint64 interval, int64 statedNetWh);
    error CoverConflict(bytes32 point, uint64 interval);
    error OfferUnknown(uint256 offerId);
    error OfferMismatch(uint256 offerId, uint64 interval);
    error ProductMismatch(uint256 offerId, uint8 offered, uint8 asked);
    error OfferExhausted(uint256 offerId, uint64 remainingWh, uint64 askedWh);

    uint8 public constant UP = 0;
    uint8 public constant DOWN = 1;

    uint8 public constant PRODUCT_BALANCING = 0;
    uint8 public constant PRODUCT_CONGESTION = 1;
    uint8 public constant PRODUCT_VOLTAGE = 2;
    uint8 public constant PRODUCT_LOSSES = 3;
    uint8 public constant PRODUCT_RESERVE = 4;

    /// @notice Least energy of an offer, and of a part bought of one unless less remains: dust would use up the places of a point.
    uint64 public constant OFFER_MIN_WH = 100;

    FlexibilityUnits public immutable units;

    /// @notice Number of offers ever made; ids run from 1.
    uint256 public offerCount;

    mapping(bytes32 point => mapping(uint64 interval => Position)) internal _positions;

    mapping(uint256 offerId => Offer) private _offers;
    /// @dev By area, direction and product, see _bucket.
    mapping(uint64 interval => mapping(uint256 bucket => uint256)) private _openWh;

    constructor(FlexibilityUnits units_) {
        units = units_;
    }

    function offerOf(uint256 offerId) public view returns (Offer memory) {
        return _offers[offerId];
    }

    function positionOf(bytes32 point, uint64 interval) external view returns (Position memory) {
        return _positions[point][interval];
    }

    /// @notice What settling a point has to know first: its own activations, and those elsewhere that cover it and are not settled.
    function countsOf(bytes32 point, uint64 interval) external view returns (uint256 activations, uint256 coverOpen) {
        Position storage position = _positions[point][interval];
        return (position.activationCount, position.coverOpenCount);
    }

    /// @notice Roles that may buy a product.
    /// @dev Reverts ProductInvalid.
    function buyersOf(uint8 product) public pure returns (uint16 roles) {
        if (product == PRODUCT_BALANCING) return Roles.DSO | Roles.TSO;
        if (product == PRODUCT_RESERVE) return Roles.TSO;
        if (product > PRODUCT_RESERVE) revert ProductInvalid(product);
        return Roles.DSO;
    }

    /// @notice What the operator of an area can still buy in it: offered, neither sold, reserved nor withdrawn, and only until
    ///         delivery starts.
    function openOfferedWh(uint64 interval, uint8 direction, uint16 area) external view returns (uint256 energyWh) {
        if (block.timestamp >= interval) return 0;
        address operator = registry.operatorOf(area);
        for (uint8 product; product <= PRODUCT_RESERVE; ++product) {
            if (registry.holds(operator, buyersOf(product))) energyWh += _openWh[interval][_bucket(area, direction, product)];
        }
    }

    /// @notice Offers flexibility of the sender's own points until delivery starts. All or nothing.
    /// @return firstOfferId id of the first offer, the others follow by one
    /// @dev Reverts Paused, DeliveryStarted, ProductInvalid, DirectionInvalid, EnergyBelowMin, NotPointOwner, BaselineDiffers,
    ///      CoverConflict, and from the Registry PointNotConnected, Suspended.
    function offer(OfferTerms[] calldata terms) external whenOpen returns (uint256 firstOfferId) {
        uint256 offerId = offerCount;
        firstOfferId = offerId + 1;
        offerCount = offerId + terms.length;
        for (uint256 i; i < terms.length; ++i) _offer(++offerId, terms[i]);
    }

    /// @notice Takes back what is left of an offer. What was bought stays bought. The seller may always; anyone may once the
    ///         offer cannot be bought any more, because delivery started, the point changed hands or the seller is suspended.
    /// @dev Reverts OfferUnknown, OfferExhausted, NotPointOwner.
    function withdraw(uint256 offerId) external {
        Offer storage found = _known(offerId);
        Offer memory held = found;
        if (held.remainingWh == 0) revert OfferExhausted(offerId, 0, 0);
        address seller = registry.connectionOwner(held.connection);
        bytes32 point = registry.connectionPoint(held.connection);
        if (msg.sender != seller && _buyable(held, point, seller)) revert NotPointOwner(point, msg.sender);
        (found.remainingWh, found.withdrawn) = (0, true);
        _openWh[held.interval][_bucket(held.area, held.direction, held.product)] -= held.remainingWh;
        units.withdraw(seller, offerId, held.remainingWh);
        emit FlexibilityWithdrawn(offerId, held.interval, held.remainingWh);
    }

    /// @dev Takes energy out of an offer for `msg.sender`, whose units it becomes.
    function _take(
        uint256 offerId,
        uint64 interval,
        uint8 product,
        uint64 energyWh
    ) internal returns (Offer memory held, bytes32 point) {
        Offer storage found = _known(offerId);
        held = found;
        if (held.interval != interval) revert OfferMismatch(offerId, interval);
        if (held.product != product) revert ProductMismatch(offerId, held.product, product);
        if (energyWh == 0) revert EnergyZero();
        if (energyWh > held.remainingWh) revert OfferExhausted(offerId, held.remainingWh, energyWh);
        uint64 minWh = held.remainingWh < OFFER_MIN_WH ? held.remainingWh : OFFER_MIN_WH;
        if (energyWh < minWh) revert EnergyBelowMin(energyWh, minWh);
        point = registry.connectionPoint(held.connection);
        address seller = _requireSeller(offerId, held, point);
        found.remainingWh = held.remainingWh - energyWh;
        _openWh[interval][_bucket(held.area, held.direction, product)] -= energyWh;
        units.move(seller, msg.sender, offerId, energyWh);
    }

    /// @dev Undoes a purchase: the energy may be bought again, unless its seller has withdrawn the offer since.
    function _giveBack(uint256 offerId, address holder, uint64 energyWh) internal {
        Offer storage found = _offers[offerId];
        Offer memory held = found;
        if (held.withdrawn) {
            units.withdraw(holder, offerId, energyWh);
            return;
        }
        found.remainingWh = held.remainingWh + energyWh;
        _openWh[held.interval][_bucket(held.area, held.direction, held.product)] += energyWh;
        units.move(holder, registry.connectionOwner(held.connection), offerId, energyWh);
    }

    /// @return seller who may still deliver
    function _requireSeller(uint256 offerId, Offer memory held, bytes32 point) internal view returns (address seller) {
        uint32 connection;
        (connection, seller) = registry.resolveOne(point);
        // The point changed hands since: the offer was the old owner's.
        if (connection != held.connection) revert OfferMismatch(offerId, held.interval);
    }

    function _requireBeforeDelivery(uint64 interval) internal view {
        _requireInterval(interval);
        if (block.timestamp >= interval) revert DeliveryStarted(interval);
    }

    function _offer(uint256 offerId, OfferTerms calldata term) private {
        _requireBeforeDelivery(term.interval);
        if (term.product > PRODUCT_RESERVE) revert ProductInvalid(term.product);
        if (term.direction > DOWN) revert DirectionInvalid(term.direction);
        if (term.energyWh < OFFER_MIN_WH) revert EnergyBelowMin(term.energyWh, OFFER_MIN_WH);
        (uint32 connection, address owner) = registry.resolveOne(term.point);
        if (owner != msg.sender) revert NotPointOwner(term.point, msg.sender);
        _state(term);
        uint16 area = registry.pointOf(term.point).area;
        _offers[offerId] = Offer({
            connection: connection,
            interval: uint40(term.interval),
            area: area,
            product: term.product,
            direction: term.direction,
            withdrawn: false,
            remainingWh: term.energyWh,
            priceMicroEurPerKwh: term.priceMicroEurPerKwh
        });
        _openWh[term.interval][_bucket(area, term.direction, term.product)] += term.energyWh;
        units.issue(owner, offerId, term.energyWh);
        emit FlexibilityOffered(
            offerId,
            term.point,
            term.interval,
            term.product,
            term.direction,
            term.energyWh,
            term.priceMicroEurPerKwh,
            owner,
            term.baselineNetWh
        );
    }

    function _state(OfferTerms calldata term) private {
        Position storage position = _positions[term.point][term.interval];
        // A point that is covered waits for the settlement of its sellers: were it a seller too, two could wait for each other.
        if (position.coverWh > 0) revert CoverConflict(term.point, term.interval);
        if (!position.stated) {
            (position.stated, position.baselineNetWh) = (true, term.baselineNetWh);
        } else if (position.baselineNetWh != term.baselineNetWh) {
            revert BaselineDiffers(term.point, term.interval, position.baselineNetWh);
        }
    }

    function _buyable(Offer memory held, bytes32 point, address seller) private view returns (bool) {
        return block.timestamp < held.interval && registry.connectionOf(point) == held.connection && registry.active(seller);
    }

    function _known(uint256 offerId) private view returns (Offer storage found) {
        found = _offers[offerId];
        if (found.interval == 0) revert OfferUnknown(offerId);
    }

    function _bucket(uint16 area, uint8 direction, uint8 product) private pure returns (uint256) {
        return (uint256(area) << 16) | (uint256(direction) << 8) | product;
    }
}
