// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {GridSupervision} from "../../src/GridSupervision.sol";
import {TradeBook} from "../../src/market/TradeBook.sol";
import {MarketRules} from "../../src/MarketRules.sol";
import {Registry} from "../../src/Registry.sol";
import {Roles} from "../../src/Roles.sol";
import {NetSettlement} from "../../src/settlement/NetSettlement.sol";
import {WORDS_PER_GROUP} from "../../src/settlement/Positions.sol";
import {MarketTest} from "../MarketTest.sol";

/// @notice Ways to jam or misuse the market that cross its contracts.
contract JamsTest is MarketTest {
    /// @dev Largest energy that a position carries.
    int40 private constant LARGEST = type(int40).max;

    function test_J1_the_office_of_the_administrator_is_handed_over_and_never_laid_down() public {
        vm.expectRevert(Registry.AdministratorNeeded.selector);
        registry.renounceOwnership();
        vm.expectRevert(MarketRules.AdministratorNeeded.selector);
        rules.renounceOwnership();
        registry.transferOwnership(ALICE);
        assertEq(registry.owner(), address(this), "until it is taken over");
        vm.prank(ALICE);
        registry.acceptOwnership();
        assertEq(registry.owner(), ALICE, "handed over");
    }

    function test_J2_an_operator_whose_role_was_revoked_gives_no_verdict_although_the_area_is_still_its_own() public {
        uint256 batchId = _trade(1000, 150_000);
        registry.revoke(DSO, Roles.DSO);
        assertEq(registry.operatorOf(1), DSO, "operator of the area");
        GridSupervision.Round[] memory rounds = new GridSupervision.Round[](1);
        rounds[0] = GridSupervision.Round(batchId, hex"0000010007", "digest", "");
        vm.expectRevert(abi.encodeWithSelector(GridSupervision.NotOperator.selector, batchId, DSO));
        vm.prank(DSO);
        supervision.giveVerdicts(rounds);
        registry.grant(DSO, Roles.TSO);
        vm.prank(DSO);
        supervision.giveVerdicts(rounds);
        assertTrue(supervision.isDue(batchId), "a TSO may run an area too");
    }

    function test_J3_false_nets_of_others_at_the_same_points_cannot_hold_an_objection_and_its_interval_for_ever() public {
        NetSettlement.Nets[4] memory given = _fourFalseNets();
        _object(given[2].batchId);
        vm.warp(block.timestamp + OBJECTION);
        _void(given[2]);
        // Nobody objected to the others: what they say is final, however far from what a point can move.
        _reportAndSettle();
        vm.prank(DSO);
        settlement.closeInterval(SLOT);
    }

    function test_J3_when_all_of_them_are_taken_back_in_any_order_the_points_are_as_if_they_had_never_been_given() public {
        NetSettlement.Nets[4] memory given = _fourFalseNets();
        for (uint256 i; i < 4; ++i) _object(given[i].batchId);
        vm.warp(block.timestamp + OBJECTION);
        _void(given[2]);
        _void(given[1]);
        _void(given[0]);
        _void(given[3]);
        uint256[WORDS_PER_GROUP] memory netsWh = nets.gather(SLOT, _sheet());
        for (uint256 i; i < WORDS_PER_GROUP; ++i) assertEq(netsWh[i], 0, "as before");
        vm.prank(DSO);
        settlement.closeInterval(SLOT);
    }

    function test_J4_a_tariff_that_trades_cannot_carry_or_that_would_stand_before_all_others_is_refused() public {
        uint64 validFrom = SLOT + 86_400;
        uint64 retailMax = uint64(rules.RETAIL_MAX_MICRO_EUR_PER_KWH());
        vm.expectRevert(abi.encodeWithSelector(MarketRules.RetailPriceTooLarge.selector, retailMax + 1, retailMax));
        rules.announceTariff(MarketRules.Tariff(validFrom, 0, retailMax + 1, 0));
        // Milliseconds instead of seconds.
        uint256 latest = block.timestamp + 86_400 + 366 days;
        vm.expectRevert(abi.encodeWithSelector(MarketRules.NoticeTooLong.selector, validFrom * 1000, latest));
        rules.announceTariff(MarketRules.Tariff(validFrom * 1000, 1, 2, 3));
        rules.announceTariff(MarketRules.Tariff(validFrom, 0, retailMax, 0));
        rules.announceTariff(MarketRules.Tariff(uint64(latest), 1, 2, 3));
        assertEq(rules.tariffAt(validFrom).retailMicroEurPerKwh, retailMax, "the largest");
    }

    function test_J5_a_bid_larger_than_a_trade_can_carry_is_refused_and_the_largest_closes() public {
        uint64 largest = type(uint40).max;
        vm.expectRevert(abi.encodeWithSelector(TradeBook.EnergyTooLarge.selector, largest + 1));
        vm.prank(COOP);
        market.postBid(COOP_1, SLOT, largest + 1, RETAIL);
        vm.prank(COOP);
        uint256 bidId = market.postBid(COOP_1, SLOT, largest, RETAIL);
        vm.prank(ALICE);
        market.offerToBid(bidId, SUN, type(uint64).max, RETAIL);
        vm.prank(COOP);
        market.closeBid(bidId);
        assertTrue(market.bid(bidId).closed, "closed");
    }

    function test_J6_a_suspended_submitter_still_gives_nets_and_a_suspended_participant_still_objects() public {
        uint256 batchId = _trade(1000, 150_000);
        _verdict(batchId, 1, 1000, 0);
        registry.suspend(COOP, true);
        registry.suspend(BOB, true);
        vm.warp(AFTER);
        _giveNets(batchId);
        vm.prank(BOB);
        nets.objectTo(batchId);
        assertTrue(nets.settledOf(batchId).state == NetSettlement.State.OBJECTED, "objected");
    }

    /// @dev Of a submitter whose small trades were all accepted: SUN sold at -X, -2X, -X, -2X.
    function _fourFalseNets() private returns (NetSettlement.Nets[4] memory given) {
        uint256[4] memory batches;
        for (uint256 i; i < 4; ++i) {
            batches[i] = _trade(1000, 150_000);
            _verdict(batches[i], 1, 1000, 0);
        }
        vm.warp(AFTER);
        for (uint256 i; i < 4; ++i) given[i] = _give(batches[i], i == 2 ? LARGEST : -LARGEST);
    }

    function _give(uint256 batchId, int40 sunWh) private returns (NetSettlement.Nets memory given) {
        bytes memory positions = bytes.concat(_position(SUN, ALICE, sunWh, 0), _position(HOME, BOB, -sunWh, 0));
        given = NetSettlement.Nets(batchId, 0, 0, positions);
        vm.prank(COOP);
        nets.settleBatch(given);
        _addPart(positions, 1);
    }

    function _void(NetSettlement.Nets memory given) private {
        nets.voidObjected(given);
        _addPart(given.positions, -1);
    }

    function _reportAndSettle() private {
        _report(SUN, 0);
        _report(HOME, 0);
        _settlePoint(SUN);
        _settlePoint(HOME);
    }

    function _object(uint256 batchId) private {
        vm.prank(BOB);
        nets.objectTo(batchId);
    }
}
