// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Roles} from "../Roles.sol";
import {OpenTrades} from "./OpenTrades.sol";
import {TradeKind} from "./TradeKind.sol";

/// @title The reverse auction of an aggregator that is short: a bid, offers to it, cheapest first until it is covered
/// @notice Places are few and cannot be held by dust or by one seller: offers have a least size, a seller has four, and a cheaper
///         offer displaces the dearest of a full bid.
abstract contract AuctionMarket is OpenTrades {
    /// @dev 208 bits. `closed` is final.
    struct Bid {
        uint32 connection;
        uint40 interval;
        uint64 energyWh;
        uint64 maxPriceMicroEurPerKwh;
        bool closed;
    }

    /// @dev 192 bits.
    struct BidOffer {
        uint32 connection;
        /// Counts up within the bid in the order of arrival, also over displaced offers.
        uint32 number;
        uint64 energyWh;
        uint64 priceMicroEurPerKwh;
    }

    event BidPosted(
        uint256 indexed bidId,
        uint64 indexed interval,
        bytes32 indexed point,
        address aggregator,
        uint64 energyWh,
        uint64 maxPriceMicroEurPerKwh
    );
    event BidOffered(
        uint256 indexed bidId,
        uint256 indexed offerNumber,
        bytes32 indexed point,
        address seller,
        uint64 energyWh,
        uint64 priceMicroEurPerKwh
    );
    event BidOfferDisplaced(uint256 indexed bidId, uint256 indexed offerNumber);
    event BidClosed(uint256 indexed bidId, uint64 indexed interval, uint64 coveredWh, uint256 tradeCount);

    error NotOwnPoint(bytes32 point, address account);
    error BidUnknown(uint256 bidId);
    error BidAlreadyClosed(uint256 bidId);
    error BidNotYours(uint256 bidId, address account);
    error BidFull(uint256 bidId, uint64 dearestMicroEurPerKwh);
    error OfferTooSmall(uint64 energyWh, uint64 minWh);
    error TooManyOffers(uint256 bidId, address seller);
    error AboveBid(uint64 priceMicroEurPerKwh, uint64 maxPriceMicroEurPerKwh);

    /// @notice Most offers to one bid; beyond, the dearest goes or BidFull. Bounds the gas of closing.
    uint256 public constant OFFERS_PER_BID_MAX = 64;
    /// @notice Most offers of one seller to one bid; beyond, TooManyOffers.
    uint256 public constant OFFERS_PER_SELLER_MAX = 4;
    /// @notice Smallest offer, Wh.
    uint64 public constant OFFER_MIN_WH = 100;

    /// @notice Number of bids ever posted; ids run from 1.
    uint256 public bidCount;

    mapping(uint256 bidId => Bid) private _bids;
    mapping(uint256 bidId => BidOffer[]) private _offers;
    mapping(uint256 bidId => mapping(address seller => uint256)) private _offersOf;
    /// @dev Offers ever made to a bid.
    mapping(uint256 bidId => uint32) private _offersMade;

    function bid(uint256 bidId) external view returns (Bid memory) {
        return _bids[bidId];
    }

    function bidOffers(uint256 bidId) external view returns (BidOffer[] memory) {
        return _offers[bidId];
    }

    /// @notice Asks for energy at a point of the aggregator, at most at `maxPriceMicroEurPerKwh`.
    /// @dev Reverts RoleMissing, GateClosed, IntervalInvalid, EnergyZero, EnergyTooLarge, PriceOutsideCorridor, NotOwnPoint, and from the
    ///      Registry PointNotConnected, Suspended, Paused.
    function postBid(
        bytes32 point,
        uint64 interval,
        uint64 energyWh,
        uint64 maxPriceMicroEurPerKwh
    ) external whenOpen onlyRole(Roles.AGGREGATOR) returns (uint256 bidId) {
        _requireBeforeGate(interval);
        if (energyWh == 0) revert EnergyZero();
        // What a trade can carry: an offer as large would otherwise keep the bid from closing.
        if (energyWh > type(uint40).max) revert EnergyTooLarge(energyWh);
        _requireCorridor(rules.tariffAt(interval), maxPriceMicroEurPerKwh, TradeKind.AUCTION);
        Leg memory leg = _leg(point);
        if (leg.owner != msg.sender) revert NotOwnPoint(point, msg.sender);
        bidId = ++bidCount;
        _bids[bidId] = Bid({
            connection: leg.connection,
            interval: uint40(interval),
            energyWh: energyWh,
            maxPriceMicroEurPerKwh: maxPriceMicroEurPerKwh,
            closed: false
        });
        emit BidPosted(bidId, interval, point, msg.sender, energyWh, maxPriceMicroEurPerKwh);
    }

    /// @notice Offers energy of an own point to a bid, at or below its price. Binding until the bid closes, its gate does, or a
    ///         cheaper offer displaces it: in a full bid the dearest, of equal ones the latest, makes room for a cheaper one.
    /// @dev Reverts BidUnknown, BidAlreadyClosed, GateClosed, OfferTooSmall, AboveBid, PriceOutsideCorridor, NotOwnPoint, SamePoint,
    ///      TooManyOffers, BidFull (not cheaper than the dearest), and from the Registry PointNotConnected, Suspended, Paused.
    function offerToBid(uint256 bidId, bytes32 point, uint64 energyWh, uint64 priceMicroEurPerKwh) external whenOpen {
        Bid memory asked = _openBid(bidId);
        if (energyWh < OFFER_MIN_WH) revert OfferTooSmall(energyWh, OFFER_MIN_WH);
        if (priceMicroEurPerKwh > asked.maxPriceMicroEurPerKwh) revert AboveBid(priceMicroEurPerKwh, asked.maxPriceMicroEurPerKwh);
        _requireCorridor(rules.tariffAt(asked.interval), priceMicroEurPerKwh, TradeKind.AUCTION);
        Leg memory leg = _leg(point);
        if (leg.owner != msg.sender) revert NotOwnPoint(point, msg.sender);
        if (leg.connection == asked.connection) revert SamePoint(point);
        if (_offersOf[bidId][msg.sender] == OFFERS_PER_SELLER_MAX) revert TooManyOffers(bidId, msg.sender);
        ++_offersOf[bidId][msg.sender];
        BidOffer memory made = BidOffer(leg.connection, ++_offersMade[bidId], energyWh, priceMicroEurPerKwh);
        BidOffer[] storage offers = _offers[bidId];
        if (offers.length < OFFERS_PER_BID_MAX) offers.push(made);
        else _displace(bidId, offers, made);
        emit BidOffered(bidId, made.number, point, msg.sender, energyWh, priceMicroEurPerKwh);
    }

    /// @notice Takes offers cheapest first (the earlier one at equal price) until the quantity is met, each at its own price.
    /// @dev Offers of points that changed hands or whose owner is suspended are passed over. Only the aggregator that posted.
    function closeBid(uint256 bidId) external whenOpen {
        Bid memory asked = _openBid(bidId);
        Leg memory buyer = _leg(registry.connectionPoint(asked.connection));
        if (buyer.connection != asked.connection || buyer.owner != msg.sender) revert BidNotYours(bidId, msg.sender);
        _bids[bidId].closed = true;
        (MatchedTrade[] memory taken, uint64 coveredWh) = _take(asked, _cheapestFirst(_offers[bidId]));
        _recordByArea(asked.interval, TradeKind.AUCTION, msg.sender, taken);
        emit BidClosed(bidId, asked.interval, coveredWh, taken.length);
    }

    function _displace(uint256 bidId, BidOffer[] storage offers, BidOffer memory made) private {
        uint256 dearest;
        BidOffer memory displaced = offers[0];
        for (uint256 i = 1; i < OFFERS_PER_BID_MAX; ++i) {
            BidOffer memory other = offers[i];
            if (!_before(displaced, other)) continue;
            (dearest, displaced) = (i, other);
        }
        if (made.priceMicroEurPerKwh >= displaced.priceMicroEurPerKwh) revert BidFull(bidId, displaced.priceMicroEurPerKwh);
        --_offersOf[bidId][registry.connectionOwner(displaced.connection)];
        offers[dearest] = made;
        emit BidOfferDisplaced(bidId, displaced.number);
    }

    function _take(
        Bid memory asked,
        BidOffer[] memory offers
    ) private view returns (MatchedTrade[] memory taken, uint64 coveredWh) {
        uint32[] memory connections = new uint32[](offers.length + 1);
        for (uint256 i; i < offers.length; ++i) connections[i] = offers[i].connection;
        connections[offers.length] = asked.connection;
        uint16[] memory areas = registry.tradingAreas(connections);
        taken = new MatchedTrade[](offers.length);
        uint256 count;
        for (uint256 i; i < offers.length && coveredWh < asked.energyWh; ++i) {
            // The point changed hands or its owner is suspended.
            if (areas[i] == 0) continue;
            uint64 openWh = asked.energyWh - coveredWh;
            uint64 energyWh = offers[i].energyWh < openWh ? offers[i].energyWh : openWh;
            coveredWh += energyWh;
            taken[count++] = MatchedTrade({
                sellerConnection: offers[i].connection,
                buyerConnection: asked.connection,
                sellerArea: areas[i],
                buyerArea: areas[offers.length],
                energyWh: energyWh,
                priceMicroEurPerKwh: offers[i].priceMicroEurPerKwh
            });
        }
        // Shortens the array to what was taken.
        assembly ("memory-safe") {
            mstore(taken, count)
        }
    }

    function _openBid(uint256 bidId) private view returns (Bid memory found) {
        found = _bids[bidId];
        if (found.interval == 0) revert BidUnknown(bidId);
        if (found.closed) revert BidAlreadyClosed(bidId);
        _requireBeforeGate(found.interval);
    }

    /// @dev Insertion sort: at most 64 entries. A displaced offer's place is not its rank in time, so the number decides.
    function _cheapestFirst(BidOffer[] memory offers) private pure returns (BidOffer[] memory) {
        for (uint256 i = 1; i < offers.length; ++i) {
            BidOffer memory moving = offers[i];
            uint256 j = i;
            while (j > 0 && _before(moving, offers[j - 1])) {
                offers[j] = offers[j - 1];
                --j;
            }
            offers[j] = moving;
        }
        return offers;
    }

    function _before(BidOffer memory a, BidOffer memory b) private pure returns (bool) {
        if (a.priceMicroEurPerKwh != b.priceMicroEurPerKwh) return a.priceMicroEurPerKwh < b.priceMicroEurPerKwh;
        return a.number < b.number;
    }
}
