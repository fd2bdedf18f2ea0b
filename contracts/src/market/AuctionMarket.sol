// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Roles} from "../Roles.sol";
import {TradeBook} from "./TradeBook.sol";
import {TradeKind} from "./TradeKind.sol";

/// @title The reverse auction of an aggregator that is short: a bid, offers to it, cheapest first until it is covered
abstract contract AuctionMarket is TradeBook {
    /// @dev 208 bits. `closed` is final.
    struct Bid {
        uint32 connection;
        uint40 interval;
        uint64 energyWh;
        uint64 maxPriceMicroEurPerKwh;
        bool closed;
    }

    /// @dev 160 bits.
    struct BidOffer {
        uint32 connection;
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
        uint256 indexed offerIndex,
        bytes32 indexed point,
        address seller,
        uint64 energyWh,
        uint64 priceMicroEurPerKwh
    );
    event BidClosed(uint256 indexed bidId, uint64 indexed interval, uint64 coveredWh, uint256 batchId);

    error NotOwnPoint(bytes32 point, address account);
    error BidUnknown(uint256 bidId);
    error BidAlreadyClosed(uint256 bidId);
    error BidNotYours(uint256 bidId, address account);
    error BidFull(uint256 bidId);
    error AboveBid(uint64 priceMicroEurPerKwh, uint64 maxPriceMicroEurPerKwh);

    /// @notice Most offers to one bid; beyond, BidFull. Bounds the gas of closing.
    uint256 public constant OFFERS_PER_BID_MAX = 64;

    /// @notice Number of bids ever posted; ids run from 1.
    uint256 public bidCount;

    mapping(uint256 bidId => Bid) private _bids;
    mapping(uint256 bidId => BidOffer[]) private _offers;

    function bid(uint256 bidId) external view returns (Bid memory) {
        return _bids[bidId];
    }

    function bidOffers(uint256 bidId) external view returns (BidOffer[] memory) {
        return _offers[bidId];
    }

    /// @notice Asks for energy at a point of the aggregator, at most at `maxPriceMicroEurPerKwh`.
    function postBid(
        bytes32 point,
        uint64 interval,
        uint64 energyWh,
        uint64 maxPriceMicroEurPerKwh
    ) external whenOpen onlyRole(Roles.AGGREGATOR) returns (uint256 bidId) {
        _requireBeforeGate(interval);
        if (energyWh == 0) revert EnergyZero();
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

    /// @notice Offers energy of an own point to a bid, at or below its price. Binding until the bid closes or its gate does.
    function offerToBid(uint256 bidId, bytes32 point, uint64 energyWh, uint64 priceMicroEurPerKwh) external whenOpen {
        Bid memory asked = _openBid(bidId);
        if (energyWh == 0) revert EnergyZero();
        if (priceMicroEurPerKwh > asked.maxPriceMicroEurPerKwh) revert AboveBid(priceMicroEurPerKwh, asked.maxPriceMicroEurPerKwh);
        _requireCorridor(rules.tariffAt(asked.interval), priceMicroEurPerKwh, TradeKind.AUCTION);
        Leg memory leg = _leg(point);
        if (leg.owner != msg.sender) revert NotOwnPoint(point, msg.sender);
        if (leg.connection == asked.connection) revert SamePoint(point);
        BidOffer[] storage offers = _offers[bidId];
        if (offers.length == OFFERS_PER_BID_MAX) revert BidFull(bidId);
        offers.push(BidOffer(leg.connection, energyWh, priceMicroEurPerKwh));
        emit BidOffered(bidId, offers.length - 1, point, msg.sender, energyWh, priceMicroEurPerKwh);
    }

    /// @notice Takes offers cheapest first (the earlier one at equal price) until the quantity is met, each at its own price.
    /// @dev Offers of points that changed hands or whose owner is suspended are passed over. Only the aggregator that posted.
    function closeBid(uint256 bidId) external whenOpen returns (uint256 batchId) {
        Bid memory asked = _openBid(bidId);
        bytes32 point = registry.connectionPoint(asked.connection);
        Leg memory buyer = _leg(point);
        if (buyer.connection != asked.connection || buyer.owner != msg.sender) revert BidNotYours(bidId, msg.sender);
        _bids[bidId].closed = true;

        BidOffer[] memory offers = _cheapestFirst(_offers[bidId]);
        OpenTrade[] memory trades = new OpenTrade[](offers.length);
        uint256 taken;
        uint64 openWh = asked.energyWh;
        for (uint256 i; i < offers.length && openWh > 0; ++i) {
            (bool standing, Leg memory seller) = _standing(offers[i].connection);
            if (!standing) continue;
            uint64 energyWh = offers[i].energyWh < openWh ? offers[i].energyWh : openWh;
            openWh -= energyWh;
            trades[taken++] = OpenTrade(seller.connection, buyer.connection, energyWh, offers[i].priceMicroEurPerKwh);
        }
        assembly ("memory-safe") {
            mstore(trades, taken)
        }
        uint16 area = _areaOf(asked.connection);
        if (taken > 0) batchId = _commitOpen(asked.interval, TradeKind.AUCTION, area, area, trades);
        emit BidClosed(bidId, asked.interval, asked.energyWh - openWh, batchId);
    }

    function _openBid(uint256 bidId) private view returns (Bid memory found) {
        found = _bids[bidId];
        if (found.interval == 0) revert BidUnknown(bidId);
        if (found.closed) revert BidAlreadyClosed(bidId);
        _requireBeforeGate(found.interval);
    }

    /// @dev Insertion sort: at most 64 entries, stable.
    function _cheapestFirst(BidOffer[] memory offers) private pure returns (BidOffer[] memory) {
        for (uint256 i = 1; i < offers.length; ++i) {
            BidOffer memory moving = offers[i];
            uint256 j = i;
            while (j > 0 && offers[j - 1].priceMicroEurPerKwh > moving.priceMicroEurPerKwh) {
                offers[j] = offers[j - 1];
                --j;
            }
            offers[j] = moving;
        }
        return offers;
    }

    function _standing(uint32 connection) private view returns (bool standing, Leg memory leg) {
        bytes32 point = registry.connectionPoint(connection);
        if (registry.connectionOf(point) != connection) return (false, leg);
        address owner = registry.connectionOwner(connection);
        return (registry.active(owner), Leg(point, connection, owner));
    }
}
