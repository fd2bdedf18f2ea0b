// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {OpenTrades} from "./OpenTrades.sol";

/// @title The clearing rule of a pool: pure, one pass over both sides of the book, in as many steps as wanted
/// @notice Sells stand cheapest first, buys dearest first, the earlier first at equal limits. The best sell meets the best buy as
///         long as their limits agree on a price inside the corridor: no other matching at one price moves more energy, and no
///         order is filled while a better one is not full.
library PoolClearing {
    /// @dev An order as the walk sees it. Energy 0: it counts as listed and is passed over.
    struct Entry {
        uint32 number;
        uint32 connection;
        uint16 area;
        uint64 energyWh;
        uint64 limitPriceMicroEurPerKwh;
    }

    /// @dev 240 bits: the last order listed of one side, and what of it is not matched yet.
    struct Side {
        uint32 listed;
        uint32 number;
        uint64 limitPriceMicroEurPerKwh;
        uint64 remainingWh;
        uint32 connection;
        uint16 area;
    }

    /// @dev Four slots: all that a later step has to know.
    struct Walk {
        Side sell;
        Side buy;
        /// Orders to be listed.
        uint32 sells;
        uint32 buys;
        /// Orders of the interval cancelled before the walk began: later ones still count.
        uint32 cancelled;
        uint40 startedAt;
        /// Steps that matched something.
        uint32 parts;
        /// Nothing more can be matched.
        bool ended;
        /// Numbers of the last pair matched.
        uint32 lastSell;
        uint32 lastBuy;
        /// Energy matched, and the limits of the last pair.
        uint128 energyWh;
        uint64 lastSellLimitMicroEurPerKwh;
        uint64 lastBuyLimitMicroEurPerKwh;
    }

    error OrderMisplaced(uint32 number);

    /// @notice Lists the next orders of both sides and matches them. Of one side a rest may stay unlisted, when the other ran
    ///         out: it belongs to the next step.
    /// @param floor     feed-in price: a buy below it is never matched
    /// @param cap       retail price: a sell above it is never matched
    /// @return matched  trades at the seller's limit raised to the floor
    /// @dev Changes `walk`. Reverts OrderMisplaced where an order does not come strictly after the one listed before it: so none
    ///      is listed twice, and when as many are listed as stand in the book, none is left out.
    function step(
        Walk memory walk,
        Entry[] memory sells,
        Entry[] memory buys,
        uint64 floor,
        uint64 cap
    ) internal pure returns (OpenTrades.MatchedTrade[] memory matched) {
        // Every trade uses up a listed order, or the one left of the step before.
        matched = new OpenTrades.MatchedTrade[](sells.length + buys.length + 1);
        (uint256 s, uint256 b, uint256 count) = (0, 0, 0);
        while (!walk.ended) {
            while (walk.sell.remainingWh == 0 && s < sells.length) _list(walk.sell, sells[s++], true);
            while (walk.buy.remainingWh == 0 && b < buys.length) _list(walk.buy, buys[b++], false);
            if (walk.sell.remainingWh == 0 || walk.buy.remainingWh == 0) break;
            walk.ended = !_agree(walk.sell.limitPriceMicroEurPerKwh, walk.buy.limitPriceMicroEurPerKwh, floor, cap);
            if (!walk.ended) matched[count++] = _match(walk, floor);
        }
        if (walk.sell.remainingWh == 0 && walk.sell.listed == walk.sells) walk.ended = true;
        if (walk.buy.remainingWh == 0 && walk.buy.listed == walk.buys) walk.ended = true;
        if (walk.ended) {
            while (s < sells.length) _list(walk.sell, sells[s++], true);
            while (b < buys.length) _list(walk.buy, buys[b++], false);
        }
        // Shortens the array to what was matched.
        assembly ("memory-safe") {
            mstore(matched, count)
        }
    }

    /// @notice True when every order was listed.
    function complete(Walk memory walk) internal pure returns (bool) {
        return walk.sell.listed == walk.sells && walk.buy.listed == walk.buys;
    }

    /// @notice The price for all: the middle of the last pair's limits, rounded down, moved into the corridor; 0 without a trade.
    /// @dev The corridor and the pair's limits have a price in common, so it lies inside the limit of every order filled.
    function uniformPrice(Walk memory walk, uint64 floor, uint64 cap) internal pure returns (uint64 price) {
        if (walk.energyWh == 0) return 0;
        (uint64 low, uint64 high) = (walk.lastSellLimitMicroEurPerKwh, walk.lastBuyLimitMicroEurPerKwh);
        price = low + (high - low) / 2;
        if (price < floor) price = floor;
        if (price > cap) price = cap;
        if (price < low) price = low;
        if (price > high) price = high;
    }

    /// @notice Where every pair pays its seller's limit: the dearest price paid; 0 without a trade.
    function dearestPrice(Walk memory walk, uint64 floor) internal pure returns (uint64) {
        if (walk.energyWh == 0) return 0;
        return _raised(walk.lastSellLimitMicroEurPerKwh, floor);
    }

    function _list(Side memory side, Entry memory entry, bool ascending) private pure {
        (uint64 limit, uint64 before) = (entry.limitPriceMicroEurPerKwh, side.limitPriceMicroEurPerKwh);
        if (side.listed > 0) {
            bool after_ = limit == before ? entry.number > side.number : (limit > before) == ascending;
            if (!after_) revert OrderMisplaced(entry.number);
        }
        ++side.listed;
        side.number = entry.number;
        side.limitPriceMicroEurPerKwh = limit;
        side.remainingWh = entry.energyWh;
        side.connection = entry.connection;
        side.area = entry.area;
    }

    /// @dev A price inside both limits and the corridor exists.
    function _agree(uint64 sellLimit, uint64 buyLimit, uint64 floor, uint64 cap) private pure returns (bool) {
        return sellLimit <= buyLimit && sellLimit <= cap && buyLimit >= floor;
    }

    function _match(Walk memory walk, uint64 floor) private pure returns (OpenTrades.MatchedTrade memory) {
        (Side memory sell, Side memory buy) = (walk.sell, walk.buy);
        uint64 energyWh = sell.remainingWh < buy.remainingWh ? sell.remainingWh : buy.remainingWh;
        sell.remainingWh -= energyWh;
        buy.remainingWh -= energyWh;
        // 2^32 orders of 64-bit energies stay within 128 bits.
        walk.energyWh += energyWh;
        (walk.lastSell, walk.lastBuy) = (sell.number, buy.number);
        walk.lastSellLimitMicroEurPerKwh = sell.limitPriceMicroEurPerKwh;
        walk.lastBuyLimitMicroEurPerKwh = buy.limitPriceMicroEurPerKwh;
        return OpenTrades.MatchedTrade({
            sellerConnection: sell.connection,
            buyerConnection: buy.connection,
            sellerArea: sell.area,
            buyerArea: buy.area,
            energyWh: energyWh,
            priceMicroEurPerKwh: _raised(sell.limitPriceMicroEurPerKwh, floor)
        });
    }

    function _raised(uint64 limit, uint64 floor) private pure returns (uint64) {
        return limit < floor ? floor : limit;
    }
}
