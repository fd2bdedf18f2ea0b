// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Settlement} from "../src/Settlement.sol";
import {MarketTest} from "./MarketTest.sol";

/// @notice The worked example of UFTP's settlement phase (shapeshifter, settle-phase.md), to the micro-euro: baseline 10 MW, 2 MW
///         sold at 7 EUR/MW, penalty 11 EUR/MW.
/// @dev One MW over a quarter of an hour is 250 kWh, so 7 and 11 EUR/MW are 28,000 and 44,000 micro-euro/kWh.
contract UftpExampleTest is MarketTest {
    int64 private constant MW = 250_000;

    function _penalty() internal pure override returns (uint64) {
        return 44_000;
    }

    function test_F19_realised_7_MW_pays_14_EUR() public {
        _realise(7, 2, 0, 14_000_000);
    }

    function test_F19_realised_8_MW_pays_14_EUR() public {
        _realise(8, 2, 0, 14_000_000);
    }

    function test_F19_realised_9_MW_costs_4_EUR() public {
        _realise(9, 1, 1, -4_000_000);
    }

    function test_F19_realised_10_MW_costs_22_EUR() public {
        _realise(10, 0, 2, -22_000_000);
    }

    function test_F19_realised_11_MW_costs_33_EUR() public {
        _realise(11, 0, 3, -33_000_000);
    }

    function _realise(int64 consumedMw, int64 deliveredMw, int64 missingMw, int256 expectedMicroEur) private {
        uint256 offerId = _offer(BOB, HOME, 0, uint64(2 * MW), 28_000, -10 * MW);
        uint256 orderId = _purchase(DSO, offerId, uint64(2 * MW));
        vm.warp(AFTER);
        _report(HOME, -consumedMw * MW);
        vm.expectEmit(address(settlement));
        emit Settlement.FlexibilitySettled(
            orderId, offerId, SLOT, uint64(deliveredMw * MW), uint64(missingMw * MW), expectedMicroEur
        );
        _settlePoint(HOME);
        assertEq(-ledger.balanceOf(DSO), expectedMicroEur, "paid by the buyer");
    }
}
