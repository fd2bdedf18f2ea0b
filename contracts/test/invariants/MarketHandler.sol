// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {GridSupervision} from "../../src/GridSupervision.sol";
import {BilateralMarket} from "../../src/market/BilateralMarket.sol";
import {PoolMarket} from "../../src/market/PoolMarket.sol";
import {TradeBook} from "../../src/market/TradeBook.sol";
import {Curtailment} from "../../src/Curtailment.sol";
import {Flexibility} from "../../src/Flexibility.sol";
import {OfferBook} from "../../src/flexibility/OfferBook.sol";
import {FlexibilityUnits} from "../../src/FlexibilityUnits.sol";
import {Metering} from "../../src/Metering.sol";
import {Roles} from "../../src/Roles.sol";
import {MarketTest} from "../MarketTest.sol";

/// @notice Plays the market at random over three intervals. Every action either has nothing to do (counted as idle) or must
///         succeed: a revert fails the run. Attempts that must be refused are made on purpose and must be refused.
/// @dev Keeps its own account of what was offered, bought, placed and settled: the ghosts the invariants compare with.
contract MarketHandler is MarketTest {
    uint256 public constant ACTIONS = 14;
    uint64 private constant INTERVALS = 3;

    /// Successes per action, in the order of the functions below.
    uint256[ACTIONS] public done;
    uint256 public idle;

    mapping(uint256 tradeId => uint256) public timesSettled;
    mapping(uint256 offerId => uint256) public offeredWh;
    mapping(uint256 offerId => uint256) public boughtWh;
    mapping(uint256 offerId => bool) public withdrawn;
    uint256 public curtailedWh;
    mapping(uint256 orderId => uint256) public placedWh;
    mapping(uint256 orderId => uint256) public clearedWh;
    mapping(uint256 orderId => bool) public cancelled;

    uint64 private _now;
    uint64 private _nonce;
    bytes32[4] private _all = [SUN, HOME, COOP_1, COOP_2];

    function setUp() public override {
        super.setUp();
        registry.grant(COOP, Roles.LARGE_CUSTOMER);
        _now = SLOT - 1500;
        vm.warp(_now);
    }

    // --- actions ---

    function advance(uint256 seconds_) external {
        _now += uint64(bound(seconds_, 1, 600));
        vm.warp(_now);
        ++done[0];
    }

    function propose(uint256 seed, uint64 energyWh, uint64 price) external {
        vm.warp(_now);
        (uint64 interval, bool found) = _openInterval(seed);
        if (!found) return _idle();
        BilateralMarket.TradeTerms[] memory batch = new BilateralMarket.TradeTerms[](1 + seed % 3);
        bytes[] memory none = new bytes[](batch.length);
        for (uint256 i; i < batch.length; ++i) {
            (bytes32 seller, bytes32 buyer) = (seed % 2 + i) % 2 == 0 ? (COOP_1, COOP_2) : (COOP_2, COOP_1);
            batch[i] = BilateralMarket.TradeTerms(
                seller, buyer, interval, uint64(bound(energyWh, 1, 1e9)), uint64(bound(price, FEED_IN, RETAIL)), _nonce++
            );
        }
        vm.prank(COOP);
        market.proposeTrades(batch, none, none, seed % 5 == 0 ? 3 : 0);
        ++done[1];
    }

    function placeOrder(uint256 seed, uint64 energyWh, uint64 limit) external {
        vm.warp(_now);
        (uint64 interval, bool found) = _openInterval(seed);
        if (!found) return _idle();
        PoolMarket.OrderTerms[] memory terms = new PoolMarket.OrderTerms[](1);
        uint8 side = uint8(seed >> 8) % 2;
        (address owner, bytes32 point) = side == 0 ? (ALICE, SUN) : (BOB, HOME);
        terms[0] = PoolMarket.OrderTerms(
            point, interval, side, uint64(bound(energyWh, 1, 1e6)), uint64(bound(limit, FEED_IN, RETAIL))
        );
        vm.prank(owner);
        uint256 id = market.placeOrders(terms);
        placedWh[id] = terms[0].energyWh;
        ++done[2];
    }

    /// Any two orders in any quantity, also ones that must not match: the outcome must be the one foretold.
    function clear(uint256 seed, uint64 energyWh) external {
        vm.warp(_now);
        uint256 count = market.orderCount();
        if (count < 2) return _idle();
        (uint256 sell, uint256 buy) = _pair(seed, count);
        PoolMarket.Order memory s = market.order(sell);
        PoolMarket.Order memory b = market.order(buy);
        energyWh = uint64(bound(energyWh, 0, 2e6));
        // Mostly something that fits, so that clearings happen.
        if (seed % 4 != 0 && s.remainingWh > 0 && b.remainingWh > 0) {
            energyWh = uint64(bound(energyWh, 1, s.remainingWh < b.remainingWh ? s.remainingWh : b.remainingWh));
        }
        bool fits = s.side == 0 && b.side == 1 && s.interval == b.interval && energyWh > 0 && energyWh <= s.remainingWh
            && energyWh <= b.remainingWh && s.limitPriceMicroEurPerKwh <= b.limitPriceMicroEurPerKwh
            && _now < market.gateClosure(s.interval);
        vm.prank(COOP);
        try market.clearPool(s.interval, _ids(sell), _ids(buy), _wh(energyWh), s.limitPriceMicroEurPerKwh) {
            assertTrue(fits, "a clearing that does not fit was taken");
            clearedWh[sell] += energyWh;
            clearedWh[buy] += energyWh;
            ++done[3];
        } catch {
            assertTrue(!fits, "a clearing that fits was refused");
            ++idle;
        }
    }

    function cancel(uint256 seed) external {
        uint256 count = market.orderCount();
        if (count == 0 || seed % 3 != 0) return _idle();
        uint256 id = 1 + (seed >> 8) % count;
        PoolMarket.Order memory order = market.order(id);
        if (order.remainingWh == 0) return _idle();
        vm.prank(order.side == 0 ? ALICE : BOB);
        market.cancelOrder(id);
        cancelled[id] = true;
        ++done[4];
    }

    function judge(uint256 seed, uint64 energyWh, int64 fee) external {
        vm.warp(_now);
        uint256 count = market.tradeCount();
        if (count == 0) return _idle();
        uint256 id = 1 + (seed >> 8) % count;
        TradeBook.Trade memory trade = market.trades(_ids(id))[0];
        uint8 before = supervision.verdict(id).decision;
        uint8 decision = 1 + uint8(seed % 4);
        if (decision == 2 && trade.energyWh == 1) decision = 1;
        if (decision == 1) energyWh = trade.energyWh;
        else if (decision == 2) energyWh = uint64(bound(energyWh, 1, trade.energyWh - 1));
        else energyWh = 0;
        int256 cap = int256((uint256(energyWh) * FEE_CAP) / 1000);
        GridSupervision.VerdictTerms[] memory terms = new GridSupervision.VerdictTerms[](1);
        terms[0] = GridSupervision.VerdictTerms(id, decision, energyWh, int64(fee % (cap + 1)), 0, "");
        bool allowed = (before == 0 || before == 4) && _now < market.gateClosure(trade.interval);
        vm.prank(DSO);
        try supervision.giveVerdicts(terms) {
            assertTrue(allowed, "a verdict was given too late or twice");
            ++done[5];
        } catch {
            assertTrue(!allowed, "a verdict in time was refused");
            ++idle;
        }
    }

    function offerFlexibility(uint256 seed, uint64 energyWh, uint64 price) external {
        vm.warp(_now);
        uint64 interval = SLOT + 900 * uint64(seed % INTERVALS);
        if (_now >= interval) return _idle();
        OfferBook.OfferTerms[] memory terms = new OfferBook.OfferTerms[](1);
        (address owner, bytes32 point) = (seed >> 8) % 2 == 0 ? (ALICE, SUN) : (BOB, HOME);
        // One baseline for each point, as the contract wants it.
        int64 baseline = point == SUN ? int64(5000) : int64(-3000);
        terms[0] = OfferBook.OfferTerms(
            point,
            interval,
            uint8(seed >> 16) % 3 == 0 ? 1 : 0,
            point == SUN ? 1 : 0,
            uint64(bound(energyWh, 100, 1e6)),
            uint64(bound(price, 0, 1e6)),
            baseline
        );
        bool fits = flexibility.positionOf(point, interval).coverWh == 0;
        vm.prank(owner);
        try flexibility.offer(terms) returns (uint256 id) {
            assertTrue(fits, "a covered point offered");
            offeredWh[id] = terms[0].energyWh;
            ++done[6];
        } catch {
            assertTrue(!fits, "an offer that fits was refused");
            ++idle;
        }
    }

    /// Any quantity of any offer, also too much or too late.
    function buyFlexibility(uint256 seed, uint64 energyWh) external {
        vm.warp(_now);
        uint256 count = flexibility.offerCount();
        if (count == 0) return _idle();
        uint256 id = 1 + (seed >> 8) % count;
        OfferBook.Offer memory offer = flexibility.offerOf(id);
        energyWh = uint64(bound(energyWh, 0, seed % 3 == 0 ? 2e6 : offer.remainingWh));
        address buyer = seed % 2 == 0 ? DSO : TSO;
        bool fits = _fits(offer, energyWh, buyer) && (buyer == DSO || offer.product == 0);
        vm.prank(buyer);
        try flexibility.purchase(offer.interval, offer.product, _ids(id), _wh(energyWh), "", "") {
            assertTrue(fits, "a purchase that does not fit was taken");
            boughtWh[id] += energyWh;
            ++done[7];
        } catch {
            assertTrue(!fits, "a purchase that fits was refused");
            ++idle;
        }
    }

    /// COOP covers its points with any offer, and ALICE tries to cover one that mostly offers itself.
    function coverPoint(uint256 seed, uint64 energyWh) external {
        vm.warp(_now);
        uint256 count = flexibility.offerCount();
        if (count == 0) return _idle();
        uint256 id = 1 + (seed >> 8) % count;
        OfferBook.Offer memory offer = flexibility.offerOf(id);
        (address buyer, bytes32 point) = seed % 4 == 0 ? (ALICE, SUN) : (COOP, seed % 2 == 0 ? COOP_1 : COOP_2);
        energyWh = uint64(bound(energyWh, 0, seed % 3 == 0 ? 30_000 : 200));
        OfferBook.Position memory covered = flexibility.positionOf(point, offer.interval);
        bool fits = _fits(offer, energyWh, buyer) && offer.product == 0 && !covered.stated
            && covered.coverWh + energyWh <= 25_000;
        vm.prank(buyer);
        try flexibility.cover(offer.interval, point, _ids(id), _wh(energyWh)) {
            assertTrue(fits, "a cover that does not fit was taken");
            boughtWh[id] += energyWh;
            ++done[12];
        } catch {
            assertTrue(!fits, "a cover that fits was refused");
            ++idle;
        }
    }

    /// The operator of the area confirms or refuses any part, or somebody releases it, at any time.
    function answerPart(uint256 seed) external {
        vm.warp(_now);
        uint256 count = flexibility.partCount();
        if (count == 0) return _idle();
        uint256 partId = 1 + (seed >> 8) % count;
        for (uint256 i; i < count && flexibility.partOf(partId).state != 1; ++i) partId = 1 + partId % count;
        Flexibility.Part memory part = flexibility.partOf(partId);
        OfferBook.Offer memory offer = flexibility.offerOf(part.offerId);
        bool waits = part.state == 1;
        bool early = _now < uint256(offer.interval) - 300;
        bool fits = seed % 4 < 2
            ? waits && early && _hasRoom(offer, flexibility.buyerOf(part.orderId))
            : seed % 4 == 2 ? waits && early : waits && !early;
        bytes memory call = seed % 4 < 2
            ? abi.encodeCall(flexibility.confirm, (_ids(partId)))
            : seed % 4 == 2
                ? abi.encodeCall(flexibility.refuse, (_ids(partId), 1))
                : abi.encodeCall(flexibility.release, (partId));
        vm.prank(DSO);
        (bool ok, ) = address(flexibility).call(call);
        assertTrue(ok == fits, "an answer to a part was not the one foretold");
        if (!ok) return _idle();
        if (seed % 4 >= 2) boughtWh[part.offerId] -= part.energyWh;
        ++done[13];
    }

    function withdrawFlexibility(uint256 seed) external {
        uint256 count = flexibility.offerCount();
        if (count == 0 || seed % 3 != 0) return _idle();
        uint256 id = 1 + (seed >> 8) % count;
        OfferBook.Offer memory offer = flexibility.offerOf(id);
        if (offer.remainingWh == 0) return _idle();
        vm.prank(registry.connectionOwner(offer.connection));
        flexibility.withdraw(id);
        withdrawn[id] = true;
        ++done[8];
    }

    function curtail(uint256 seed, uint64 energyWh) external {
        vm.warp(_now);
        uint64 interval = SLOT + 900 * uint64(seed % INTERVALS);
        bytes32 point = _all[(seed >> 8) % 4];
        if (_now >= interval + 900 || curtailment.ordersOf(point, interval).length == 8) return _idle();
        Curtailment.CurtailmentTerms[] memory terms = new Curtailment.CurtailmentTerms[](1);
        energyWh = uint64(bound(energyWh, 1, 1e6));
        terms[0] = Curtailment.CurtailmentTerms(point, interval, energyWh, uint8(seed % 2), 3, 1, energyWh, "");
        bool overrides = (seed >> 16) % 2 == 0;
        bool fits = overrides || flexibility.openOfferedWh(interval, uint8(seed % 2), 1) < energyWh;
        vm.prank(DSO);
        try curtailment.order(terms, "limit", overrides ? "too far away" : "") {
            assertTrue(fits, "curtailed while the market could solve it");
            curtailedWh += energyWh;
            ++done[9];
        } catch {
            assertTrue(!fits, "a curtailment that fits was refused");
            ++idle;
        }
    }

    /// Any trade of any interval at any time, also again.
    function settleTrade(uint256 seed) external {
        vm.warp(_now);
        uint256 count = market.tradeCount();
        if (count == 0) return _idle();
        if (_settle(1 + (seed >> 8) % count)) ++done[10];
        else ++idle;
    }

    function reportAndSettlePoint(uint256 seed, int64 netWh) external {
        vm.warp(_now);
        uint64 interval = SLOT + 900 * uint64(seed % INTERVALS);
        bytes32 point = _all[(seed >> 8) % 4];
        if (_now < interval + 900) return _idle();
        // Mostly after the trades of the interval, without which no point may settle.
        if (seed % 5 != 0) _settleAll(interval);
        if (_readAndSettle(point, interval, netWh % 1e9)) ++done[11];
        else ++idle;
    }

    // --- the end of a run ---

    /// Settles all that is left and closes every interval: must always be possible.
    function finish() external {
        _now = SLOT + 900 * (INTERVALS + 1);
        vm.warp(_now);
        for (uint256 id = 1; id <= market.tradeCount(); ++id) _settle(id);
        for (uint64 k; k < INTERVALS; ++k) {
            // Twice: points that others cover wait for those.
            for (uint256 p; p < 8; ++p) _readAndSettle(_all[p % 4], SLOT + 900 * k, int64(uint64(p * 1000)) - 1500);
            vm.prank(METERS);
            settlement.closeInterval(SLOT + 900 * k);
        }
    }

    // --- what the invariants ask ---

    function sumOfBalances() external view returns (int256) {
        return ledger.balanceOf(ALICE) + ledger.balanceOf(BOB) + ledger.balanceOf(COOP) + ledger.balanceOf(DSO)
            + ledger.balanceOf(TSO) + ledger.balanceOf(GRID) + ledger.balanceOf(RETAILER);
    }

    function checkTrades() external view {
        int256 fees;
        for (uint256 id = 1; id <= market.tradeCount(); ++id) {
            TradeBook.Trade memory trade = market.trades(_ids(id))[0];
            GridSupervision.Verdict memory verdict = supervision.verdict(id);
            bool settled = settlement.tradeSettled(id);
            assertTrue(!settled || verdict.decision == 1 || verdict.decision == 2, "settled without acceptance");
            assertEq(timesSettled[id], settled ? 1 : 0, "times settled");
            assertTrue(verdict.energyWh <= trade.energyWh, "more than asked");
            assertTrue(trade.priceMicroEurPerKwh <= RETAIL, "above retail");
            assertTrue(trade.kind == 3 || trade.priceMicroEurPerKwh >= FEED_IN, "below feed-in");
            if (settled) fees += verdict.feeMicroEur;
        }
        assertEq(ledger.balanceOf(GRID), fees, "fees and the grid operator's account");
    }

    function checkFlexibility() external view {
        for (uint256 id = 1; id <= flexibility.offerCount(); ++id) {
            uint256 remaining = flexibility.offerOf(id).remainingWh;
            assertTrue(boughtWh[id] <= offeredWh[id], "over-sold");
            assertEq(remaining, withdrawn[id] ? 0 : offeredWh[id] - boughtWh[id], "remaining");
        }
        for (uint64 k; k < INTERVALS; ++k) {
            for (uint256 p; p < 4; ++p) {
                Flexibility.Activation[] memory activations = flexibility.activationsOf(_all[p], SLOT + 900 * k);
                uint256 sum;
                for (uint256 i; i < activations.length; ++i) sum += activations[i].energyWh;
                assertEq(flexibility.positionOf(_all[p], SLOT + 900 * k).activatedWh, sum, "activated");
            }
        }
    }

    /// Tokens and books say the same: the seller has what remains, buyers what waits or stands, and nobody more.
    function checkUnits() external view {
        uint256 count = flexibility.offerCount();
        uint256[] memory heldWh = new uint256[](count + 1);
        for (uint256 partId = 1; partId <= flexibility.partCount(); ++partId) {
            Flexibility.Part memory part = flexibility.partOf(partId);
            if (part.state <= 2) heldWh[part.offerId] += part.energyWh;
        }
        uint256[3] memory openWh;
        for (uint256 id = 1; id <= count; ++id) {
            OfferBook.Offer memory offer = flexibility.offerOf(id);
            address seller = registry.connectionOwner(offer.connection);
            FlexibilityUnits.Supply memory supply = units.supplyOf(id);
            uint256 heldByAll = units.balanceOf(ALICE, id) + units.balanceOf(BOB, id) + units.balanceOf(DSO, id)
                + units.balanceOf(TSO, id) + units.balanceOf(COOP, id);
            assertEq(supply.issuedWh, offeredWh[id], "issued");
            assertEq(units.totalSupply(id), heldByAll, "supply and balances");
            assertEq(units.balanceOf(seller, id), offer.remainingWh, "seller");
            assertEq(heldByAll - offer.remainingWh, heldWh[id], "buyers");
            openWh[(offer.interval - SLOT) / 900] += offer.remainingWh;
        }
        for (uint64 k; k < INTERVALS; ++k) {
            uint64 interval = SLOT + 900 * k;
            uint256 foundWh = flexibility.openOfferedWh(interval, 0, 1) + flexibility.openOfferedWh(interval, 1, 1);
            assertEq(foundWh, _now < interval ? openWh[k] : 0, "open in the area");
        }
    }

    function checkCurtailment() external view {
        Curtailment.Totals memory totals = curtailment.totalsOf(DSO, 2027, 3);
        assertEq(totals.energyWh, curtailedWh, "curtailed in the year");
        assertEq(totals.compensationMicroEur, curtailedWh, "compensation of the year, one micro-euro per Wh");
        assertEq(totals.orders, curtailment.orderCount(), "orders of the year");
    }

    function checkOrders() external view {
        for (uint256 id = 1; id <= market.orderCount(); ++id) {
            assertTrue(clearedWh[id] <= placedWh[id], "over-filled");
            uint256 remaining = market.order(id).remainingWh;
            assertEq(remaining, cancelled[id] ? 0 : placedWh[id] - clearedWh[id], "remaining");
        }
    }

    function allClosed() external view returns (bool) {
        return settlement.closed(SLOT) && settlement.closed(SLOT + 900) && settlement.closed(SLOT + 1800);
    }

    function _settle(uint256 id) private returns (bool) {
        TradeBook.Trade memory trade = market.trades(_ids(id))[0];
        uint8 decision = supervision.verdict(id).decision;
        bool due = (decision == 1 || decision == 2) && timesSettled[id] == 0 && _now >= trade.interval + 900;
        try settlement.settleTrades(trade.interval, _ids(id)) {
            ++timesSettled[id];
            assertTrue(due, "a trade settled that must not");
            try settlement.settleTrades(trade.interval, _ids(id)) {
                ++timesSettled[id]; // the invariant will say so
            } catch {}
            return true;
        } catch {
            assertTrue(!due, "a trade that is due did not settle");
            return false;
        }
    }

    function _settleAll(uint64 interval) private {
        for (uint256 id = 1; id <= market.tradeCount(); ++id) {
            if (market.trades(_ids(id))[0].interval == interval) _settle(id);
        }
    }

    function _readAndSettle(bytes32 point, uint64 interval, int64 netWh) private returns (bool) {
        if (metering.reading(point, interval).connection == 0) {
            Metering.Reading[] memory readings = new Metering.Reading[](1);
            readings[0] = Metering.Reading(point, interval, netWh);
            vm.prank(METERS);
            metering.report(readings);
        }
        bool due = settlement.progress(interval).tradesSettled == supervision.settleableCount(interval)
            && !settlement.tradedPosition(point, interval).settled
            && flexibility.positionOf(point, interval).coverOpenCount == 0;
        try settlement.settlePoints(interval, _points(point)) {
            assertTrue(due, "a point settled that must not");
            return true;
        } catch {
            assertTrue(!due, "a point that is due did not settle");
            return false;
        }
    }

    /// Everything but the product.
    function _fits(OfferBook.Offer memory offer, uint64 energyWh, address buyer) private view returns (bool) {
        uint256 deadline = buyer == DSO ? offer.interval : offer.interval - 300;
        uint64 minWh = offer.remainingWh < 100 ? offer.remainingWh : 100;
        return energyWh > 0 && energyWh >= minWh && energyWh <= offer.remainingWh && _now < deadline && _hasRoom(offer, buyer);
    }

    function _hasRoom(OfferBook.Offer memory offer, address buyer) private view returns (bool) {
        Flexibility.Activation[] memory activations =
            flexibility.activationsOf(registry.connectionPoint(offer.connection), offer.interval);
        uint256 ofBuyer;
        for (uint256 i; i < activations.length; ++i) if (activations[i].buyer == buyer) ++ofBuyer;
        return activations.length < 16 && ofBuyer < 8;
    }

    function _openInterval(uint256 seed) private view returns (uint64 interval, bool found) {
        interval = SLOT + 900 * uint64(seed % INTERVALS);
        found = _now < market.gateClosure(interval);
    }

    /// Half the time the first sell and buy order that could match, half the time any two.
    function _pair(uint256 seed, uint256 count) private view returns (uint256 sell, uint256 buy) {
        (sell, buy) = (1 + (seed >> 8) % count, 1 + (seed >> 16) % count);
        if (seed % 2 == 0) return (sell, buy);
        for (uint256 i; i < count && market.order(sell).side != 0; ++i) sell = 1 + sell % count;
        uint40 interval = market.order(sell).interval;
        for (uint256 i; i < count; ++i) {
            PoolMarket.Order memory b = market.order(buy);
            if (b.side == 1 && b.interval == interval && b.remainingWh > 0) return (sell, buy);
            buy = 1 + buy % count;
        }
    }

    function _idle() private {
        ++idle;
    }
}
