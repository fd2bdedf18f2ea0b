// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Assertions} from "../Vm.sol";
import {MarketHandler} from "./MarketHandler.sol";

/// @notice What holds after any sequence of actions. Each was seen to fail with a fault planted in the contracts (README).
contract MarketInvariants is Assertions {
    struct FuzzSelector {
        address addr;
        bytes4[] selectors;
    }

    MarketHandler private handler;

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

    function invariant_the_ledger_sums_to_zero() external view {
        assertEq(handler.sumOfBalances(), 0, "sum of balances");
    }

    function invariant_only_accepted_trades_settle_each_once_and_fees_are_the_operators_credit() external view {
        handler.checkTrades();
    }

    function invariant_flexibility_is_never_over_sold() external view {
        handler.checkFlexibility();
    }

    function invariant_F16_units_and_books_agree() external view {
        handler.checkUnits();
    }

    function invariant_C7_totals_of_the_year_are_the_orders_given() external view {
        handler.checkCurtailment();
    }

    function invariant_orders_are_never_over_filled() external view {
        handler.checkOrders();
    }

    /// Whatever was played, everything due settles and every interval closes.
    function afterInvariant() external {
        handler.finish();
        assertTrue(handler.allClosed(), "closed");
        assertEq(handler.sumOfBalances(), 0, "sum of balances at the end");
        handler.checkTrades();
        handler.checkUnits();
    }

    /// A run of idle calls would hold every invariant: here every action is seen to succeed.
    function test_the_handler_reaches_every_action() external {
        bytes4[] memory actions = _actions();
        for (uint256 i; i < 1000; ++i) {
            uint256 seed = uint256(keccak256(abi.encode(i)));
            // Time moves seldom at first, so that trades are made before gates close.
            uint256 action = i % (i < 500 ? 100 : 25) == 0 ? 0 : 1 + seed % (actions.length - 1);
            (bool ok, bytes memory problem) =
                address(handler).call(abi.encodePacked(actions[action], seed >> 16, uint256(uint32(seed)), uint256(uint32(seed >> 64))));
            if (!ok) {
                assembly {
                    revert(add(problem, 32), mload(problem))
                }
            }
        }
        for (uint256 i; i < actions.length; ++i) if (handler.done(i) == 0) revert NotEqual("successes of action", 0, int256(i));
        this.afterInvariant();
    }

    function _actions() private pure returns (bytes4[] memory actions) {
        actions = new bytes4[](14);
        actions[0] = MarketHandler.advance.selector;
        actions[1] = MarketHandler.propose.selector;
        actions[2] = MarketHandler.placeOrder.selector;
        actions[3] = MarketHandler.clear.selector;
        actions[4] = MarketHandler.cancel.selector;
        actions[5] = MarketHandler.judge.selector;
        actions[6] = MarketHandler.offerFlexibility.selector;
        actions[7] = MarketHandler.buyFlexibility.selector;
        actions[8] = MarketHandler.withdrawFlexibility.selector;
        actions[9] = MarketHandler.curtail.selector;
        actions[10] = MarketHandler.settleTrade.selector;
        actions[11] = MarketHandler.reportAndSettlePoint.selector;
        actions[12] = MarketHandler.coverPoint.selector;
        actions[13] = MarketHandler.answerPart.selector;
    }
}
