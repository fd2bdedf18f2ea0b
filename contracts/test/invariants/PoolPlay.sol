// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {AuctionMarket} from "../../src/market/AuctionMarket.sol";
import {OpenTrades} from "../../src/market/OpenTrades.sol";
import {OrderBook} from "../../src/market/OrderBook.sol";
import {MarketRules} from "../../src/MarketRules.sol";
import {PoolMarket} from "../../src/PoolMarket.sol";
import {Vm} from "../Vm.sol";
import {TradesPlay} from "./TradesPlay.sol";

/// @notice Orders and clearings of the pool, bids of the auction, and the tariff; the outcome of a clearing is worked out anew.
abstract contract PoolPlay is TradesPlay {
    struct Placed {
        uint8 point;
        uint8 side;
        uint64 energyWh;
        uint64 limit;
        uint64 expiresAt;
        bool cancelled;
        uint64 filledWh;
    }

    struct Match {
        uint32[] sells;
        uint32[] buys;
        uint64 price;
        uint128 energyWh;
        /// By place.
        uint64[] filledWh;
    }

    /// Numbers from 1 are places from 0.
    mapping(uint64 interval => Placed[]) internal placed;
    mapping(uint64 interval => bool) internal cleared;
    mapping(uint64 interval => mapping(uint8 point => uint256)) private _recordedWh;
    mapping(uint256 bidId => mapping(uint256 number => uint256)) internal takenWh;
    mapping(uint256 bidId => bool) private _closedBid;
    
    // --- actions ---

    function placeOrder(uint256 seed) external plays {
        uint256 roll = _roll(seed);
        uint64 interval = _interval(roll);
        uint8 point = uint8(_in(roll, 1, 0, 5));
        uint8 side = _in(roll, 2, 0, 7) == 0 ? uint8(point % 2 == 0 ? 1 : 0) : uint8(point % 2);
        OrderBook.OrderTerms memory terms = OrderBook.OrderTerms({
            point: points[point],
            interval: interval,
            side: side,
            energyWh: uint64(_in(roll, 3, 90, roll % 2 == 0 ? 500 : 1e6)),
            limitPriceMicroEurPerKwh: uint64(_in(roll, 4, FEED_IN / 2, RETAIL + FEED_IN)),
            expiresAt: roll % 8 == 0 ? clock + 200 : interval,
            nonce: nextOrderNonce++
        });
        (uint256 same, uint256 other) = _standing(interval, point, side);
        address owner = _owner(point);
        address sender = roll % 3 == 0 ? COOP : owner;
        bool fits = _open() && registry.active(sender) && registry.active(owner) && clock < interval - 1800
            && terms.energyWh >= 100 && other == 0 && same < 8;
        OrderBook.OrderTerms[] memory batch = new OrderBook.OrderTerms[](1);
        bytes[] memory signatures = new bytes[](1);
        (batch[0], signatures[0]) = (terms, sender == owner ? bytes("") : _signOrder(_keyOf(owner), terms));
        if (!_foretold(sender, address(pool), abi.encodeCall(pool.placeOrders, (batch, signatures)), fits, 14, "an order")) return;
        placed[interval].push(
            Placed(point, side, terms.energyWh, terms.limitPriceMicroEurPerKwh, terms.expiresAt, false, 0)
        );
        _did();
    }

    function cancelOrder(uint256 seed) external plays {
        uint256 roll = _roll(seed);
        uint64 interval = _interval(roll);
        uint256 count = placed[interval].length;
        if (count == 0 || roll % 3 != 0) return _idle();
        uint256 place = _in(roll, 1, 0, count - 1);
        Placed storage order = placed[interval][place];
        address sender = roll % 7 == 0 ? TSO : _owner(order.point);
        bool fits = !order.cancelled && !cleared[interval] && sender != TSO;
        uint256 id = pool.orderIdOf(interval, uint32(place + 1));
        if (!_foretold(sender, address(pool), abi.encodeCall(pool.cancelOrder, (id)), fits, 14, "a cancellation")) return;
        order.cancelled = true;
        _did();
    }

    /// In one transaction or in steps, when it is due and when it is not, at times with a false claim.
    function clearPool(uint256 seed) external plays {
        uint256 roll = _roll(seed);
        uint64 interval = _interval(roll);
        // Mostly one whose pool is closed and not cleared yet.
        for (uint64 k; k < INTERVALS && roll % 4 > 0; ++k) {
            uint64 other = SLOT + 900 * k;
            if (clock >= other - 1800 && clock < _gate(other) && !cleared[other]) interval = other;
        }
        if (placed[interval].length == 0) return _idle();
        Match memory found = _solve(interval);
        bool fits = _open() && registry.active(BOB) && !cleared[interval] && clock >= interval - 1800 && clock < _gate(interval);
        if (fits && roll % 3 == 0) {
            bytes memory greedy = _claim(interval, found, found.price + 1);
            if (_foretold(BOB, address(pool), greedy, false, 7, "a dearer price than the rule gives")) return;
        }
        vm.recordLogs();
        if (fits && roll % 2 == 0) {
            _clearInSteps(interval, found);
        } else if (!_foretold(BOB, address(pool), _claim(interval, found, found.price), fits, 7, "a clearing by the rule")) {
            return;
        }
        cleared[interval] = true;
        for (uint256 i; i < found.filledWh.length; ++i) placed[interval][i].filledWh = found.filledWh[i];
        _checkRecorded(interval, vm.getRecordedLogs(), found);
        _did();
    }

    /// Everything a clearing needs, in a run in which nobody placed in time.
    function fillBook(uint256 seed) external plays {
        uint256 roll = _roll(seed);
        for (uint64 k; k < INTERVALS; ++k) {
            uint64 interval = SLOT + 900 * k;
            if (!_open() || clock >= interval - 1800 || !registry.active(ALICE) || !registry.active(BOB)) continue;
            // Three sells and two buys, so that one is filled by several; mostly at a middle below the feed-in price.
            for (uint8 n; n < 5; ++n) {
                uint8 point = n % 2;
                (uint256 same, uint256 other) = _standing(interval, point, point);
                if (other > 0 || same > 6) continue;
                uint64 limit = point == 0 ? FEED_IN / 2 + uint64(_in(roll, n, 0, 50_000)) : FEED_IN + uint64(_in(roll, n, 0, 20_000));
                _place(interval, point, uint64(_in(roll, n + 9, 100, point == 0 ? 3000 : 5000)), limit);
            }
            _did();
            return;
        }
        _idle();
    }

    function postBid(uint256 seed) external plays {
        uint256 roll = _roll(seed);
        uint64 interval = _interval(roll);
        uint64 price = uint64(_in(roll, 2, FEED_IN, RETAIL));
        bool fits = _open() && registry.active(COOP) && clock < _gate(interval);
        bytes memory call = abi.encodeCall(market.postBid, (points[_in(roll, 3, 2, 3)], interval, uint64(_in(roll, 1, 100, 1500)), price));
        if (!_foretold(COOP, address(market), call, fits, 14, "a bid")) return;
        _did();
        for (uint256 i; i < 2 + roll % 4; ++i) _offerToBid(uint256(keccak256(abi.encode(roll, i))), market.bidCount());
    }

    function offerToBid(uint256 seed) external plays {
        uint256 roll = _roll(seed);
        uint256 count = market.bidCount();
        if (count == 0) return _idle();
        if (_offerToBid(roll, _in(roll, 1, 1, count))) _did();
    }

    function closeBid(uint256 seed) external plays {
        uint256 roll = _roll(seed);
        uint256 count = market.bidCount();
        if (count == 0) return _idle();
        uint256 bidId = _in(roll, 1, 1, count);
        for (uint256 i; i < count && (_closedBid[bidId] || market.bidOffers(bidId).length < 2); ++i) bidId = 1 + bidId % count;
        AuctionMarket.Bid memory bid = market.bid(bidId);
        if (market.bidOffers(bidId).length < 2 && roll % 8 != 0) return _idle();
        bool fits = _open() && registry.active(COOP) && !_closedBid[bidId] && clock < _gate(bid.interval);
        vm.recordLogs();
        if (!_foretold(COOP, address(market), abi.encodeCall(market.closeBid, (bidId)), fits, 8, "the close of a bid")) return;
        _closedBid[bidId] = true;
        _checkTaken(bidId, bid, vm.getRecordedLogs());
        _did();
    }

    /// A tariff is announced: in time by the administrator, too late, or by somebody else.
    function announceTariff(uint256 seed) external plays {
        uint256 roll = _roll(seed);
        MarketRules.Tariff memory tariff = MarketRules.Tariff(clock + uint64(_in(roll, 1, 0, 200_000)), 70_000, 300_000, 50_000);
        if (roll % 3 == 0) tariff.validFrom = _interval(roll);
        uint256 earliest = uint256(clock) + 86_400;
        if (_lastTariff + 1 > earliest) earliest = _lastTariff + 1;
        address sender = roll % 2 == 0 ? address(this) : DSO;
        bool fits = sender == address(this) && tariff.validFrom >= earliest;
        if (!_foretold(sender, address(rules), abi.encodeCall(rules.announceTariff, (tariff)), fits, 13, "a tariff")) return;
        _lastTariff = tariff.validFrom;
        _did();
    }

    // --- what the invariants ask ---

    function checkOrders() external view {
        for (uint64 k; k < INTERVALS; ++k) {
            uint64 interval = SLOT + 900 * k;
            PoolMarket.Clearing memory clearing = pool.clearing(interval);
            assertTrue((clearing.clearedBy != address(0)) == cleared[interval], "I7 cleared");
            uint256[6] memory filledWh;
            uint256[6] memory placedWh;
            for (uint256 i; i < placed[interval].length; ++i) {
                Placed storage order = placed[interval][i];
                assertTrue(order.filledWh <= order.energyWh, "I7 over-filled");
                assertTrue(!order.cancelled || order.filledWh == 0, "I7 a cancelled order filled");
                filledWh[order.point] += order.filledWh;
                if (!order.cancelled) placedWh[order.point] += order.energyWh;
                if (order.filledWh == 0) continue;
                bool inside = order.side == 0 ? clearing.priceMicroEurPerKwh >= order.limit : clearing.priceMicroEurPerKwh <= order.limit;
                assertTrue(inside, "I7 price outside a limit");
                assertTrue(clearing.priceMicroEurPerKwh >= FEED_IN && clearing.priceMicroEurPerKwh <= RETAIL, "I7 price outside the corridor");
            }
            for (uint8 point; point < POINTS; ++point) {
                assertTrue(_recordedWh[interval][point] <= placedWh[point], "I7 more recorded than a point ordered");
                assertEq(_recordedWh[interval][point], filledWh[point], "I7 recorded and filled");
            }
        }
    }

    /// No offer is taken while one that is cheaper, or as cheap and earlier, was left.
    function checkAuctions() external view {
        for (uint256 bidId = 1; bidId <= market.bidCount(); ++bidId) {
            if (!_closedBid[bidId]) continue;
            AuctionMarket.BidOffer[] memory offers = market.bidOffers(bidId);
            uint256 sum;
            for (uint256 i; i < offers.length; ++i) {
                sum += takenWh[bidId][offers[i].number];
                if (takenWh[bidId][offers[i].number] == 0) continue;
                for (uint256 j; j < offers.length; ++j) {
                    bool better = offers[j].priceMicroEurPerKwh < offers[i].priceMicroEurPerKwh
                        || (offers[j].priceMicroEurPerKwh == offers[i].priceMicroEurPerKwh && offers[j].number < offers[i].number);
                    if (!better || passedOver[bidId][offers[j].number]) continue;
                    assertEq(takenWh[bidId][offers[j].number], offers[j].energyWh, "I8 a better offer was left");
                }
            }
            assertTrue(sum <= market.bid(bidId).energyWh, "I8 more taken than asked");
        }
    }

    function checkTariff() external view {
        for (uint64 k; k < INTERVALS; ++k) {
            MarketRules.Tariff memory tariff = rules.tariffAt(SLOT + 900 * k);
            assertEq(tariff.feedInMicroEurPerKwh, FEED_IN, "I13 feed-in price of an interval under way");
            assertEq(tariff.retailMicroEurPerKwh, RETAIL, "I13 retail price of an interval under way");
            assertEq(tariff.feeCapMicroEurPerKwh, FEE_CAP, "I13 cap of fees of an interval under way");
        }
    }

    // --- how it is played ---

    /// Offers of owners suspended when the bid was closed.
    mapping(uint256 bidId => mapping(uint256 number => bool)) internal passedOver;
    uint256 private _lastTariff;

    function _offerToBid(uint256 roll, uint256 bidId) private returns (bool) {
        AuctionMarket.Bid memory bid = market.bid(bidId);
        uint256 point = [uint256(0), 1, 4][_in(roll, 2, 0, 2)];
        uint64 price = uint64(_in(roll, 3, FEED_IN - 1, RETAIL));
        if (roll % 4 != 0) price = uint64(_in(roll, 4, FEED_IN, bid.maxPriceMicroEurPerKwh));
        uint64 energyWh = uint64(_in(roll, 5, 95, 2000));
        address owner = _owner(point);
        bool fits = _open() && registry.active(owner) && !_closedBid[bidId] && clock < _gate(bid.interval) && energyWh >= 100
            && price >= FEED_IN && price <= bid.maxPriceMicroEurPerKwh && _offersOf(bidId, owner) < 4;
        bytes memory call = abi.encodeCall(market.offerToBid, (bidId, points[point], energyWh, price));
        return _foretold(owner, address(market), call, fits, 8, "an offer to a bid");
    }

    function _place(uint64 interval, uint8 point, uint64 energyWh, uint64 limit) private {
        OrderBook.OrderTerms[] memory batch = new OrderBook.OrderTerms[](1);
        bytes[] memory signatures = new bytes[](1);
        batch[0] = OrderBook.OrderTerms(points[point], interval, point, energyWh, limit, interval, nextOrderNonce++);
        bytes memory call = abi.encodeCall(pool.placeOrders, (batch, signatures));
        if (!_foretold(_owner(point), address(pool), call, true, 14, "an order")) return;
        placed[interval].push(Placed(point, point, energyWh, limit, interval, false, 0));
    }

    function _standing(uint64 interval, uint8 point, uint8 side) private view returns (uint256 same, uint256 other) {
        for (uint256 i; i < placed[interval].length; ++i) {
            Placed storage order = placed[interval][i];
            if (order.point != point || order.cancelled) continue;
            if (order.side == side) ++same;
            else ++other;
        }
    }

    function _claim(uint64 interval, Match memory found, uint64 price) private view returns (bytes memory) {
        return abi.encodeCall(pool.clearPool, (interval, PoolMarket.Claim(found.sells, found.buys, price, found.energyWh)));
    }

    function _clearInSteps(uint64 interval, Match memory found) private {
        uint32[] memory none = new uint32[](0);
        bytes[4] memory calls = [
            abi.encodeCall(pool.beginClearing, (interval)),
            abi.encodeCall(pool.stepClearing, (interval, found.sells, none)),
            abi.encodeCall(pool.stepClearing, (interval, none, found.buys)),
            abi.encodeCall(pool.finishClearing, (interval, found.price, found.energyWh))
        ];
        for (uint256 i; i < 4; ++i) {
            // Sells beyond the last that matched are listed with the last step.
            if (i == 1) calls[1] = abi.encodeCall(pool.stepClearing, (interval, _head(found.sells), none));
            if (i == 2) calls[2] = abi.encodeCall(pool.stepClearing, (interval, _tail(found.sells), found.buys));
            _foretold(BOB, address(pool), calls[i], true, 7, "a step of a clearing");
        }
        Vm.Log[] memory logs = vm.getRecordedLogs();
        vm.recordLogs();
        uint32 part;
        for (uint256 i; i < logs.length; ++i) {
            if (logs[i].topics[0] != PoolMarket.PoolWalked.selector) continue;
            (, OpenTrades.MatchedTrade[] memory trades) = abi.decode(logs[i].data, (uint32, OpenTrades.MatchedTrade[]));
            OpenTrades.MatchedTrade[][] memory parts = new OpenTrades.MatchedTrade[][](1);
            parts[0] = trades;
            bytes memory call = abi.encodeCall(pool.recordTrades, (interval, part++, parts));
            _foretold(DSO, address(pool), call, true, 7, "the record of a step");
            _foretold(DSO, address(pool), call, false, 7, "the record of a step for the second time");
        }
    }

    function _head(uint32[] memory numbers) private pure returns (uint32[] memory head) {
        head = new uint32[](numbers.length > 0 ? 1 : 0);
        if (numbers.length > 0) head[0] = numbers[0];
    }

    function _tail(uint32[] memory numbers) private pure returns (uint32[] memory tail) {
        tail = new uint32[](numbers.length > 0 ? numbers.length - 1 : 0);
        for (uint256 i; i < tail.length; ++i) tail[i] = numbers[i + 1];
    }

    /// @dev The rule, worked out from the ghosts: not by a walk over two heads but price by price and order by order.
    function _solve(uint64 interval) private view returns (Match memory found) {
        Placed[] storage orders = placed[interval];
        found.sells = _sorted(orders, 0);
        found.buys = _sorted(orders, 1);
        uint64[] memory leftWh = new uint64[](orders.length);
        found.filledWh = new uint64[](orders.length);
        for (uint256 i; i < orders.length; ++i) {
            bool counts = orders[i].expiresAt > clock && registry.active(_owner(orders[i].point));
            leftWh[i] = counts ? orders[i].energyWh : 0;
        }
        (uint64 low, uint64 high) = (0, 0);
        for (uint256 b; b < found.buys.length; ++b) {
            for (uint256 s; s < found.sells.length; ++s) {
                (uint256 sell, uint256 buy) = (found.sells[s] - 1, found.buys[b] - 1);
                uint64 energyWh = leftWh[sell] < leftWh[buy] ? leftWh[sell] : leftWh[buy];
                if (energyWh == 0 || orders[sell].limit > orders[buy].limit) continue;
                if (orders[sell].limit > RETAIL || orders[buy].limit < FEED_IN) continue;
                (leftWh[sell], leftWh[buy]) = (leftWh[sell] - energyWh, leftWh[buy] - energyWh);
                found.filledWh[sell] += energyWh;
                found.filledWh[buy] += energyWh;
                found.energyWh += energyWh;
                (low, high) = (orders[sell].limit, orders[buy].limit);
            }
        }
        if (found.energyWh > 0) found.price = _middle(low, high);
    }

    function _middle(uint64 low, uint64 high) private pure returns (uint64 price) {
        price = (low + high) / 2;
        if (price < FEED_IN) price = FEED_IN;
        if (price > RETAIL) price = RETAIL;
    }

    function _sorted(Placed[] storage orders, uint8 side) private view returns (uint32[] memory numbers) {
        uint256 count;
        numbers = new uint32[](orders.length);
        for (uint256 i; i < orders.length; ++i) {
            if (orders[i].side != side || orders[i].cancelled) continue;
            uint256 place = count++;
            while (place > 0 && _precedes(orders[i].limit, orders[numbers[place - 1] - 1].limit, side)) {
                numbers[place] = numbers[place - 1];
                --place;
            }
            numbers[place] = uint32(i + 1);
        }
        assembly ("memory-safe") {
            mstore(numbers, count)
        }
    }

    function _precedes(uint64 a, uint64 b, uint8 side) private pure returns (bool) {
        return side == 0 ? a < b : a > b;
    }

    function _checkRecorded(uint64 interval, Vm.Log[] memory logs, Match memory found) private {
        uint256 before = market.batchCount();
        _recordOpen(logs);
        uint256 first = before;
        while (first > 0 && ghosts[first].interval == interval && ghosts[first].kind == 1) --first;
        for (uint256 id = first + 1; id <= before; ++id) {
            for (uint256 i; i < ghosts[id].trades.length; ++i) {
                Trade storage trade = ghosts[id].trades[i];
                _recordedWh[interval][trade.seller] += trade.energyWh;
                _recordedWh[interval][trade.buyer] += trade.energyWh;
                if (trade.price != found.price) _break(7, "a trade of the pool at another price");
            }
            _judgeAll(uint256(keccak256(abi.encode(interval, id))), id);
        }
    }

    function _offersOf(uint256 bidId, address owner) private view returns (uint256 count) {
        AuctionMarket.BidOffer[] memory offers = market.bidOffers(bidId);
        for (uint256 i; i < offers.length; ++i) if (registry.connectionOwner(offers[i].connection) == owner) ++count;
    }

    /// @dev A trade of an auction says connection and price: it belongs to the first offer like it that is not taken yet.
    function _checkTaken(uint256 bidId, AuctionMarket.Bid memory bid, Vm.Log[] memory logs) private {
        AuctionMarket.BidOffer[] memory offers = market.bidOffers(bidId);
        for (uint256 i; i < offers.length; ++i) {
            if (!registry.active(registry.connectionOwner(offers[i].connection))) passedOver[bidId][offers[i].number] = true;
        }
        uint256 last = market.batchCount();
        _recordOpen(logs);
        for (uint256 id = last; id > 0 && ghosts[id].kind == 2 && ghosts[id].interval == bid.interval && !_counted[id]; --id) {
            _counted[id] = true;
            for (uint256 i; i < ghosts[id].trades.length; ++i) _take(bidId, offers, ghosts[id].trades[i]);
        }
    }

    mapping(uint256 batchId => bool) private _counted;

    function _take(uint256 bidId, AuctionMarket.BidOffer[] memory offers, Trade memory trade) private {
        uint256 best = type(uint256).max;
        for (uint256 i; i < offers.length; ++i) {
            if (registry.connectionAt(offers[i].connection).pointNumber != trade.seller + 1) continue;
            if (offers[i].priceMicroEurPerKwh != trade.price || takenWh[bidId][offers[i].number] > 0) continue;
            if (offers[i].energyWh < trade.energyWh) continue;
            if (best == type(uint256).max || offers[i].number < offers[best].number) best = i;
        }
        if (best == type(uint256).max) return _break(8, "a trade nobody offered");
        takenWh[bidId][offers[best].number] = trade.energyWh;
    }
}
