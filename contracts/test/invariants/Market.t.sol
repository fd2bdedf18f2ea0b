// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Assertions} from "../Vm.sol";
import {MarketHandler} from "./MarketHandler.sol";

/// @notice What holds after any sequence of actions. Each was seen to fail with a fault planted in the contracts: twins/faults.ts.
contract MarketInvariants is Assertions {
    struct FuzzSelector {
        address addr;
        bytes4[] selectors;
    }

    MarketHandler internal handler;

    function setUp() public {
        handler = new MarketHandler();
        handler.setUp();
    }

    function targetContracts() external view returns (address[] memory targets) {
        targets = new address[](1);
        targets[0] = address(handler);
    }

    function targetSelectors() external view returns (FuzzSelector[] memory targets) {
        targets = new FuzzSelector[](1);
        targets[0] = FuzzSelector(address(handler), _actions());
    }

    function invariant_I1_every_watt_hour_sold_was_bought_and_let_through_and_none_is_paid_beyond_reading_and_orders() external {
        handler.checkPositions();
        _foretold(1);
    }

    function invariant_I2_the_ledger_sums_to_zero() external view {
        assertEq(handler.sumOfBalances(), 0, "I2 sum of balances");
        _foretold(2);
    }

    function invariant_I3_a_batch_settles_at_most_once_and_ends_in_one_state() external view {
        handler.checkStates();
        _foretold(3);
    }

    function invariant_I4_fees_are_the_sum_over_the_trades_and_the_operators_credit_and_nothing_is_lost_to_rounding() external view {
        handler.checkBalances();
        _foretold(4);
    }

    function invariant_I5_nothing_settles_of_a_batch_that_a_side_did_not_let_through() external view {
        handler.checkStates();
        _foretold(5);
    }

    function invariant_I6_a_decision_is_final_and_none_is_given_after_the_gate() external view {
        handler.checkVerdicts();
        _foretold(6);
    }

    function invariant_I7_the_pool_fills_no_order_beyond_its_energy_limit_or_the_corridor() external view {
        handler.checkOrders();
        _foretold(7);
    }

    function invariant_I8_the_auction_takes_no_dearer_offer_while_a_cheaper_one_is_left() external view {
        handler.checkAuctions();
        _foretold(8);
    }

    function invariant_I9_units_issued_less_retired_and_withdrawn_are_the_holdings() external {
        handler.checkUnits();
        _foretold(9);
    }

    function invariant_I10_flexibility_is_neither_sold_twice_nor_paid_beyond_order_and_delivery() external view {
        handler.checkSales();
        _foretold(10);
    }

    function invariant_I11_curtailed_energy_has_a_reason_a_compensation_and_its_place_in_the_year() external view {
        handler.checkCurtailment();
        _foretold(11);
    }

    function invariant_I12_one_reading_stands_per_meter_and_interval_and_none_changes_after_it_is_final() external view {
        handler.checkReadings();
        _foretold(12);
    }

    function invariant_I13_only_the_administrator_changes_the_tariff_and_with_notice() external view {
        handler.checkTariff();
        _foretold(13);
    }

    function invariant_I14_a_pause_stops_new_business_and_nothing_else() external view {
        _foretold(14);
    }

    function invariant_I15_validators_change_by_a_third_at_most_and_never_fall_below_the_minimum() external view {
        handler.checkValidators();
        _foretold(15);
    }

    function invariant_I16_an_interval_closes_when_and_only_when_everything_in_it_is_settled() external view {
        handler.checkPoints();
        _foretold(16);
    }

    function invariant_I17_a_point_settles_once_in_an_interval() external view {
        handler.checkPoints();
        _foretold(17);
    }

    function invariant_I18_daylight_finds_what_the_owners_signed_and_the_sides_let_through() external view {
        handler.checkBalances();
        _foretold(18);
    }

    /// What `npm run soak -- invariants` plays, for longer.
    function invariant_all_of_them_hold_together() external {
        this.checkAll();
    }

    /// Whatever was played, everything due settles and every interval closes.
    function afterInvariant() external {
        handler.finish();
        for (uint64 k; k < 3; ++k) assertTrue(handler.closed(1_800_007_200 + 900 * k), "I16 an interval never closes");
        this.checkAll();
    }

    // A run of idle calls would hold every invariant: here every action is seen to succeed.

    function test_every_action_on_trades_readings_and_points_succeeds() external {
        for (uint256 i; i < 8; ++i) _play(handler.commit.selector, i);
        _reach(_tradeActions());
    }

    function test_every_action_on_pool_auction_and_tariff_succeeds() external {
        _reach(_poolActions());
    }

    function test_every_action_on_flexibility_and_curtailment_succeeds() external {
        _reach(_flexibilityActions());
    }

    function test_every_action_on_validators_succeeds() external {
        _reach(_validatorActions());
    }

    /// @dev One after the other; what one wants comes shortly before it, or is time.
    function _reach(bytes4[] memory actions) private {
        for (uint256 i; i < actions.length; ++i) {
            uint256 tries;
            while (handler.done(actions[i]) == 0) {
                if (tries >= 120) revert Unreached(i);
                for (uint256 k; k < 3 && handler.done(actions[i]) == 0; ++k) _play(actions[i], ++tries);
                if (i > 0) _play(actions[i - 1 - uint256(keccak256(abi.encode(i, tries))) % (i < 4 ? i : 4)], tries);
                if (tries > 3) _play(handler.advance.selector, tries);
            }
        }
        this.checkAll();
        this.afterInvariant();
    }

    function _play(bytes4 action, uint256 seed) private {
        (bool ok, bytes memory problem) = address(handler).call(abi.encodePacked(action, seed));
        if (!ok) _rethrow(problem);
    }

    /// @param action place in its group
    error Unreached(uint256 action);

    function checkAll() external {
        handler.checkPositions();
        assertEq(handler.sumOfBalances(), 0, "I2 sum of balances");
        handler.checkStates();
        handler.checkBalances();
        handler.checkVerdicts();
        handler.checkOrders();
        handler.checkAuctions();
        handler.checkUnits();
        handler.checkSales();
        handler.checkCurtailment();
        handler.checkReadings();
        handler.checkTariff();
        handler.checkValidators();
        handler.checkPoints();
        for (uint256 invariant = 1; invariant <= 18; ++invariant) _foretold(invariant);
    }

    /// @dev The handler foretold every answer of the contracts.
    function _foretold(uint256 invariant) private view {
        string memory breach = handler.breach(invariant);
        if (bytes(breach).length > 0) revert Breach(invariant, breach);
    }

    error Breach(uint256 invariant, string what);

    function _rethrow(bytes memory problem) private pure {
        assembly {
            revert(add(problem, 32), mload(problem))
        }
    }

    function _actions() internal view returns (bytes4[] memory actions) {
        bytes4[][4] memory groups = [_tradeActions(), _poolActions(), _flexibilityActions(), _validatorActions()];
        actions = new bytes4[](64);
        uint256 count = 1;
        actions[0] = handler.advance.selector;
        for (uint256 g; g < 4; ++g) for (uint256 i; i < groups[g].length; ++i) actions[count++] = groups[g][i];
        assembly ("memory-safe") {
            mstore(actions, count)
        }
    }

    function _tradeActions() private view returns (bytes4[] memory actions) {
        actions = new bytes4[](15);
        actions[0] = handler.interfere.selector;
        actions[1] = handler.commit.selector;
        actions[2] = handler.judge.selector;
        actions[3] = handler.settle.selector;
        actions[4] = handler.settleFalsely.selector;
        actions[5] = handler.objectTo.selector;
        actions[6] = handler.voidBatch.selector;
        actions[7] = handler.openInDaylight.selector;
        actions[8] = handler.gather.selector;
        actions[9] = handler.read.selector;
        actions[10] = handler.contestReading.selector;
        actions[11] = handler.answerContest.selector;
        actions[12] = handler.settlePoint.selector;
        actions[13] = handler.settleInterval.selector;
        actions[14] = handler.closeInterval.selector;
    }

    function _poolActions() private view returns (bytes4[] memory actions) {
        actions = new bytes4[](8);
        actions[0] = handler.placeOrder.selector;
        actions[1] = handler.fillBook.selector;
        actions[2] = handler.cancelOrder.selector;
        actions[3] = handler.postBid.selector;
        actions[4] = handler.offerToBid.selector;
        actions[5] = handler.closeBid.selector;
        actions[6] = handler.announceTariff.selector;
        actions[7] = handler.clearPool.selector;
    }

    /// @dev Parts that are to lapse are bought anew, after the others were answered.
    function _flexibilityActions() private view returns (bytes4[] memory actions) {
        actions = new bytes4[](11);
        actions[0] = handler.curtail.selector;
        actions[1] = handler.offerFlexibility.selector;
        actions[2] = handler.buyFlexibility.selector;
        actions[3] = handler.cover.selector;
        actions[4] = handler.confirmPart.selector;
        actions[5] = handler.refusePart.selector;
        actions[6] = handler.withdrawFlexibility.selector;
        actions[7] = handler.offerFlexibility.selector;
        actions[8] = handler.buyFlexibility.selector;
        actions[9] = handler.cover.selector;
        actions[10] = handler.releasePart.selector;
    }

    function _validatorActions() private view returns (bytes4[] memory actions) {
        actions = new bytes4[](4);
        actions[0] = handler.stirValidators.selector;
        actions[1] = handler.stand.selector;
        actions[2] = handler.resign.selector;
        actions[3] = handler.endEpoch.selector;
    }
}
