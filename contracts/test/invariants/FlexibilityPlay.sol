// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Curtailment} from "../../src/Curtailment.sol";
import {Flexibility} from "../../src/Flexibility.sol";
import {OfferBook} from "../../src/flexibility/OfferBook.sol";
import {FlexibilityUnits} from "../../src/FlexibilityUnits.sol";
import {PoolPlay} from "./PoolPlay.sol";

/// @notice Offers, purchases, covers and their answers, and curtailment, in both areas.
abstract contract FlexibilityPlay is PoolPlay {
    mapping(uint256 offerId => uint256) public offeredWh;
    mapping(uint256 offerId => uint256) public boughtWh;
    mapping(uint256 offerId => bool) public withdrawn;
    mapping(address operator => uint256) private _curtailedWh;
    mapping(address operator => uint256) private _curtailments;

    // --- actions ---

    function offerFlexibility(uint256 seed) external plays {
        uint256 roll = _roll(seed);
        uint64 interval = _interval(roll);
        uint256 point = [uint256(0), 1, 4, 2][_in(roll, 1, 0, 15) == 0 ? 3 : _in(roll, 2, 0, 2)];
        OfferBook.OfferTerms[] memory terms = new OfferBook.OfferTerms[](1);
        terms[0] = OfferBook.OfferTerms({
            point: points[point],
            interval: interval,
            product: roll % 4 == 0 ? 1 : 0,
            direction: point == 1 ? 0 : 1,
            energyWh: uint64(_in(roll, 3, 95, roll % 2 == 0 ? 1000 : 1e6)),
            priceMicroEurPerKwh: uint64(_in(roll, 4, 0, 1e6)),
            // One baseline for each point, as the contract wants it.
            baselineNetWh: point == 1 ? int64(-3000) : int64(5000)
        });
        bool fits = _open() && registry.active(_owner(point)) && clock < interval && terms[0].energyWh >= 100
            && flexibility.positionOf(points[point], interval).coverWh == 0;
        if (!_foretold(_owner(point), address(flexibility), abi.encodeCall(flexibility.offer, (terms)), fits, 14, "an offer")) return;
        offeredWh[flexibility.offerCount()] = terms[0].energyWh;
        _did();
    }

    /// Any quantity of any offer, also too much or too late.
    function buyFlexibility(uint256 seed) external plays {
        uint256 roll = _roll(seed);
        uint256 id = _pickOffer(roll);
        if (id == 0) return _idle();
        OfferBook.Offer memory offer = flexibility.offerOf(id);
        uint64 energyWh = uint64(_in(roll, 1, 0, roll % 6 == 0 ? 2e6 : offer.remainingWh / 2 + 100));
        address buyer = _in(roll, 2, 0, 1) == 0 ? DSO : TSO;
        bool fits = _fits(id, offer, energyWh, buyer) && (buyer == DSO || offer.product == 0);
        bytes memory call = abi.encodeCall(flexibility.purchase, (offer.interval, offer.product, _ids(id), _wh(energyWh), "", ""));
        if (!_foretold(buyer, address(flexibility), call, fits, 10, "a purchase")) return;
        boughtWh[id] += energyWh;
        _did();
    }

    /// COOP covers its points with any offer, and ALICE tries to cover one that mostly offers itself.
    function cover(uint256 seed) external plays {
        uint256 roll = _roll(seed);
        uint256 id = _pickOffer(roll);
        if (id == 0) return _idle();
        OfferBook.Offer memory offer = flexibility.offerOf(id);
        uint256 point = [uint256(2), 3, 5, 0][_in(roll, 1, 0, 3)];
        uint64 energyWh = uint64(_in(roll, 2, 50, roll % 6 == 0 ? 30_000 : 400));
        OfferBook.Position memory covered = flexibility.positionOf(points[point], offer.interval);
        address buyer = _owner(point);
        bool fits = _fits(id, offer, energyWh, buyer) && _open() && registry.active(buyer) && offer.product == 0 && !covered.stated
            && covered.coverWh + energyWh <= 25_000;
        bytes memory call = abi.encodeCall(flexibility.cover, (offer.interval, points[point], _ids(id), _wh(energyWh)));
        if (!_foretold(buyer, address(flexibility), call, fits, 10, "a cover")) return;
        boughtWh[id] += energyWh;
        _did();
    }

    function confirmPart(uint256 seed) external plays {
        uint256 roll = _roll(seed);
        uint256 partId = _pickPart(roll);
        if (partId == 0) return _idle();
        (bool waits, bool early, OfferBook.Offer memory offer) = _waits(partId);
        address buyer = flexibility.buyerOf(flexibility.partOf(partId).orderId);
        bool fits = waits && early && _hasRoom(offer, buyer) && registry.active(registry.connectionOwner(offer.connection));
        bytes memory call = abi.encodeCall(flexibility.confirm, (_ids(partId)));
        if (_foretold(_operator(offer.area), address(flexibility), call, fits, 10, "a confirmation")) _did();
    }

    function refusePart(uint256 seed) external plays {
        uint256 partId = _pickPart(_roll(seed));
        if (partId == 0) return _idle();
        (bool waits, bool early, OfferBook.Offer memory offer) = _waits(partId);
        bytes memory call = abi.encodeCall(flexibility.refuse, (_ids(partId), 1));
        if (!_foretold(_operator(offer.area), address(flexibility), call, waits && early, 10, "a refusal")) return;
        boughtWh[flexibility.partOf(partId).offerId] -= flexibility.partOf(partId).energyWh;
        _did();
    }

    function releasePart(uint256 seed) external plays {
        uint256 partId = _pickPart(_roll(seed));
        if (partId == 0) return _idle();
        (bool waits, bool early, ) = _waits(partId);
        bytes memory call = abi.encodeCall(flexibility.release, (partId));
        if (!_foretold(BOB, address(flexibility), call, waits && !early, 10, "a release")) return;
        boughtWh[flexibility.partOf(partId).offerId] -= flexibility.partOf(partId).energyWh;
        _did();
    }

    function withdrawFlexibility(uint256 seed) external plays {
        uint256 roll = _roll(seed);
        uint256 id = _pickOffer(roll);
        if (id == 0 || roll % 3 != 0) return _idle();
        OfferBook.Offer memory offer = flexibility.offerOf(id);
        address seller = registry.connectionOwner(offer.connection);
        address sender = _in(roll, 1, 0, 3) == 0 ? METERS : seller;
        bool fits = offer.remainingWh > 0 && (sender == seller || clock >= offer.interval || !registry.active(seller));
        if (!_foretold(sender, address(flexibility), abi.encodeCall(flexibility.withdraw, (id)), fits, 9, "a withdrawal")) return;
        withdrawn[id] = true;
        _did();
    }

    /// One micro-euro per Wh, so that compensation and energy can be told from the totals; at times without a reason.
    function curtail(uint256 seed) external plays {
        uint256 roll = _roll(seed);
        uint64 interval = _interval(roll);
        uint256 point = _in(roll, 1, 0, 5);
        uint64 energyWh = uint64(_in(roll, 2, 1, roll % 3 == 0 ? 1e6 : 2000));
        Curtailment.CurtailmentTerms[] memory terms = new Curtailment.CurtailmentTerms[](1);
        terms[0] = Curtailment.CurtailmentTerms(points[point], interval, energyWh, uint8(roll % 2), 3, 1, energyWh, "");
        string memory reason = _in(roll, 3, 0, 3) == 0 ? "" : "limit";
        if (_in(roll, 4, 0, 7) == 0) terms[0].reasonCode = 0;
        address operator = _operator(_in(roll, 5, 0, 7) == 0 ? 1 : _area(point));
        bool overrides = _in(roll, 6, 0, 1) == 0;
        bool fits = bytes(reason).length > 0 && terms[0].reasonCode > 0 && operator == _operator(_area(point))
            && clock < interval + 900 && curtailment.ordersOf(points[point], interval).length < 8
            && (overrides || flexibility.openOfferedWh(interval, uint8(roll % 2), _area(point)) < energyWh);
        bytes memory call = abi.encodeCall(curtailment.order, (terms, reason, overrides ? "too far away" : ""));
        if (!_foretold(operator, address(curtailment), call, fits, 11, "a curtailment")) return;
        _curtailedWh[operator] += energyWh;
        ++_curtailments[operator];
        _did();
    }

    // --- what the invariants ask ---

    /// Tokens and books say the same: the seller has what remains, buyers what waits or stands, and nobody more.
    function checkUnits() external {
        vm.warp(clock);
        uint256 count = flexibility.offerCount();
        uint256[] memory heldWh = new uint256[](count + 1);
        // A seller may cover a point of its own with another.
        uint256[] memory ownWh = new uint256[](count + 1);
        for (uint256 partId = 1; partId <= flexibility.partCount(); ++partId) {
            Flexibility.Part memory part = flexibility.partOf(partId);
            if (part.state > 2) continue;
            heldWh[part.offerId] += part.energyWh;
            address seller = registry.connectionOwner(flexibility.offerOf(part.offerId).connection);
            if (flexibility.buyerOf(part.orderId) == seller) ownWh[part.offerId] += part.energyWh;
        }
        uint256[3] memory openWh;
        for (uint256 id = 1; id <= count; ++id) {
            OfferBook.Offer memory offer = flexibility.offerOf(id);
            FlexibilityUnits.Supply memory supply = units.supplyOf(id);
            uint256 heldByAll = units.balanceOf(ALICE, id) + units.balanceOf(BOB, id) + units.balanceOf(DSO, id)
                + units.balanceOf(TSO, id) + units.balanceOf(COOP, id);
            assertEq(supply.issuedWh, offeredWh[id], "I9 issued");
            assertEq(units.totalSupply(id), heldByAll, "I9 supply and balances");
            assertEq(units.totalSupply(id), uint256(supply.issuedWh) - supply.retiredWh - supply.withdrawnWh, "I9 supply");
            uint256 sellerWh = units.balanceOf(registry.connectionOwner(offer.connection), id);
            assertEq(sellerWh, offer.remainingWh + ownWh[id], "I9 seller");
            assertEq(heldByAll - offer.remainingWh, heldWh[id], "I9 buyers");
            openWh[(offer.interval - SLOT) / 900] += offer.remainingWh;
        }
        for (uint64 k; k < INTERVALS; ++k) {
            uint64 interval = SLOT + 900 * k;
            // TSO, who runs area 2, buys no congestion: what is offered there of that is not open to it.
            uint256 foundWh = flexibility.openOfferedWh(interval, 0, 1) + flexibility.openOfferedWh(interval, 1, 1);
            assertTrue(foundWh <= openWh[k], "I9 more open than remains");
        }
    }

    function checkSales() external view {
        for (uint256 id = 1; id <= flexibility.offerCount(); ++id) {
            assertTrue(boughtWh[id] <= offeredWh[id], "I10 over-sold");
            uint256 leftWh = withdrawn[id] ? 0 : offeredWh[id] - boughtWh[id];
            assertEq(flexibility.offerOf(id).remainingWh, leftWh, "I10 remaining");
        }
        for (uint64 k; k < INTERVALS; ++k) {
            for (uint256 p; p < POINTS; ++p) {
                Flexibility.Activation[] memory activations = flexibility.activationsOf(points[p], SLOT + 900 * k);
                uint256 sum;
                for (uint256 i; i < activations.length; ++i) sum += activations[i].energyWh;
                assertEq(flexibility.positionOf(points[p], SLOT + 900 * k).activatedWh, sum, "I10 activated");
            }
        }
    }

    function checkCurtailment() external view {
        uint256 orders;
        for (uint16 area = 1; area <= 2; ++area) {
            address operator = _operator(area);
            Curtailment.Totals memory totals = curtailment.totalsOf(operator, 2027, 3);
            assertEq(totals.energyWh, _curtailedWh[operator], "I11 energy of the year");
            assertEq(totals.compensationMicroEur, _curtailedWh[operator], "I11 compensation of the year");
            assertEq(totals.orders, _curtailments[operator], "I11 orders of the year");
            orders += totals.orders;
        }
        assertEq(curtailment.orderCount(), orders, "I11 orders");
    }

    // --- how it is played ---

    /// @dev Everything but the product and what concerns the buyer's own points.
    function _fits(uint256 id, OfferBook.Offer memory offer, uint64 energyWh, address buyer) private view returns (bool) {
        uint256 deadline = buyer == _operator(offer.area) ? offer.interval : offer.interval - 300;
        uint256 leftWh = withdrawn[id] ? 0 : offeredWh[id] - boughtWh[id];
        uint256 minWh = leftWh < 100 ? leftWh : 100;
        return energyWh > 0 && energyWh >= minWh && energyWh <= leftWh && clock < deadline && _hasRoom(offer, buyer)
            && registry.active(registry.connectionOwner(offer.connection));
    }

    function _hasRoom(OfferBook.Offer memory offer, address buyer) private view returns (bool) {
        Flexibility.Activation[] memory activations =
            flexibility.activationsOf(registry.connectionPoint(offer.connection), offer.interval);
        uint256 ofBuyer;
        for (uint256 i; i < activations.length; ++i) if (activations[i].buyer == buyer) ++ofBuyer;
        return activations.length < 16 && ofBuyer < 8;
    }

    function _pickOffer(uint256 roll) private view returns (uint256 id) {
        uint256 count = flexibility.offerCount();
        if (count == 0) return 0;
        id = _in(roll, 90, 1, count);
        if (_in(roll, 91, 0, 3) == 0) return id;
        for (uint256 i; i < count && !_forSale(id); ++i) id = 1 + id % count;
    }

    function _forSale(uint256 id) private view returns (bool) {
        OfferBook.Offer memory offer = flexibility.offerOf(id);
        return offer.remainingWh > 0 && clock + 300 < offer.interval;
    }

    function _pickPart(uint256 roll) private view returns (uint256 partId) {
        uint256 count = flexibility.partCount();
        if (count == 0) return 0;
        partId = _in(roll, 90, 1, count);
        for (uint256 i; i < count && flexibility.partOf(partId).state != 1; ++i) partId = 1 + partId % count;
    }

    function _waits(uint256 partId) private view returns (bool waits, bool early, OfferBook.Offer memory offer) {
        Flexibility.Part memory part = flexibility.partOf(partId);
        offer = flexibility.offerOf(part.offerId);
        (waits, early) = (part.state == 1, clock < uint256(offer.interval) - 300);
    }
}
